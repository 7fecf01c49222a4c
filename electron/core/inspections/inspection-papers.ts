import type { InspectedHousehold, InspectionDraw, InspectionFinding, InspectionRecord, InspectionShown } from '../../../shared/contract/inspections.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { levelWords, passed, withoutNumbers } from '../../../shared/papers/gate.ts';
import { toSign, type Block, type Paper, type TableColumn } from '../../../shared/papers/paper.ts';
import { inspectionResultWords } from '../../../shared/register/codes/inspection-codes.ts';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { PlainSheet } from '../reporting/plain-sheet-writer.ts';
import { momentText } from './moments.ts';

const column = (head: string, share: number, align: TableColumn['align'] = 'center'): TableColumn => ({ head, share, align });
const read = { largest: 12, smallest: 9, size: 'a4Wide' } as const;

const placeOf = ({ town, village, group }: InspectedHousehold): string => [town, village, group].join('');
const ways = { screen: '屏幕', file: '文件', print: '打印' } as const;

/** How it was drawn, so that whoever doubts it can draw it again. */
export function drawWords({ number, frame, size, fingerprint, stratum, seed, wanted }: InspectionDraw, at: number): string {
  const how = stratum === '' ? '简单随机' : `按${field(stratum).label}分层，各层按户数占比`;
  return `第${at + 1}次抽取（编号 ${number}）：从“${frame}”${size}户里${how}抽${wanted}户，随机数 ${seed}，范围校验码 ${fingerprint}。`;
}

export const drawRule = '抽取办法：把随机数、换行和户编号连成一串，算 SHA-256，同一层里从小到大排，取前几户；见不到人要换户的，取同一层的下一户。用同样的范围和随机数再算一遍，名单一样。';

const strataWords = ({ strata }: InspectionDraw): string => `各层（户数，抽中）：${strata.map(({ name, size, drawn }) => `${name}（${size}，${drawn}）`).join('、')}。`;

function drawBlocks(draws: readonly InspectionDraw[]): Block[] {
  if (draws.length === 0) return [];
  const words = draws.flatMap((draw, at) => [drawWords(draw, at), ...(draw.stratum === '' ? [] : [strataWords(draw)])]);
  return [...words, drawRule].map((text) => ({ kind: 'note', text }));
}

const byWalk = ({ households, walk }: InspectionRecord): InspectedHousehold[] => walk.flatMap((number) => households.find((each) => each.number === number) ?? []);

const howDrawn = ({ draw, position, replaces }: InspectedHousehold): string => (draw === null ? '点名' : replaces === null ? String(position) : `${position}\n替换`);

const head = ({ head: { occasion, unit, people, day } }: InspectionRecord) => ({ left: `${occasion}　${[unit, people].filter((part) => part !== '').join('　')}`, right: dayWords(day) });

/** The households to visit in walking order, with room to tick and to sign. `facts`: of which the phones are. */
export function listPaper(record: InspectionRecord, facts: ReadonlyMap<string, HouseholdFacts>): Paper {
  const phone = ({ householdId }: InspectedHousehold): string => passed(field('householdPhone'), facts.get(householdId)?.values['householdPhone'] ?? null, 'reduced');
  const rows = byWalk(record).map((each, at) => [String(at + 1), howDrawn(each), placeOf(each), each.head, each.householdNo, each.kind, String(each.people), phone(each), '□一致\n□不一致', toSign, toSign]);
  return {
    key: 'inspectionList', title: '迎检抽查名单', called: '抽查名单', ...head(record), ...read,
    blocks: [
      {
        kind: 'table',
        columns: [column('序号', 5), column('抽取\n顺序', 6), column('住址', 19, 'left'), column('户主', 9), column('户编号', 14), column('户属性', 11), column('人口', 5), column('联系电话', 14), column('核查情况', 10), column('户签字', 10), column('检查人\n签字', 10)],
        rows,
      },
      ...drawBlocks(record.draws),
      { kind: 'note', text: '本名单限检查使用，电话只印头尾。用后收回。' },
    ],
  };
}

const findingRow = (households: ReadonlyMap<number, InspectedHousehold>) => ({ household, result, about, registered, said, remark, inspector, takenBack }: InspectionFinding): string[] => [
  households.get(household)?.head ?? '', inspectionResultWords[result], about, registered, withoutNumbers(said), [withoutNumbers(remark), takenBack === null ? '' : `已撤回：${takenBack}`].filter((part) => part !== '').join('；'), inspector,
];

const shownRow = ({ at, who, households, what, way, level, fields, reason }: InspectionShown): string[] => [momentText(at), who, households.join('、'), what, ways[way], levelWords[level], fields.join('；'), reason];
/** On paper the parts alone: their fields stand in the workbook. */
const onPaper = (shown: InspectionShown): InspectionShown => ({ ...shown, fields: shown.fields.map((each) => each.split('：')[0] ?? '') });

