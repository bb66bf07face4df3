/** What the areas of whoever oversees are called. */

export const areaWords = {
  places: '督查各页',
  figures: '统计',
  inTime: '督办',
  plans: '计划与评比',
  exports: '报送',
  close: '日结',
  ratings: '评价单',
  audit: '稽核',
} as const

/** The password under what is signed. */
export const signatureWords = {
  password: '您的密码',
  remark: '说明（可不填）',
  needPassword: '请输入密码。',
  cancel: '取消',
} as const

/** 补打 of what was signed. */
export const againWords = {
  print: '补打',
  reason: '补打原因（必填）',
  reasons: ['存档补页', '打印不清', '打印机故障', '上级调阅'],
  done: '已送打印，标“补打”',
  cancel: '取消',
} as const
