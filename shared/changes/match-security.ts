import { kindOf } from '../register/field.ts';
import { textOf } from '../register/facts.ts';
import { field } from '../register/vocabulary.ts';
import { saysDisabled } from '../register/who.ts';
import { ageIn, isYes, type MatchSubject, onTheList, type TheirRow } from './match-subject.ts';

/** Category of a disabled person by the 19th digit of the certificate. */
const byCertificate = ['', '视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾', '多重残疾'];

/** Kind of disability as their columns have it: 肢体, 肢体残疾人, or the certificate's number alone. */
function disabilityOf(row: TheirRow, ...columns: string[]): string | null {
  for (const column of columns) {
    const written = row.text(column);
    if (written === '' || /^(无|否|—|-|\/)$/.test(written)) continue;
    const reading = kindOf(field('disabilityKind')).read(written.replace(/人$/, ''), { today: '9999-12-31' });
    return reading.ok && typeof reading.value === 'string' ? reading.value : written;
  }
  for (const column of ['identityNo', 'tekunList.disabilityNo']) {
    const certificate = /^\d{17}[\dX]([1-7])[1-4]/i.exec(row.text(column).replace(/\s+/g, ''));
    if (certificate) return byCertificate[Number(certificate[1])] ?? null;
  }
  return null;
}

const stopped = (row: TheirRow): boolean => /停|取消|退出|注销|死亡/.test(row.text('dibaoList.grade'));

/** What 民政局 and 残联 answer for: S33, S38, S46. */
export const securitySubjects: readonly MatchSubject[] = [
  {
    key: 'dibao', label: '低保双纳入', topic: '双纳入', plan: ['S33', 'S38', 'S50'], kinds: ['dibaoList', 'dibaoQuarter'], about: 'person',
    reads: ['dibao', 'householdKind'],
    expects(person) {
      if (isYes(person, 'dibao')) return '登记册记着享受低保';
      return textOf(person, 'dibao') === '' && textOf(person, 'householdKind') === '低保贫困户' ? '户属性是低保贫困户' : null;
    },
    columns: ['dibao'],
    compared: [onTheList('dibao', '是', stopped)],
    words: { both: '名单、登记册都有低保', differ: '登记册漏记或不一致', onlyTheirs: '低保户未入册', onlyRegister: '享而不在名单' },
    hints: {
      differ: '人在低保名单上，登记册没记低保，或者姓名等项对不上：核实后改登记册。',
      onlyTheirs: '享受低保、不在登记册：看是否应纳未纳。',
      onlyRegister: '登记册记着低保，民政名单里没有：可能已经停发，请和民政核实后改登记册。',
    },
  },
  {
    key: 'tekun', label: '特困双纳入', topic: '双纳入', plan: ['S33', 'S35', 'S38'], kinds: ['tekunList'], about: 'person',
    reads: ['tekun', 'householdKind', 'disabilityKind'],
    expects(person) {
      if (isYes(person, 'tekun')) return '登记册记着特困供养';
      return textOf(person, 'tekun') === '' && textOf(person, 'householdKind') === '特困供养贫困户' ? '户属性是特困供养贫困户' : null;
    },
    columns: ['tekun', 'ethnicGroup'],
    compared: [
      onTheList('tekun', '是', (row) => /停|取消|退出|注销|死亡/.test(row.text('tekunList.care'))),
      { field: 'disabilityKind', theirs: (row) => disabilityOf(row, 'tekunList.disabilityKind') },
    ],
    words: { both: '名单、登记册都有特困', differ: '登记册漏记或不一致', onlyTheirs: '特困人员未入册', onlyRegister: '享而不在名单' },
    hints: {
      differ: '人在特困名单上，登记册没记特困供养，或者别的项对不上：核实后改登记册。',
      onlyTheirs: '特困供养、不在登记册：看是否应纳未纳。',
      onlyRegister: '登记册记着特困供养，民政名单里没有：可能已转低保或停发，请和民政核实。',
    },
  },
  {
    key: 'disabled', label: '残疾人', topic: '残疾人', plan: ['S46', 'S50'], kinds: ['disabledList'], about: 'person',
    reads: ['disabilityKind', 'health', 'certificate'],
    expects(person) {
      if (textOf(person, 'disabilityKind') !== '') return `登记册记着${textOf(person, 'disabilityKind')}`;
      if (saysDisabled({ values: person })) return '健康状况写着残疾';
      return textOf(person, 'certificate') === '残疾人证' ? '证件类型是残疾人证' : null;
    },
    columns: [],
    compared: [
      { field: 'disabilityKind', theirs: (row) => disabilityOf(row, 'disabilityKind') },
      { field: 'health', theirs: () => '残疾', agrees: (person) => saysDisabled({ values: person }) },
    ],
    words: { both: '持证，登记册一致', differ: '持证，登记册漏记或不一致', onlyTheirs: '持证残疾人未入册', onlyRegister: '登记册有残疾，名单里没有' },
    hints: {
      differ: '有残疾证，登记册没记残疾或类别不同：按残疾证改登记册。',
      onlyRegister: '登记册写着残疾，残联名单里没有：可能没办证或已注销，请核实。',
    },
  },
  {
    key: 'children', label: '孤儿和困境儿童', topic: '其他保障', plan: [], kinds: ['orphanList'], about: 'person', reads: [], columns: [], compared: [],
    words: { both: '在册儿童', differ: '在册，不一致', onlyTheirs: '不在册', onlyRegister: '名单里没有' },
    hints: { both: '名单上的在册儿童：看监护、入学、低保是不是都落实了。' },
  },
  {
    key: 'elder', label: '高龄补贴', topic: '其他保障', plan: [], kinds: ['elderSubsidy'], about: 'person',
    reads: ['birthDate', 'identityNo'],
    // The subsidy for old age begins at eighty; nobody of the register is asked after on a list of former teachers.
    expects: (person, { year, scope }) => ((ageIn(person, year) ?? 0) >= 80 && (scope.size === 0 || scope.has('高龄')) ? '年满 80 周岁' : null),
    scope: (row) => (/教龄/.test(row.text('elderSubsidy.kind')) ? ['教龄'] : /高龄/.test(row.text('elderSubsidy.kind')) ? ['高龄'] : []),
    columns: [], compared: [],
    words: { both: '在册，已领补贴', differ: '在册，不一致', onlyTheirs: '不在册', onlyRegister: '满 80 岁，名单里没有' },
    hints: { onlyRegister: '年满 80 周岁，高龄补贴名单里没有：看是否应享未享。' },
  },
];
