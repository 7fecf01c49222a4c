import { numberOf, textOf, type Values } from '../register/facts.ts';
import { isAble, works } from '../register/who.ts';
import { isYes, type MatchSubject, type TheirRow } from './match-subject.ts';

/** The house as the register has it: 危房户, or a house of level C or D. */
function dangerous(person: Values): string | null {
  if (isYes(person, 'dangerousHouse')) return '登记册记着危房户';
  return /^[CD]/.test(textOf(person, 'houseLevel')) ? `危房级别 ${textOf(person, 'houseLevel')}` : null;
}

/** A house that is rebuilt and moved into is no dangerous one any more. */
const rebuilt = (row: TheirRow): boolean => row.text('houseRebuild.finishedOn') !== '' || row.text('houseRebuild.movedOn') !== '' || /竣工|完工|验收|入住|已完成/.test(row.text('houseRebuild.state') || row.text('disabledRebuild.state'));

const hasJob = (values: Values): boolean => works({ values });
const hasWork = (row: TheirRow): boolean => row.text('training.firm') !== '' || row.text('training.joinedOn') !== '' || /^(?!.*(未|没|不|待)).*就业|在岗|务工|入职/.test(row.text('training.after'));

/** What 住建局, 人社局, 农业农村局 and 市场监管 answer for: S17–S19, S30–S32, S50. */
export const livingSubjects: readonly MatchSubject[] = [
  {
    key: 'work', label: '外出务工', topic: '就业', plan: ['S30', 'S50'], kinds: [], about: 'person',
    reads: ['workArea', 'workMonths'],
    expects: (person) => (hasJob(person) ? `登记册写着${textOf(person, 'workArea') || '务工'}` : null),
    columns: ['workArea', 'workMonths', 'workPlace', 'workFirm'],
    compared: [{ field: 'workArea', theirs: (row) => (row.text('workArea') === '' ? '在务工名单上' : null), agrees: hasJob }],
    words: { both: '务工，登记册一致', differ: '务工情况不一致', onlyTheirs: '不在册', onlyRegister: '登记册在务工，名单里没有' },
    hints: { differ: '务工地点、月数和登记册不同：核实后改登记册，收入跟着变。' },
  },
  {
    key: 'training', label: '就业培训', topic: '就业', plan: ['S31', 'S32', 'S50'], kinds: ['training'], about: 'person',
    reads: ['labour', 'workArea', 'workMonths'],
    expects: (person) => (isAble({ values: person }) && !hasJob(person) ? `${textOf(person, 'labour')}，没有务工` : null),
    columns: ['labour'],
    compared: [{ field: 'workArea', theirs: (row) => (hasWork(row) ? '已就业' : null), agrees: hasJob }],
    words: { both: '培训过的在册人员', differ: '培训后就业，登记册没记', onlyTheirs: '不在册', onlyRegister: '有劳力没务工，也没培训' },
    hints: { onlyRegister: '有劳动能力、登记册没有务工，培训名单里也没有：可以推荐培训和岗位。' },
  },
  {
    key: 'housing', label: '危房改造', topic: '住房', plan: ['S17', 'S18', 'S19', 'S50', 'S67', 'S68'], kinds: ['houseRebuild', 'disabledRebuild'], about: 'household',
    reads: ['dangerousHouse', 'houseLevel'],
    expects: dangerous,
    columns: ['dangerousHouse', 'houseLevel'],
    compared: [{
      field: 'dangerousHouse',
      theirs: (row) => (row.text('dangerousHouse') !== '' ? null : rebuilt(row) ? '已改造' : '在危房改造名单上'),
      agrees: (person, theirs) => (dangerous(person) !== null) === (theirs !== '已改造'),
    }],
    words: { both: '在改，登记册一致', differ: '住房情况不一致', onlyTheirs: '不在册', onlyRegister: '危房未列入改造' },
    hints: {
      differ: '正在改造而登记册没记危房，或者已经改完而登记册还记着危房：核实后改登记册。',
      onlyRegister: '登记册记着危房，改造名单里没有：看是否应改未改。',
    },
  },
  {
    key: 'business', label: '经营和大件（工商、农机、车辆）', topic: '经营', plan: ['S50'], kinds: ['farmMachine'], about: 'person', reads: [], columns: [], compared: [],
    words: { both: '在册，要核实', differ: '在册，要核实（人对不上）', onlyTheirs: '不在册', onlyRegister: '名单里没有' },
    hints: { both: '在册人员名下有经营或大件：入户核实，看该不该在册。' },
  },
  {
    key: 'farmSubsidy', label: '惠农补贴', topic: '经营', plan: ['S50'], kinds: ['farmSubsidy'], about: 'household',
    reads: ['farmland'],
    expects: (person) => ((numberOf(person, 'farmland') ?? 0) > 0 ? '登记册有耕地' : null),
    columns: [], compared: [],
    words: { both: '在册，领了补贴', differ: '在册，人对不上', onlyTheirs: '不在册', onlyRegister: '有耕地，没领补贴' },
    hints: { both: '补贴要算进转移性收入，请核对收入。', onlyRegister: '登记册有耕地，补贴名单里没有：可能地已流转，请核实。' },
  },
];
