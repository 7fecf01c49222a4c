import { Refusal } from '../../../shared/contract/errors.ts';
import type { LimitRow, OwnRule, RuleBookState } from '../../../shared/contract/checking.ts';
import { isLimitKey, limitKeys, limits, limitsIn, type Limit } from '../../../shared/checks/limits.ts';
import { compileRule, RuleFault } from '../../../shared/checks/simple/compile.ts';
import { packSchema, type RulePack, type SimpleRule } from '../../../shared/checks/simple/simple-rule.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';
import { findKeyed, writeKeyed } from '../tables/keyed-record.ts';
import { ruleBookOf } from './rule-book.ts';

/** Sets a threshold from a year on, or takes back what was set. */
export function setLimit(register: RegisterFile, { limit, from, value, why }: { readonly limit: string; readonly from: number; readonly value: number | null; readonly why: string }): void {
  if (!isLimitKey(limit)) throw new Refusal('WRONG_USAGE', `没有“${limit}”这个标准`);
  const { label, unit }: Limit = limits[limit];
  if (value === null) {
    const there = findKeyed(register, 'ruleLimit', { limit, from });
    if (!there) throw new Refusal('NOT_FOUND', `${from} 年没有改过这个标准`, { where: label });
    register.log.run({ kind: 'settings', label: `恢复标准：${label}，${from} 年起` }, (writer) => writer.remove('entry', there.id));
    return;
  }
  if (why.trim() === '') throw new Refusal('VALUE_REFUSED', '改标准要写明依据', { where: label, remedy: '请写文号或来源' });
  register.log.run({ kind: 'settings', label: `改标准：${label}，${from} 年起 ${value} ${unit}` }, (writer) => void writeKeyed(register, writer, 'ruleLimit', { limit, from }, { value, why: why.trim() }));
}

/** Switches a rule off, with the reason, or on again. */
export function switchRule(register: RegisterFile, { rule, off, why }: { readonly rule: string; readonly off: boolean; readonly why: string }): void {
  const known = ruleBookOf(register).rules.find(({ id }) => id === rule);
  if (!known) throw new Refusal('NOT_FOUND', `没有 ${rule} 这条规则`, { remedy: '请在规则列表里选择' });
  const where = `${rule} ${known.title}`;
  if (off) {
    if (why.trim() === '') throw new Refusal('VALUE_REFUSED', '停用规则要写明理由', { where, remedy: '请写清为什么本地不查这一条' });
    register.log.run({ kind: 'settings', label: `停用规则 ${where}` }, (writer) => void writeKeyed(register, writer, 'ruleChoice', { rule }, { why: why.trim() }));
    return;
  }
  const there = findKeyed(register, 'ruleChoice', { rule });
  if (there) register.log.run({ kind: 'settings', label: `启用规则 ${where}` }, (writer) => writer.remove('entry', there.id));
}

/** The own rule can be asked, or the refusal says what is wrong with it. */
function mustCompile(rule: SimpleRule): void {
  try {
    compileRule(rule);
  } catch (error) {
    if (error instanceof RuleFault) throw new Refusal('VALUE_REFUSED', error.message, { where: `规则“${rule.title}”`, remedy: '请改正条件' });
    throw error;
  }
}

const nextId = (taken: readonly string[]): string => {
  for (let number = 1; number <= 999; number++) {
    const id = `Z${String(number).padStart(3, '0')}`;
    if (!taken.includes(id)) return id;
  }
  throw new Refusal('VALUE_REFUSED', '自设规则最多 999 条', { remedy: '请先删除不用的' });
};

/** Writes an own rule: one command. */
export function saveRule(register: RegisterFile, { id, ...rest }: Omit<SimpleRule, 'id'> & { readonly id?: string | undefined }): OwnRule {
  const rule: SimpleRule = { ...rest, id: id ?? nextId(ruleBookOf(register).own.map((own) => own.rule.id)) };
  mustCompile(rule);
  const record = register.log.run({ kind: 'settings', label: `${id === undefined ? '新增' : '修改'}自设规则 ${rule.id} ${rule.title}` }, (writer) => writeKeyed(register, writer, 'ownRule', { rule: rule.id }, { text: JSON.stringify(rule) }));
  return { record, rule, fault: '' };
}

