import { theme } from 'antd';
import type { ThemeConfig } from 'antd';

/** tokens.css in antd's words; elder mode enlarges type and targets. */
export const themeOf = (elder: boolean): ThemeConfig => ({
  algorithm: elder ? [] : [theme.compactAlgorithm],
  token: {
    colorPrimary: '#1f6f63',
    colorInfo: '#2c4f8a',
    colorLink: '#1a5f8a',
    colorSuccess: '#1f6f63',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorText: '#1d2b2a',
    colorTextSecondary: '#4d5d5b',
    colorTextTertiary: '#5c6a68',
    colorTextPlaceholder: '#6a7775',
    colorBgLayout: '#f5f3ec',
    colorBorder: '#8f978f',
    colorBorderSecondary: '#d9d5c9',
    borderRadius: 8,
    fontSize: elder ? 18 : 14,
    controlHeight: elder ? 48 : 34,
    fontFamily: 'var(--font)',
    // antd waits for its own animations: a style sheet that only shortens them leaves menus where they began.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    wireframe: false,
  },
  components: {
    Layout: { siderBg: '#17433f', headerBg: '#ffffff', headerPadding: '0 20px', headerHeight: 56 },
    Menu: {
      darkItemBg: '#17433f',
      darkItemSelectedBg: '#f5f3ec',
      darkItemSelectedColor: '#17433f',
      darkItemColor: '#dfe9e6',
    },
    Table: { headerBg: '#eeebe1', rowHoverBg: '#f3f6f1' },
    Card: { headerFontSize: elder ? 20 : 15 },
  },
});
