/** The fourteen groups of help, in the order of the provincial card: sheets.md §1.6. */
export const measureGroups = ['产业帮扶', '就业帮扶', '公益岗位帮扶', '金融帮扶', '健康帮扶', '教育帮扶', '义务教育保障', '住房安全保障', '饮水安全保障', '搬迁', '综合保障', '社会帮扶', '基础设施', '生产生活条件改善'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

/** Words of older cards and of the ledger of measures by which a group is meant; the first that a class says counts. */
const words: readonly (readonly [RegExp, MeasureGroup])[] = [
  [/公益/, '公益岗位帮扶'],
  [/义务教育|劝返|控辍/, '义务教育保障'],
  [/教育|雨露|助学|资助|培训|扶志/, '教育帮扶'],
  [/健康|医|签约|救治/, '健康帮扶'],
  [/危房|危改|住房/, '住房安全保障'],
  [/饮水|饮用水/, '饮水安全保障'],
  [/搬迁|安置/, '搬迁'],
  [/金融|信贷|贷款|保险贴/, '金融帮扶'],
  [/低保|特困|养老|兜底|综合|社会保障|临时救助/, '综合保障'],
  [/就业|务工|岗位/, '就业帮扶'],
  [/基础设施|入户路|道路/, '基础设施'],
  [/生产生活|生活条件|厕所/, '生产生活条件改善'],
  [/社会帮扶|慰问|捐|结对/, '社会帮扶'],
  [/产业|种植|养殖|加工|旅游|分红|资产收益/, '产业帮扶'],
];

/** Under which of the groups a written class of measure falls, or null where no word of it tells. */
export const groupOfClass = (written: string): MeasureGroup | null => measureGroups.find((group) => written.trim() === group) ?? words.find(([pattern]) => pattern.test(written))?.[1] ?? null;