export function removeRule(register: RegisterFile, id: string): void {
  const there = findKeyed(register, 'ownRule', { rule: id });
  if (!there) throw new Refusal('NOT_FOUND', `没有 ${id} 这条自设规则`, { remedy: '只能删除自设的规则；其他规则可以停用' });
  register.log.run({ kind: 'settings', label: `删除自设规则 ${id}` }, (writer) => writer.remove('entry', there.id));
}

export const packOf = (register: RegisterFile, name: string, version: string): RulePack => ({ kind: 'mingce-rules', name, version, rules: ruleBookOf(register).own.map(({ rule }) => rule) });

/** Takes a file of rules in: one command. Rules whose key is taken by another rule get a new one. */
export function takePack(register: RegisterFile, text: string, file: string): { readonly name: string; readonly version: string; readonly taken: string[] } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('NOTHING_RECOGNISED', '这不是规则文件', { where: file, remedy: '请选择从“导出规则”得到的 .json 文件' });
  }
  const pack = packSchema.safeParse(given);
  if (!pack.success) throw new Refusal('NOTHING_RECOGNISED', '规则文件的内容不对', { where: `${file} ${pack.error.issues[0]?.path.join('.') ?? ''}`, remedy: '请向发来文件的单位再要一次' });
  for (const rule of pack.data.rules) mustCompile(rule);
  const own = ruleBookOf(register).own.map(({ rule }) => rule);
  const ids = own.map(({ id }) => id);
  const same = (rule: SimpleRule): boolean => own.some((each) => JSON.stringify({ ...each, id: '' }) === JSON.stringify({ ...rule, id: '' }));
  const fresh = pack.data.rules.filter((rule) => !same(rule)).map((rule): SimpleRule => {
    const id = rule.id.startsWith('Z') && !rule.id.includes('-') && !ids.includes(rule.id) ? rule.id : nextId(ids);
    ids.push(id);
    return { ...rule, id };
  });
  const { name, version } = pack.data;
  if (fresh.length > 0) {
    register.log.run({ kind: 'settings', label: `收下规则“${name}”${version}：${fresh.length} 条` }, (writer) => {
      for (const rule of fresh) writeKeyed(register, writer, 'ownRule', { rule: rule.id }, { text: JSON.stringify(rule) });
    });
  }
  return { name, version, taken: fresh.map(({ id, title }) => `${id} ${title}`) };
}

/** The rules, thresholds and own rules of a register, for the screen that changes them. */
export function ruleBookState(register: RegisterFile, year: number): RuleBookState {
  const book = ruleBookOf(register);
  const now = limitsIn(year, book.limits);
  const set = readRecords(register, 'ruleLimit');
  return {
    limits: limitKeys.map((key): LimitRow => {
      const { label, unit, source, steps }: Limit = limits[key];
      const value = now[key];
      return {
        limit: key,
        label,
        unit,
        source,
        value: value !== null && unit === '元' ? value / 100 : value,
        steps: [
          ...steps.map(([from, each]) => ({ from, value: each, record: null, why: source })),
          ...set.filter(({ values }) => values['ruleLimit.limit'] === key).map(({ id, values }) => ({ from: Number(values['ruleLimit.from']), value: Number(values['ruleLimit.value']), record: id, why: String(values['ruleLimit.why'] ?? '') })),
        ].toSorted((a, b) => a.from - b.from),
      };
    }),
    own: book.own.map(({ record, rule, fault }) => ({ record, rule, fault })),
    rules: book.rules.map(({ id, grade, title, source }) => ({ rule: id, grade, title, source, off: book.off.get(id) ?? null })),
  };
}
