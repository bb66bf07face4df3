/** The frame of the window in words. */

export const shellWords = {
  navigation: '主导航',
  intake: '收件',
  tasks: '待办',
  search: '查找',
  today: '今日',
  supervise: '督查',
  standIns: '代岗',
  admin: '事项',
  window: (no: number) => `${no}号窗口`,
  badge: (badge: string) => `工号 ${badge}`,
  partyMember: '中共党员',
  readOnly: (cause: string) => `${cause}。本机现在只能查看，不能办理；已保存的件都在。请到另一窗口办理，并告知管理员。`,
  nearlyFull: (megabytes: number) =>
    `磁盘只剩 ${megabytes.toLocaleString('zh-CN')} MB，本机暂停收新件；已保存的件都在。请告知管理员清理磁盘。`,
} as const
