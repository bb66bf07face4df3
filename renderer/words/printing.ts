/** The printer in words, where the whole window must know of it. */
import type { z } from 'zod'
import type { Printer, PrintJob } from '../../shared/contract/views.ts'

/** What a list to take home is printed under: it has no number of its own. */
const NO_NUMBER = '000000000000'

export const printerWords = {
  button: '打印机',
  choose: '选择打印机',
  none: '本机没有打印机，文书存为 PDF',
  noneYet: '还没有选定',
  noneText: '本机没有可用的打印机，文书存为 PDF 文件，不会丢。请管理员装好打印机后再打开这里。',
  chooseText: '以后的文书都送这台。已经送出的不受影响。',
  slips: '指引单和号条的打印机',
  slipsText: '指引单、转办单和号条可以另打在80毫米小票机上；文书不打小票（会褪色）。',
  slipsWithPapers: '没有小票机，和文书打在一起',
  gone: (name: string) => `${name}（现在找不到）`,
  understood: '知道了',
  close: '关闭',
  more: (count: number) => `（另有 ${count} 份也没有打出来）`,
} as const

const printerStates: Record<z.infer<typeof Printer>['state'], string> = {
  ready: '',
  stopped: '（已停）',
  unknown: '（没有应答）',
}

export function printerLabel(printer: z.infer<typeof Printer>): string {
  const description =
    printer.description === '' || printer.description === printer.name ? '' : ` · ${printer.description}`
  return `${printer.name}${description}${printerStates[printer.state]}`
}

/** 文书 0001 0000 0014：打印机缺纸…… */
export function troubleText({ paper, detail, state }: z.infer<typeof PrintJob>, number: string): string {
  const what = paper === NO_NUMBER ? '告知单' : `文书 ${number}`
  return `${what}：${detail ?? printStateWords[state]}办理结果已保存，不受影响。`
}

export const printStateWords: Record<z.infer<typeof PrintJob>['state'], string> = {
  rendering: '正在生成',
  queued: '已送打印机',
  printing: '正在打印',
  done: '已打印',
  stopped: '打印机停了，请看打印机',
  outOfPaper: '打印机缺纸，加纸后会继续',
  rejected: '打印机没有接受，按 F8 再打一次',
  savedAsPdf: '没有打印机，已存为 PDF',
  failed: '没有打印出来，按 F8 再打一次',
}

/** What is said at once of a list to take home. */
export function slipText({ state, file }: z.infer<typeof PrintJob>): string {
  return state === 'savedAsPdf' ? `没有打印机，告知单已存为 PDF：${file ?? ''}` : '告知单已送打印'
}
