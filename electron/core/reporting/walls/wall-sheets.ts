import { boardPaper } from './board-paper.ts';
import { cardPaper } from './house-card.ts';
import { householdPaper } from './house-family.ts';
import { helpPaper } from './house-help.ts';
import { incomePaper } from './house-income.ts';
import { policiesPaper } from './house-policies.ts';
import { yieldLedgers, yieldPaper } from './house-yield.ts';
import { measureLedgers } from './measures-of.ts';
import { districtNotices, villageNotices } from './village-notice.ts';
import { villageHelpers, villageList } from './village-sheets.ts';
import { ofHousehold, type WallSheet } from './wall-sheet.ts';

const house = { set: 'house', of: 'household', level: 'house', reads: [] } as const;
const village = { set: 'village', of: 'village', level: 'public', reads: [] } as const;
const board = { set: 'board', level: 'reduced', reads: [], usual: true } as const;

/** The sheets that hang, in the order in which they hang. */
export const wallSheets: readonly WallSheet[] = [
  { ...house, key: 'policies', title: '扶贫政策', about: '今年的政策、本户能享受的金额、找谁办', usual: true, make: ofHousehold(policiesPaper) },
  { ...house, key: 'household', title: '家庭基本情况', about: '家庭情况、成员、帮扶责任人', usual: true, make: ofHousehold((household, { today }) => householdPaper(household, today)) },
  { ...house, key: 'income', title: '家庭收支', about: '今年和去年的收入、支出，逐项对照', usual: true, make: ofHousehold(incomePaper) },
  { ...house, key: 'help', title: '帮扶责任人和脱贫措施', about: '谁帮扶、十四类措施本户享受了什么', usual: false, reads: measureLedgers, make: ofHousehold((household, { today }) => helpPaper(household, today)) },
  { ...house, key: 'card', title: '脱贫明白卡', about: '两不愁三保障、四个季度的收入', usual: false, reads: ['monthlyIncome'], make: ofHousehold((household, { today }) => cardPaper(household, today)) },
  { ...house, key: 'yield', title: '收益确认表', about: '项目收益和补助，签字按手印；没有收益的户不出', usual: false, reads: yieldLedgers, make: ofHousehold(yieldPaper) },
  { ...village, key: 'villageList', title: '贫困户名单', about: '序号、村民小组、户主、人口，左右两栏', usual: true, make: (place, ground) => [{ paper: villageList(place, ground) }] },
  { ...village, key: 'villageHelpers', title: '帮扶责任人一览', about: '每户的帮扶责任人、单位、职务，不写电话', usual: true, make: (place, ground) => [{ paper: villageHelpers(place, ground) }] },
  { ...village, key: 'notice', title: '项目和资金公告公示', about: '项目库里写到本村的项目，每个一张，公示期10天', usual: true, make: villageNotices },
  { ...village, key: 'districtNotice', of: 'district', title: '全区项目公告公示', about: '没有写到某个村的项目，每个一张', usual: true, make: districtNotices },
  { ...board, key: 'districtBoard', of: 'district', title: '全区作战图', about: '户数、原因、收入、政策惠及、各街道情况', make: (place, ground) => [{ paper: boardPaper(place, ground) }] },
  { ...board, key: 'townBoard', of: 'town', title: '乡镇（街道）作战图', about: '每个乡镇（街道）一张，附各村情况', make: (place, ground) => [{ paper: boardPaper(place, ground) }] },
  { ...board, key: 'villageBoard', of: 'village', title: '村作战图', about: '每个村一张，附各小组情况', make: (place, ground) => [{ paper: boardPaper(place, ground) }] },
];
