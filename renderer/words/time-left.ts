/** How long is left, in words: never by colour alone. */
import type { MovedDay } from '../../shared/case/running-day.ts'

export const timeLeftWords = {
  left: (workdays: number) => (workdays === 0 ? '今天到期' : `余${workdays}个工作日`),
  overdue: (workdays: number) => `超期${workdays}个工作日`,
  standing: (name: string) => `停表 · ${name}`,
  notice: (workdays: number) => (workdays === 0 ? '今天须告知' : `${workdays}个工作日内须告知`),
  deliver: (workdays: number) => (workdays === 0 ? '今天须送达' : `${workdays}个工作日内送达`),
  deliverLate: (workdays: number) => `送达超期${workdays}个工作日`,
  byHour: (moment: string) => `${moment} 前`,
  hourPassed: '已过时限',
  closed: '今天已下班，超期',
  cooling: (day: string) => `冷静期 · ${day}起可来`,
  collect: (workdays: number) => (workdays === 0 ? '今天是来办的最后一天' : `可来办 · 余${workdays}个工作日`),
  notCollected: '逾期未来 · 应办视为撤回',
  both: (promised: string, statutory: string) => `承诺 ${promised} · 法定 ${statutory}`,
  none: '无时限',
  toAccept: '等受理',
  waiting: '等申请人补正',
  pickup: '等申请人领取',
  ended: '已结束',
  provisional: '暂定',
} as const

/** The last day for what. */
export const movedNames: Record<MovedDay['what'], string> = {
  tell: '告知是否受理',
  decide: '办结',
  deliver: '送达',
  collectFrom: '双方可以来办的第一天',
  collectUntil: '双方来办的最后一天',
}
