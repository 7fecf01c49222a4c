import { useCard } from './card-desk.ts';

/** Opens what is blank, to be filled in; nothing where nothing is. */
export function BlankOnes({ count, all, setAll }: { readonly count: number; readonly all: boolean; readonly setAll: (all: boolean) => void }) {
  const { frozen } = useCard();
  if (count === 0) return null;
  return <button type="button" className="link card-more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? '收起空着的' : `还有 ${count} 项空着${frozen ? '' : '，填写'}`}</button>;
}
