/** 周一列计划, 周五出结果 in words: the page, what becomes of a line, and the papers of both. */
import type { Outcome } from '../../shared/case/case.ts'
import type { PlanEntryTaken, WeekSigned } from '../../shared/contract/plans.ts'
import type { PlanLine } from '../../shared/report/plan.ts'
import type { Reason, ResultCounts } from '../../shared/report/week-result.ts'

export const planWords = {
  week: '周计划与结果',
  both: '周计划与月比',
  months: '月比',
  before: '上一周',
  after: '下一周',
  thisWeek: '本周',
  refresh: '刷新',
  title: (from: string, to: string) => `${from}至${to}`,
  workdays: (n: number, first: string, last: string) => `上班${n}天：${first}到${last}`,
  provisional: '放假安排还没公布，上班日暂定',
  reading: '正在向局端取',
  unread: '现在连不上局端，看不到计划；连上后自动取来。',
  notNewest: '现在连不上局端，下面是刚才取到的；填的都还在，连上后自动更新。',
  madeAt: (day: string) => `计划按${day}上班以前办到哪一步列出，列出后不变`,
  notYet: (day: string) => `计划在${day}（这一周第一个上班日）由局端列出。`,
  never: '到这一周为止还没有收过件，没有计划。',
  whose: '看谁的',
  everybody: '全部',
  nobody: '待指派',
  counts: ({ due, done, late, open, unsaid, added }: ResultCounts) => {
    const { count, within } = planWords
    const more = (n: number, text: string) => (n > 0 ? `${within[0]}${text}${within[1]}` : '')
    return [
      `${count.due(due)}${more(added, count.added(added))}`,
      `${count.done(done)}${more(late, count.late(late))}`,
      `${count.open(open)}${more(unsaid, count.unsaid(unsaid))}`,
    ].join(' · ')
  },
  count: {
    due: (n: number) => `应办 ${n}`,
    added: (n: number) => `其中计划后到期 ${n}`,
    done: (n: number) => `已办 ${n}`,
    late: (n: number) => `逾期 ${n}`,
    open: (n: number) => `未办 ${n}`,
    unsaid: (n: number) => `${n} 件还没说明原因`,
  } satisfies Record<keyof ResultCounts, (n: number) => string>,
  within: ['（', '）'],
  countHint: '点一下，下面只列这些件；再点一下看全部。',
  decided: (n: number) => `期内办结 ${n} 件`,
  decidedHint: '这一周里办结的全部件，计划内外都算，由局端按办理动作计数；这里的数谁都不能改。点数字看名单。',
  sealed: (n: number) => `另有 ${n} 件涉密事项，只在办理它的科室的终端上显示。`,
  columns: {
    number: '办件编号',
    item: '事项',
    who: '申请人',
    duty: '要办',
    due: '到期日',
    why: '来由',
    result: '结果',
    act: '说明',
  },
  noLines: '这一周没有要到期的件。',
  noDay: '无（停着或等补正）',
  done: (day: string, how: string, late: boolean) => `${day} ${how}${late ? '，逾期' : ''}`,
  open: '未办',
  unsaid: '没有说明原因',
  explain: '说明原因',
  explainAgain: '改说明',
  explainTitle: (number: string) => `${number} 为什么还没办`,
  explainLabel: '原因（必填）',
  explainReasons: ['等专家或第三方', '申请人约定了日期', '材料在核对', '人手不够，已报督查员'],
  save: '记下',
  own: '自己添的',
  ownHint: '添一项本周要做的事，如：走访社区、整理台账',
  add: '添上',
  ownDone: '做完了',
  ownOpen: '没做完',
  drop: '不做了',
  dropped: '不做了',
  remark: '备注',
  remarkHint: '给这份计划写一句备注',
  remarkBy: (text: string, name: string) => `${text}（${name}）`,
  byOther: (name: string) => `${name}添`,
  print: '打印',
  printed: '已送打印',
  savedAsFile: '没有打印机，已存成文件',
  sign: '签结果',
  signAgain: '签更正版',
  signTitle: (week: string) => `签${week}的周结果`,
  signAbout: '结果由办理动作得出，签名后不再改动；以后的变化另签更正版，写明原因。',
  revisionReason: '更正的原因（必填）',
  revisionReasons: ['签后又有件办完', '离线办的件后来才到', '补充了未办原因'],
  signSave: '签名',
  signed: (revision: number) => (revision === 1 ? '周结果已签' : `已签第${revision}版`),
  signedBy: (revision: number, name: string, moment: string, reason: string | null) =>
    `第${revision}版 ${name} ${moment} 签${reason === null ? '' : `，原因：${reason}`}`,
  notSigned: (day: string) => `还没有签。${day}（本周最后一个上班日）起由督查员签。`,
  changed: (n: number) => (n === 0 ? '签后没有变化' : `签后有 ${n} 处变化`),
  changedLine: (number: string, was: string, is: string) => `${number}：原为“${was}”，现为“${is}”`,
  notThere: '没有这一件',
  onlyWords: '签后添了自己的事项、备注或者办结数有变',
  look: { now: '现在', signed: '最近签的', revision: (n: number) => `第${n}版` },
  revisions: '签过的各版',
  view: '查看',
  lookAt: (revision: number) => `查看第${revision}版`,
  printOf: (revision: number) => `打印第${revision}版`,
  paperPlan: (week: string) => `周计划 ${week}`,
  paperResult: (week: string, revision: number | null) =>
    `周结果 ${week}${revision === null ? '（未签，仅供核对）' : revision === 1 ? '' : `（更正第${revision}版）`}`,
  paperLater: (newest: number) => `这一版以后又签过更正版，最近的是第${newest}版。`,
  paperWho: (name: string) => `${name}：`,
  paperCut: (lines: number) => `还有${lines}行一张印不下：请选一个人，一个一个印。`,
  paperEnd: '数由局端按办理动作得出，不能改动。',
  paperSignature: '督查员签名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿',
  paperOwn: '自己添的事项：',
} as const

