/** The task list in words, with what to tell the applicant. */
import type { Task } from '../../shared/contract/views.ts'
import { historyName } from './events.ts'

export const taskWords = {
  title: '待办',
  first: '先处理',
  mine: '轮到我办',
  inHand: '全部在办',
  overdue: '已超期',
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
  settleTitle: '怎样处理的？',
  settleHint: '例如：已电话告知申请人，材料退回重交',
  settleNeeded: '请写明怎样处理的',
  settleFailed: '没有保存，请重新登录后再试。',
  open: '查看办件',
  raised: '已报督查员',
  tell: '对申请人说',
  conflictTitle: '可能冲突',
  conflictText: '这件在别处先办了，本机的办理可能不被采纳，文书先不要交给申请人。局端判定后这里会更新。',
} as const

const titles: Record<Task['kind'], string> = {
  refused: '未采纳',
  outOfTurn: '文书已送达，待处理',
  doubt: '待核实',
}

/** What the task is about: 未采纳：受理 */
export function taskTitle(task: Task): string {
  return `${titles[task.kind]}：${historyName(task.eventType)}`
}

const told: Record<Task['kind'], string> = {
  refused: '您的件我们核对时发现还有一步没有办成，材料都在，我们现在重新办，办好了电话告诉您，不用您再跑。',
  outOfTurn: '上次给您的那份文书需要更正，请先不要按它办事；更正后的文书我们会尽快送给您，给您添麻烦了。',
  doubt: '您的件正在办，我们需要再核对一处信息，核对好会电话告诉您。',
}

export function tellApplicant(task: Pick<Task, 'kind'>): string {
  return told[task.kind]
}
