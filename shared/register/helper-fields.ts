import { fieldsOf } from './field.ts';

const helper = fieldsOf('helper', '帮扶责任人');

/** One pairing of a household with the person responsible for helping it: sheets.md §1.5. */
export const helperFields = [
  helper('helperName', '帮扶责任人', 'name', { also: ['帮扶人', '帮扶责任人姓名', '帮扶干部', 'HELPPERSON'], secret: 'public', required: true }),
  helper('helperUnit', '帮扶单位', 'text', { also: ['所属单位', '单位名称', '单位', '帮扶责任人单位', 'AAP001'], secret: 'public', width: 40 }),
  helper('helperPost', '帮扶责任人职务', 'text', { also: ['职务', '职务级别'], secret: 'public' }),
  helper('helperPhone', '帮扶人手机号', 'phone', { also: ['帮扶责任人电话', '帮扶人电话', '帮扶责任人联系电话', 'HELPPERSON_PHONE'] }),
  helper('helpFrom', '结对开始时间', 'date', { also: ['开始时间', '帮扶开始时间', 'AAR020'] }),
  helper('helpUntil', '结对终止时间', 'date', { also: ['终止时间', '帮扶结束时间', '结束时间', 'AAR021'] }),
  helper('stationed', '是否驻村队员', 'yesNo', { secret: 'public' }),
] as const;
