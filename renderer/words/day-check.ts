/** 日清 in words: the paper bags of a window counted against the program's cases. */
import type { Day } from '../../shared/calendar/day.ts'
import type { Counts, Pile } from '../../shared/report/bags.ts'
import { piles } from '../../shared/report/bags.ts'
import { shortDay } from './dates.ts'

export const pileNames: Record<Pile, string> = {
  received: '收件',
  accepted: '受理',
  concluded: '办结',
  returned: '退件',
}

export const pileHints: Record<Pile, string> = {
  received: '今天收下的，一件一袋',
  accepted: '其中今天受理的',
  concluded: '今天作出决定的',
  returned: '不予受理和撤回、退还材料的',
}

export const checkWords = {
  title: (window: number) => `${window}号窗日清`,
  toCheck: '本窗日清',
  intro: '把本窗的纸袋按收件、受理、办结、退件各数一遍，填在“纸袋”里。对不上的，下面帮您找。',
  office: '日清按窗口做，科室终端不用做。',
  pile: '类别',
  program: '程序',
  bags: '纸袋',
  apart: '对不对',
  bagsOf: (pile: string) => `${pile}纸袋数`,
  even: '相符',
  tooFew: (count: number) => `少 ${count} 袋：程序里有件，没见到袋`,
  tooMany: (count: number) => `多 ${count} 袋：有袋，程序里没有件`,
  find: '找差的件',
  findHint:
    '一袋一袋扫，或者输编号后六位按回车。扫过的打上勾，没打勾的就是少袋的件；扫出来不在表里的，会说它是哪一件。',
  box: '袋上的编号',
  boxHint: '扫码，或输编号后六位',
  seen: '袋在',
  which: '今天',
  none: '这一类今天没有件。',
  drafts: (count: number) => `收件页还有 ${count} 份没提交的表单，多出的袋可能是它们：`,
  toDrafts: '到收件页看',
  strays: '有袋没件',
  remove: '去掉',
  found: (number: string) => `${number} 袋在，已打勾。`,
  again: (number: string) => `${number} 已经扫过了。`,
  unknown: (typed: string) => `本机没有编号 ${typed} 的件：多半是没有提交就装了袋，看收件页没提交的表单。`,
  several: (typed: string) => `后几位是 ${typed} 的不止一件，请输全编号。`,
  voided: (number: string) => `${number} 已作废，袋应当随回执收回。`,
  otherWindow: (number: string, window: number | null, day: string) =>
    `${number} 是${day}${window === null ? '科室' : `${window}号窗`}收的，请还回去。`,
  otherDay: (number: string, day: string) => `${number} 是${day}收的，这一天没有办理，请放回原处。`,
  otherPile: (number: string, done: string) => `${number} 这一天只有：${done}，放到那一摞里。`,
  remark: '说明',
  remarkHint: '差在哪、谁接着找，例如：受理少一袋，怀疑在3号窗，明早接着找',
  remarkNeeded: '对不上也可以先签，请写一句差在哪、谁接着找',
  countAll: '四摞都要数，没有就填 0',
  sign: '签字',
  signed: '日清已签',
  unchanged: '已经签过了，没有变化',
  nothingToSign: '这一天本窗没有办理。',
  signedBy: (name: string, moment: string) => `${name} ${moment} 已签`,
  signedEven: '四摞相符',
  signedOpen: '有差，还没有找到',
  back: '返回',
} as const

/** What differs, for the morning after: 收件 程序8、纸袋7。 */
export function apartText(counted: Readonly<Record<Pile, { program: number; bags: number }>>): string {
  return piles
    .filter((pile) => counted[pile].program !== counted[pile].bags)
    .map((pile) => `${pileNames[pile]} 程序${counted[pile].program}、纸袋${counted[pile].bags}`)
    .join('；')
}

export const leftOpenWords = {
  open: (day: Day, today: Day) => `${shortDay(day, today)}的日清没有平`,
  never: (day: Day, today: Day) => `${shortDay(day, today)}没有做日清`,
  counts: (counts: Counts) => piles.map((pile) => `${pileNames[pile]}${counts[pile]}`).join('、'),
  go: '去核对',
} as const

/** 各窗口日清, for whoever oversees the hall. */
export const windowCheckWords = {
  title: '各窗口日清',
  one: '日清',
  sum: (signed: number, due: number) => (due === 0 ? `已签 ${signed} 个` : `已签 ${signed} 个，未签 ${due} 个`),
  unreachable: '各窗口的日清要向局端取，现在连不上；连上后自动取来。',
  columns: {
    window: '窗口',
    state: '日清',
    by: '谁签的',
    apart: '程序与纸袋',
    open: '没找到的',
    enquiries: '未答复的咨询',
  },
  states: { idle: '没有办理', due: '未签', even: '已签，四摞相符', open: '已签，有差' },
  moved: '签后又有办理',
  by: (name: string, moment: string) => `${name} ${moment}`,
  open: (few: number, many: number, missing: number, stray: number) =>
    [
      ...(few > 0 ? [`少 ${few} 袋${missing > 0 ? `（${missing} 件没见到袋）` : ''}`] : []),
      ...(many > 0 ? [`多 ${many} 袋${stray > 0 ? `（${stray} 个号没有件）` : ''}`] : []),
    ].join('，'),
  missing: '没见到袋的件',
  elsewhere: '本机没有，点开向局端取',
} as const
