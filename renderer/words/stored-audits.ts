/** 稽核 in words: samples that were drawn, the checklist of a case, what is found and what became of it. */
import type { OwnWhy, Why } from '../../shared/audit/why.ts'
import { ownWhys } from '../../shared/audit/why.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import type { AuditFault } from '../../shared/contract/stored-audits.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import type { AnyPaperKey } from '../../shared/paper/paper.ts'
import { dayText, momentText } from './dates.ts'
import { paperTitles } from './papers.ts'
import { type RefusalNames, refusalText } from './refusals.ts'

export const auditListWords = {
  about: '随机抽一批办过的件，按要点逐件核对，发现的问题交窗口整改，签字后成为稽核记录。',
  empty: '还没有抽过样。按 F9 抽一批办过的件来核对。',
  draw: '抽样',
  columns: {
    at: '抽样',
    period: '办件的日子',
    scope: '范围',
    checked: '已核',
    faulty: '有不合格',
    findings: '问题',
    state: '状态',
  },
  checked: (done: number, all: number) => `${done} / ${all}`,
  findings: (open: number, all: number) =>
    all === 0 ? '—' : open === 0 ? `${all}个，都已了结` : `${all}个，${open}个没有了结`,
  answered: (count: number) => `${count}个已答复，请核`,
  signed: (name: string, moment: string) => `${name} ${moment} 签字`,
  running: '核对中',
  ready: '核完，待签字',
  earlier: '更早的',
  newest: '最新的',
} as const

export const drawWords = {
  title: '抽样',
  from: '从',
  until: '到',
  day: '如 20261126',
  part: '抽哪些',
  item: '事项',
  allItems: '全部事项',
  window: '窗口',
  allWindows: '全部窗口',
  windowName: (no: number) => `${no}号窗口`,
  size: '抽几件',
  seed: '种子',
  seedAbout: '种子是随机给的，也可以自己写（4至40个字母、数字）。同样的日子、范围、件数和种子，谁来抽都是同样的件。',
  draw: '抽',
  cancel: '取消',
  wrong: '请看一遍：两个日子相隔不超过一年、前一个不晚于后一个；件数1至100；种子4至40个字母或数字。',
  nothing: '这段日子、这个范围没有办件。',
  stood: '这样抽过一次，打开的是那一次。',
  unreachable: '现在连不上局端，没有抽；连上后再抽。',
  forbidden: '只有督查员能抽样。',
  signInAgain: '登录已过期，请锁屏后用密码重新打开。',
} as const

export const oneAuditWords = {
  back: '返回列表',
  gone: '本厅没有这次抽样，或者其中有本机不能看的保密事项。',
  drawn: (population: number, cases: number) => `${population}件中抽${cases}件`,
  without: (items: number) => `（不含保密事项${items}项）`,
  seed: (seed: string, method: string, digest: string) => `种子 ${seed} · 方法 ${method} · 总体摘要 ${digest}`,
  progress: (done: number, all: number, faulty: number) => `已核 ${done} / ${all}，有不合格 ${faulty} 件`,
  cases: '抽到的件',
  states: { open: '未核', ok: '合格', bad: (points: number) => `${points}项不合格` },
  findingsOf: (count: number) => `${count}个问题`,
  look: '看这件',
  unreadable: '这件本机看不到：它是保密事项，只在办理它的科室的终端上核。',
  checkedBy: (name: string, moment: string) => `${name} ${moment} 核过`,
  program: { ok: '程序：合格', bad: '程序：不合格', ask: '请人核对' },
  source: '依据',
  note: '说明',
  noteNeeded: '与程序不同，请写明原因',
  unanswered: '还没有核',
  allOk: '人核的都合格',
  remark: '这件的备注（可不填）',
  save: '核完这件',
  saved: '这件核完了',
  find: '记问题',
  findings: '发现的问题',
  noFindings: '没有记问题',
  sign: '签字',
  uncheckedLeft: (count: number) => `还有${count}件没有核，核完才能签字。`,
  signedHead: '稽核记录',
  view: '看原文',
  reprint: '补打',
  reprintTitle: '补打稽核记录',
} as const

export const findWords = {
  title: '记问题，交窗口整改',
  text: '问题是什么',
  todo: '要求怎么改',
  to: '交给谁',
  handed: (name: string, act: string) => `${name}（最后一步：${act}）`,
  send: '交办',
  wrong: (point: string) => `不合格：${point}`,
  sent: (name: string) => `已交给${name}，会出现在待办里`,
  needed: '请写明是什么问题、要求怎么改。',
  cancel: '取消',
  state: { waiting: '待整改', answered: '已答复，请核', mended: '已整改', unfounded: '经核实不是问题' },
  to2: (name: string) => `交${name}`,
  answer: '答复',
  back: '退回',
  mended: '整改完成',
  unfounded: '不是问题',
  unfoundedTitle: '经核实不是问题',
  sendBack: '退回再改',
  sendBackTitle: '退回再改',
  reason: '原因（必填）',
  backReasons: ['没有说清怎么改的', '没有改到位', '没有附上凭据'],
  unfoundedReasons: ['核实后没有问题', '记错了件'],
  closed: '问题已了结',
  sentBack: '已退回，重新出现在待办里',
} as const

