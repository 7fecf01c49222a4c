import { expect, test } from 'vitest';
import { sheetCalled, sheetPlace } from '../../../shared/sheets/sheet-place.ts';

test('a text file, which has no sheets, is told once and by its own name; a workbook with its sheet', () => {
  expect(sheetCalled('低保名单_2020.CSV', 'Sheet1')).toBe('低保名单_2020.CSV');
  expect(sheetCalled('低保名单_2020.xlsx', 'Sheet1')).toBe('Sheet1');
  expect(sheetPlace('低保名单_2020.csv', 'Sheet1', 'C12')).toBe('低保名单_2020.csv › C12');
  expect(sheetPlace('低保名单_2020.xlsx', 'Sheet1', 'C12')).toBe('低保名单_2020.xlsx › Sheet1 › C12');
  expect(sheetPlace('低保名单_2020.csv', null)).toBe('低保名单_2020.csv');
});
