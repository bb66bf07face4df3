/** The task list in words, with what to tell the applicant. */
import type { Task } from '../../shared/contract/views.ts'
import { eventName } from '../../shared/paper/event-names.ts'

export const taskWords = {
  title: '待办',
  first: '先处理',
  mine: '轮到我办',
  inHand: '全部在办',
  allItems: '全部事项',
  allWindows: '全部窗口',
  item: '事项',
  window: '窗口',
  find: '申请人或编号',
  findHint: '姓名、拼音首字母、编号',
  empty: '现在没有等您办理的件。',
  emptyFiltered: '没有符合这些条件的件。',
  clear: '清除条件',
  settled: '已处理',
  answer: '答复',
  answerTitle: '怎样改的，或者是什么情况？',
  answerHint: '例如：已补出送达回证，请申请人签过字',
  sentBack: '上次的答复被退回',
  settleTitle: '怎样处理的？',
  settleHint: '例如：已电话告知申请人，材料退回重交',
  settleNeeded: '请写明怎样处理的',
  settleFailed: '没有保存，请重新登录后再试。',
  open: '查看办件',
  raised: '已报督查员',
  tell: '对申请人说',
  todo: '怎么办',
  /** 局端先收到王示例（3号窗口）今天 11:36 办的“受理”，这一项后到。 */
  overtaken: (who: string, moment: string, act: string) => `局端先收到${who}${moment} 办的“${act}”，这一项后到。`,
  who: (name: string, window: string | null) => (window === null ? name : `${name}（${window}）`),

  movedTitle: '期限有变',
  movedText: (count: number) =>
    `放假安排公布了，您手上${count}件的日子有变。告诉过申请人日子的，请电话告诉他新的日子。`,
  movedFrom: (day: string) => `原来${day}`,
  movedTo: (day: string) => `现在${day}`,
  seen: '知道了',
  seenAll: '全部知道了',
  seenHow: '已看到期限变化',

  conflictTitle: '可能冲突',
  conflictText: '这件在别处先办了，本机的办理可能不被采纳，文书先不要交给申请人。局端判定后这里会更新。',
} as const

/** 同一申请人或者同一户先收了一件：老年人优待证办理 000001 000001 */
export const duplicateWords = { before: (item: string) => `同一申请人或者同一户先收了一件：${item} ` }

const titles: Record<Task['kind'], string> = {
  refused: '未采纳',
  outOfTurn: '文书已送达，待处理',
  doubt: '待核实',
  deadlineMoved: '期限有变',
  possibleDuplicate: '可能重复',
  finding: '稽核问题',
}

/** What was put right on a case, and how. */
export const settledWords = {
  title: '处理过的事',
  byPaper: (act: string | null) => (act === null ? '以更正的文书处理' : `以“${act}”处理`),
  by: (name: string, moment: string | null) => (moment === null ? `${name}处理` : `${name} ${moment} 处理`),
} as const

/** What the task is about: 未采纳：受理 */
export function taskTitle(task: Pick<Task, 'kind' | 'eventType'>): string {
  if (task.kind === 'deadlineMoved' || task.kind === 'possibleDuplicate') return titles[task.kind]
  return `${titles[task.kind]}：${eventName(task.eventType)}`
}

const todos: Record<Task['kind'], string> = {
  refused: '打开办件看现在的状态，该补办的补办或转告应办的人；交出的文书收回。办好了点“已处理”。',
  outOfTurn: '联系申请人，收回或者更正这份文书。办好了点“已处理”。',
  doubt: '打开办件核对，有误的更正。办好了点“已处理”。',
  deadlineMoved: '按新的日子办；已经告诉申请人原来日子的，电话告诉他。',
  possibleDuplicate:
    '两件对着看：确是重复的，受理前请督查员作废后收的一件，受理后请申请人撤回；不是重复的写明原因。办好了点“已处理”。',
  finding: '按要求改好，或者说明情况，写下答复。',
}

/** A promise (告知承诺) that the bureau did not take: the applicant has to come again, and nobody may say otherwise. */
const barredPromise = {
  todo: '收回告知承诺书和受理通知书，办“一次性告知”，请申请人交证明；证明交来再受理。以前那件已经改正的，先在那件上登记“事后核查”。办好了点“已处理”。',
  told: '您这次不能用书面承诺代替证明：您以前有一份承诺经核查不属实，信用还没有修复。请把证明交来，我们收到就接着办；您觉得核查有误或者已经改正的，请告诉我们，我们去核对。',
} as const

const isBarredPromise = ({ refusal }: Pick<Task, 'refusal'>) => refusal?.code === 'promiseBarred'

/** What the clerk does about it; of a finding, what the auditor asks for. `ended`: see tellApplicant. */
export function taskTodo(task: Pick<Task, 'kind' | 'finding' | 'refusal'>, ended: boolean): string {
  if (!ended && isBarredPromise(task)) return barredPromise.todo
  return task.finding?.todo ?? todos[task.kind]
}

const told: Record<Task['kind'], string> = {
  refused: '您的件我们核对时发现还有一步没有办成，材料都在，我们现在重新办，办好了电话告诉您，不用您再跑。',
  outOfTurn: '上次给您的那份文书需要更正，请先不要按它办事；更正后的文书我们会尽快送给您，给您添麻烦了。',
  doubt: '您的件正在办，我们需要再核对一处信息，核对好会电话告诉您。',
  deadlineMoved: '放假安排公布了，您的件最迟办好的日子有变，以今天告诉您的为准。',
  possibleDuplicate: '您或者您家里人的这件事在另一个窗口也收了，我们核对后只办一件，材料不用再交，核对好电话告诉您。',
  finding: '您的件我们在复查，有需要您配合的会电话告诉您，给您添麻烦了。',
}

const toldOfEnded: Partial<Record<Task['kind'], string>> = {
  refused: '您的件在这之前已经办结，这次办的这一步没有生效；还要不要办，我们核对好电话告诉您。',
  outOfTurn: '您的件在这之前已经办结，上次给您的那份文书请先不要按它办事；还要不要办，我们核对好电话告诉您。',
}

/** `ended`: the case has come to its end meanwhile, so that nothing is done over. */
export function tellApplicant(task: Pick<Task, 'kind' | 'refusal'>, ended: boolean): string {
  const { kind } = task
  if (!ended && isBarredPromise(task)) return barredPromise.told
  return (ended ? toldOfEnded[kind] : undefined) ?? told[kind]
}