const withRemark = (said: string, remark: string | null) => (remark === null ? said : `${said}；说明：${remark}`)

/** Steps that found no place after a restore. */
export const asideWords = {
  title: (count: number) => `恢复备份后没有接上的（${count}）`,
  about:
    '局端从备份恢复后，有人先在这次稽核里办了新的，终端留存的这些就没有接上，也不计入。内容都在下面，没有丢；要算数的，请照着再办一次。',
  listed: (count: number) => `${count}步没有接上`,
  said: {
    drawn: (population: number, cases: string) => `${population}件中抽到 ${cases}`,
    checked: (number: string, faults: readonly string[], notes: readonly string[], remark: string | null) =>
      withRemark(
        [
          `核 ${number}，${faults.length === 0 ? '合格' : `不合格的要点：${faults.join('、')}`}`,
          ...(notes.length === 0 ? [] : [notes.join('；')]),
        ].join('。'),
        remark,
      ),
    found: (number: string, text: string, todo: string, to: string) =>
      `记问题 ${number}：${text}；要求：${todo}；交${to}`,
    sentBack: (finding: string | null, reason: string) =>
      `退回再改${finding === null ? '' : `“${finding}”`}：${reason}`,
    closed: (finding: string | null, how: 'mended' | 'unfounded', remark: string | null) =>
      withRemark(
        `了结问题${finding === null ? '' : `“${finding}”`}：${how === 'mended' ? '整改完成' : '不是问题'}`,
        remark,
      ),
    signed: (number: string, remark: string | null) => withRemark(`签字，稽核记录 ${number}`, remark),
  },
} as const

export const signWords = {
  title: '签字，成为稽核记录',
  about: '签字以后要点和结果不再改；没有了结的问题继续在这里整改。',
  open: (count: number) => `还有${count}个问题没有了结，会写在记录上。`,
  sign: '签字',
  noTemplate: (edition: string) =>
    `现用的文书（${edition}版）没有稽核记录的模板，还不能签字。请找IT人员发布；发布后这里就能签，核过的都在。`,
  signed: '已签字，正在打印稽核记录',
} as const

export const auditNo: Record<AuditFault | 'unreachable' | 'forbidden' | 'signInAgain', string> = {
  unknown: '局端没有这次抽样，或者这件不在里面。',
  signed: '已经签过字，要点不能再改。',
  taken: '已经有人签过了，没有重复签。',
  changed: '刚才有变动，没有签。请看过新的再签。',
  unchecked: '还有没核的件，没有签。',
  unanswered: '还有要人核的要点没有答。',
  noteNeeded: '与程序的结论不同的，请写明原因。',
  notAnswered: '窗口还没有答复。',
  over: '这个问题已经了结，或者这个人没有办过这件。',
  wrong: '密码不对。',
  locked: '密码错了多次，暂时锁住，请过几分钟再试。',
  noTemplate: '局端没有稽核记录的文书模板，请找IT人员发布新版文书。',
  unreachable: '现在连不上局端，没有记下；填的都还在，连上后再试。',
  forbidden: '只有督查员能稽核。',
  signInAgain: '登录已过期，请锁屏后用密码重新打开，再试。',
}

const ownWords: Record<OwnWhy, string> = {
  outOfTurn: '文书已经送出，次序不合',
  notUnderstood: '这件用的事项版本或办理动作，程序不认识，请人核对',
  owedLate: '“{material}”应在{due}前补，{on}才补',
  owedNever: '“{material}”应在{due}前补，没有补',
  promiseUnchecked: '承诺的内容没有事后核查（应在{due}前）',
  promiseBroken: '核查发现承诺不实，还没有撤销',
  toldAgain: '出过补充告知，请看理由是否成立',
  silent: '{due}前没有答复申请人，依法视为受理',
  overdue: '应在{due}前办结，{on}还没有或才办结',
  deliveredLate: '应在{due}前送达，{on}才送达',
  notDelivered: '应在{due}前送达，还没有送达',
  paperMissing: '没有出“{paper}”',
}

/** 受理（王示例，11月24日 10:02）：尚缺材料：申请表。 */
export function whyText(
  { code, facts, type, person, at }: Why,
  today: Day,
  names: RefusalNames & { nameOf(id: string): string },
): string {
  const isOwn = (ownWhys as readonly string[]).includes(code)
  const said = isOwn ? ownText(code as OwnWhy, facts) : refusalText({ code, facts } as Refusal, names)
  if (type === null) return `${said}。`.replace('。。', '。')
  const who = [person === null ? '' : names.nameOf(person), at === null ? '' : momentText(at, today)]
  return `${eventName(type)}（${who.filter((each) => each !== '').join('，')}）：${said}。`.replace('。。', '。')
}

function ownText(code: OwnWhy, facts: Why['facts']): string {
  const text = code === 'promiseUnchecked' && facts.due === undefined ? '承诺的内容没有事后核查' : ownWords[code]
  return text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const fact = String(facts[key] ?? '')
    if (key === 'paper') return paperTitles[fact as AnyPaperKey]
    return key === 'due' || key === 'on' ? dayText(fact as Day) : fact
  })
}
