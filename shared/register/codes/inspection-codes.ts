/** On what occasion somebody comes to look, and as whose finding (`problemSources`) a problem of it stands in the ledger of problems. */
export const inspectionOccasions = [
  { value: '县级自查', source: '自查' },
  { value: '市级交叉检查', source: '上级反馈' },
  { value: '市级抽查', source: '上级反馈' },
  { value: '省级考核', source: '上级反馈' },
  { value: '国家考核', source: '上级反馈' },
  { value: '国家普查', source: '上级反馈' },
  { value: '第三方评估', source: '上级反馈' },
  { value: '督查', source: '督查' },
  { value: '巡视巡察', source: '巡视巡察' },
  { value: '审计', source: '审计' },
  { value: '其他检查', source: '上级反馈' },
] as const;

export const occasionValues: readonly string[] = inspectionOccasions.map(({ value }) => value);

/** Offered where a drawn household cannot be visited; any other reason can be typed. */
export const replaceReasons = ['人不在家', '住院', '外出务工', '已搬走', '联系不上', '道路不通'] as const;

/** Offered where a whole number or an original is asked for. */
export const unmaskReasons = ['检查组要求核对证件', '检查组要求电话核实', '检查组要求核对账号'] as const;

/** What a door said: what the register says, something else, nobody was met. */
export const inspectionResults = ['same', 'different', 'notMet'] as const;
export type InspectionResult = (typeof inspectionResults)[number];
export const inspectionResultWords: Readonly<Record<InspectionResult, string>> = { same: '一致', different: '不一致', notMet: '未见到人' };

/** By what the frame is divided before it is drawn from: field keys of a household; '' for not at all. */
export const strataFields = ['', 'town', 'village', 'householdKind', 'liftState', 'monitoredKind', 'mainCause'] as const;
export type StrataField = (typeof strataFields)[number];
