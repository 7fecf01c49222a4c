import type { CodeList } from '../../fields/code.ts';

const listed = (name: string, ...values: readonly string[]): CodeList => ({ name, values: values.map((value) => ({ value })) });

/** What a problem is about: the items of 三落实、三精准、三保障 and 两不愁, and what inspections find besides (walls-and-forms.md §5.2). */
export const problemClasses = listed(
  '问题类别',
  '责任落实', '政策落实', '工作落实', '识别精准', '帮扶精准', '退出精准', '义务教育', '基本医疗', '住房安全', '饮水安全', '吃穿', '收入', '档案资料', '数据信息', '资金项目', '作风', '其他',
);

/** Who found it. */
export const problemSources = listed('问题来源', '规则核对', '大排查', '大普查', '入户走访', '自查', '上级反馈', '巡视巡察', '督查', '审计', '媒体', '信访');

/** On the spot, or handed down to who is responsible. */
export const problemModes = listed('整改方式', '现场整改', '交办整改');