export const dutyWords: Record<PlanLine['duty'], string> = {
  tell: '告知是否受理',
  decide: '办结',
  deliver: '送达',
  follow: '跟进',
}

export const whyWords: Record<PlanLine['why'] | 'added', string> = {
  due: '本周到期',
  left: '遗留',
  added: '计划后到期',
}

export const planOutcomes: Record<Outcome, string> = {
  granted: '准予',
  refused: '不予',
  recorded: '备案',
  notAccepted: '不予受理',
  notRequired: '无需办理',
  redirected: '告知转办',
  withdrawn: '撤回',
  lapsed: '视为撤回',
  terminated: '终止',
  voided: '作废',
  revoked: '撤销',
  cancelled: '注销',
}

export function doneWords(duty: PlanLine['duty'], outcome: Outcome | null): string {
  if (duty === 'tell') return outcome === null ? '已告知' : planOutcomes[outcome]
  if (duty === 'deliver') return '已送达'
  return outcome === null ? '已办' : planOutcomes[outcome]
}

/** Why it is not done, as the case says it. `day` writes a day, `office` names one. */
export function reasonWords(
  reason: Reason,
  { day, seat }: { day: (day: string) => string; seat: (role: string, office: string | null) => string },
): string {
  switch (reason.why) {
    case 'correction':
      return `等申请人补正，${day(reason.since)}告知`
    case 'standing':
      return `停表：${reason.suspension}，${day(reason.since)}起${reason.paper === null ? '' : `，文书${reason.paper}`}`
    case 'hearing':
      return '在办听证'
    case 'notice':
      return `公示到${day(reason.until)}`
    case 'extended':
      return `已延长到${day(reason.until)}`
    case 'owed':
      return `等容缺材料，约定${day(reason.until)}前补齐`
    case 'elsewhere':
      return `等${seat(reason.role, reason.office)}`
    case 'collect':
      return `等申请人来取，${day(reason.since)}备妥`
    case 'unknown':
      return planWords.unsaid
  }
}

type Said = Extract<WeekSigned, { ok: false }>['why'] | Extract<PlanEntryTaken, { ok: false }>['why']
export const planRefusals: Record<Said | 'unreachable' | 'forbidden' | 'signInAgain', string> = {
  wrong: '密码不对，请再输一次。',
  locked: '密码错了几次，暂时锁住了，请过几分钟再试。',
  tooEarly: '本周还没到最后一个上班日，到时再签。',
  noPlan: '这一周没有计划。',
  changed: '刚才结果有变化，已重新取来，请看过再签。',
  same: '现在的结果已经签过了。',
  reasonNeeded: '签更正版要写明原因。',
  notYours: '只能在自己的计划里写。',
  tooMany: '这份计划写得太多了，请精简。',
  unreachable: '现在连不上局端，没有确认记下；连上后请先看一下，没有再按一次。',
  forbidden: '只有督查员能签。',
  signInAgain: '登录已过期，请锁屏后用密码重新打开。',
}

