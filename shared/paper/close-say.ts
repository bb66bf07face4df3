/** 日结 in words, on paper and on the page alike: its open questions, and why it is amended. */
import type { CaseId, Instant, PersonId, TerminalNo, WindowNo } from '../case/ids.ts'
import { type CloseCause, type CloseQuestion, figureName, type Moved } from '../report/close.ts'
import { eventName } from './event-names.ts'
import { momentWords, numberWords } from './say.ts'

type NameOf = (person: PersonId) => string

export function windowWords(window: WindowNo | null): string {
  return window === null ? '科室' : `${window}号窗口`
}

type Where = { terminal: TerminalNo; window: WindowNo | null }

/** Where an act was done: 2号窗口（终端00017） */
function actPlaceWords({ terminal, window }: Where): string {
  return `${windowWords(window)}（终端${String(terminal).padStart(5, '0')}）`
}

/** The window that a terminal is bound to: one that is not serves whoever signs in there. */
export function boundWords(window: WindowNo | null): string {
  return window === null ? '未绑定窗口' : windowWords(window)
}

/** A terminal as such: 2号窗口（终端00017） */
function placeWords({ terminal, window }: Where): string {
  return `${boundWords(window)}（终端${String(terminal).padStart(5, '0')}）`
}

const taskWords: Record<string, string> = {
  outOfTurn: '已经送出文书、次序不合，待处理',
  doubt: '时间或日历有疑问，待处理',
  possibleDuplicate: '可能重复收件，待处理',
}

export function questionWords(question: CloseQuestion, nameOf: NameOf): string {
  switch (question.is) {
    case 'silent':
      return question.heardAt === null
        ? `${placeWords(question)}：还没有联系过局端的记录，可能有没上传的。`
        : `${placeWords(question)}：${momentWords(question.heardAt)}以后没有联系过局端，可能有没上传的。`
    case 'stopped':
      return `${placeWords(question)}：已被局端停用，没上传的收不进来。`
    case 'waiting':
      return `${placeWords(question)}：有${question.records}条局端收到了、还没有判定，没有计入。`
    case 'clock':
      return question.minutes > 0
        ? `${placeWords(question)}：时钟偏差最多${question.minutes}分钟，涉及${question.records}条。`
        : `${placeWords(question)}：有${question.records}条办理时时钟跳变，由本人确认过日期。`
    case 'refused':
      return `${caseWords(question)}：${nameOf(question.person)}当日办理的一步局端未采纳，没有计入。`
    case 'task':
      return `${caseWords(question)}：${taskWords[question.kind] ?? '待处理'}（${nameOf(question.person)}）。`
    case 'more':
      return question.of === 'task'
        ? `这一天没有采纳的、待处理的还有${question.count}件，没有在这里列出，请在“待办”里看。`
        : `没有用上的编号还有${question.count}段，没有在这里列出；这么多说明有终端反复中断，请系统管理员查看。`
    case 'skipped': {
      const range =
        question.count === 1
          ? numberWords(question.first)
          : `${numberWords(question.first)}至${numberWords(question.last)}`
      return `${placeWords(question)}：编号${range}共${question.count}个没有用上（程序或电源中断过），这些号不会再用。`
    }
    case 'checkMissing':
      return `${question.window}号窗口：有办理，没有做日清。`
    case 'checkDiffers':
      return `${question.window}号窗口：日清与程序的数对不上${question.remark === null ? '' : `（${question.remark}）`}。`
    case 'checkOlder':
      return `${question.window}号窗口：日清签字以后又有变动。`
  }
}

function caseWords({ number, case: id }: Extract<CloseQuestion, { is: 'refused' | 'task' }>): string {
  if (number !== null) return `编号${numberWords(number)}`
  // Which one it is may be told elsewhere: a sealed case, read from afar.
  return id === undefined ? '一件办理' : '一件没有编号的办理'
}

type ActCause = Extract<CloseCause, { is: 'act' }>
export type SaidCause = { text: string; case: CaseId | null }

/** What happened where, when it was done and when it came, and which figures it moved; what was done to a case in one go is one. */
export function saidCauses(causes: readonly CloseCause[]): SaidCause[] {
  const said = new Map<string, { where: string; acts: ActCause[] }>()
  const counted: SaidCause[] = []
  for (const cause of causes) {
    if (cause.is === 'counted') {
      counted.push({ text: `没有新的办理，按局端重新计数：${allMoved([cause])}。`, case: null })
      continue
    }
    const came = cause.arrivedAt === null ? '' : `，${momentShort(cause.arrivedAt)}到局端`
    const where = `${actPlaceWords(cause)}${momentShort(cause.at)}办理${came}`
    const key = `${cause.case} ${where}`
    said.set(key, { where, acts: [...(said.get(key)?.acts ?? []), cause] })
  }
  const done = [...said.values()].map(({ where, acts }) => {
    const [{ number, case: id }] = acts as [ActCause]
    const names = [...new Set(acts.map(({ type }) => eventName(type)))].join('、')
    const which = number === null ? '' : `编号${numberWords(number)}的`
    return { text: `${which}${names}：${where}；${allMoved(acts)}。`, case: id ?? null }
  })
  return [...done, ...counted]
}

/** A figure that went on from where the one before left it is told once. */
function allMoved(causes: readonly CloseCause[]): string {
  const moved: Moved[] = []
  for (const next of causes.flatMap((cause) => cause.moved)) {
    const at = moved.findIndex(
      (one) => one.window === next.window && one.figure === next.figure && one.to === next.from,
    )
    if (at === -1) moved.push(next)
    else moved[at] = { ...moved[at]!, to: next.to }
  }
  const left = moved.filter(({ from, to }) => from !== to)
  return left.length === 0 ? '不动数字' : left.map(movedWords).join('，')
}

function movedWords({ window, figure, from, to }: Moved): string {
  return `${windowWords(window)}${figureName(figure)}${from}→${to}`
}

/** 11月24日9时02分 */
function momentShort(at: Instant): string {
  return momentWords(at).replace(/^\d{4}年/, '')
}
