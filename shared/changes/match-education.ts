import { textOf, type Values } from '../register/facts.ts';
import { kindOf } from '../register/field.ts';
import { field } from '../register/vocabulary.ts';
import { ageIn, type ListFacts, type MatchSubject, type TheirRow } from './match-subject.ts';
import { schoolStages } from './school-stages.ts';

const compulsory = ['小学', '初中'] as const;

/** Where they say that a pupil is: the exact class where they write it as the register does, else the stage. */
function schoolingOf(row: TheirRow): string | null {
  const absence = row.text('pupil.absence');
  if (absence !== '' && !/^(无|在校|否|-|—|\/)$/.test(absence)) return `不在校（${absence}）`;
  for (const column of ['pupil.grade', 'pupil.stage', 'studentAid.stage', 'studentAid.school', 'pupil.school']) {
    const text = row.text(column);
    if (text === '') continue;
    const reading = kindOf(field('schooling')).read(text, { today: '9999-12-31' });
    if (reading.ok && typeof reading.value === 'string') return reading.value;
    const stages = schoolStages(text);
    if (stages.length > 0) return stages.join('或');
  }
  return null;
}

/** A class against a class, else a stage against a stage. */
function sameSchooling(person: Values, theirs: string): boolean {
  const ours = textOf(person, 'schooling');
  if (theirs.startsWith('不在校')) return schoolStages(ours).length === 0;
  const classes = /年级/;
  if (classes.test(ours) && classes.test(theirs)) return ours === theirs;
  const stages = theirs.includes('或') ? theirs.split('或') : schoolStages(theirs);
  return ours === theirs || schoolStages(ours).some((stage) => stages.includes(stage));
}

/** Pupils of the stages that the list is about; where it names none, of the years that everybody must be at school. */
function expectsPupil(person: Values, { year, scope }: ListFacts): string | null {
  const wanted = scope.size === 0 ? new Set<string>(compulsory) : scope;
  const schooling = textOf(person, 'schooling');
  if (schooling === '') {
    const age = ageIn(person, year);
    const ofAge = age !== null && age >= 7 && age <= 15;
    return ofAge && compulsory.some((stage) => wanted.has(stage)) ? `${age} 岁，登记册没写在校生状况` : null;
  }
  return schoolStages(schooling).some((stage) => wanted.has(stage)) ? `登记册写着${schooling}` : null;
}

const words = { both: '在册，一致', differ: '在册，在校情况不一致', onlyTheirs: '不在册' } as const;

/** What 教育局 answers for: S20–S28, S50. */
export const educationSubjects: readonly MatchSubject[] = [
  {
    key: 'pupils', label: '学籍（控辍保学）', topic: '教育', plan: ['S20', 'S50'], kinds: ['pupil'], about: 'person',
    reads: ['schooling', 'birthDate', 'identityNo'],
    expects: expectsPupil,
    scope: (row) => schoolStages(row.text('pupil.stage') || row.text('pupil.grade')),
    columns: ['schooling'],
    compared: [{ field: 'schooling', theirs: schoolingOf, agrees: sameSchooling }],
    words: { ...words, onlyRegister: '该在校，名单里没有' },
    hints: {
      differ: '学籍和登记册说的年级、学段或是否在校不同：核实后改登记册。',
      onlyRegister: '登记册里是在校生或者正在学龄，学籍名单里没有：可能在外地上学，也可能失学辍学，请逐个核实。',
    },
  },
  {
    key: 'studentAid', label: '学生资助', topic: '教育', plan: ['S21', 'S22', 'S23', 'S24', 'S25', 'S26', 'S27', 'S50'], kinds: ['studentAid'], about: 'person',
    reads: ['schooling', 'birthDate', 'identityNo'],
    expects: (person, list) => (textOf(person, 'schooling') === '' ? null : expectsPupil(person, list)),
    scope: (row) => schoolStages(row.text('studentAid.stage') || row.text('studentAid.school')),
    columns: ['schooling'],
    compared: [{ field: 'schooling', theirs: schoolingOf, agrees: sameSchooling }],
    words: { ...words, onlyRegister: '在校，没有资助' },
    hints: { onlyRegister: '登记册里是这个学段的在校生，资助名单里没有：看是否应助未助。' },
  },
];
