import type { WallBudget } from '../../shared/contract/walls.ts';

/** What the button promises. */
export function goWords(scoped: boolean, kinds: boolean, budget: WallBudget | undefined): string {
  if (!kinds) return '先选上墙表';
  if (!scoped) return '先选一户';
  if (!budget) return '正在数页数';
  if (budget.pages === 0) return '没有要打印的';
  return budget.set === 'house' ? `排版 ${budget.pages} 页（${budget.places} 户）` : `排版 ${budget.pages} 页（${budget.places} 处）`;
}

/** Paper and time before it is printed, and what could be left out. */
export function BudgetWords({ budget, onlyChanged }: { budget: WallBudget; onlyChanged: boolean }) {
  if (budget.pages === 0) return <p className="quiet">{onlyChanged ? '墙上的都和登记册一致。' : '选的范围里没有这几种上墙表。'}</p>;
  const paper = [budget.a4 > 0 ? `A4 纸 ${budget.a4} 张` : '', budget.a3 > 0 ? `A3 纸 ${budget.a3} 张` : ''].filter((part) => part !== '').join('，');
  const lists = budget.pages > budget.sheets && budget.places > 1 ? '（含目录和签收单）' : '';
  return (
    <p className="quiet">
      要用 {paper}{lists}，单面约 {budget.minutes} 分钟。{!onlyChanged && budget.unchanged > 0 && `其中 ${budget.unchanged} 份墙上已经是这样，可以选“只补打变了的”。`}
    </p>
  );
}
