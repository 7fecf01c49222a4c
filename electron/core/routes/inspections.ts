import type { InspectionPaper } from '../../../shared/contract/inspections.ts';
import type { FindingRow } from '../../../shared/contract/checking.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import { findingsOf } from '../checking/findings-of.ts';
import { asksForFindings, readyMarks } from '../checking/finding-marks.ts';
import { draw, name, replace } from '../inspections/drawing.ts';
import { findingsToProblems, noteFinding, takeBackFinding } from '../inspections/findings.ts';
import { countFrame, frameChoice, frameChoices, householdsOf, type FrameChoice } from '../inspections/frames.ts';
import { inspectedHousehold } from '../inspections/inspected-household.ts';
import { beginInspection, currentInspection, endInspection, inspectionHeads, noteShown, shownLines, type By } from '../inspections/inspection-log.ts';
import { listPaper, recordPaper, recordSheets } from '../inspections/inspection-papers.ts';
import { inspectionRecord } from '../inspections/record-of.ts';
import { showDocument, showHousehold, unmask } from '../inspections/show-household.ts';
import { problemRows } from '../problems/problem-rows.ts';
import { workingYear } from '../registers/open-register.ts';
import { dossierFile } from '../reporting/dossier/dossier-file.ts';
import { dossierSections } from '../reporting/dossier/dossier-sections.ts';
import { letOut } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import type { Job } from '../jobs.ts';
import { readFacts } from '../tables/facts.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { calendarDay, todayOf } from './today.ts';

const paperWords: Readonly<Record<InspectionPaper, string>> = { list: '迎检抽查名单', record: '迎检记录' };
/** Lines of what was shown on the record. */
const everyLine = { offset: 0, limit: 100_000 };

