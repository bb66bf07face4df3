/** What is said before and after the form: finding an item, its guide, drafts, and what was saved. */
import { dayOf } from '../../shared/calendar/day.ts'
import type { IntakeAct } from '../intake/acts.ts'
import { clockTime } from './intake.ts'

export const finderWords = {
  placeholder: '要办什么事？可打名称、拼音或首字母，如 gljt',
  recent: '最近办的',
  hint: '打字找到事项，↑ ↓ 选择；按 Tab 先问几句，看这位要带什么；F8 打印告知单，Enter 开始收件，+ 再加一件一起办。',
  notHere: (goTo: string) => `本窗口不办，请到${goTo}`,
  none: (typed: string) => `没有找到“${typed}”。换个说法再试，或请问讯台帮助。`,
  carried: (name: string) => `继续为${name}办另一件事，两张表都问的会带过去`,
  dropCarried: '换一位申请人',
}

export const guideWords = {
  who: '谁能办',
  bring: '带什么',
  tolerable: '可以后补',
  committable: '可以告知承诺代替',
  long: '多久办好',
  fee: '收费',
  result: '办完得到',
  basis: '依据',
  open: '开始收件',
  print: '打印一次性告知单',
  notTaken: '本窗口不办这件事',
  goTo: '请到',
  why: '原因',
  phone: '电话',
  printSlip: '打印指引单并登记',
  onlyNote: '只登记咨询',
  noted: '已登记为咨询（首问登记）',
}

export const draftOfferWords = {
  title: (count: number) => `没办完的（${count}）`,
  of: (name: string) => `${name}的草稿`,
  goOn: '接着填',
  take: '接手',
  drop: '删除',
  dropped: (title: string) => `已删除 ${title}`,
  undo: '撤销',
}

export const savedWords = {
  title: '已保存',
  what: {
    finish: (item: string) => `${item}：已当场办结`,
    accept: (item: string) => `${item}：已收件并受理`,
    acceptIncomplete: (item: string) => `${item}：已容缺受理`,
    correct: (item: string) => `${item}：已收件，已一次性告知`,
    record: (item: string) => `${item}：已收件并备案`,
    receive: (item: string) => `${item}：已收件，尚未受理`,
  } satisfies Record<IntakeAct, (item: string) => string>,
  promised: '，有告知承诺',
  next: '下一位',
  backToQueue: (label: string) => `${label} 的事办好了，回到叫号`,
  another: '为同一人再办一件',
  printAgain: '重新打印',
  secondCopy: (paper: string) => `补打${paper}`,
  seeCase: '查看办件',
  /** It was saved after the clerk had gone on to something that is half filled. */
  away: {
    title: (number: string) => `刚才的件已保存，编号 ${number}`,
    text: '这里还有没填完的内容。现在去打印文书吗？以后也可以在办件页补打；申请表会留作草稿，别的没有保存的内容会丢。',
    go: '去打印',
    stay: '留在这里',
  },
}

/** Today 10:05:03, or the day as well. */
export function whenWords(at: string, today: string = dayOf(new Date().toISOString())): string {
  const day = dayOf(at)
  return day === today ? clockTime(at) : `${day} ${clockTime(at)}`
}
