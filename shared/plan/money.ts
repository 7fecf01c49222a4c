import { numberOf, textOf, type RecordFacts } from '../register/facts.ts';

/** A project or sum that was posted: for how many days so far, and whether that is as long as it must. */
export interface PostedDays {
  readonly subject: string;
  readonly of: string;
  readonly place: string;
  readonly from: string;
  readonly days: number;
  readonly enough: boolean;
}

/** One sum that came in, with what became of it. All in fen. */
export interface FundFlow {
  readonly paper: string;
  readonly kind: string;
  readonly source: string;
  readonly lot: string;
  readonly arrivedOn: string;
  readonly came: number;
  readonly sent: number;
  /** Came and not yet sent on; below zero: more was sent than came. */
  readonly left: number;
  readonly paid: number;
  /** Paid to households with the bank's receipt. */
  readonly receipted: number;
  /** Sent on and not yet with a household; below zero: more was paid than sent. */
  readonly waiting: number;
  readonly projects: readonly string[];
}

export interface MoneyFlow {
  readonly funds: readonly FundFlow[];
  /** Sent on, and no sum that came in bears the number it names; paid out, and nothing that was sent does. */
  readonly sentFromNowhere: number;
  readonly paidFromNowhere: number;
  readonly came: number;
  readonly sent: number;
  readonly paid: number;
}

const sum = (records: readonly RecordFacts[], key: string): number => records.reduce((total, { values }) => total + (numberOf(values, key) ?? 0), 0);

/**
 * Every yuan from the sum that came in, by the number of its paper, over what was sent on, to what reached households. Nothing is
 * spread or guessed: what names no sum is told beside, so that came, sent and paid are always all that the ledgers hold.
 */
export function moneyFlow({ came, sent, paid }: { readonly came: readonly RecordFacts[]; readonly sent: readonly RecordFacts[]; readonly paid: readonly RecordFacts[] }): MoneyFlow {
  const byPaper = Map.groupBy(came, ({ values }) => textOf(values, 'fundIn.paper'));
  const sentFrom = Map.groupBy(sent, ({ values }) => textOf(values, 'fundOut.from'));
  const paidFrom = Map.groupBy(paid, ({ values }) => textOf(values, 'payment.from'));
  // What was sent under one number may come of several sums; a payment belongs to the first of them that names it.
  const claimed = new Set<string>();
  const funds = [...byPaper].map(([paper, own]): FundFlow => {
    const on = paper === '' ? [] : (sentFrom.get(paper) ?? []);
    const papers = [...new Set(on.map(({ values }) => textOf(values, 'fundOut.paper')))].filter((each) => each !== '' && !claimed.has(each));
    for (const each of papers) claimed.add(each);
    const payments = papers.flatMap((each) => paidFrom.get(each) ?? []);
    const [first] = own;
    const values = first?.values ?? {};
    const [inFen, outFen, paidFen] = [sum(own, 'fundIn.amount'), sum(on, 'fundOut.amount'), sum(payments, 'payment.amount')];
    return {
      paper, kind: textOf(values, 'fundIn.kind'), source: textOf(values, 'fundIn.source'), lot: textOf(values, 'fundIn.lot'), arrivedOn: textOf(values, 'fundIn.arrivedOn'),
      came: inFen, sent: outFen, left: inFen - outFen, paid: paidFen, receipted: sum(payments.filter((each) => textOf(each.values, 'payment.receipt') !== ''), 'payment.amount'), waiting: outFen - paidFen,
      projects: [...new Set(on.map((each) => textOf(each.values, 'fundOut.project')).filter((project) => project !== ''))],
    };
  });
  const [cameAll, sentAll, paidAll] = [sum(came, 'fundIn.amount'), sum(sent, 'fundOut.amount'), sum(paid, 'payment.amount')];
  return {
    funds, came: cameAll, sent: sentAll, paid: paidAll,
    sentFromNowhere: sentAll - funds.reduce((total, fund) => total + fund.sent, 0),
    paidFromNowhere: paidAll - funds.reduce((total, fund) => total + fund.paid, 0),
  };
}
