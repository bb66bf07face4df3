/** What the desk says of a print: what happened, and whether it goes on by itself or has to be printed again. */
import type { Outcome, SheetState } from './messages.ts'
import type { QueueRefusal, Standing, Trouble } from './queue.ts'

const goesOn = '之后会自动接着打，不用再打一次。'

const troubles: Record<Trouble, string> = {
  outOfPaper: `打印机缺纸。放好纸，${goesOn}`,
  jam: `打印机卡纸。取出卡住的纸、合上盖子，${goesOn}`,
  open: `打印机的盖子没有关好。关好，${goesOn}`,
  toner: `打印机没有墨粉或墨水了。换好，${goesOn}`,
  offline: `打印机没有应答。请看电源和连线，恢复${goesOn}`,
  paused: `打印机被暂停了。请管理员恢复，${goesOn}`,
  held: `这份在打印队列里被暂缓了。请管理员放行，${goesOn}`,
  stopped: '打印系统没能处理这份，停在打印队列里了。请管理员查看。',
}

type Ending = Extract<Standing, { is: 'over' }>['how']

const endings: Record<Ending, { state: SheetState['state']; outcome: Outcome; detail: string | null }> = {
  done: { state: 'done', outcome: 'done', detail: null },
  cancelled: { state: 'failed', outcome: 'stopped', detail: '这份在打印队列里被取消了，没有打完。需要时请再打一次。' },
  aborted: { state: 'failed', outcome: 'stopped', detail: '打印系统没能打出这份。请再打一次；仍不行，请告知管理员。' },
  gone: {
    state: 'failed',
    outcome: 'unknown',
    detail: '打印队列里已没有这份的记录，不能确定打没打出来。请先看打印机出纸口，没有再打一次。',
  },
}

/** A standing as the window shows it. */
export function stateOfStanding(standing: Standing): SheetState {
  switch (standing.is) {
    case 'empty':
    case 'queued':
      return { state: 'queued', detail: null, outcome: null }
    case 'printing':
      return { state: 'printing', detail: null, outcome: null }
    case 'waiting': {
      const state = standing.why === 'outOfPaper' ? 'outOfPaper' : 'stopped'
      return { state, detail: withMessage(troubles[standing.why], standing.message), outcome: null }
    }
    case 'over': {
      const { state, outcome, detail } = endings[standing.how]
      return { state, outcome, detail: detail === null ? null : withMessage(detail, standing.message) }
    }
  }
}

/** The queue did not take the sheet. */
export function stateOfRefusal(printer: string, refusal: QueueRefusal): SheetState {
  const said = {
    noSuchPrinter: `找不到打印机“${printer}”。请另选一台打印机再打。`,
    notAccepting: `打印机“${printer}”现在不接收打印。请另选一台打印机再打，或请管理员恢复。`,
    refused: withMessage(`打印机“${printer}”没有接收这份。请另选一台打印机再打。`, refusal.message),
  }[refusal.why]
  return { state: 'rejected', detail: said, outcome: 'rejected' }
}

export const unanswered: SheetState = {
  state: 'stopped',
  detail: '打印系统没有应答，正在继续联系。',
  outcome: null,
}

/** Nothing was handed over, and nobody answers. */
export const neverAnswered: SheetState = {
  state: 'rejected',
  detail: '打印系统没有应答，这份没有交出去。请再打一次；仍不行，请告知管理员。',
  outcome: 'rejected',
}

export const keepsEnding: SheetState = {
  state: 'failed',
  detail: '打印程序反复出错，不能确定打没打出来。请先看打印机出纸口，没有再打一次；仍不行，请告知管理员。',
  outcome: 'unknown',
}

/** The sheet's PDF is not there any more. */
export const fileGone: SheetState = {
  state: 'failed',
  detail: '这份的打印文件已不在，没有交给打印机。请再打一次。',
  outcome: 'stopped',
}

export const notDrawn = '文书没有画成，没有交给打印机。请再打一次；仍不行，请告知管理员。'

/** Kept as a file because nothing prints here. */
export function savedWords(folder: string, why: 'noPrinter' | 'noneChosen'): string {
  const cause = why === 'noPrinter' ? '没有可用的打印机' : '还没有选定打印机'
  return `${cause}，已存为 PDF，在文件夹 ${folder}`
}

function withMessage(sentence: string, message: string): string {
  return message === '' ? sentence : `${sentence}（打印机说：${message}）`
}

/** What stands across every sheet that was made while practising. */
export const trainingMark = '练习—无效'
