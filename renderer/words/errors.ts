/** The unexpected in words: what happened, what is safe, what to do next. */

const happened: Record<string, string> = {
  'act.record': '未能保存',
  'paper.print': '未能打印',
  'paper.look': '未能打开文书',
  'slip.print': '未能打印',
  'file.choose': '附件未能保存',
  'file.keep': '附件未能保存',
  'file.look': '未能打开附件',
  'file.show': '未能打开附件',
  'draft.keep': '草稿未能保存',
  'session.signIn': '未能登录',
  'session.unlock': '未能解锁',
  'terminal.enrol': '未能登记本终端',
}

const safe: Record<string, string> = {
  'act.record': '已填内容仍在此窗口，没有办理任何动作。',
  'paper.print': '办理结果已保存，文书可以在办件页补打。',
  'paper.look': '办理结果已保存，不受影响。',
  'slip.print': '已填内容仍在此窗口。',
  'file.choose': '已填内容仍在此窗口，原来的附件都在。',
  'file.keep': '已填内容仍在此窗口，原来的附件都在。',
  'draft.keep': '已填内容仍在此窗口，请先不要关闭。',
}

/** What to show for an error behind a door (or of the page itself: null) with its incident number. */
export function problemWords(door: string | null, incident: string): { title: string; text: string; close: string } {
  const title = (door !== null && happened[door]) || '程序遇到问题'
  const calm = (door !== null && safe[door]) || '已保存的办件不受影响。'
  return { title, text: `${calm}请再试一次；仍不行，请记下编号 ${incident} 告知管理员。`, close: '知道了' }
}

export const tryAgain = '再试一次'
