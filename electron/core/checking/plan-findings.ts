import type { PlanFindings } from '../../../shared/contract/checking.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { dataThereNow } from './data-there.ts';
import { lookAt } from './findings-of.ts';
import type { CheckOptions } from './run-checks.ts';

/** Everything found in some households, by id. `dataThereNow`: what is looked at may be taken back. */
const standing = (register: RegisterFile, households: readonly string[], options: CheckOptions) =>
  new Map(lookAt(register, households, options, dataThereNow(register, options.year)).filter(({ excused }) => !excused).map(({ finding }) => [finding.id, finding]));

type Try = <T>(look: (households: readonly string[]) => T) => Promise<T | null>;

/** What a plan would bring: the findings of the households that it writes to, against those that they have now. */
export async function planFindings(register: RegisterFile, options: CheckOptions, tryOut: Try): Promise<PlanFindings | null> {
  const after = await tryOut((households) => ({ households, found: standing(register, households, options) }));
  if (after === null) return null;
  const before = standing(register, after.households, options);
  return {
    households: after.households.length,
    fresh: [...after.found.values()].filter(({ id }) => !before.has(id)),
    mended: [...before.keys()].filter((id) => !after.found.has(id)).length,
  };
}
