import { benefitsAt, yuan } from '../../../../shared/plan/benefits.ts';
import type { HouseholdFacts } from '../../../../shared/register/facts.ts';
import { withoutNumbers } from '../../../../shared/papers/gate.ts';
import { onPaper } from '../../../../shared/papers/on-paper.ts';
import type { Paper } from '../../../../shared/papers/paper.ts';
import type { WallGround } from './wall-sheet.ts';
import { calledOf, placeOf, wallPlace } from './wall-words.ts';

/** 扶贫政策: what the year's plan promises, and what of it this household may claim, with the sum of what is certain. */
export function policiesPaper(household: HouseholdFacts, { rate }: WallGround): Paper {
  const claims = benefitsAt(rate).flatMap((benefit) => benefit.claims(household).map((claim) => ({ benefit, claim })));
  const sure = claims.reduce((sum, { claim }) => sum + (claim.fen ?? 0), 0);
  const rows = claims.map(({ benefit, claim }) => [benefit.title, benefit.standard, withoutNumbers(claim.who), claim.amount, benefit.office]);
  return {
    key: 'policies',
    called: calledOf(household),
    title: '扶贫政策',
    left: `户主：${onPaper(wallPlace, household.values, 'headName')}`,
    right: placeOf(household),
    blocks: [
      {
        kind: 'table',
        heading: `${household.year}年本户可享受的政策`,
        columns: [
          { head: '政策', share: 20, align: 'left' },
          { head: '标准', share: 29, align: 'left' },
          { head: '享受人', share: 15, align: 'center' },
          { head: '本户金额', share: 18, align: 'center' },
          { head: '找谁办', share: 18, align: 'center' },
        ],
        rows,
      },
      { kind: 'note', text: `${sure > 0 ? `已能算出的各项，全年合计 ${yuan(sure)}。其余各项按规定据实享受。` : '各项按规定据实享受。'}有不清楚的，请问帮扶责任人或村委会，也可拨打扶贫监督电话 12317。` },
    ],
  };
}
