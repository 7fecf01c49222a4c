import { expect, test } from 'vitest';
import { makeZip } from '../fixtures/workbooks/make-zip.ts';
import { readAll, readRows, refusalOf } from './read-all.ts';

function ods(tables: string, styles = ''): Buffer {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c" xmlns:style="s"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}
const cell = (text: string, attributes = ''): string => `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;

test('types, repeats, blanks, notes and hidden sheets', async () => {
  const rows =
    `<table:table-row>${cell('姓名')}${cell('重', ' table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="2"><table:table-cell/>${cell('甲<text:s text:c="2"/>乙</text:p><text:p>丙<text:line-break/>丁')}</table:table-row>` +
    `<table:table-row><table:table-cell office:value-type="float" office:value="9.9E+017"><text:p>1</text:p></table:table-cell>` +
    `<table:table-cell office:value-type="date" office:date-value="2019-03-01"><text:p>3月1日</text:p></table:table-cell>` +
    `<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>` +
    `<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>` +
    `<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>正文</text:p></table:table-cell></table:table-row>` +
    `<table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>`;
  const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
  const { format, sheets } = await readAll(ods(`<table:table table:name="人员">${rows}</table:table><table:table table:name="藏" table:style-name="ta2"><table:table-row>${cell('乙')}</table:table-row></table:table>`, styles));
  expect(format).toBe('ods');
  expect(sheets).toEqual([
    {
      name: '人员',
      hidden: false,
      rows: [
        { number: 1, cells: ['姓名', '重', '重'] },
        { number: 5, cells: ['', '甲  乙\n丙\n丁'] },
        { number: 6, cells: ['', '甲  乙\n丙\n丁'] },
        { number: 7, cells: [{ type: 'number', text: '9.9E+017' }, { type: 'date', text: '2019-03-01' }, { type: 'boolean', text: 'TRUE' }, { type: 'error', text: '#N/A' }, '正文'] },
      ],
    },
    { name: '藏', hidden: true, rows: [{ number: 1, cells: ['乙'] }] },
  ]);
});

test('repeats without end are refused', async () => {
  const wide = ods(`<table:table table:name="甲"><table:table-row>${cell('x', ' table:number-columns-repeated="2000000000"')}</table:table-row></table:table>`);
  expect((await refusalOf(wide, '宽.ods')).code).toBe('SHEET_TOO_WIDE');
  const long = ods(`<table:table table:name="甲"><table:table-row table:number-rows-repeated="2000000000">${cell('x')}</table:table-row></table:table>`);
  expect((await refusalOf(long, '长.ods')).code).toBe('FILE_TOO_LARGE');
  expect(await readRows(ods('<table:table table:name="甲"/>'))).toEqual([]);
});
