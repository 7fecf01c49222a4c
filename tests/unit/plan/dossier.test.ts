import { describe, expect, it } from 'vitest';
import { dossier, dossierOf, type DossierDocument } from '../../../shared/plan/dossier.ts';
import { documentKinds } from '../../../shared/register/codes/document-codes.ts';
import type { HouseholdFacts, MemberFacts, Values } from '../../../shared/register/facts.ts';

const member = (id: string, values: Values): MemberFacts => ({ id, householdId: 'h', values: { name: id, ...values } });
const household = (values: Values, ...members: MemberFacts[]): HouseholdFacts => ({ id: 'h', year: 2020, values, lastYear: {}, members, helpers: [], records: {} });
const states = (facts: HouseholdFacts, documents: readonly DossierDocument[] = []) => Object.fromEntries(dossierOf(facts, documents, '2020-06-30').map(({ key, who, state }) => [who === '' ? key : `${key} ${who}`, state]));

describe('the papers that a household must have', () => {
  it('are kinds that the dictionary has', () => {
    const known = new Set(documentKinds.values.map(({ value }) => value));
    expect(dossier.flatMap(({ kinds }) => kinds).filter((kind) => !known.has(kind))).toEqual([]);
    expect(new Set(dossier.map(({ key }) => key)).size).toBe(dossier.length);
  });

  it('go by what the household and its people are', () => {
    const told = states(
      household(
        { householdKind: '低保贫困户', dangerousHouse: '是', liftState: '已脱贫（享受政策）' },
        member('老人', { birthDate: '1950-01-01', health: '长期慢性病、残疾' }),
        member('学生', { birthDate: '2010-01-01', schooling: '小学' }),
        member('逝者', { birthDate: '1930-01-01', memberState: '死亡', health: '残疾' }),
      ),
    );
    expect(told).toMatchObject({ application: 'missing', dibao: 'missing', house: 'missing', exit: 'missing', 'identity 老人': 'missing', 'disability 老人': 'missing', 'school 学生': 'missing', 'death 逝者': 'missing' });
    for (const key of ['tekun', 'relapse', 'monitored', 'identity 学生', 'identity 逝者', 'disability 逝者', 'illness 老人']) expect(told).not.toHaveProperty([key]);
  });

  it('are there by their kind, for that person, of that year; a paper in the cabinet is told apart', () => {
    const facts = household({}, member('甲', { birthDate: '1980-01-01' }), member('乙', { birthDate: '1982-01-01' }));
    const document = (kind: string, more: Partial<DossierDocument> = {}): DossierDocument => ({ id: kind, kind, memberId: null, year: null, stored: true, ...more });
    expect(states(facts, [document('身份证', { memberId: '甲' }), document('收入核算表', { year: 2019 }), document('扶贫手册', { stored: false }), document('走访记录', { year: 2020 })])).toMatchObject({
      'identity 甲': 'stored', 'identity 乙': 'missing', income: 'missing', handbook: 'paper', visit: 'stored',
    });
  });
});
