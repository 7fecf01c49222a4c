import type { RowPlan, RowWork } from './row-plan.ts';

type Coded = { readonly householdId: string; readonly memberId: string | null } | { readonly refused: RowPlan };

const owner = { household: 'SELECT id AS householdId, NULL AS memberId FROM household WHERE id = ?', member: 'SELECT householdId, id AS memberId FROM member WHERE id = ?' } as const;
const ofEntry = 'SELECT coalesce(m.householdId, e.householdId) AS householdId, e.memberId FROM entry e LEFT JOIN member m ON m.id = e.memberId WHERE e.id = ?';
const gone = { household: '发出以后，这一户已从登记册里去掉了', member: '发出以后，这个人已从登记册里去掉了', entry: '发出以后，这条记录已从登记册里删除了' } as const;

/** Whose row of a sheet that was sent out it is, by its code: also where the number of the person was put right since. Null for a row without one. */
export function coded(work: RowWork): Coded | null {
  const { code } = work.row;
  if (!code || code.of === 'blank') return null;
  const found = work.planning.register.sql(code.of === 'entry' ? ofEntry : owner[code.of]).get(code.id) as { householdId: string; memberId: string | null } | undefined;
  return found ?? { refused: work.outside(code.of === 'household' ? 'householdNo' : 'identityNo', gone[code.of]) };
}
