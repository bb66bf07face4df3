/** Lists of cases in words. */

export const listWords = {
  left: '时限',
  number: '编号',
  item: '事项',
  applicant: '申请人',
  stand: '状态',
  turn: '轮到',
  window: '窗口',
  received: '收件时间',
  noWindow: '科室',
  unconfirmed: '待局端确认',
  conflict: '可能冲突',
  jointMark: '会办',
  joint: (names: readonly string[]) => `会办：${names.join('、')}`,
  /** Given to somebody who sits there no longer. */
  was: (name: string) => `原由${name}经办，现已不在这个岗位`,
  wasMark: (name: string) => `原${name}经办`,
  previous: '上一页',
  next: '下一页',
  page: (page: number) => `第 ${page} 页`,
  reading: '正在读取……',
  failed: '这张列表读不出来，已收的件都在。请重新登录后再看；还是不行，请告知管理员。',
} as const
