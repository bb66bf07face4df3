/** The look: deep red (#8f1d22, in the style sheets) for what is the hall's and never for a state, quiet greys for work, large enough to read at arm's length. */
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  cssVar: { key: 'desk' },
  hashed: false,
  zeroRuntime: true,
  token: {
    fontSize: 16,
    colorPrimary: '#3f4650',
    colorInfo: '#3f4650',
    colorLink: '#33475b',
    colorSuccess: '#2f6b3a',
    colorWarning: '#9a6200',
    colorError: '#b3261e',
    colorTextBase: '#1f2328',
    colorSuccessBg: '#edf4ee',
    colorSuccessBorder: '#a9c7ae',
    colorWarningBg: '#fcf4e1',
    colorWarningBorder: '#d9b663',
    colorErrorBg: '#fcecea',
    colorErrorBorder: '#dba7a3',
    colorInfoBg: '#f4f3f1',
    colorInfoBorder: '#cfcbc4',
    colorBgLayout: '#f4f3f1',
    borderRadius: 4,
    controlHeight: 38,
    fontFamily:
      "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', sans-serif",
    motion: false,
  },
  // What says that nothing is there must be readable too.
  components: { Empty: { colorTextDescription: '#5b6470' } },
}
