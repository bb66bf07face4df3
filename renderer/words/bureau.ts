/** The status bar in words: connection, what is unsent, and the proof. */
import type { BureauStatus } from '../../shared/contract/views.ts'

export const connectionNames: Record<BureauStatus['state'], string> = {
  connected: '已连接局端',
  offline: '未连接，照常办理',
  refused: '局端拒绝本机',
  stopped: '本机已被停用',
}

export const bureauWords = {
  allSent: '全部已上传',
  unsent: (count: number) => `未上传 ${number(count)} 条`,
  filesUnsent: (count: number) => `附件 ${number(count)} 个未上传`,
  filesBecause: (count: number, cause: string) => `附件 ${number(count)} 个未上传：${cause}`,
  since: (age: string) => `最早 ${age === '刚刚' ? age : `${age}前`}`,
  lastUpload: (moment: string) => `上次上传 ${moment}`,
  never: '尚未上传过',
  nextTry: (time: string) => `${time} 再试`,
  stuckOne: (what: string, age: string, cause: string) => `${what} 未能上传（${age}）：${cause}`,
  stuck: (what: string, count: number, age: string, cause: string) =>
    `${what} 等 ${number(count)} 条未能上传（${age}）：${cause}`,
  /** What is stuck for less than a minute is named too. */
  fresh: '不到1分钟',
  because: (state: string, cause: string) => `${state}：${cause}`,
  stuckTitle: '未能上传的记录',
  stuckLine: (what: string, age: string, cause: string) => `${what}：${age}未成功，${cause}`,
  proof: (terminal: number, bureau: number, same: boolean) =>
    `本机 ${number(terminal)} · 局端 ${number(bureau)} · ${same ? (terminal === bureau ? '一致' : '已收的一致') : '不一致'}`,
  proofTitle: '本机流水与局端所收，各自计算，互相核对',
  proofDamaged: '本机流水有损坏，不能核对',
  proofNone: '还没有与局端核对过',
  differs: '本机与局端记录不一致，请立即告知管理员',
  waiting: (count: number) => `待判 ${number(count)}`,
  waitingTitle: '局端已收，等局端更新后再判',
  refused: (count: number) => `未采纳 ${number(count)}`,
  refusedTitle: '局端未采纳的办理动作，打开“待办”先处理',
  refusedSettledTitle: '局端未采纳过的办理动作，现在没有等您处理的',
  sendNow: '立即上传',
  building: {
    first: '正在取得本大厅的办件，取完以前待办、今日的数不全',
    lost: '本机缓存丢失，正在从流水和局端重建，可以继续办件',
    damaged: '本机缓存损坏，正在从流水和局端重建，可以继续办件',
    updated: '程序已更新，正在重新整理本机的列表，可以继续办件',
    behind: '正在补取本机还没有的办件，取完以前待办、今日的数不全',
    restarted: '局端已恢复备份，正在重新核对，可以继续办件',
  },
  buildingCount: (done: number) => `已取回 ${number(done)} 条`,
  cacheFailed: '本机缓存不能读写（磁盘可能已满）。收件和办理仍会保存在流水里，列表暂不能查看，请告知管理员。',
  retryCache: '重建缓存',
} as const

function number(value: number): string {
  return value.toLocaleString('zh-CN')
}
