/** States of a member who no longer belongs to the household: codes-and-income.md, 成员状态. */
export const goneStates: ReadonlySet<string> = new Set(['死亡', '转出', '减少', '删除', '清退']);
