import type { InspectionHead, InspectionRecord } from '../../../shared/contract/inspections.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { inspectionResultWords, occasionValues, strataFields } from '../../../shared/register/codes/inspection-codes.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { required, text, word, WrongUsage, type Answer, type Arguments, type Command, type Session } from '../command.ts';
import { buildFonts } from '../fonts.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

type Step = (session: Session, given: Arguments) => Promise<Answer>;

/** The inspection that is under way, else the last one. */
async function headOf({ client }: Session): Promise<InspectionHead> {
  const [last] = await client.inspections.list();
  if (!last) throw new Refusal('NOT_FOUND', '这个登记册还没有迎检的记录', { remedy: '请先用 start 进入迎检模式' });
  return last;
}

const recordOf = async (session: Session): Promise<InspectionRecord> => session.client.inspections.record({ number: (await headOf(session)).number });

/** A household by its place in the order of drawing. */
async function householdAt(session: Session, given: Arguments): Promise<number> {
  const at = Number(word(given, 2));
  if (!Number.isInteger(at) || at < 1) throw new WrongUsage(`要给名单里的抽取顺序，给的是“${word(given, 2)}”`);
  const found = (await recordOf(session)).households.find(({ position }) => position === at);
  if (!found) throw new Refusal('NOT_FOUND', '名单里没有这个顺序的户', { where: String(at), remedy: '请用 status 看名单' });
  return found.number;
}

const called = ({ occasion, unit, day }: InspectionHead): string => `${day} ${occasion} ${unit}`;

const start: Step = async ({ client }, given) => {
  const occasion = required(given, 'occasion');
  if (!occasionValues.includes(occasion)) throw new WrongUsage(`--occasion 应为 ${occasionValues.join('、')}，给的是 ${occasion}`);
  const head = await client.inspections.start({ occasion, unit: required(given, 'unit'), people: text(given, 'people') ?? '', day: text(given, 'on') ?? '' });
  return { json: head, lines: [`已进入迎检模式：${called(head)}。登记册现在只能看。`] };
};

const end: Step = async ({ client }, given) => {
  const head = await client.inspections.end({ note: text(given, 'remark') ?? '' });
  return { json: head, lines: [`已结束迎检：${called(head)}`] };
};

const draw: Step = async (session, given) => {
  const count = Number(required(given, 'count'));
  if (!Number.isInteger(count) || count < 1) throw new WrongUsage('--count 应为户数');
  const by = text(given, 'by') ?? '';
  const stratum = strataFields.find((each) => each === by || (each !== '' && labelOf(each) === by));
  if (stratum === undefined) throw new WrongUsage(`--by 应为 ${strataFields.filter((each) => each !== '').map((each) => `${each}（${labelOf(each)}）`).join('、')}，给的是 ${by}`);
  const made = await session.client.inspections.draw({ count, stratum, frame: text(given, 'view') ?? '', seed: text(given, 'seed') ?? '' });
  const households = (await recordOf(session)).households.filter((each) => each.draw === made.number);
  return {
    json: { ...made, households },
    lines: [
      `从“${made.frame}”${made.size} 户里抽 ${made.wanted} 户，随机数 ${made.seed}，范围校验码 ${made.fingerprint}`,
      ...(stratum === '' ? [] : made.strata.map(({ name, size, drawn }) => `  ${name}：${size} 户抽 ${drawn} 户`)),
      ...households.map(({ position, village, head, householdNo }) => `${position}\t${village}\t${head}\t户 ${householdNo}`),
    ],
  };
};

const name: Step = async (session, given) => {
  const { household } = await session.client.inspections.name({ whom: word(given, 2), reason: required(given, 'reason') });
  const found = (await recordOf(session)).households.find(({ number }) => number === household);
  return { json: found, lines: [`已点名：${found?.position ?? ''} ${found?.head ?? ''} 户 ${found?.householdNo ?? ''}`] };
};

const replace: Step = async (session, given) => {
  const { household } = await session.client.inspections.replace({ household: await householdAt(session, given), reason: required(given, 'reason') });
  const found = (await recordOf(session)).households.find(({ number }) => number === household);
  return { json: found, lines: [`换成：${found?.position ?? ''} ${found?.village ?? ''} ${found?.head ?? ''} 户 ${found?.householdNo ?? ''}`] };
};

const show: Step = async (session, given) => {
  const household = await householdAt(session, given);
  const out = text(given, 'out');
  if (out === undefined) {
    const { head, parts, numbers } = await session.client.inspections.look({ household });
    const lines = parts.flatMap(({ title, blocks }) => [
      `【${title}】`,
      ...blocks.flatMap((block) => (block.kind === 'facts' ? block.pairs.map(({ label, value }) => `  ${label}\t${value}`) : block.kind === 'table' ? block.rows.map((row) => `  ${row.join('\t')}`) : block.kind === 'note' ? [`  ${block.text}`] : [])),
    ]);
    // Photos are not for a terminal.
    return { json: { head, parts: parts.map((part) => ({ ...part, blocks: part.blocks.filter(({ kind }) => kind !== 'pictures') })), numbers }, lines: [head, ...lines] };
  }
  await folderMustBeThere(out);
  if (!out.toLowerCase().endsWith('.pdf')) throw new WrongUsage('--out 应以 .pdf 结尾');
  buildFonts();
  const reason = text(given, 'reason') ?? '';
  const file = await session.client.inspections.dossier({ households: [household], level: reason === '' ? 'reduced' : 'full', reason }, { signal: session.signal });
  return { json: { out, bytes: await writeOut(out, file), name: file.name }, lines: [`已出 ${file.name}：${out}`] };
};

