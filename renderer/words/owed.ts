/** 容缺 in words: how long is left, and what may be done once the day has passed. */
import { timeLeftWords } from './time-left.ts'

export const owedWords = {
  left: timeLeftWords.left,
  passed: (workdays: number) => `已过${workdays}个工作日`,
  until: (day: string, left: string) => `容缺，${day}前补齐（${left}）`,
  head: (names: string, day: string, left: string) => `容缺：${names}，${day}前补齐，${left}`,
  call: (phone: string) => `请先电话联系 ${phone}`,
  callWithout: '没有留电话，请另找办法联系',
  passedTitle: (names: string, left: string) => `容缺的材料过了补齐期限没有交：${names}（${left}）`,
  /** The paper promised: 我们先联系您，再依法作出决定并书面告诉您 (国发〔2022〕5号: nothing is granted before it is there). */
  next: (call: string, grant: string, refuse: string) =>
    `${call}。补来的，点“容缺补齐”照收，接着办；不补的，可以请申请人撤回，或者写明理由依法${refuse}。没有补齐不能${grant}，办理期限照常走。`,
} as const
