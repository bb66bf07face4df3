/** 今日必看 in words. */
import type { MorningList } from '../store/morning.ts'

export const morningWords = {
  title: '今日必看',
  own: (window: number, count: number) => `${window}号窗 ${count}`,
  key: (no: number) => `Alt+${no}`,
  none: '这一项现在没有。',
} as const

export const morningNames: Record<MorningList, string> = {
  overdue: '已超期',
  dueToday: '今天到期',
  owed: '容缺将到期',
  unsent: '昨日未传',
  ready: '待取',
  correcting: '等补正',
  standing: '停着表',
}

/** What stands in the list, for whoever rests the pointer on its number. */
export const morningHints: Record<MorningList, string> = {
  overdue: '过了承诺或者法定时限还没有决定',
  dueToday: '今天是告知或者办结的最后一天',
  owed: '容缺后补的材料今天或下一个工作日到期，或者已经过期',
  unsent: '昨天和以前办的，局端还没有确认',
  ready: '文书或证件已备好，等申请人来取',
  correcting: '已一次性告知，等申请人补材料',
  standing: '有停表文书，时限停着；条件消失要恢复计时',
}

/** What the day is that a list goes by; the others go by the time that is left. */
export const morningDays: Partial<Record<MorningList, string>> = {
  owed: '补齐期限',
  unsent: '办理日期',
  correcting: '告知日期',
  standing: '停表日期',
}
