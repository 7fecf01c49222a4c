import type { ThemeConfig } from 'antd';

/**
 * One calm, compact theme: ink on white, hairlines, a seal's vermilion for the primary action and the current place.
 * Every colour of text keeps 7:1 on white. The same colours stand in base.css for what is not antd's.
 */
export const ink = '#1d1b19';
export const vermilion = '#a3231a';

export const theme: ThemeConfig = {
  cssVar: { key: 'mingce' },
  hashed: false,
  token: {
    colorPrimary: vermilion,
    colorInfo: '#2b4a6b',
    colorLink: '#23496f',
    colorLinkHover: vermilion,
    colorError: '#9b1c1c',
    colorWarning: '#7a4a00',
    colorSuccess: '#1f5f33',
    colorText: ink,
    colorTextSecondary: '#45423e',
    colorTextTertiary: '#565350',
    colorTextDescription: '#565350',
    colorTextPlaceholder: '#595652',
    colorTextDisabled: '#6b6864',
    colorBorder: '#bdb9b2',
    colorBorderSecondary: '#dedbd5',
    colorSplit: '#e3e0da',
    colorBgLayout: '#ffffff',
    controlItemBgActive: '#f6ebe8',
    controlItemBgHover: '#f4f2ee',
    fontFamily: '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    fontSize: 14,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    controlHeight: 30,
    lineHeight: 1.5,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 10px rgb(29 27 25 / 16%)',
    motion: false,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSize: 14 },
    Table: { headerBg: '#f7f5f1', headerColor: ink, cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, rowHoverBg: '#faf8f5', headerBorderRadius: 0 },
    Tree: { titleHeight: 28, nodeSelectedBg: '#f6ebe8', nodeHoverBg: '#f4f2ee' },
    Segmented: { itemSelectedBg: '#ffffff', trackBg: '#efece6' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Progress: { defaultColor: ink },
  },
};
