import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '../../core/support/people.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const peopleFile = '人员信息全字段_2020.csv';
const unchanged = ['户信息全字段_2020.xlsx', '2019年度家庭收入.xlsx', '帮扶责任人结对表_2020.xlsx'] as const;

/** The invented provincial workbooks, as a clerk gets them from the command line. */
export function writeSamples(folder: string): void {
  execFileSync(process.execPath, [join(root, 'electron', 'cli', 'main.ts'), 'sample', '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

type Grid = readonly (readonly string[])[];

export const writeCsv = (path: string, rows: Grid): void =>
  writeFileSync(path, `\uFEFF${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`);

/** The people sheet of the samples: CSV in GBK, every cell ="…". */
function readPeople(samples: string): { head: readonly string[]; rows: readonly (readonly string[])[] } {
  const text = new TextDecoder('gbk').decode(readFileSync(join(samples, peopleFile)));
  const [head = '', ...lines] = text.split('\r\n').filter((line) => line !== '');
  return { head: head.split(','), rows: lines.map((line) => [...line.matchAll(/="([^"]*)"/g)].map((cell) => cell[1] ?? '')) };
}

export interface EightFiles {
  readonly folder: string;
  /** Households in which the people sheet says another 民族 than the register. */
  readonly changedHouseholds: number;
  readonly strange: string;
}

/**
 * A folder as an office gets it at the beginning of a month: the people sheet with another 民族 in many households, one
 * wording that no dictionary has, somebody who is gone and somebody new; sheets that are the same as before; three lists of
 * departments; and a sheet of a street office whose headers nobody knows.
 */
export function writeEightFiles(samples: string, folder: string): EightFiles {
  mkdirSync(folder, { recursive: true });
  for (const file of unchanged) copyFileSync(join(samples, file), join(folder, file));
  const { head, rows } = readPeople(samples);
  const at = (name: string): number => head.indexOf(name);
  const cell = (row: readonly string[], name: string): string => row[at(name)] ?? '';
  const changedFor = new Set([...new Set(rows.map((row) => cell(row, '户编号')))].slice(20, 60));
  const gone = rows.find((row) => cell(row, '户编号') === '99050400002' && cell(row, '与户主关系') !== '户主');
  const people = rows.filter((row) => row !== gone).map((row, index) =>
    row.map((value, column) => {
      if (column === at('民族') && changedFor.has(cell(row, '户编号'))) return value === '汉族' ? '满族' : '汉族';
      if (column === at('文化程度') && index >= 4 && index < 7) return '初中毕业';
      return value;
    }),
  );
  const first = rows[0] ?? [];
  const child = identity('20200105', 4);
  const baby = first.map((value, column) => ({ 姓名: '关试新', 性别: '男', 出生日期: '20200105', 证件号码: child, 人口编号: '9905040000199', 与户主关系: '之孙子', 成员联系电话: '', 文化程度: '', 健康状况: '健康', 劳动技能: '无劳动力', 公益性岗位类型: '', '公益性岗位(月数)': '', '务工时间（月）': '', 务工企业名称: '', 务工所在地: '' })[head[column] ?? ''] ?? value);
  writeCsv(join(folder, peopleFile), [head, ...people, baby]);
  const listed = rows.slice(30, 42);
  const who = (row: readonly string[]): [string, string] => [cell(row, '姓名'), cell(row, '证件号码')];
  writeCsv(join(folder, '低保名单_2020.csv'), [['姓名', '证件号码', '等级', '金额', '家庭住址'], ...listed.map((row) => [...who(row), 'A', '520', cell(row, '村')]), ['册外人', identity('19700101', 9), 'B', '430', '外村']]);
  writeCsv(join(folder, '残疾人名单_2020.csv'), [['姓名', '证件号码', '性别', '残疾类别', '残疾等级', '发证时间', '现住址', '联系方式'], ...rows.slice(0, 60).filter((row) => cell(row, '残疾类别') !== '').map((row) => [...who(row), cell(row, '性别'), cell(row, '残疾类别'), '二级', '2018-05-01', cell(row, '村'), ''])]);
  writeCsv(join(folder, '家庭医生签约_2020.csv'), [['家庭成员姓名', '证件号码', '签约医生', '联系电话'], ...rows.slice(0, 20).map((row) => [...who(row), '试医生', '19900008888'])]);
  const strange = '街道核实上报.csv';
  writeCsv(join(folder, strange), [['某街道核实情况'], ['户号码', '名字', '号码', '和户主', '核实情况'], ...rows.filter((row) => ['99050400010', '99050400011', '99050400012', '99050400013'].includes(cell(row, '户编号'))).map((row) => [cell(row, '户编号'), ...who(row), cell(row, '与户主关系'), '已核实'])]);
  return { folder, changedHouseholds: changedFor.size, strange };
}
