/** What the intake page says while a form is filled. */

import type { Day } from '../../shared/calendar/day.ts'
import type { PrintedNumber } from '../../shared/case/ids.ts'
import { maskName } from '../../shared/identity/mask.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item, Material } from '../../shared/item/item.ts'
import { numberWords } from '../../shared/paper/say.ts'
import type { DraftStatus } from '../intake/draft-keeper.ts'
import { dayText } from './dates.ts'

export const pageWords = {
  draftStays: '已存为草稿，在收件页可以接着填',
  edition: (edition: string) => `事项目录 ${edition}`,
  unreadableDraft: '这份草稿在本机打不开',
  unreadableDraftSafe: '草稿仍保存在本机，没有删除。请告知管理员，或重新填写。',
  toFinder: '回到收件',
}

export const partWords = {
  materials: '申请材料',
  materialsHint: (needed: number, missing: number, promised: number) =>
    [
      `共 ${needed} 项`,
      ...(promised === 0 ? [] : [`告知承诺 ${promised} 项`]),
      missing === 0 ? '已收齐' : `还缺 ${missing} 项`,
    ].join('，'),
  allHandedIn: '全部收齐',
  pieces: '份数',
  questions: '询问申请人',
  certificate: '发证',
  certificateNumber: (name: string) => `${name}编号`,
  numberHelp: (example: string) => `如 ${example}，照空白证填；不当场办结的不填`,
  notes: '核对与备注',
  notesHint: '不一致的勾上或写明，不影响收件',
  remark: '备注（写在办件里，不印在文书上）',
}

/** Differences that a clerk sees and no number shows; ticked, not walled. */
export function standingNotes(item: Item): string[] {
  const person = item.applicantKind === 'person'
  const registered = item.fields.some((field) => field.type === 'uscc')
  return [
    ...(person
      ? ['姓名与证件不一致', '证件已过有效期', '证件为旧证或磨损，手工录入']
      : registered
        ? ['名称与登记证书不一致']
        : ['名称与申请表不一致']),
    ...(item.fields.some((field) => field.type === 'bankCard') ? ['开户名不是申请人'] : []),
  ]
}

export const noteWords = { again: (because: string) => `已有办件仍收件：${because}` }

export const fieldWords = {
  sameAsAbove: '与上面的地址相同时，打 同上 或 =',
  notLuhn: '不像银行卡号，请再核对一遍。存折账号可以不理会',
  counted: (typed: number) => `${typed}/18`,
  table: {
    add: '加一行',
    remove: '删除',
    keys: '最后一格按回车加一行，空行按回车到下一项；Ctrl+Delete 删除一行，↑ ↓ 换行',
    total: '合计',
    noTotal: '有的格还不是数',
    undo: '撤销',
    removed: (name: string) => `已删除“${name}”`,
    row: (number: number) => `第 ${number} 行`,
    offer: (label: string) => `按 = 填入${label}`,
  },
}

export const rowOfferWords = { applicant: (name: string) => `申请人${name}（本人）` }

export const materialWords = {
  count: (name: string) => `${name}份数`,
  mayBeLate: '容缺后补',
  late: '容缺，最迟',
  lateUntil: (name: string) => `${name}最迟补交日期`,
  mayPromise: '可以告知承诺代替',
  promise: '告知承诺',
  promiseOf: (name: string) => `${name}以告知承诺代替`,
  promised: (day: Day) => `以告知承诺代替，最迟${dayText(day)}核查`,
  promiseBarred: (number: PrintedNumber) => `${numberWords(number)} 承诺不实，信用修复前不能告知承诺代替`,
}

export const noticeWords = {
  title: '一次性告知',
  hint: '按下面的内容告知申请人，可以改成对方听得懂的话',
  nothing: '材料齐全。材料有问题的，在这里加一条',
  name: '材料或内容',
  lacks: '缺什么、哪里不对',
  todo: '怎么补',
  add: '加一条',
  remove: '删除',
  refusedToSign: '申请人不签收',
  witness: '见证人姓名',
}

export const lackWords = {
  permitBasis: '《中华人民共和国行政许可法》第三十二条第一款第（四）项',
  /** `some`: a part of it is there. */
  lacks: (form: Material['form'], pieces: number, some: boolean): string =>
    `${some ? '还缺' : '缺'}${form === 'copy' ? '复印件' : '原件'} ${pieces} 份`,
  todo: (material: Material, pieces: number, promiseBarred = false): string => {
    const or = material.committable && !promiseBarred ? '，也可以告知承诺代替' : ''
    if (material.form === 'checked') return `带原件来窗口，核验后当场退还${or}`
    const template = material.template ? '（窗口备有表样）' : ''
    return `补交${material.form === 'copy' ? '复印件' : '原件'} ${pieces} 份${template}${or}`
  },
}

export const railWords = {
  title: '申请人和办理情况',
  nobody: '申请人',
  numberFirst: (kind: Item['applicantKind'], hasCode: boolean) =>
    kind === 'person'
      ? '录入证件号码后显示性别和年龄'
      : hasCode
        ? '录入统一社会信用代码后核对'
        : '还没有统一社会信用代码',
  born: (day: string) => `${day} 生`,
  age: (years: number) => `${years} 周岁`,
  codeOf: (kind: string) => `代码校验通过 · ${kind}`,
  eligibility: '申请条件',
  noneEarlier: '本大厅以前没有办过',
  earlier: (count: number) => `办过的和在办的（${count}）`,
  again: '确需收件的，请写明原因：',
  againBecause: '仍要收件的原因',
  lacking: '还差什么',
  fieldsOpen: (count: number) => `表单还有 ${count} 处待填或待改`,
  fieldsWhole: '表单已填好',
  materialsComplete: '材料已收齐',
  materialsMissing: (count: number) => `材料还缺 ${count} 项`,
  late: (until: string) => `${until} 前补`,
  promised: '告知承诺',
}

