import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyFlow } from '../../../shared/plan/money.ts';
import type { RecordFacts } from '../../../shared/register/facts.ts';

const record = (values: RecordFacts['values'], at: number): RecordFacts => ({ id: String(at), memberId: null, year: 2020, values });
const papers = fc.constantFrom('', '甲', '乙', '丙');
const fen = fc.integer({ min: 0, max: 20_000_000 });
const came = fc.array(fc.record({ paper: papers, amount: fen }).map(({ paper, amount }) => ({ 'fundIn.paper': paper, 'fundIn.amount': amount })), { maxLength: 12 });
const sent = fc.array(fc.record({ from: papers, paper: papers, amount: fen }).map(({ from, paper, amount }) => ({ 'fundOut.from': from, 'fundOut.paper': paper, 'fundOut.amount': amount })), { maxLength: 12 });
const paid = fc.array(fc.record({ from: papers, amount: fen, receipt: fc.constantFrom('', '回1') }).map(({ from, amount, receipt }) => ({ 'payment.from': from, 'payment.amount': amount, 'payment.receipt': receipt })), { maxLength: 20 });

test('no yuan is lost and none appears: sums and what names no sum are all that the ledgers hold, for any of them', () => {
  fc.assert(
    fc.property(came, sent, paid, (ins, outs, payments) => {
      const flow = moneyFlow({ came: ins.map(record), sent: outs.map(record), paid: payments.map(record) });
      const total = (of: (fund: (typeof flow.funds)[number]) => number): number => flow.funds.reduce((sum, fund) => sum + of(fund), 0);
      expect(total(({ came: of }) => of)).toBe(ins.reduce((sum, each) => sum + each['fundIn.amount'], 0));
      expect(total(({ sent: of }) => of) + flow.sentFromNowhere).toBe(outs.reduce((sum, each) => sum + each['fundOut.amount'], 0));
      expect(total(({ paid: of }) => of) + flow.paidFromNowhere).toBe(payments.reduce((sum, each) => sum + each['payment.amount'], 0));
      // What names no sum is never below nothing: nothing is counted twice.
      expect(Math.min(flow.sentFromNowhere, flow.paidFromNowhere)).toBeGreaterThanOrEqual(0);
      for (const fund of flow.funds) {
        expect(fund.left + fund.sent).toBe(fund.came);
        expect(fund.waiting + fund.paid).toBe(fund.sent);
        expect(fund.receipted).toBeLessThanOrEqual(fund.paid);
      }
    }),
  );
});

test('the twenty ten-thousands, from the district to the households', () => {
  const flow = moneyFlow({
    came: [record({ 'fundIn.paper': '区财1号', 'fundIn.source': '区级', 'fundIn.amount': 20_000_000 }, 1)],
    sent: [record({ 'fundOut.from': '区财1号', 'fundOut.paper': '区扶1号', 'fundOut.project': '光伏', 'fundOut.amount': 15_000_000 }, 2), record({ 'fundOut.paper': '区扶9号', 'fundOut.amount': 100 }, 3)],
    paid: [record({ 'payment.from': '区扶1号', 'payment.amount': 9_000_000, 'payment.receipt': '回单1' }, 4), record({ 'payment.from': '区扶1号', 'payment.amount': 1_000_000 }, 5), record({ 'payment.amount': 7 }, 6)],
  });
  expect(flow).toMatchObject({ came: 20_000_000, sent: 15_000_100, paid: 10_000_007, sentFromNowhere: 100, paidFromNowhere: 7 });
  expect(flow.funds).toMatchObject([{ came: 20_000_000, sent: 15_000_000, left: 5_000_000, paid: 10_000_000, receipted: 9_000_000, waiting: 5_000_000, projects: ['光伏'] }]);
});
