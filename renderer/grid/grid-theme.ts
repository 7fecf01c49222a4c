import { themeQuartz } from 'ag-grid-community';

/** Px of a row. */
export const rowHeight = 28;

export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 13,
  headerFontWeight: 600,
  spacing: 5,
  rowHeight,
  headerHeight: 30,
  accentColor: '#23496f',
  foregroundColor: '#1d1b19',
  headerBackgroundColor: '#f7f5f1',
  borderColor: '#dedbd5',
  columnBorder: true,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  rowHoverColor: '#faf8f5',
  selectedRowBackgroundColor: '#f6ebe8',
  cellHorizontalPadding: 8,
});