/** 月比 in words, its formulas among them. */
export const monthWords = {
  title: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月 各窗口并列`,
  toFigures: '看这个窗口这个月的统计',
  before: '上一月',
  after: '下一月',
  reading: '正在向局端取',
  unread: '现在连不上局端，看不到月比；连上后自动取来。',
  nothing: '这个月还没有可比的件。',
  window: (no: number) => `${no}号窗`,
  columns: { window: '窗口', handled: '办件', inTime: '按时', praised: '好评', corrections: '窗口差错' },
  cases: (n: number) => `${n} 件`,
  share: (n: number, of: number) => (of === 0 ? '—' : `${((100 * n) / of).toFixed(1)}%`),
  ofCases: (n: number, of: number) => `${n}/${of}`,
  noList: '评价单上没有编号，对不到件，所以没有名单；各窗口各几张，在“评价单”页登记。',
  list: {
    title: (month: string, window: string, figure: string) =>
      `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月 · ${window} · ${figure}`,
    reading: '正在向局端取名单……',
    unread: '现在连不上局端，取不到名单。',
    merged: '一行是一份申请；算同一件的几件写在一行里，头一次收的在前。',
    total: (of: number) => `共 ${of} 份`,
    share: (n: number, of: number, above: string) => `共 ${of} 份，其中${above} ${n} 份`,
    sealed: (n: number) => `另有 ${n} 份是保密事项（如收养），计入这个数，只在办理的科室看得到。`,
    columns: { cases: '各件编号', item: '事项', who: '申请人', stand: '现在办到', first: '头一次收件', mark: '计为' },
    marks: { handled: ['办件', ''], inTime: ['按时', '不按时'], corrections: ['差错', '无差错'] },
  },
  rank: (rank: number) => `第${rank}`,
  few: '样本不足',
  formulasTitle: '怎么算',
} as const

export const monthFormulas: readonly { name: string; formula: string }[] = [
  {
    name: '办件',
    formula:
      '本月第一次作出决定的申请，记在头一次收件的窗口。同一申请人（按证件号码）、同一事项的几件算同一件：头一件还在办时又收的、头一次收件起30天内又收的、头一件没有作出决定就结束（撤回、作废、不予受理、无需办理、转办、视为撤回、终止）后30天内又来的。退回上一环节、重新办理都算在第一次。所以拆开收、退了再收，都不会多算；30天以后再来办的另算。没有证件号码的，各算各的。',
  },
  {
    name: '按时',
    formula:
      '没有超过承诺时限的申请 ÷ 有承诺时限的申请。每个申请只评一次：第一次办结或者第一次超期的那个月；拖着不办的，超期当月就算不按时。算同一件的，全部按时才算按时：在办时拆开收的、退了再收的（撤回、作废、不予受理、无需办理、转办以后），从头一次收件算起；前一件已经作出决定以后再来的、视为撤回和终止以后再来的，从那一次收件算起，前面已经超期的仍算不按时。',
  },
  {
    name: '好评',
    formula: '评价单上非常满意、满意和基本满意的张数 ÷ 评价单张数。评价单由督查员登记，窗口自己登记的不算。',
  },
  {
    name: '窗口差错',
    formula:
      '窗口自己要补正的申请 ÷ 办结和作废的申请，越少越好：第二次告知、补充告知（没有一次说清）、误收作废、退了再收（撤回、不予受理、无需办理、转办后30天内又收进来，并由本厅作出了决定）。依法不予受理，以后没有再来、或者再来还是不予受理的，不算差错；视为撤回、终止有法定的事由，也不算。第一次一次性告知是窗口该做的，不算差错，少告知也不加分。',
  },
  {
    name: '名次',
    formula:
      '不满20件（张）的不排，写“样本不足”。排的不是比率本身，是有95%把握的下限（威尔逊区间）：20件全按时，只有把握说不低于83.9%；200件有199件按时，有把握说不低于97.2%，排在前面。件数少、碰巧全好的，赢不了件数多、一直好的。各列分开排，不加总分；一样的并列。',
  },
  {
    name: '名单',
    formula:
      '办件、按时、窗口差错的数点开就是那些申请，一份一行，不多不少：按时、窗口差错点开的是分母的全部，“计为”一栏写着哪些按时、哪些是差错。一份申请可以是几件、跨几个月，各件的编号都列着。好评数自评价单，单上没有编号，没有名单。',
  },
]