export function inspectionRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const by = (): By => ({ who: host.who, at: host.now().toISOString(), today: todayOf(host) });

  /** The households of a frame; conditions over findings ask for them first. */
  async function idsOf({ question }: FrameChoice): Promise<string[]> {
    const { register } = desk;
    const year = asksForFindings(question);
    if (year !== null) await readyMarks(register, { year, today: todayOf(host) });
    return householdsOf(register, question, desk.ordered.of(register, question).ids);
  }
  const findingsIn = (householdId: string, year: number): FindingRow[] => findingsOf(desk.register, [householdId], { year, today: todayOf(host) });

  function paperOf(number: number, which: InspectionPaper) {
    const { register } = desk;
    const record = inspectionRecord(register, number, todayOf(host));
    const { year, day, unit } = record.head;
    const ids = record.households.map(({ householdId }) => householdId);
    const facts = readFacts(register, { year, ids });
    if (which === 'list' && record.walk.length === 0) throw new Refusal('NOTHING_TO_PRINT', '名单里还没有户', { remedy: '请先抽户或点名' });
    const shown = which === 'record' ? shownLines(register, number, everyLine).rows.toReversed() : [];
    const paper = which === 'list' ? listPaper(record, new Map(facts.map((each) => [each.id, each]))) : recordPaper(record, shown);
    return { record, shown, pages: layOut(paper), foot: { office: register.meta('office') ?? '', date: calendarDay(host) }, name: `${paperWords[which]}_${day}_${unit}`, households: ids, members: facts.flatMap(({ members }) => members.map(({ id }) => id)) };
  }

  /** Notes that the paper leaves, in the log of what left and, while it is under way, in the inspection's. */
  function notePaper(made: ReturnType<typeof paperOf>, which: InspectionPaper, way: 'file' | 'print', file: string, bytes: Uint8Array): void {
    const { record, households, members } = made;
    const fields = which === 'list' ? ['住址', '户主', '户编号', '户属性', '人口', '联系电话'] : ['户主', '户编号', '核查情况', '展示记录'];
    letOut({ present: desk.present, host }, { what: `${paperWords[which]} ${record.head.day} ${record.head.unit}`, purpose: way === 'print' ? `打印${paperWords[which]}` : `保存${paperWords[which]}`, level: 'reduced', reason: '', columns: fields, rows: record.households.length, households, members, file, bytes });
    if (record.head.endedAt === null) noteShown(desk.present, { inspection: record.head.number, households, what: paperWords[which], way, level: 'reduced', fields, reason: '' }, by());
  }

  const pdf = (made: ReturnType<typeof paperOf>, job: Job): Promise<Uint8Array> => pdfOfPages(host, made.pages, made.foot, job);

  return {
    list: os.inspections.list.handler(() => inspectionHeads(desk.register)),
    record: os.inspections.record.handler(({ input }) => inspectionRecord(desk.register, input.number, todayOf(host))),
    shown: os.inspections.shown.handler(({ input }) => shownLines(desk.register, input.number, input)),
    frames: os.inspections.frames.handler(async ({ input }) => {
      const counted = [];
      for (const choice of frameChoices(desk.register, input.year, host.who)) counted.push(countFrame(choice, asksForFindings(choice.question) === null ? (await idsOf(choice)).length : null));
      return counted;
    }),
    start: os.inspections.start.handler(({ input }) => {
      const today = calendarDay(host);
      const reading = plainKinds.date.read(input.day === '' ? today : input.day, { today });
      if (!reading.ok || typeof reading.value !== 'string') throw new Refusal('VALUE_REFUSED', '检查日期不是一个日期', { where: input.day, remedy: '请写成 2020-03-31 这样' });
      if (reading.value > today) throw new Refusal('VALUE_REFUSED', '检查日期还没有到', { where: input.day, remedy: '请在检查当天进入迎检模式' });
      return beginInspection(desk.register, { ...input, day: reading.value }, workingYear(desk.register), by());
    }),
    end: os.inspections.end.handler(({ input }) => endInspection(desk.register, input.note, by())),
    draw: os.inspections.draw.handler(async ({ input }) => {
      const { year } = currentInspection(desk.register);
      const choice = frameChoice(desk.register, year, host.who, input.frame);
      return draw(desk.register, choice, await idsOf(choice), input, by());
    }),
    replace: os.inspections.replace.handler(({ input }) => replace(desk.register, input.household, input.reason, by())),
    name: os.inspections.name.handler(({ input }) => name(desk.register, input.whom, input.reason, by())),
    look: os.inspections.look.handler(({ input }) => showHousehold(desk.register, input.household, findingsIn, by())),
    unmask: os.inspections.unmask.handler(({ input }) => unmask(desk.register, input.household, input.key, input.reason, by())),
    document: os.inspections.document.handler(({ input }) => {
      const { bytes, name: called, type } = showDocument(desk.register, input.household, input.id, input.reason, by());
      return new File([Uint8Array.from(bytes)], called, { type });
    }),
    dossier: os.inspections.dossier.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { register, present } = desk;
        const asked = input.households.map((each) => inspectedHousehold(register, each));
        const [first] = asked;
        if (!first) throw new Refusal('NOTHING_TO_PRINT', '没有选中的户', { remedy: '请先选几户' });
        const { year, inspection } = first;
        const households = asked.map(({ householdId }) => householdId);
        const today = todayOf(host);
        const told = { findings: findingsOf(register, households, { year, today }), problems: problemRows(register, today) };
        const { level, reason, as, print } = input;
        const { name: called, bytes } = await dossierFile({ register, present, host, today }, { year, level, reason, pictures: true, as, households }, told, job);
        noteShown(present, { inspection, households, what: '户档案', way: print ? 'print' : 'file', level, fields: dossierSections.map(({ title }) => title), reason }, by());
        return fileOf(bytes, called);
      }),
    ),
    note: os.inspections.note.handler(({ input }) => noteFinding(desk.register, input, by())),
    takeBack: os.inspections.takeBack.handler(({ input }) => {
      takeBackFinding(desk.register, input.finding, input.reason, by());
      return null;
    }),
    page: os.inspections.page.handler(({ input, signal }) => jobs.run(undefined, signal, async (job) => fileOf(await pdf(paperOf(input.number, input.paper), job), `${paperWords[input.paper]}.pdf`))),
    file: os.inspections.file.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const made = paperOf(input.number, input.paper);
        const bytes = input.as === 'pdf' ? await pdf(made, job) : input.paper === 'list' ? await writePages(made.pages, made.foot, job) : await writePlainBook(recordSheets(made.record, made.shown), job);
        const called = `${made.name}.${input.as}`;
        notePaper(made, input.paper, 'file', called, bytes);
        return fileOf(bytes, called);
      }),
    ),
    notePage: os.inspections.notePage.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const made = paperOf(input.number, input.paper);
        const bytes = await pdf(made, job);
        notePaper(made, input.paper, 'print', '', bytes);
        return fileOf(bytes, `${paperWords[input.paper]}.pdf`);
      }),
    ),
    toProblems: os.inspections.toProblems.handler(({ input }) => findingsToProblems(desk.register, input, by())),
  };
}
