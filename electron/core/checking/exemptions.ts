import type { ExemptionRow, FindingRow } from '../../../shared/contract/checking.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Whose } from './surroundings.ts';

/** An exemption as it is stored: a record of the ledger `exemption`. */
export interface Exemption {
  readonly id: string;
  readonly householdId: string | null;
  readonly revision: number;
  readonly values: Readonly<Record<string, Stored>>;
}

const texts = {
  all: "SELECT id, householdId, revision, data FROM entry WHERE ledger = 'exemption' ORDER BY id",
  these: "SELECT id, householdId, revision, data FROM entry WHERE ledger = 'exemption' AND householdId IN (SELECT value FROM json_each(?)) ORDER BY id",
} as const;

export const said = ({ values }: Pick<Exemption, 'values'>, key: string): string => String(values[`exemption.${key}`] ?? '');

export function readExemptions(register: RegisterFile, whose: Whose): Exemption[] {
  const rows = (whose === 'all' ? register.sql(texts.all).all() : register.sql(texts.these).all(JSON.stringify(whose))) as { id: string; householdId: string | null; revision: number; data: string }[];
  return rows.map(({ data, ...row }) => ({ ...row, values: JSON.parse(data) as Record<string, Stored> }));
}

const part = (line: string): string[] => line.split('；').filter((each) => each !== '');

/** What became of the values that were excused: those that are no longer so, and those that are new. */
function changesOf(before: string, now: string): string {
  const [old, fresh] = [new Set(part(before)), new Set(part(now))];
  const gone = [...old].filter((each) => !fresh.has(each));
  const come = [...fresh].filter((each) => !old.has(each));
  return `豁免时${gone.length > 0 ? `：${gone.join('、')}` : '没有这些值'}；现在${come.length > 0 ? `：${come.join('、')}` : '空着'}`;
}

/** Holds findings against the exemptions of them, and remembers which exemption met what. */
export class Excusing {
  readonly #today: string;
  readonly #byFinding = new Map<string, Exemption>();
  readonly #all: readonly Exemption[];
  readonly #met = new Map<string, { readonly state: 'holds' | 'changed' | 'expired'; readonly note: string }>();

  constructor(exemptions: readonly Exemption[], today: string) {
    this.#today = today;
    this.#all = exemptions;
    for (const each of exemptions) if (said(each, 'endedOn') === '') this.#byFinding.set(said(each, 'finding'), each);
  }

  /** Whether a finding is excused, or why it is no longer; `line` tells the values as they are now. */
  judge(finding: FindingRow, line: () => string): { readonly excused: boolean; readonly reopened: string } {
    const found = this.#byFinding.get(finding.id);
    if (!found) return { excused: false, reopened: '' };
    const until = said(found, 'until');
    if (until !== '' && until < this.#today) return this.#tell(found, 'expired', `豁免到 ${until}，已经过期`);
    const [before, now] = [said(found, 'excused'), line()];
    if (before !== now) return this.#tell(found, 'changed', changesOf(before, now));
    this.#met.set(found.id, { state: 'holds', note: '' });
    return { excused: true, reopened: '' };
  }

  #tell(exemption: Exemption, state: 'changed' | 'expired', note: string) {
    this.#met.set(exemption.id, { state, note });
    return { excused: false, reopened: note };
  }

  /** Every exemption with what it is now; newest first. */
  list(): ExemptionRow[] {
    return this.#all.map((each): ExemptionRow => {
      const ended = said(each, 'endedOn');
      const met = ended === '' ? this.#met.get(each.id) : { state: 'ended' as const, note: `${said(each, 'endedBy')} ${ended} 终止` };
      return {
        id: each.id,
        finding: said(each, 'finding'),
        rule: said(each, 'rule'),
        householdId: each.householdId,
        whom: said(each, 'person'),
        message: said(each, 'message'),
        reason: said(each, 'reason'),
        evidence: said(each, 'evidence'),
        by: said(each, 'by'),
        on: said(each, 'on'),
        until: said(each, 'until'),
        state: met?.state ?? 'gone',
        note: met?.note ?? '这一处已经查不出疑点',
      };
    }).toReversed();
  }
}