/** What is said of a case that stands beside this application. */
export const besideWords = {
  again: '同一事项已有办件',
  householdAgain: (who: string) => `同一户的${who}已经申请过这一事项`,
  other: (who: string) => `表里的家庭成员已在${who}的办件里`,
  otherAgain: (who: string) => `表里的家庭成员已在${who}的办件里，同一事项`,
  household: (who: string) => `申请人是${who}这一户的家庭成员`,
  sameName: '名称相同，请核对是不是同一单位',
  barred: (until: Day, basis: string) =>
    `隐瞒情况或者提供虚假材料没有通过，到${dayText(until)}为止不得再申请（${basis}）`,
  promiseBroken: (day: Day) => `${dayText(day)}核查承诺不实，信用修复前不能再用告知承诺（国办发〔2020〕42号）`,
  dueAgain: (name: string, due: Day) => `这次是${name}，最迟${dayText(due)}`,
  /** 行政许可法第五十条. */
  renewal: ({ applyBy, decideBy }: { applyBy: Day; decideBy: Day }, today: Day) =>
    today > decideBy
      ? `证件有效期${dayText(decideBy)}已满，不能延续，按新申请办`
      : today > applyBy
        ? `有效期到${dayText(decideBy)}，延续应在${dayText(applyBy)}前申请，已经晚了（行政许可法第五十条）`
        : `有效期到${dayText(decideBy)}，到期前没有决定的视为准予延续（行政许可法第五十条）`,
  excluded: ({ words, basis }: { words: string; basis: string }) => `${words}（${basis}）`,
}

export const verdictWords = { met: '符合', unmet: '不符合', ask: '需询问', unknown: '待填' }

/** Of a rule that the hall has no amount for. */
export const unsetWords = {
  mark: '待设',
  why: (settings: readonly string[]) => `大厅没有设置“${settings.join('”“')}”，请告诉系统管理员`,
}

type ActKey = 'finish' | 'accept' | 'acceptIncomplete' | 'correct' | 'record' | 'receive'

/** The buttons: each says exactly what it does. `promised`: papers that a promise (告知承诺) made with it stands for. */
export const actWords: Record<ActKey, (missing: number, promised: number) => string> = {
  finish: (_, promised) => (promised === 0 ? '当场办结' : '告知承诺并当场办结'),
  accept: (_, promised) => (promised === 0 ? '收件并受理' : '收件、告知承诺并受理'),
  acceptIncomplete: (missing, promised) => `容缺受理（${missing} 项后补${andPromised(promised)}）`,
  correct: (missing, promised) =>
    missing === 0 ? '收件并一次性告知' : `收件并一次性告知（缺 ${missing} 项${andPromised(promised)}）`,
  record: (_, promised) => (promised === 0 ? '收件并备案' : '收件、告知承诺并备案'),
  receive: (_, promised) => (promised === 0 ? '只收件' : '收件并告知承诺'),
}

const andPromised = (promised: number) => (promised === 0 ? '' : `，${promised} 项承诺`)

export const barWords = { back: '返回' }

export function draftWords(status: DraftStatus | null): string {
  if (status === null) return '每次输入都会自动保存'
  if (status.is === 'kept') return `已自动保存 ${clockTime(status.at)}`
  return '草稿没有保存上，正在重试。请先不要关闭窗口'
}

export const hurdleWords = {
  materials: () => '申请材料还没有核对：按 F7 全部收齐，或逐项标明。确实都没带的，请再按一次 F9。',
  fields: (open: number) => `还有 ${open} 处待填或待改，已定位到第一处。已填内容都在。`,
  lacks: () => '一次性告知的每一条都要写明材料、缺什么和怎么补；不签收的要有见证人。',
  again: () => '已有同一事项或不能同时享受的办件。请先在右侧写明仍要收件的原因。',
  questions: () => '还有需要询问申请人的问题没有回答。',
  certificate: () => '证号还没有填，或者写法不对：照空白证上印的填，再按 F9。',
}

/** What a list of drafts shows: the item, and the applicant masked. */
export function draftTitle(item: Item, values: FormValues): string {
  const name = values[item.applicant.name]
  if (typeof name !== 'string' || name.trim() === '') return item.name
  return `${item.name} · ${item.applicantKind === 'person' ? maskName(name) : name}`
}

/** Made once: making it anew takes longer than all else a key does to the bar. */
const beijingClock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  timeStyle: 'medium',
  hour12: false,
})

/** Hours, minutes and seconds in Beijing. */
export function clockTime(at: string): string {
  return beijingClock.format(new Date(at))
}

/** Refused after the clerk had left the form. */
export const refusedAwayWords = {
  title: (item: string) => `${item}没有保存`,
  text: (why: string) => `${why} 已填内容留作草稿，在收件页接着填。`,
  close: '知道了',
} as const
