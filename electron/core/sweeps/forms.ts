import census from '../../../resources/forms/census.json' with { type: 'json' };
import handbook from '../../../resources/forms/handbook.json' with { type: 'json' };
import observation from '../../../resources/forms/observation.json' with { type: 'json' };
import sweep from '../../../resources/forms/sweep.json' with { type: 'json' };
import { householdTest, RuleFault } from '../../../shared/checks/simple/compile.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormInfo } from '../../../shared/contract/sweeps.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { formSchema, isRound, roundOn, type Form } from '../../../shared/sweeps/form.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';

let shipped: readonly Form[] | null = null;
export const shippedForms = (): readonly Form[] => (shipped ??= [sweep, census, observation, handbook].map((form) => formSchema.parse(form)));

interface Known {
  readonly form: Form;
  readonly own: string | null;
}

/** Forms that ship, and those that the office brought; an own one of the same key stands in the place of the other. */
export function knownForms(register: RegisterFile): Known[] {
  const own = readRecords(register, 'ownForm').map(({ id, values }): Known => ({ form: formSchema.parse(JSON.parse(String(values['ownForm.text']))), own: id }));
  return [...shippedForms().filter(({ key }) => !own.some(({ form }) => form.key === key)).map((form): Known => ({ form, own: null })), ...own];
}

export function formOf(register: RegisterFile, key: string): Form {
  const found = knownForms(register).find(({ form }) => form.key === key || form.sort === key);
  if (!found) throw new Refusal('NOT_FOUND', `没有“${key}”这张表`, { remedy: '请在“排查普查”里选一张' });
  return found.form;
}

/** The round asked for, else that of today. */
export function roundOf(form: Form, round: string | undefined, today: string): string {
  const wanted = round ?? roundOn(form, today);
  if (!isRound(form, wanted)) throw new Refusal('WRONG_USAGE', `“${form.title}”的期次应为${form.every === 'month' ? '月份，如 2020-03' : '年份，如 2020'}`, { where: wanted });
  return wanted;
}

export const deadlineOf = ({ until }: Form, round: string): string => (until === undefined ? '' : `${round.slice(0, 4)}-${until}`);

export const formList = (register: RegisterFile, today: string): FormInfo[] =>
  knownForms(register).map(({ form, own }) => {
    const { key, title, version, source, sort, every, items } = form;
    const round = roundOn(form, today);
    return { key, title, version, source, sort, every, items, round, own, deadline: deadlineOf(form, round) };
  });

/** What is wrong with a form that came as a file is told before it is taken. */
function mustWork(form: Form, file: string): void {
  const seen = new Set<string>();
  for (const { key, label, known, same, against, choices, wrong } of form.items) {
    const where = `${file} · ${label}`;
    if (seen.has(key)) throw new Refusal('NOTHING_RECOGNISED', `两个项目的编号都是 ${key}`, { where, remedy: '请向发来文件的单位再要一次' });
    seen.add(key);
    const unknown = [...known, ...(same === undefined ? [] : [same])].find((each) => findField(each) === undefined);
    if (unknown !== undefined) throw new Refusal('NOTHING_RECOGNISED', `登记册里没有“${unknown}”这一列`, { where, remedy: '请改正表里的列名' });
    const stray = [...wrong, ...against.map(({ answer }) => answer)].find((each) => choices !== undefined && !choices.includes(each));
    if (stray !== undefined) throw new Refusal('NOTHING_RECOGNISED', `“${stray}”不在可选的答案里`, { where, remedy: '请改正表里的答案' });
    try {
      for (const { when } of against) householdTest(when);
    } catch (error) {
      if (error instanceof RuleFault) throw new Refusal('NOTHING_RECOGNISED', error.message, { where, remedy: '请改正条件' });
      throw error;
    }
  }
}

/** Takes a form in as data: one command. The same key again is its next version. */
export function takeForm(register: RegisterFile, text: string, file: string): { title: string; version: string } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('NOTHING_RECOGNISED', '这不是调查表文件', { where: file, remedy: '请选择从“导出这张表”得到的 .json 文件' });
  }
  const read = formSchema.safeParse(given);
  if (!read.success) throw new Refusal('NOTHING_RECOGNISED', '调查表文件的内容不对', { where: `${file} ${read.error.issues[0]?.path.join('.') ?? ''}`, remedy: '请向发来文件的单位再要一次' });
  const form = read.data;
  mustWork(form, file);
  const there = readRecords(register, 'ownForm').find(({ values }) => values['ownForm.key'] === form.key);
  const content = JSON.stringify(form);
  register.log.run({ kind: 'settings', label: `收下调查表“${form.title}”${form.version}` }, (writer) => {
    if (there) writer.set('entry', there.id, 'ownForm.text', there.values['ownForm.text'] ?? null, content);
    else writer.create('entry', newId(), { ledger: 'ownForm', 'ownForm.key': form.key, 'ownForm.text': content });
  });
  return { title: form.title, version: form.version };
}

export function removeForm(register: RegisterFile, key: string): { label: string } {
  const there = readRecords(register, 'ownForm').find(({ values }) => values['ownForm.key'] === key);
  if (!there) throw new Refusal('NOT_FOUND', '这张表是自带的，不能去掉', { remedy: '只能去掉自己收下的表' });
  const label = `去掉调查表“${formOf(register, key).title}”`;
  register.log.run({ kind: 'settings', label }, (writer) => writer.remove('entry', there.id));
  return { label };
}
