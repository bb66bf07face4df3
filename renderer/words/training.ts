/** 练习 in words. */

export const trainingWords = {
  badge: '练习',
  enter: '练习',
  enterTitle: '重新打开成练习：单独的数据，不上传，不算数',
  leave: '退出练习',
  people: '练习用户：lianxi.jia（窗口人员）、lianxi.yi（审查和决定），密码都是 lianxi',
  status: '练习中：办的件只在练习里，不上传、不算数；编号都以 99999 开头，文书印“练习—无效”',
} as const
