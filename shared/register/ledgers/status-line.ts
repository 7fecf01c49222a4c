import type { Stored } from '../../fields/reading.ts';

type Values = Readonly<Record<string, Stored | undefined>>;

/** One step of a household's way through the years. */
export interface StatusStep {
  /** yyyy-MM or yyyy; '' where nobody wrote down when. */
  readonly on: string;
  /** 识别, 脱贫, 返贫, 纳入监测, 风险消除, 清退. */
  readonly what: string;
  readonly detail: string;
  readonly paper: string;
  /** The record of the ledger `status` that tells it, null where the household's own fields do. */
  readonly record: string | null;
}

const text = (value: Stored | undefined): string => (value === null || value === undefined ? '' : String(value));

/** Whether two days, months or years may be the same day: 2018 and 2018-06. */
const meet = (one: string, other: string): boolean => one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));

/** The household's line in the order of time; undated steps last. What a record tells with its paper, the household's fields need not tell again. */
export function statusLine(household: Values, records: readonly { readonly id: string; readonly values: Values }[]): StatusStep[] {
  const told = records.map(({ id, values }): StatusStep => ({
    on: text(values['status.on']),
    what: text(values['status.kind']),
    detail: text(values['status.detail']),
    paper: text(values['status.paper']),
    record: id,
  }));
  const own: StatusStep[] = [
    { on: text(household['firstIdentified']), what: '识别', detail: '', paper: '', record: null },
    { on: text(household['liftYear']), what: '脱贫', detail: '', paper: '', record: null },
  ];
  const besides = own.filter(({ on, what }) => on !== '' && !told.some((step) => step.what === what && meet(step.on, on)));
  // A year alone stands behind the months that it holds.
  const order = ({ on }: StatusStep): string => (on === '' ? '9999-99' : on.length === 4 ? `${on}-99` : on);
  return [...besides, ...told].toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
