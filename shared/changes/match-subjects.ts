import type { MatchSubject } from './match-subject.ts';
import { educationSubjects } from './match-education.ts';
import { healthSubjects } from './match-health.ts';
import { livingSubjects } from './match-living.ts';
import { securitySubjects } from './match-security.ts';

/**
 * The lists that the plan wants held against the register: 双纳入 (S38), and the seven subjects of S50 — 教育、健康、就业、住房、
 * 经营、农村低保、残疾人 (S46). A new one is an object in one of the files.
 */
export const matchSubjects: readonly MatchSubject[] = [...securitySubjects, ...educationSubjects, ...healthSubjects, ...livingSubjects];

const byKind = new Map(matchSubjects.flatMap((subject) => subject.kinds.map((kind) => [kind, subject] as const)));
const byKey = new Map(matchSubjects.map((subject) => [subject.key, subject]));
if (byKey.size !== matchSubjects.length) throw new Error('Two subjects share a key');

export const findMatchSubject = (key: string): MatchSubject | undefined => byKey.get(key);
export const subjectOfKind = (kind: string): MatchSubject | undefined => byKind.get(kind);

/** Where no subject is: everybody of the register should be on the list. */
export const everybody = 'everybody';
export const everybodyWords = {
  both: '在册，一致',
  differ: '在册，不一致',
  onlyTheirs: '不在册',
  onlyRegister: '名单里没有',
} as const;
