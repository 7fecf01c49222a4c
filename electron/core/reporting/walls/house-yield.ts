import { withoutNumbers } from '../../../../shared/papers/gate.ts';
import { onPaper } from '../../../../shared/papers/on-paper.ts';
import { type Paper, toSign } from '../../../../shared/papers/paper.ts';
import { kindOf } from '../../../../shared/register/field.ts';
import { numberOf, type HouseholdFacts, type Values } from '../../../../shared/register/facts.ts';
import { field } from '../../../../shared/register/vocabulary.ts';
import { calledOf, placeOf, wallPlace } from './wall-words.ts';

interface Line {
  readonly name: string;
  readonly when: string;
  readonly fen: number | null;
}

export const yieldLedgers = ['payment', 'yield'] as const;

const shown = (values: Values, key: string): string => onPaper(wallPlace, values, key);

/** What was paid to the household in the year; where no list of payments says it, its shares of projects, else the dividend of its income. */
function linesOf({ records, year, values }: HouseholdFacts): Line[] {
  const of = (ledger: string) => (records[ledger] ?? []).filter((record) => record.year === null || record.year === year);
  const paid = of('payment').map(({ values: payment }): Line => ({ name: shown(payment, 'payment.kind') || '补助', when: shown(payment, 'payment.on'), fen: numberOf(payment, 'payment.amount') }));
  if (paid.length > 0) return paid;
  const shares = of('yield').map(({ values: share }): Line => ({ name: '产业项目收益', when: '', fen: numberOf(share, 'yield.total') }));
  if (shares.length > 0) return shares;
  const dividend = numberOf(values, 'assetDividend') ?? 0;
  return dividend > 0 ? [{ name: field('assetDividend').label, when: '', fen: dividend }] : [];
}

/** 收益确认表: what the household got from projects and payments, to be signed; null where it got nothing. */
export function yieldPaper(household: HouseholdFacts): Paper | null {
  const lines = linesOf(household);
  if (lines.length === 0) return null;
  const money = (fen: number | null): string => (fen === null ? '' : kindOf(field('assetDividend')).show(fen));
  const sum = lines.reduce((total, { fen }) => total + (fen ?? 0), 0);
  return {
    key: 'yield',
    called: calledOf(household),
    title: '收益确认表',
    left: `户主：${shown(household.values, 'headName')}　家庭人口：${shown(household.values, 'householdSize')}人`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'table',
        heading: `${household.year}年收益（单位：元）`,
        columns: [
          { head: '序号', share: 10, align: 'center' },
          { head: '项目', share: 44, align: 'left' },
          { head: '发放时间', share: 22, align: 'center' },
          { head: '金额', share: 24, align: 'right' },
        ],
        rows: [...lines.map(({ name, when, fen }, at) => [String(at + 1), withoutNumbers(name), when, money(fen)]), ['', '合计', '', money(sum)]],
        summed: true,
      },
      { kind: 'note', text: '以上收益已打入本户一卡通，金额属实，本户确认。' },
      {
        kind: 'facts',
        across: 2,
        pairs: [
          { label: '户主签字\n按手印', value: toSign },
          { label: '村委会\n盖章', value: toSign },
          { label: '经办人', value: toSign },
          { label: '日期', value: '　年　月　日' },
        ],
      },
    ],
  };
}
