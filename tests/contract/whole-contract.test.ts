import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { sampleFiles } from '../../electron/core/samples/write-samples.ts';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Progress } from '../../shared/contract/jobs.ts';
import type { Host } from '../../electron/core/host.ts';
import { temporaryFolder, testHost } from '../core/support/core.ts';
import { pagesSaid, pdfSays } from '../core/support/pdf-text.ts';
import { putSample } from '../core/support/sample.ts';
import { personCard } from '../fixtures/forms/card-forms.ts';
import { type Connection, transports } from './transports.ts';

/** The whole contract, answered by the real core over a real file, through each of the three ways in. */
describe.each(transports)('the core $name', ({ connect }) => {
  let host: Host;
  let core: Core;
  let connection: Connection<Contract>;
  let files: File[];

  beforeAll(async () => {
    files = (await sampleFiles()).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
  });
  beforeEach(async () => {
    const folder = temporaryFolder();
    host = testHost(folder, { chooseNewRegister: async () => join(folder, '册.mingce') });
    core = openCore(host);
    connection = await connect<Contract>(core.router);
  });
  afterEach(async () => {
    await connection.close();
    core.close();
  });

  async function imported() {
    const { client } = connection;
    await client.registers.create({ name: '册', office: '办', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
    const plan = await client.importing.plan({ files });
    return { client, batch: plan.batch, done: await client.importing.commit({ batch: plan.batch }) };
  }

  /** What `imported` makes, ready made. */
  async function withSample() {
    const { client } = connection;
    await putSample(host);
    await client.registers.openSample();
    return client;
  }

  it('makes, names, closes and opens registers', async () => {
    const { client } = connection;
    expect(await client.registers.current()).toBeNull();
    const { error } = await safe(client.tables.undoState());
    expect(isDefinedError(error) && error.data).toMatchObject({ code: 'NO_REGISTER_OPEN' });
    await client.registers.create({ name: '册', office: '办', workingYear: 2020, areas: [...(await client.registers.presetAreas())] });
    expect(await client.registers.saveSettings({ name: '新名', office: '新办', workingYear: 2021 })).toMatchObject({ name: '新名', workingYear: 2021 });
    const areas = await client.registers.areas();
    expect(await client.registers.state()).toMatchObject({ file: expect.stringMatching(/册\.mingce$/) as string, revision: 1 });
    const { error: past } = await safe(client.registers.areas({ asOf: '2090-01-01' }));
    expect(isDefinedError(past) && past.data).toMatchObject({ code: 'NOT_FOUND', what: '2090年1月1日还没有到' });
    expect(await client.registers.saveAreas({ areas: areas.slice(0, 20) })).toMatchObject({ households: 0 });
    await client.registers.close();
    const [recent] = await client.registers.recent();
    expect(await client.registers.open({ ref: recent?.ref ?? '' })).toMatchObject({ name: '新名' });
    expect(await client.app.info()).toMatchObject({ host: 'command' });
  });

  it('plans, previews, commits, discards and takes back imports; each import refused twice', async () => {
    const { client, batch, done } = await imported();
    expect(done).toMatchObject({ state: 'committed', counts: { refused: 0, conflict: 0 } });
    expect((await safe(client.importing.commit({ batch }))).error).toMatchObject({ code: 'REFUSED', data: { code: 'STALE' } });
    const second = await client.importing.plan({ files: files.slice(0, 1) });
    expect((await client.importing.rows({ batch: second.batch, verdict: 'same', limit: 3 })).rows).toHaveLength(3);
    expect(await client.importing.absent({ batch: second.batch })).toEqual({ total: 0, rows: [] });
    expect(await client.importing.summary({ batch: second.batch })).toMatchObject({ counts: { same: 208 } });
    expect(await client.importing.discard({ batch: second.batch })).toBeNull();
    expect(await client.importing.batches()).toHaveLength(1);
    expect(await client.importing.undo({ batch })).toMatchObject({ kept: [], failed: [] });
    expect(await client.registers.current()).toMatchObject({ people: 0 });
  });

  it('shows, finds, edits, undoes and tells where values came from', async () => {
    const client = await withSample();
    const asked = { subject: 'people' as const, year: 2020, sorts: [{ field: 'name', descending: false }] };
    const { rows, total } = await client.tables.rows({ ...asked, offset: 0, limit: 5 });
    expect([rows.length, total]).toEqual([5, 208]);
    const [first] = rows;
    if (!first) throw new Error('nobody is there');
    expect(await client.tables.position({ ...asked, id: first.id })).toBe(0);
    expect(await client.tables.follow({ shown: { question: asked, revision: first.revision }, question: { ...asked, sorts: [{ field: 'name', descending: true }] }, cursor: { row: 0, id: first.id }, stretches: [[0, 1]] })).toMatchObject({ same: true });
    expect(await client.tables.named({ question: asked, revision: (await client.registers.current())?.revision ?? 0, rows: [{ from: 0, to: 0 }] })).toEqual([first.id]);
    expect((await client.tables.distinct({ ...asked, field: 'sex' })).map(({ value }) => value)).toEqual(expect.arrayContaining(['男', '女']));
    expect(await client.tables.find({ text: String(first.values['name']) })).toContainEqual(expect.objectContaining({ id: first.id }));
    expect(await client.tables.card({ householdId: first.householdId, year: 2020 })).toMatchObject({ household: { id: first.householdId } });
    expect((await client.tables.villages({ year: 2020 })).reduce((sum, { people }) => sum + people, 0)).toBe(208);
    const cell = { subject: 'people' as const, id: first.id, year: 2020, field: 'memberPhone' };
    const wrong = await safe(client.tables.edit({ ...cell, text: '电话', base: first.revision }));
    expect(isDefinedError(wrong.error) && wrong.error.data).toMatchObject({ code: 'VALUE_REFUSED', where: expect.stringContaining(String(first.values['name'])) as string });
    expect((await client.tables.edit({ ...cell, text: '19900007777', base: first.revision })).row.values['memberPhone']).toBe('19900007777');
    expect((await client.tables.history(cell))[0]).toMatchObject({ kind: 'edit', new: '19900007777' });
    expect(await client.tables.undo()).toMatchObject({ kept: 0 });
    expect(await client.tables.redo()).toMatchObject({ kept: 0 });
    const { rows: log } = await client.history.commands({});
    expect(log.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'edit', 'import']);
    expect((await client.history.changes({ command: log[2]?.command ?? 0 })).rows).toHaveLength(1);
    expect((await client.history.entries({ of: { person: first.id } })).rows.at(-1)).toMatchObject({ field: 'memberPhone' });
    expect(await client.history.undo({ command: log[0]?.command ?? 0 })).toMatchObject({ failed: [] });
  });

  it('saves, opens, freezes and counts views, and marks what rules find', async () => {
    const client = await withSample();
    const question = { subject: 'households' as const, year: 2020, filters: [{ field: 'perCapitaIncome', test: 'less' as const, value: 600_000 }] };
    const body = { columns: null, groups: true, search: '', filters: question.filters, sorts: [], formats: [] };
    const { id } = await client.views.save({ subject: 'households', name: '低收入', forAll: false, body });
    await client.views.setStart({ subject: 'households', view: id });
    expect(await client.views.list({ subject: 'households' })).toMatchObject({ start: id, views: [{ name: '低收入', body }] });
    expect(await client.views.rename({ id, name: '低收入户', forAll: true })).toMatchObject({ forAll: true });
    expect(await client.views.remove({ id })).toBeNull();
    expect(await client.views.restore({ id })).toMatchObject({ id });
    expect(await client.views.counts({ questions: [{ key: 'low', question }] })).toEqual({ low: 18 });
    const summary = { ...question, down: [{ field: 'householdKind' }], figures: [{ of: 'rows' as const }] };
    expect((await client.summaries.make(summary)).rows.at(-1)).toEqual({ groups: [], cells: [18] });
    expect(await pdfSays(await client.summaries.page(summary))).toContain('户表分类汇总');
    expect((await client.summaries.paper({ ...summary, as: 'xlsx' })).name).toMatch(/^户表分类汇总_.*\.xlsx$/);
    expect(await pdfSays(await client.summaries.notePaper(summary))).toContain('户表分类汇总');
    const list = await client.views.freeze({ question, name: '基数', day: '2020-03-15' });
    expect(await client.views.frozenLists()).toEqual([list]);
    expect(await client.views.compareFrozen({ id: list.id, year: 2020 })).toMatchObject({ stayed: 18 });
    expect(await client.views.removeFrozen({ id: list.id })).toBeNull();
    expect(await client.views.restoreFrozen({ id: list.id })).toEqual(list);
    // A mark stands wherever the rules find something, and nowhere else.
    const ids = (await client.tables.rows({ ...question, offset: 0, limit: 50 })).rows.map((row) => row.id);
    const found = new Set((await client.checking.ofHouseholds({ ids })).flatMap(({ householdId, memberId }) => (memberId === null && householdId !== null ? [householdId] : [])));
    const marked = Object.keys(await client.views.marks({ subject: 'households', year: 2020, ids }));
    expect([...found].filter((id) => !marked.includes(id))).toEqual([]);
    expect((await client.views.nextMark({ question, row: -1 }))?.id ?? null).toBe(ids.find((id) => marked.includes(id)) ?? null);
  });

  it('reads, measures, searches, checks and writes blocks of cells', async () => {
    const client = await withSample();
    const revision = (await client.registers.current())?.revision ?? 0;
    const asked = { question: { subject: 'people' as const, year: 2020 }, revision };
    const area = { from: 0, to: 207, fields: ['name', 'workMonths'] };
    expect((await client.blocks.read({ ...asked, area: { ...area, to: 1 } })).rows).toHaveLength(2);
    expect(await client.blocks.measure({ ...asked, areas: [area] })).toMatchObject({ cells: 416 });
    expect(await client.blocks.edge({ ...asked, row: 0, field: 'name', down: true })).toBe(207);
    expect(await client.blocks.findCell({ ...asked, text: '户主', fields: ['relation'], after: { row: 0, field: 'relation' } })).toMatchObject({ matches: 111 });
    expect(await client.blocks.countCells({ ...asked, text: '户主', fields: ['relation'] })).toBe(111);
    const change = { kind: 'set' as const, areas: [{ from: 0, to: 207, fields: ['workPlace'] }], text: '本溪市' };
    const told = await client.blocks.check({ ...asked, change });
    expect(await client.blocks.write({ ...asked, change, job: crypto.randomUUID() })).toMatchObject({ written: told.changes, revision: revision + 1, undo: { undo: expect.stringContaining('填入') as string } });
    const wrong = await safe(client.blocks.write({ ...asked, revision: revision + 1, change: { kind: 'clear', areas: [area] } }));
    expect(isDefinedError(wrong.error) && wrong.error.data.code).toBe('VALUE_REFUSED');
  });

  it('tells what differs between two days, and hands it over', async () => {
    const { client } = await imported();
    expect(await client.history.compareDays({ since: '2019-12-31', limit: 3 })).toMatchObject({ went: 0, changed: 0, households: 111, homes: [{ here: true }, { here: true }, { here: true }] });
    expect((await client.history.exportDays({ since: '2019-12-31', level: 'reduced' })).name).toMatch(/^两天之间_2019-12-31_.*\.xlsx$/);
  });

  it('checks and writes new rows', async () => {
    const { client } = await imported();
    const asked = { subject: 'households' as const, year: 2020, fields: ['headName', 'village'], rows: [['赵试九', '']], reason: '新识别', on: '2020-05' };
    expect(await client.inserting.check(asked)).toMatchObject({ good: [0], households: 1, people: 1 });
    expect(await client.inserting.write(asked)).toMatchObject({ label: '新增一户：赵试九（新户）：新识别，2020-05', rows: [0] });
    const wrong = await safe(client.inserting.write({ ...asked, on: '' }));
    expect(isDefinedError(wrong.error) && wrong.error.data.code).toBe('VALUE_REFUSED');
  });

  it('hands files back: rows to mend, two sheets compared, a list held against the register', async () => {
    const client = await withSample();
    const bad = new File(['\uFEFF户编号,姓名,证件号码,与户主关系\r\n1,赵试一,9.9E+17,户主\r\n'], '人员_2020.csv');
    const plan = await client.importing.plan({ files: [bad] });
    expect((await client.importing.toMend({ batch: plan.batch })).name).toBe('要改的行_1行.xlsx');
    const people = files.find(({ name }) => name.endsWith('.csv')) ?? bad;
    const compared = await client.importing.compare({ before: people, after: people });
    expect([compared.same, compared.workbook.name]).toEqual([208, '两表比较.xlsx']);
    const matched = await client.importing.match({ file: people, back: true });
    expect([matched.both.length, matched.workbook?.name]).toEqual([208, '人员信息全字段_2020_比对结果.xlsx']);
    expect(await client.importing.answerMatch({ list: 'dibao', theirs: '123|赵试一', memberId: null })).toBeNull();
    expect(await client.importing.matchAnswers()).toMatchObject([{ list: 'dibao', listLabel: '低保双纳入', key: '123', name: '赵试一', person: null, lost: false, who: '试用员' }]);
  });

  it('lists damaged identity numbers, takes a decision, a note, and the note back', async () => {
    const client = await withSample();
    expect(await client.identities.list({})).toMatchObject({ open: 0, rows: [] });
    const [person] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    const number = String(person?.values['identityNo']);
    await client.tables.edit({ subject: 'people', id: person?.id ?? '', year: 2020, field: 'identityNo', text: '', base: person?.revision ?? 0 });
    const [missing] = (await client.identities.list({ what: 'missing' })).rows;
    const which = { case: missing?.case ?? '' };
    expect(missing?.candidates[0]).toMatchObject({ number });
    expect(await client.identities.note({ ...which, reason: '还没有办证' })).toBeNull();
    expect((await client.identities.list({ what: 'noted' })).rows).toHaveLength(1);
    expect(await client.identities.unnote(which)).toBeNull();
    const { error } = await safe(client.identities.decide({ ...which, number: '1', base: missing?.base ?? 0 }));
    expect(isDefinedError(error) && error.data.code).toBe('VALUE_REFUSED');
    expect((await client.identities.decide({ ...which, number, base: missing?.base ?? 0 })).told).toContain(number);
  });

  it('works a ledger like a table: added to, listed, edited, exported, taken from', async () => {
    const client = await withSample();
    const [person] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    const subject = 'ledger:dibaoList' as const;
    const { row } = await client.tables.addEntry({ subject, memberId: person?.id ?? '', year: 2020, values: { 'dibaoList.amount': '300' } });
    expect(row).toMatchObject({ householdId: person?.householdId, values: { name: person?.values['name'], year: 2020, 'dibaoList.amount': 30_000 } });
    const twice = await safe(client.tables.addEntry({ subject, memberId: person?.id ?? '', year: 2020, values: {} }));
    expect(isDefinedError(twice.error) && twice.error.data.code).toBe('VALUE_REFUSED');
    expect(await client.tables.ledgers()).toEqual([{ ledger: 'dibaoList', records: 1 }]);
    expect(await client.tables.rows({ subject, year: 2020, search: '不是这个', offset: 0, limit: 5 })).toMatchObject({ total: 0 });
    const edited = await client.tables.edit({ subject, id: row.id, year: 2020, field: 'dibaoList.grade', text: 'A类', base: row.revision });
    expect((await client.tables.history({ subject, id: row.id, year: 2020, field: 'dibaoList.grade' }))[0]).toMatchObject({ kind: 'edit', new: 'A类' });
    expect(await client.tables.card({ householdId: row.householdId, year: 2020 })).toMatchObject({ records: [{ id: row.id, ledger: 'dibaoList' }], recordCounts: [{ ledger: 'dibaoList', records: 1 }] });
    const sheet = await client.papers.exportSheet({ level: 'full', reason: '上报', subject, year: 2020 });
    expect((await client.importing.plan({ files: [sheet] })).counts.same).toBe(1);
    expect((await client.tables.removeEntry({ subject, id: row.id, base: edited.row.revision })).label).toContain('删除低保名单');
    expect(await client.tables.undo()).toMatchObject({ kept: 0 });
  });

  it('works a household on its card', async () => {
    const client = await withSample();
    const question = { subject: 'households' as const, year: 2020 };
    const { rows } = await client.tables.rows({ ...question, offset: 0, limit: 2 });
    const householdId = rows[0]?.id ?? '';
    expect(await client.cards.around({ question, rowId: householdId })).toMatchObject({ at: 1, of: 111, previous: null, next: { rowId: rows[1]?.id } });
    const { members, revision } = await client.tables.card({ householdId, year: 2020 });
    const gone = await client.cards.event({ kind: 'leave', householdId, memberIds: [members[0]?.id ?? ''], reason: '死亡', on: '2020-05-03', base: revision });
    expect(gone.label).toContain('减少：死亡');
    await client.cards.addYear({ householdId, year: 2021, copy: true });
    await client.cards.addHelper({ householdId, values: { helperName: '赵试帮' } });
    const { helpers } = await client.tables.card({ householdId, year: 2021 });
    const helper = helpers.find(({ values }) => values['helperName'] === '赵试帮');
    expect((await client.cards.removeHelper({ id: helper?.id ?? '', base: helper?.revision ?? 0 })).label).toContain('赵试帮');
    await client.cards.setAccountingYear({ counted: 'october' });
    expect(await client.tables.card({ householdId, year: 2021 })).toMatchObject({ accountingYear: 'october' });
  });

  it('keeps documents of a household and hands them out again', async () => {
    const client = await withSample();
    const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1 });
    const householdId = rows[0]?.id ?? '';
    const photo = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 256);
    expect(await client.documents.add({ householdId, kind: '房屋照片', files: [new File([photo], '房屋 正面.dat')] })).toMatchObject({ stored: 1, grew: photo.length });
    const { documents, dossier } = await client.documents.list({ householdId, year: 2020 });
    expect(dossier.find(({ key }) => key === 'housePhoto')).toMatchObject({ state: 'stored' });
    const back = await client.documents.read({ id: documents[0]?.id ?? '' });
    expect(back.name).toBe('房屋 正面.dat');
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(photo))).toBe(true);
    expect((await client.documents.folder({ householdId, year: 2020, reason: '迎检' })).name).toContain('一户一档.zip');
    const { row: project } = await client.tables.addEntry({ subject: 'ledger:project', year: 2020, values: { 'project.name': '香菇大棚' } });
    const recordId = project.id;
    expect(await client.documents.add({ recordId, kind: '项目照片', files: [new File([photo], '现场.dat')] })).toMatchObject({ stored: 1, grew: 0 });
    expect((await client.documents.ofRecord({ recordId })).documents).toHaveLength(1);
    expect(await client.documents.counts({ ids: [recordId] })).toEqual({ [recordId]: 1 });
    expect((await client.documents.recordFolder({ recordId, reason: '审计' })).name).toContain('材料.zip');
    expect((await client.dossiers.file({ year: 2020, of: { households: [householdId] } })).name).toMatch(/^一户一档 .+\.pdf$/);
    const of = { scope: 'household', householdId } as const;
    await client.tables.edit({ subject: 'households', id: householdId, year: 2020, field: 'mainCause', text: '', base: (await client.registers.state())?.revision ?? 0 });
    const { sheets, revision: base } = await client.collecting.list({ year: 2020, of });
    expect(sheets[0]?.items).toMatchObject([{ field: 'mainCause', why: 'missing' }]);
    expect(await pdfSays(await client.collecting.page({ year: 2020, of }))).toContain('信息补采单');
    expect((await client.collecting.paper({ year: 2020, of })).name).toBe('补采单_1户.pdf');
    expect((await client.collecting.notePaper({ year: 2020, of })).name).toBe('补采单.pdf');
    expect(await client.collecting.enter({ year: 2020, householdId, base, texts: { [`households/${householdId}/mainCause`]: '因病' } })).toMatchObject({ written: 1 });
  });

  it('makes reports, freezes one, explains it, and notes what left', async () => {
    const client = await withSample();
    const [first] = await client.reports.list();
    expect(first).toMatchObject({ key: 'households', period: 'year' });
    const { made, frozen } = await client.reports.make({ report: 'villages', period: '2020' });
    expect([made.figures['sum/合计/people']?.value, frozen]).toEqual([208, null]);
    expect(await pdfSays(await client.reports.page({ report: 'villages', period: '2020' }))).toContain('村级情况汇总表');
    const file = await client.reports.take({ report: 'villages', period: '2020', level: 'reduced', as: 'xlsx', freeze: true });
    expect(file.name).toBe('2020年村级情况汇总表.xlsx');
    const [sent] = await client.reports.frozen({ report: 'villages' });
    const number = sent?.number ?? 0;
    expect(await client.reports.frozenOne({ number })).toMatchObject({ explained: [] });
    expect(new Uint8Array(await (await client.reports.frozenFile({ number })).arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()));
    expect((await client.reports.prose({ report: 'five-groups', period: '2020-03' })).frozen).toBeNull();
    await client.pins.pin({ name: '多少户', of: { kind: 'rows', question: { subject: 'households', year: 2020 } } });
    const [pin] = await client.pins.list({ year: 2020 });
    expect(pin).toMatchObject({ answer: '111户208人' });
    expect(await pdfSays(await client.pins.page({ year: 2020 }))).toContain('111户208人');
    expect(await client.pins.unpin({ id: pin?.id ?? '', base: pin?.revision ?? 0 })).toBeNull();
    expect(await client.reports.write({ report: 'five-groups', period: '2020-03', place: 'items/industry/problem', text: '缺技术' })).toMatchObject({ revision: 4 });
    const [household] = (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1 })).rows;
    const { number: copied } = await client.outgoing.copied({ columns: ['证件号码'], households: [household?.id ?? ''], members: [], rows: 1, masked: false });
    expect(await client.outgoing.list({})).toMatchObject({ total: 3, rows: [{ purpose: '复制到剪贴板', level: 'full' }, { purpose: '再取上报原件' }, { purpose: '上报' }] });
    expect(await client.walls.printing({ year: 2020, of: { scope: 'household', householdId: household?.id ?? '' } })).toMatchObject({ pdf: { name: '上墙表.pdf', type: 'application/pdf' } });
    expect((await client.outgoing.list({ householdId: household?.id })).rows[0]).toMatchObject({ purpose: '打印上墙表', level: 'house', households: 1 });
    expect(await client.outgoing.whose({ number: copied })).toMatchObject([{ householdId: household?.id, here: true }]);
  });

  it('fills blank forms, and remembers them', async () => {
    const client = await withSample();
    const blank = new File([Uint8Array.from(personCard())], '证明.xlsx');
    expect(await client.templates.look({ blank })).toMatchObject({ kind: 'xlsx', remembered: null, form: { each: 'person' } });
    expect(await client.templates.count({ blank, who: { by: 'all' }, year: 2020 })).toMatchObject({ fillings: expect.any(Number) as number });
    const [someone] = (await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 1 })).rows;
    const filled = await client.templates.fillIn({ blank, who: { by: 'rows', subject: 'people', ids: [someone?.id ?? ''] }, year: 2020, level: 'reduced' });
    expect(filled.name).toBe(`证明_${String(someone?.values['name'])}（内部使用，号码遮住）.xlsx`);
    const [form] = await client.templates.list();
    expect(await client.templates.rename({ id: form?.id ?? 0, name: '身份证明' })).toMatchObject({ name: '身份证明', uses: 1 });
    const given = await client.templates.export({});
    expect(await client.templates.forget({ id: form?.id ?? 0 })).toBeNull();
    expect(await client.templates.import({ file: given })).toEqual({ taken: 1 });
    const { error } = await safe(client.templates.look({ blank: 99 }));
    expect(isDefinedError(error) && error.data).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('checks, exports and makes the walls', async () => {
    const client = await withSample();
    const checked = await client.checking.run({});
    expect(checked.findings.filter(({ grade }) => grade === 'E')).toEqual([]);
    const finding = checked.findings[0];
    const { id } = await client.checking.exempt({ finding: finding?.id ?? '', householdId: finding?.householdId ?? '', reason: '属实' });
    expect((await client.checking.run({ keep: true })).exemptions).toMatchObject([{ id, state: 'holds' }]);
    expect(await client.checking.endExemption({ id })).toBeNull();
    expect(await client.checking.setLimit({ limit: 'officeLine', from: 2020, value: 7000, why: '试' })).toBeNull();
    expect(await client.checking.switchRule({ rule: 'R086', off: true, why: '试' })).toBeNull();
    const own = { grade: 'I' as const, title: '试', why: '', remedy: '看', source: '', scope: 'people' as const, when: { field: 'name', is: 'blank' as const }, field: 'name' };
    expect(await client.checking.saveRule({ rule: own })).toMatchObject({ rule: { id: 'Z001' }, fault: '' });
    const pack = await client.checking.exportRules({ name: '办', version: '1' });
    expect(await client.checking.importRules({ file: pack })).toEqual({ name: '办', version: '1', taken: [] });
    expect(await client.checking.rules({})).toMatchObject({ own: [{ rule: { title: '试' } }] });
    expect(await client.checking.removeRule({ rule: 'Z001' })).toBeNull();
    expect(await client.checking.switchRule({ rule: 'R086', off: false, why: '' })).toBeNull();
    expect(await client.checking.setLimit({ limit: 'officeLine', from: 2020, value: null, why: '' })).toBeNull();
    expect((await client.checking.export({})).name).toMatch(/^核对结果_2020年度_/);
    const planned = await client.importing.plan({ files: files.slice(0, 1) });
    expect(await client.checking.ofPlan({ batch: planned.batch })).toEqual({ households: 0, fresh: [], mended: 0 });
    await client.importing.discard({ batch: planned.batch });
    const [someone] = (await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1 })).rows;
    expect(await client.checking.ofHouseholds({ ids: [someone?.id ?? ''] })).toEqual(checked.findings.filter(({ householdId }) => householdId === someone?.id));
    const sheet = await client.papers.exportSheet({ level: 'full', reason: '上报', subject: 'households', year: 2020 });
    expect(sheet.name).toBe('户信息_2020年度_111户.xlsx');
    expect((await client.importing.plan({ files: [sheet] })).counts.same).toBe(111);
    expect((await client.walls.kinds()).map(({ key }) => key)).toContain('policies');
    expect(await client.walls.budget({ year: 2020, of: { scope: 'all' }, lists: false })).toMatchObject({ households: 111, sheets: 333 });
    expect(await (await client.walls.file({ year: 2020, of: { scope: 'all' } })).slice(0, 5).text()).toBe('%PDF-');
    expect((await pagesSaid(await client.walls.page({ year: 2020, of: { scope: 'all' }, lists: false }))).filter((page) => page.startsWith('家庭收支情况'))).toHaveLength(111);
    expect(await client.walls.revisit({ year: 2020 })).toEqual([]);
  });

  it('follows problems from a finding to the second person who closes them, and hangs them', async () => {
    const { client } = await imported();
    const [finding] = (await client.checking.run({})).findings;
    expect(await client.problems.open({ findings: [finding?.id ?? ''], values: { 'problem.owner': '孙试责' } })).toMatchObject({ made: 1, already: 0 });
    const { id } = await client.problems.add({ values: { 'problem.text': '公示不全', 'problem.source': '审计', 'problem.foundOn': '2020-03-10' } });
    const now = async () => (await client.problems.list()).rows.find((row) => row.id === id);
    expect(await client.problems.change({ id, base: (await now())?.revision ?? 0, values: { 'problem.measure': '补公示' } })).toEqual({ label: '改整改台账：公示不全' });
    await client.problems.done({ id, base: (await now())?.revision ?? 0, by: '孙试责', files: [new File(['改了'], '说明.txt')] });
    expect(await client.problems.close({ id, base: (await now())?.revision ?? 0, by: '周试复' })).toMatchObject({ label: expect.stringContaining('销号') as string });
    expect(await now()).toMatchObject({ state: 'closed', evidence: [{ name: '说明.txt' }] });
    expect(await client.problems.reopen({ id, base: (await now())?.revision ?? 0, why: '没有公示' })).toMatchObject({ label: expect.stringContaining('重新打开') as string });
    expect(await client.problems.follow({})).toEqual({ proposed: 0, reopened: 0 });
    expect((await client.problems.export({ level: 'reduced' })).name).toMatch(/^整改台账_.*_2条\.xlsx$/);
    expect(await pdfSays(await client.problems.posterPage({}))).toContain('脱贫攻坚问题整改清单');
    expect(await (await client.problems.poster({})).slice(0, 5).text()).toBe('%PDF-');
    expect((await client.problems.notePoster({ of: 'all' })).name).toBe('问题清单上墙.pdf');
  });

  it('measures the plan, tells the duties, keeps what the office says of them', async () => {
    const { client } = await imported();
    const on = { year: 2020, day: '2020-04-20' };
    const board = await client.plan.board(on);
    expect([board.rows.length, board.rows.find(({ row }) => row === 'S41')]).toMatchObject([75, { target: 111, actual: 111, state: 'met' }]);
    expect(await client.plan.target({ ...on, row: 'S46' })).toMatchObject({ state: 'none', actual: null, remarks: [expect.stringContaining('109') as string] });
    expect(await client.plan.say({ year: 2020, of: 'S53', what: 'number', value: '6', why: '区里加了一个' })).toBeNull();
    expect((await client.plan.target({ ...on, row: 'S53' })).changes).toMatchObject([{ what: 'number', value: '6', why: '区里加了一个' }]);
    expect(await client.plan.mark({ duty: 'district-study', who: '区委、区政府', due: '2020-03-31', state: '免办', why: '疫情防控' })).toBeNull();
    expect((await client.plan.duties(on)).counts.excused).toBe(1);
    expect((await client.plan.dutiesOf({ ...on, who: '区财政局' })).map(({ duty }) => duty)).toContain('fund-check');
    expect(await (await client.plan.calendar({ ...on, who: '区财政局' })).text()).toContain('BEGIN:VEVENT');
    await client.tables.addEntry({ subject: 'ledger:posting', values: { 'posting.subject': '资金公示', 'posting.from': '2020-04-10' } });
    expect(await client.plan.money(on)).toMatchObject({ funds: [], came: 0, postings: [{ days: 11, enough: true }] });
    expect(await client.plan.sayDay({ day: '2020-04-20', kind: '放假', why: '通知' })).toBeNull();
    expect((await client.plan.days({ year: 2020 })).filter(({ own }) => own)).toHaveLength(1);
    expect((await client.plan.exportAid({ ...on, key: 'education', level: 'reduced' })).name).toMatch(/^测算_.*\.xlsx$/);
    expect((await client.plan.exportMoney({ ...on, level: 'reduced' })).name).toBe('资金流向_2020-04-20.xlsx');
    expect(await client.plan.aid({ year: 2020, key: 'education' })).toMatchObject({ lines: { length: 11 }, lacks: '' });
    expect((await client.plan.parameters({ year: 2020 })).find(({ key }) => key === 'seniorAid')?.steps).toMatchObject([{ from: '2020-01-01', value: 2000, own: false }]);
  });

  it('sends out a month, looks at what came back, writes its steps down', async () => {
    const { client } = await imported();
    const { files: books } = await client.cycle.make({ period: '2020-03', due: '2099-12-31', as: 'files', level: 'reduced' });
    const months = async () => (await client.cycle.year({ year: 2020 })).months;
    expect((await months())[2]?.offices).toHaveLength(books.length);
    expect((await client.cycle.make({ period: '2020-03', due: '2099-12-31', level: 'reduced' })).files.map(({ name }) => name)).toEqual([`2020年3月月度填报表_${books.length}份.zip`]);
    expect(await client.cycle.look({ files: books.slice(0, 1), period: '2020-03' })).toMatchObject([{ ok: true, rows: 0 }]);
    expect(await client.cycle.done({ period: '2020-03', step: 'check', on: '2020-03-30', by: '试办' })).toMatchObject({ label: '记2020年3月核对已办' });
    expect(await client.cycle.standings({ period: '2020-03' })).toHaveLength(books.length);
    expect(await pdfSays(await client.cycle.paperPage({ period: '2020-03', paper: 'minutes' }))).toContain('调度会纪要');
    expect(await (await client.cycle.paper({ period: '2020-03', paper: 'bulletin', as: 'pdf' })).slice(0, 5).text()).toBe('%PDF-');
    expect(await pdfSays(await client.cycle.notePaper({ period: '2020-03', paper: 'missing' }))).toContain('未交');
  });

  it('fills in forms household by household, and takes new ones', async () => {
    const { client } = await imported();
    expect((await client.sweeps.forms()).map(({ sort }) => sort)).toEqual(['排查', '普查', '观测', '对账']);
    const asked = { form: 'sweep', round: '2020' };
    const { places, lines } = await client.sweeps.progress(asked);
    expect(places.at(-1)).toMatchObject({ households: 111, people: 208, entered: 0 });
    const householdId = lines[0]?.householdId ?? '';
    const { items, revision: base } = await client.sweeps.sheet({ ...asked, householdId });
    const answers = Object.fromEntries(items.map(({ item }, at) => [item.key, at === 0 ? { answer: '有问题', reason: '没有走访' } : { answer: '没有问题', reason: '' }]));
    expect(await client.sweeps.enter({ ...asked, householdId, entry: 'first', base, typist: '孙试录', answers })).toMatchObject({ state: 'first' });
    const again = { ...answers, [items[1]?.item.key ?? '']: { answer: '有问题', reason: '缺一项' } };
    expect(await client.sweeps.enter({ ...asked, householdId, entry: 'second', base: base + 1, typist: '周试录', answers: again })).toMatchObject({ state: 'differs' });
    expect(await client.sweeps.settle({ ...asked, householdId, base: base + 2, choices: { [items[1]?.item.key ?? '']: 'first' } })).toMatchObject({ label: expect.stringContaining('核定') as string });
    expect(await client.sweeps.ofHousehold({ householdId, year: 2020 })).toContainEqual(expect.objectContaining({ form: 'sweep', state: 'settled', wrong: [expect.objectContaining({ reason: '没有走访' })] }));
    expect((await client.sweeps.results(asked)).wrong).toMatchObject([{ reason: '没有走访' }]);
    expect(await client.sweeps.open({ ...asked, values: {} })).toMatchObject({ made: 1 });
    expect((await client.sweeps.export({ ...asked, level: 'reduced' })).name).toBe('三落实三精准三保障大排查_2020.xlsx');
    const of = { scope: 'household' as const, householdId };
    expect(await pdfSays(await client.sweeps.paperPage({ ...asked, of }))).toContain('受访人签字');
    expect(await (await client.sweeps.paper({ ...asked, of })).slice(0, 5).text()).toBe('%PDF-');
    expect((await client.sweeps.notePaper({ ...asked, of })).type).toBe('application/pdf');
    const file = await client.sweeps.exportForm({ form: 'sweep' });
    expect(await client.sweeps.importForm({ file })).toMatchObject({ title: '三落实三精准三保障大排查' });
    expect(await client.sweeps.removeForm({ form: 'sweep' })).toMatchObject({ label: expect.stringContaining('去掉') as string });
  });

  it('holds other accounts and what happened against the register', async () => {
    const { client } = await imported();
    const { rows, exportedAt } = await client.accounts.accord({ year: 2020 });
    expect([rows.length, exportedAt === '', rows.every(({ accounts }) => accounts.system.state === 'same')]).toEqual([111, false, true]);
    expect((await client.accounts.exportAccord({ year: 2020, level: 'reduced' })).name).toBe('账账相符_2020.xlsx');
    expect(await client.accounts.discipline({ year: 2020 })).toMatchObject({ line: 5000 });
    expect((await safe(client.accounts.exportDiscipline({ year: 2031, level: 'reduced' }))).error).toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  });

  it('draws, shows and notes in an inspection, and hands on what was found', async () => {
    const client = await withSample();
    const { number } = await client.inspections.start({ occasion: '县级自查', unit: '自查一组' });
    expect(await client.registers.current()).toMatchObject({ inspection: { number, occasion: '县级自查', unit: '自查一组' } });
    expect((await client.inspections.frames({ year: 2020 }))[0]).toMatchObject({ key: '', households: 111 });
    expect(await client.inspections.draw({ count: 3, stratum: 'town', seed: '1' })).toMatchObject({ size: 111, wanted: 3 });
    const [first] = (await client.inspections.record({ number })).households;
    const { household } = await client.inspections.replace({ household: first?.number ?? 0, reason: '住院' });
    const left = (await client.inspections.record({ number })).households.map(({ householdId }) => householdId);
    expect((await safe(client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 5 }))).error).toMatchObject({ data: { code: 'INSPECTING' } });
    const { numbers, topics } = await client.inspections.look({ household });
    expect(await client.inspections.unmask({ household, key: numbers[0]?.key ?? '', reason: '核对证件' })).toMatchObject({ text: expect.stringMatching(/\d/) as string });
    expect((await safe(client.inspections.document({ household, id: 'x', reason: '核对证件' }))).error).toMatchObject({ data: { code: 'NOT_FOUND' } });
    expect(await (await client.inspections.dossier({ households: [household] })).slice(0, 5).text()).toBe('%PDF-');
    const told = await client.inspections.note({ household, result: 'different', topic: topics[0]?.key ?? '', said: '不是' });
    await client.inspections.takeBack({ finding: (await client.inspections.note({ household, result: 'same' })).number, reason: '记错了' });
    expect((await safe(client.inspections.name({ whom: '没有的人', reason: '点名' }))).error).toMatchObject({ data: { code: 'NOT_FOUND' } });
    for (const paper of ['list', 'record'] as const) {
      for (const file of [await client.inspections.page({ number, paper }), await client.inspections.notePage({ number, paper })]) expect(await file.slice(0, 5).text()).toBe('%PDF-');
      expect((await client.inspections.file({ number, paper, as: 'xlsx' })).name).toMatch(/\.xlsx$/);
    }
    expect(await client.inspections.shown({ number })).toMatchObject({ total: 7 });
    await client.inspections.end({});
    expect(await client.inspections.list()).toMatchObject([{ number, households: 3, endedBy: '试用员' }]);
    expect(await client.inspections.toProblems({ number, findings: [told.number] })).toMatchObject({ made: 1 });
    expect(left).toHaveLength(4);
  });

  it('tells how far it is, and stops when told to, with nothing half done', async () => {
    const { client } = connection;
    await client.registers.create({ name: '册', office: '办', workingYear: 2020, areas: [] });
    const job = crypto.randomUUID();
    const seen: Progress[] = [];
    const watching = (async () => {
      for await (const progress of await client.jobs.watch({ job })) seen.push(progress);
    })();
    const plan = await client.importing.plan({ files, job });
    await watching;
    expect(seen.at(-1)?.finished).toBe(true);
    expect(seen.some(({ what }) => what.startsWith('正在'))).toBe(true);
    const commit = crypto.randomUUID();
    const stopped = safe(client.importing.commit({ batch: plan.batch, job: commit }));
    for await (const _ of await client.jobs.watch({ job: commit })) {
      await client.jobs.cancel({ job: commit });
      break;
    }
    const { error } = await stopped;
    // Where the whole commit was quicker than the order to stop, it is whole.
    expect((await client.registers.current())?.people).toBe(error ? 0 : 208);
    if (error) expect(isDefinedError(error) && error.data.code).toBe('CANCELLED');
  });
});
