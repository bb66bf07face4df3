/** What a supervisor counts (统计口径), once: each figure by its name, what it is made of, and how it is said. Terminal, bureau and
 *  every report ask this table. A rate is so many of so many, added up before it is divided; never an average of rates. */
import type { Case } from '../case/case.ts'
import { type Part, partTable, type Source } from './parts.ts'

/** A sum of parts: how many lines, or what they measure (`of`), taken away where `less`. */
type Term = { part: Part; of?: 'amount'; less?: true }

export type FigureDef = {
  name: string
  /** The formula in words, as the page says it. */
  formula: string
  unit: '件' | '次' | '天' | '%' | '工作小时' | '次/件'
  /** flow: of a day; stock: all that came in until a day less all that went out. */
  kind: 'flow' | 'stock'
  top: readonly Term[]
  /** Absent: the figure is the sum itself. */
  bottom?: readonly Term[]
  /** What stands above the line are other acts than those beneath it: both are listed. */
  apart?: true
  /** The middle one of these lines' times, to a tenth of an hour. */
  median?: readonly Part[]
}

const count = (...parts: Part[]): Term[] => parts.map((part) => ({ part }))
const amount = (...parts: Part[]): Term[] => parts.map((part) => ({ part, of: 'amount' }))
const less = (terms: readonly Term[]): Term[] => terms.map((term) => ({ ...term, less: true }))
const decided: Part[] = ['granted', 'refused', 'recorded']
/** What takes a case out of hand. */
const ended: Part[] = [...decided, 'notAccepted', 'notRequired', 'redirected', 'withdrawn', 'lapsed', 'terminated']