const record: Step = async (session, given) => {
  const picked = (['same', 'different', 'notMet'] as const).filter((each) => given.values[each === 'notMet' ? 'not-met' : each] === true);
  const [result] = picked;
  if (result === undefined || picked.length > 1) throw new WrongUsage('要给 --same、--different、--not-met 中的一个');
  const household = await householdAt(session, given);
  const finding = await session.client.inspections.note({ household, result, about: text(given, 'about') ?? '', said: text(given, 'said') ?? '', remark: text(given, 'remark') ?? '', inspector: text(given, 'inspector') ?? '' });
  return { json: finding, lines: [`已记：${inspectionResultWords[result]} ${finding.about} ${finding.said}`.trim()] };
};

const status: Step = async (session) => {
  const made = await recordOf(session);
  const { head, households, score, shown } = made;
  return {
    json: made,
    lines: [
      `${called(head)}：${head.endedAt === null ? '正在迎检' : '已结束'}`,
      ...households.map(({ position, village, head: of, householdNo, result, replacedBy, looks }) => `${position}\t${village}\t${of}\t户 ${householdNo}\t${replacedBy === null ? (result === null ? '没有记' : inspectionResultWords[result]) : '已换'}\t看过 ${looks} 次`),
      `共 ${head.households} 户；见到人 ${score.judged} 户，一致率 ${score.rate === null ? '—' : `${score.rate}%`}；展示 ${shown} 次`,
    ],
  };
};

const paper = (which: 'list' | 'record'): Step => async (session, given) => {
  const out = required(given, 'out');
  await folderMustBeThere(out);
  const as = out.toLowerCase().split('.').at(-1);
  if (as !== 'pdf' && as !== 'xlsx') throw new WrongUsage('--out 应以 .pdf 或 .xlsx 结尾');
  if (as === 'pdf') buildFonts();
  const file = await session.client.inspections.file({ number: (await headOf(session)).number, paper: which, as }, { signal: session.signal });
  return { json: { out, bytes: await writeOut(out, file), name: file.name }, lines: [`已出 ${file.name}：${out}`] };
};

const problems: Step = async (session) => {
  const { head, findings } = await recordOf(session);
  const different = findings.filter(({ result, takenBack, problem }) => result === 'different' && takenBack === null && problem === 'none');
  if (different.length === 0) throw new Refusal('NOTHING_TO_PRINT', '没有还没列入整改的不一致', { remedy: '请用 status 看核查情况' });
  const made = await session.client.inspections.toProblems({ number: head.number, findings: different.map(({ number }) => number) });
  return { json: made, lines: [`已${made.label}`] };
};

const steps: Readonly<Record<string, Step>> = { start, draw, name, replace, show, record, status, list: paper('list'), report: paper('record'), problems, end };

export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'REGISTER start --occasion 省级考核 --unit 单位 [--people 人员] [--on 日期] | draw --count 户数 [--by village] [--view 视图] [--seed 随机数] | name 户编号 --reason 原因 | replace 顺序 --reason 原因 | show 顺序 [--out FILE.pdf [--reason 用途]] | record 顺序 --same|--different --about 项目 --said 实际|--not-met --remark 原因 [--inspector 检查人] | status | list --out FILE.pdf|.xlsx | report --out FILE.pdf|.xlsx | end [--remark 说明] | problems',
  about: '迎检：进入后登记册只能看；抽户、换户、看档案、记核查情况、出名单和记录，都有记录；结束后把不一致的列入整改',
  options: {
    occasion: { type: 'string' }, unit: { type: 'string' }, people: { type: 'string' }, on: { type: 'string' },
    count: { type: 'string' }, by: { type: 'string' }, view: { type: 'string' }, seed: { type: 'string' },
    reason: { type: 'string' }, out: { type: 'string' },
    same: { type: 'boolean' }, different: { type: 'boolean' }, 'not-met': { type: 'boolean' }, about: { type: 'string' }, said: { type: 'string' }, remark: { type: 'string' }, inspector: { type: 'string' },
  },
  words: [2, 3],
  opens: true,
  async run(session, given) {
    const step = steps[word(given, 1)];
    if (!step) throw new WrongUsage(`应为 ${Object.keys(steps).join('、')}，给的是“${word(given, 1)}”`);
    const takes = ['name', 'replace', 'show', 'record'].includes(word(given, 1));
    if (takes !== given.positionals.length > 2) throw new WrongUsage(takes ? '要给哪一户' : `多出了参数：${word(given, 2)}`);
    return step(session, given);
  },
};
