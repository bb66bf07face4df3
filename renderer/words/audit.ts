/** 稽核 in words: who opened whose personal data, and the books compared. */
import type { Flag } from '../../shared/audit/unusual.ts'
import type { BookBroken } from '../../shared/contract/audits.ts'

export const auditWords = {
  title: '稽核',
  audits: '抽样稽核',
  openings: '明文查看',
  books: '账本核对',
  unreachable: '现在连不上局端，取不到最新的；填的都还在，连上后自动取来。',
  reading: '正在向局端取',
} as const

export const openingWords = {
  about: '谁在什么时候、为什么打开过谁的个人信息。不寻常的排在前面；写着规则，只是提醒再看一眼，不是说有错。',
  rules: (many: number, from: string, until: string) =>
    `一天多件：同一人一天打开超过${many}件。时间外：休息日，或${from}以前、${until}以后。非本窗口：在窗口打开别的窗口收的件，而此人没有办过这件。`,
  from: '从',
  until: '到',
  day: '如 20261126',
  badDays: '请写两个日子，如 20261126，前一个不晚于后一个，相隔不超过一年。',
  person: '人员',
  anybody: '全部人员',
  number: '办件编号（可不填）',
  find: '查',
  count: (count: number, unusual: number) => `共${count}次，其中不寻常${unusual}次。`,
  listed: (shown: number) => `只列出前${shown}次，请缩短日子或选一个人。`,
  onPage: (shown: number) => `这一页${shown}次，不寻常的在前，其余按时间从近到远，一页一页翻得到底。`,
  earlier: '更早的',
  firstPage: '回到第一页',
  tooMany: '这段日子太多，没有看完，请缩短日子。',
  none: '这段日子没有人打开过。',
  columns: {
    at: '时间',
    who: '谁',
    where: '在哪里',
    kase: '办件',
    item: '事项',
    what: '打开了',
    why: '原因',
    flags: '不寻常',
  },
  unreachable: '现在连不上局端，查不到；连上后再取一次。',
  office: '科室终端',
  sealed: '保密事项',
} as const

/** What was opened, as the machine writes it down. */
export function openedWords(what: string): string {
  return openedNames[what] ?? what
}
const openedNames: Record<string, string> = { details: '个人信息', file: '材料附件', secondSystem: '第二系统录入' }

export const flagNames: Record<Flag, string> = {
  many: '一天多件',
  outOfHours: '时间外',
  otherWindow: '非本窗口',
}

export const bookWords = {
  about:
    '把局端存着的每台终端的流水从第一条重读一遍：编号不断，每一条与终端当时报的摘要对得上，末尾与终端自己数的一致，每个已确认的动作与流水里的一样。第一处对不上的写出是哪台、第几条、差在哪里。',
  start: '核对全部',
  stop: '停下',
  columns: { terminal: '终端', where: '在哪里', taken: '局端已收', reported: '终端自报到', result: '核对结果' },
  terminal: (no: number) => `${no}号终端`,
  records: (count: number) => `${count.toLocaleString('zh-CN')}条`,
  never: '还没有报过',
  unbound: '未绑定窗口',
  reported: (seq: number, moment: string) => `第${seq.toLocaleString('zh-CN')}条（${moment}）`,
  stopped: '已停用',
  waiting: '还没有核对',
  underWay: (at: number, taken: number) => `已核对 ${at.toLocaleString('zh-CN')} / ${taken.toLocaleString('zh-CN')}`,
  same: (count: number) => `一致（${count.toLocaleString('zh-CN')}条）`,
  unread: '没有核对完：连不上局端，连上后请再核对一次',
  unreachable: '现在连不上局端，取不到各终端的流水；连上后再取一次。',
  broken: (seq: number, what: string) => `第${seq.toLocaleString('zh-CN')}条${what}`,
  tell: '请立即告诉信息中心，不要重装机器；并请运行 npm run bureau -- verify 再核一次。',
  allSame: '全部一致。',
} as const

export const brokenNames: Record<BookBroken['what'], string> = {
  missing: '不见了',
  unreadable: '打不开，内容被动过',
  changed: '与终端当时报的摘要对不上，内容被动过',
  reported: '与终端自己数的摘要对不上',
  event: '里的动作与局端另存的不一样',
  lost: '里已确认的动作，局端另存的那份不见了',
  surplus: '：局端另存着一个说是它带来的动作，流水里没有，或者没有确认过',
  mark: '处是末尾，与登记的末尾摘要对不上',
}