export const figureTable = {
  received: {
    name: '收件',
    formula: '收到材料、出具收件回执的件，一事一件；作废的不计。',
    unit: '件',
    kind: 'flow',
    top: count('received'),
  },
  told: {
    name: '一次性告知',
    formula: '发出补正材料一次性告知书的次数，不含补充告知。',
    unit: '次',
    kind: 'flow',
    top: count('told'),
  },
  accepted: {
    name: '受理',
    formula: '受理、容缺受理和视为受理的件，每件一次；视为受理记在收件窗口，算在第5个工作日的次日。',
    unit: '件',
    kind: 'flow',
    top: count('accepted'),
  },
  incomplete: {
    name: '容缺受理',
    formula: '主件齐全、先受理后补齐的件，也在受理里面。',
    unit: '件',
    kind: 'flow',
    top: count('incomplete'),
  },
  notAccepted: {
    name: '不予受理',
    formula: '作出不予受理决定的件。',
    unit: '件',
    kind: 'flow',
    top: count('notAccepted'),
  },
  decided: {
    name: '办结',
    formula: '作出决定的件：准予、不予和备案，按决定的那天计；撤回、作废不是办结。',
    unit: '件',
    kind: 'flow',
    top: count(...decided),
  },
  sameDay: {
    name: '当天办结',
    formula: '收件当天（北京时间）就办结的件，同时也在收件、受理和办结里面。',
    unit: '件',
    kind: 'flow',
    top: count('sameDay'),
  },
  delivered: {
    name: '送达',
    formula: '文书或证件送到申请人、取得送达回证的件。',
    unit: '件',
    kind: 'flow',
    top: count('delivered'),
  },
  withdrawn: {
    name: '撤回',
    formula: '申请人撤回申请的件，受理前后都算。',
    unit: '件',
    kind: 'flow',
    top: count('withdrawn'),
  },
  voided: {
    name: '作废',
    formula: '误收作废（冲正）的件，按作废的那天计；这件原来计入的数全部收回。',
    unit: '件',
    kind: 'flow',
    top: count('voided'),
  },
  reprinted: {
    name: '补打',
    formula: '补打文书的次数。',
    unit: '次',
    kind: 'flow',
    top: count('reprinted'),
  },
  granted: {
    name: '准予',
    formula: '办结中准予、确认、审定的件。',
    unit: '件',
    kind: 'flow',
    top: count('granted'),
  },
  refused: {
    name: '不予',
    formula: '办结中不予许可、不予给付、不予登记的件。',
    unit: '件',
    kind: 'flow',
    top: count('refused'),
  },
  recorded: {
    name: '备案',
    formula: '办结中予以备案的件。',
    unit: '件',
    kind: 'flow',
    top: count('recorded'),
  },
  acceptedBySilence: {
    name: '视为受理',
    formula: '行政许可收件后5个工作日没有告知，依法视为受理的件，也在受理里面。',
    unit: '件',
    kind: 'flow',
    top: count('acceptedBySilence'),
  },
  amended: {
    name: '补充告知',
    formula: '一次性告知以后又更正告知的次数。',
    unit: '次',
    kind: 'flow',
    top: count('amended'),
  },
  turnedAway: {
    name: '退件',
    formula: '不予受理，加上受理前撤回。',
    unit: '件',
    kind: 'flow',
    top: [...count('notAccepted'), ...amount('withdrawn')],
  },
  turnedDown: {
    name: '不予合计',
    formula: '不予受理的件，加上决定不予的件。',
    unit: '件',
    kind: 'flow',
    top: count('notAccepted', 'refused'),
  },
  redirected: {
    name: '告知转办',
    formula: '不属本局、告知向别处申请的件。',
    unit: '件',
    kind: 'flow',
    top: count('redirected'),
  },
  notRequired: {
    name: '无需办理',
    formula: '依法不需要申请、当场告知的件。',
    unit: '件',
    kind: 'flow',
    top: count('notRequired'),
  },
  stopped: {
    name: '终止和视为撤回',
    formula: '依法终止办理的件，加上视为撤回的件。',
    unit: '件',
    kind: 'flow',
    top: count('terminated', 'lapsed'),
  },
  reopened: {
    name: '重新办理',
    formula: '复议或者判决以后重新办理的件；再次决定时再计一次办结。',
    unit: '件',
    kind: 'flow',
    top: count('reopened'),
  },
  sameDayRate: {
    name: '即时办结率',
    formula: '当天办结 ÷ 办结。',
    unit: '%',
    kind: 'flow',
    top: count('sameDay'),
    bottom: count(...decided),
  },
  inTimeRate: {
    name: '按时办结率（承诺）',
    formula: '有承诺时限的办结中没有超过承诺时限的件 ÷ 有承诺时限的办结；停表的日子不计。',
    unit: '%',
    kind: 'flow',
    top: [...count('promised'), ...less(count('promisedLate'))],
    bottom: count('promised'),
  },
  inTimeByLawRate: {
    name: '按时办结率（法定）',
    formula: '有法定时限的办结中没有超过法定时限的件 ÷ 有法定时限的办结；停表的日子不计。',
    unit: '%',
    kind: 'flow',
    top: [...count('statutory'), ...less(count('statutoryLate'))],
    bottom: count('statutory'),
  },
  decidedLate: {
    name: '逾期办结',
    formula: '办结时已经超过承诺时限的件。',
    unit: '件',
    kind: 'flow',
    top: count('promisedLate'),
  },
  decidedLateByLaw: {
    name: '逾期办结（法定）',
    formula: '办结时已经超过法定时限的件。',
    unit: '件',
    kind: 'flow',
    top: count('statutoryLate'),
  },
  earlyRate: {
    name: '提前办结率（承诺）',
    formula: '在承诺时限最后一天以前办结的件 ÷ 有承诺时限的办结；当场办结的事项不计。',
    unit: '%',
    kind: 'flow',
    top: count('promisedEarly'),
    bottom: [...count('promised'), ...less(count('promisedAtOnce'))],
  },
  earlyByLawRate: {
    name: '提前办结率（法定）',
    formula: '在法定时限最后一天以前办结的件 ÷ 有法定时限的办结；当场办结的事项不计。',
    unit: '%',
    kind: 'flow',
    top: count('statutoryEarly'),
    bottom: [...count('statutory'), ...less(count('statutoryAtOnce'))],
  },
  savedRate: {
    name: '时限压缩率',
    formula: '（法定时限的工作日合计 − 实际用去的工作日合计）÷ 法定时限的工作日合计。',
    unit: '%',
    kind: 'flow',
    top: [...amount('statutoryEarly'), ...less(amount('statutoryLate'))],
    bottom: amount('statutory'),
  },
  averageTime: {
    name: '平均办理用时',
    formula:
      '各件自受理（补正的自补正齐全，备案自材料齐全）到决定的工作时间合计 ÷ 办结；九点到五点、工作日计，依法停表的日子不计（有最长期限的，超出的照计），当天办结的按实际时间。',
    unit: '工作小时',
    kind: 'flow',
    top: amount(...decided),
    bottom: count(...decided),
  },
  medianTime: {
    name: '办理用时中位数',
    formula: '办结的件按办理用时排列，正中间那一件的用时，精确到0.1小时；双数件取中间两件的平均。',
    unit: '工作小时',
    kind: 'flow',
    top: [],
    median: decided,
  },
  correctionTime: {
    name: '平均补正等待',
    formula: '自最近一次告知到补正收件的工作时间合计 ÷ 补正收件次数。',
    unit: '工作小时',
    kind: 'flow',
    top: amount('waited'),
    bottom: count('waited'),
  },
  medianCorrectionTime: {
    name: '补正等待中位数',
    formula: '各次补正等待按长短排列，正中间那一次，精确到0.1小时；双数次取中间两次的平均。',
    unit: '工作小时',
    kind: 'flow',
    top: [],
    median: ['waited'],
  },
  correctionRate: {
    name: '每件补正次数',
    formula: '一次性告知和补充告知的次数 ÷ 收件。',
    unit: '次/件',
    kind: 'flow',
    top: count('told', 'amended'),
    bottom: count('received'),
    apart: true,
  },
  onceRate: {
    name: '只跑一次率',
    formula: '申请人只有一天到过窗口的件 ÷ 送达的已决定件；收件、当场更正、补正、补件、撤回和当面领取算到场。',
    unit: '%',
    kind: 'flow',
    top: count('once'),
    bottom: amount('delivered'),
  },
  praiseRate: {
    name: '好评率',
    formula: '评价单上非常满意、满意和基本满意的张数 ÷ 评价单张数；评价自愿，由督查员从评价箱登记，没有评价的不计。',
    unit: '%',
    kind: 'flow',
    top: amount('rated'),
    bottom: count('rated'),
  },
  criticised: {
    name: '差评',
    formula: '评价单上不满意和非常不满意的张数。',
    unit: '次',
    kind: 'flow',
    top: [...count('rated'), ...less(amount('rated'))],
  },
  offlineShare: {
    name: '离线收件占比',
    formula: '收件时已有一刻钟没有连上局端的件 ÷ 收件；由局端统计。',
    unit: '%',
    kind: 'flow',
    top: count('receivedOffline'),
    bottom: count('received'),
  },
  becameOverdue: {
    name: '新增超期',
    formula: '在办的件，最后一天的次日计一次。',
    unit: '件',
    kind: 'flow',
    top: count('overdue'),
  },
  inHand: {
    name: '在办',
    formula: '到这一天为止的收件和重新办理，减去办结、不予受理、无需办理、转办、撤回、视为撤回和终止。',
    unit: '件',
    kind: 'stock',
    top: [...count('received', 'reopened'), ...less(count(...ended))],
  },
  overdue: {
    name: '超期',
    formula: '这一天终了时还没有办结、已经过了最后一天的在办件；停表的日子不计。',
    unit: '件',
    kind: 'stock',
    top: [...count('overdue'), ...less(count('overdueEnded'))],
  },
} as const satisfies Record<string, FigureDef>

export type FigureName = keyof typeof figureTable
export const figureNames = Object.keys(figureTable) as readonly FigureName[]

/** The row of a figure, as any row. */
export function figureDef(name: FigureName): FigureDef {
  return figureTable[name]
}

/** Every part that a figure is made of. */
export function partsIn(name: FigureName): Part[] {
  const { top, bottom = [], median = [] } = figureDef(name)
  return [...new Set([...[...top, ...bottom].map(({ part }) => part), ...median])]
}

/** The acts that a figure comes from. */
export function sourcesOf(name: FigureName): Source[] {
  return [...new Set(partsIn(name).flatMap((part): readonly Source[] => partTable[part].from))]
}

/** Flow of a day, as the day's page shows it. */
export const figures = [
  'received',
  'told',
  'accepted',
  'incomplete',
  'notAccepted',
  'decided',
  'sameDay',
  'delivered',
  'withdrawn',
  'voided',
  'reprinted',
] as const satisfies readonly FigureName[]
export type Figure = (typeof figures)[number]

/** 在办: received and not decided, withdrawn, turned away or voided. */
export function isInHand(kase: Pick<Case, 'status'>): boolean {
  return ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision'].includes(kase.status)
}
