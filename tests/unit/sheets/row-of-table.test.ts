import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { isOtherHeader } from '../../../shared/sheets/other-header.ts';
import { recognise } from '../../../shared/sheets/recognise.ts';
import { rowOfTable } from '../../../shared/sheets/row-of-table.ts';

const header = ['序号', '户编号', '村', '姓名', '证件号码', '与户主关系', '文化程度', '健康状况', '务工时间（月）'];
const rowOf = (...cells: string[]): SheetRow => ({ number: 9, cells });
const sheet = recognise([{ number: 1, cells: header }]);
if (!sheet) throw new Error('the header is not recognised');
const belongs = rowOfTable(sheet);

describe('a row of the table', () => {
  test('is one that has a number, whatever else stands in it', () => {
    const words = fc.constantFrom<string[]>('', '小计', '合计', '注：', '说明', '审核人：', '签字', '姓名', '第 1 页', '0', '-', '1', '户编号', '￥', '张试一');
    const numbers = fc.constantFrom('9900000001', "'9900000001", '９９０００００００１', ' 990 000 000 1', '990504195803120', '9.9E+17');
    fc.assert(
      fc.property(fc.array(words, { minLength: 9, maxLength: 9 }), numbers, fc.constantFrom(1, 4), (cells, number, at) => {
        expect(belongs(rowOf(...cells.toSpliced(at, 1, number)))).toBe(true);
      }),
    );
  });

  test.each([
    [['', '', '', '张试一']],
    [['3', '', '注沟村', '李试二', '', '配偶']],
    [['', '', '金坑村', '', '', '', '', '', '6']],
    [['4', '', '', '阿卜杜热合曼·买买提·试一']],
  ])('may be one without a number: %j', (cells) => {
    expect(belongs(rowOf(...cells))).toBe(true);
  });
});

describe('no row of the table', () => {
  test.each([
    [['', '', '']],
    [['5']],
    [header],
    [['', '户 编 号', '', '姓 名']],
    [['1', '2', '3', '4', '5', '6', '7', '8', '9']],
    [['甲', '乙', '丙', '丁', '1', '2', '3', '4', '5=3+4']],
    [['', '①', '②', '③', '④', '⑤']],
    [['6', '', '', '', '', '', '', '', '0']],
    [['合计', '3户', '', '5人', '', '', '', '', '14']],
    [['7', '小计', '', '', '', '', '', '', '8']],
    [['', '', '台地村小计', '2人']],
    [['注：1.人均纯收入=纯收入÷人口。']],
    [['', '2.本表一式三份。']],
    [['审核人：周帮一', '', '填表人：吴帮二', '', '联系电话：19900009001']],
    [['', '单位负责人签字：', '', '村委会（盖章）']],
    [['', '第 2 页 共 3 页']],
    [['', '二、新增人口']],
  ])('%j', (cells) => {
    expect(belongs(rowOf(...cells))).toBe(false);
  });
});

describe('the header of another table', () => {
  test.each([[['户编号', '户主姓名', '户主证件号码', '帮扶责任人', '单位']], [['健康状况', '证件号码', '姓名', '村', '户编号', '备注一', '备注二']]])('%j is told', (cells) => {
    expect(isOtherHeader(rowOf(...cells))).toBe(true);
    expect(belongs(rowOf(...cells))).toBe(true);
  });
  test.each([[['户主', '低保', '五保', '台地村', '张试一', '健康']], [['户编号', '姓名', '证件号码', '19900000001', '村']], [['是', '否', '是', '否']]])('%j is none', (cells) => {
    expect(isOtherHeader(rowOf(...cells))).toBe(false);
  });
});
