import { Later } from './Later.tsx';
import { Problem } from './Problem.tsx';

/** What this has to know of a query. */
interface Query {
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/**
 * Stands where something will stand that is still being read: says so once the wait is felt, and where it came to nothing says that
 * and offers to try again. `what` is what is being read; `doing` stands for more than reading.
 */
export function Reading({ of, what, doing = `读取${what ?? ''}` }: { of: Query; what?: string; doing?: string }) {
  if (of.isError) return <Problem error={of.error} doing={doing} retry={() => void of.refetch()} />;
  return <Later><p className="reading" role="status">正在{doing}……</p></Later>;
}