const householdRow = (each: InspectedHousehold, households: ReadonlyMap<number, InspectedHousehold>): string[] => [
  String(each.position), placeOf(each), each.head, each.householdNo, each.stratum || (each.draw === null ? '点名' : ''),
  each.replaces === null ? (each.draw === null ? each.reason : '') : `替换${households.get(each.replaces)?.head ?? ''}：${each.reason}`,
  each.replacedBy === null ? (each.result === null ? '没有记' : inspectionResultWords[each.result]) : '已换',
];

const rateWords = ({ score: { judged, same, different, notMet, rate } }: InspectionRecord): string =>
  `见到人的 ${judged} 户里，一致 ${same} 户，不一致 ${different} 户；没见到人 ${notMet} 户。一致率 ${rate === null ? '—' : `${rate}%`}（一致的户除以见到人的户）。`;

/** 迎检记录: who came, how it was drawn, what was found, and all that was shown. */
export function recordPaper(record: InspectionRecord, shown: readonly InspectionShown[]): Paper {
  const { occasion, unit, people, day, note, at, who, endedAt, endedBy, endNote } = record.head;
  const households = new Map(record.households.map((each) => [each.number, each]));
  const table = (heading: string, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Block[] => (rows.length === 0 ? [] : [{ kind: 'table', heading, columns, rows }]);
  return {
    key: 'inspectionRecord', title: '迎检记录', called: '迎检记录', ...head(record), ...read,
    blocks: [
      {
        kind: 'facts', across: 3,
        pairs: [
          { label: '检查', value: occasion }, { label: '检查单位', value: unit }, { label: '检查人员', value: people },
          { label: '检查日期', value: dayWords(day) }, { label: '开始', value: `${momentText(at)}　${who}` }, { label: '结束', value: endedAt === null ? '还没有结束' : `${momentText(endedAt)}　${endedBy}` },
          ...[note, endNote].filter((part) => part !== '').map((value) => ({ label: '说明', value, wide: true })),
        ],
      },
      { kind: 'note', text: rateWords(record) },
      ...table('抽查的户', [column('抽取顺序', 8), column('住址', 26, 'left'), column('户主', 10), column('户编号', 16), column('层', 14), column('点名、替换的原因', 16, 'left'), column('结果', 10)], record.households.map((each) => householdRow(each, households))),
      ...drawBlocks(record.draws),
      ...table('核查情况', [column('户主', 9), column('结果', 8), column('哪一项', 17, 'left'), column('登记的', 17, 'left'), column('实际的', 21, 'left'), column('说明', 19, 'left'), column('检查人', 9)], record.findings.map(findingRow(households))),
      ...table('展示记录', [column('时间', 13), column('谁', 8), column('户', 12, 'left'), column('看了什么', 10), column('方式', 6), column('密级', 13), column('哪些部分', 26, 'left'), column('用途', 12, 'left')], shown.map(onPaper).map(shownRow)),
      { kind: 'facts', across: 2, pairs: [{ label: '检查人签字', value: toSign }, { label: '受检单位签字', value: toSign }] },
    ],
  };
}

/** The record as a workbook, its tables a worksheet each. */
export function recordSheets(record: InspectionRecord, shown: readonly InspectionShown[]): PlainSheet[] {
  const households = new Map(record.households.map((each) => [each.number, each]));
  const { occasion, unit, day } = record.head;
  const called = `${occasion}　${unit}　${dayWords(day)}`;
  return [
    {
      name: '抽查的户', title: `${called}：${rateWords(record)}`, head: ['抽取顺序', '住址', '户主', '户编号', '层', '点名、替换的原因', '结果'], widths: [10, 34, 12, 20, 18, 26, 12],
      rows: record.households.map((each) => householdRow(each, households)),
    },
    { name: '抽取办法', title: drawRule, head: ['编号', '办法', '层', '户数', '抽中'], widths: [8, 80, 24, 10, 10], rows: record.draws.flatMap((draw, at) => draw.strata.map(({ name, size, drawn }, line) => [draw.number, line === 0 ? drawWords(draw, at) : '', name, size, drawn])) },
    { name: '核查情况', title: `${called}核查情况`, head: ['户主', '结果', '哪一项', '登记的', '实际的', '说明', '检查人'], widths: [12, 10, 26, 26, 30, 30, 12], rows: record.findings.map(findingRow(households)) },
    { name: '展示记录', title: `${called}展示记录`, head: ['时间', '谁', '户', '看了什么', '方式', '密级', '哪些栏', '用途'], widths: [18, 12, 20, 14, 8, 22, 60, 24], rows: shown.map(shownRow) },
  ];
}
