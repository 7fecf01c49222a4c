import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../shared/checks/rules.ts';
import { packSchema } from '../../../shared/checks/simple/simple-rule.ts';
import { sayingsOf, sayingsOfData, type Saying } from './support/sayings.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** Wordings of others that are read and never said; characters; invented data; SQL. */
const readOnly = [
  /^shared\/sheets\//, /^shared\/templates\/form-words/, /^shared\/fields\/(look-alikes|variant-characters)/, /^electron\/core\/samples\//,
  /^electron\/core\/storage\/(migrations\/|node-version)/, /^electron\/core\/tables\/group-conditions/, /^renderer\/guide\/chapters/,
];
/** What is typed at the command line is Latin; a person at the keyboard of a shell reads it. */
const commandLine = /^electron\/(cli|web)\//;

const files = globSync(['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'resources/{rules,forms,plans}/*.json'], { cwd: root }).map((file) => file.replaceAll('\\', '/')).filter((file) => !readOnly.some((of) => of.test(file)));
const said = new Map<string, readonly Saying[]>(files.map((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  return [file, (file.endsWith('.json') ? sayingsOfData : (text: string) => sayingsOf(file, text))(source)];
}));

/** The sayings that `wrong` finds fault with, each with its place. */
const faults = (wrong: (text: string) => string | null, of: (file: string) => boolean = () => true): string[] =>
  [...said].filter(([file]) => of(file)).flatMap(([file, sayings]) => sayings.flatMap(({ line, text }) => {
    const found = /\b(SELECT|FROM|JOIN|WHERE|IS NOT)\b/.test(text) ? null : wrong(text);
    return found === null ? [] : [`${file}:${line} ${found}: ${text}`];
  }));

const first = (pattern: RegExp) => (text: string): string | null => pattern.exec(text)?.[0] ?? null;

/** Signs between Chinese characters are Chinese ones. Brackets that hold a file's ending or a key are not between them. */
const halfWidth = /[\u4e00-\u9fff”）][,;:!?()]|[,;:!?(][\u4e00-\u9fff“（]/;
/** What developers, programs and other offices call things. */
const developers = /字段|记录集|主键|解析|配置|接口|加载|非法|缓存|线程|进程|服务器|渲染|失败|数据库|异常|无效|undefined|null|NaN|\bID\b|\bid\b|json格式/;
/** One word for one thing; which one: docs/glossary.md. */
const otherWords: Readonly<Record<string, string>> = { 必改: '必须改', 留意: '提示', 吃低保: '享受低保', 撤消: '撤销', 帐: '账', 登陆: '登录', 告诉开发者: '告诉维护人员' };
/** Names, keys, endings of files, sizes of paper, rows of the plan. */
const knownLatin = /^(SHA|Excel|Word|WPS|PDF|Windows|Edge|Chrome|Chromium|Microsoft|Google|Outlook|Ctrl|Shift|Alt|Esc|Enter|Delete|Insert|PageUp|PageDown|[A-Z]|[A-Z]\d{1,3}|MB|OFD|PPT|PNG|JPG|GIF|TIFF|HEIC|WEBP|BMP|RTF|RAR|GZ|z|mht|GB2312|xlsx?|docx?|csv|json|ics|pdf|zip|mingce|et|ods|ttf|v|x)$/;
/** Said at the command line alone, where the commands are Latin; how often a duty comes back, as RFC 5545 writes it. */
const saidToShells = ['请用 layouts 列出记住的版式', '用 reports 看有哪些报表', '例如每月 5 日：FREQ=MONTHLY;BYMONTHDAY=5'];

const foreignIn = (text: string): string | null =>
  /<[a-z]/.test(text) || saidToShells.includes(text) ? null : (text.replaceAll(/\{[^{}]*\}/g, '').match(/[A-Za-z]+\d*/g) ?? []).find((word) => !knownLatin.test(word)) ?? null;

describe('what the program says', () => {
  it('is found where it is said', () => {
    expect(sayingsOf('a.tsx', "const a = { also: ['村(社区)'], label: '村' }; const b = <p>还有 {n} 处</p>; const c = `第 ${n} 行`;").map(({ text }) => text)).toEqual(['村', '还有', '处', '第 ◇ 行']);
    expect([...said.values()].flat().length).toBeGreaterThan(5_000);
  });

  it('has Chinese signs between Chinese characters', () => expect(faults(first(halfWidth), (file) => !commandLine.test(file))).toEqual([]));
  it('has no word of developers', () => expect(faults((text) => first(developers)(text.replaceAll('产业失败', '').replaceAll('扶贫失败', '')), (file) => !commandLine.test(file))).toEqual([]));
  it('calls a thing by one word', () => expect(faults(first(new RegExp(Object.keys(otherWords).join('|'))))).toEqual([]));
  it('writes no day as the machine has it: the field of the browser is its calendar alone', () => {
    expect(files.filter((file) => /type=["']date["']/.test(readFileSync(join(root, file), 'utf8')))).toEqual(['renderer/ui/DayCalendar.tsx']);
  });
  it('has no foreign word', () => expect(faults(foreignIn, (file) => !commandLine.test(file))).toEqual([]));
});

it('a rule says where it comes from in words that an office knows', () => {
  const shipped = globSync('resources/rules/*.json', { cwd: root }).flatMap((file) => packSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))).rules);
  expect([...rules, ...shipped].filter(({ source }) => !/[\u4e00-\u9fff]/.test(source) || foreignIn(source) !== null).map(({ id }) => id)).toEqual([]);
});
