/** Why the bureau gave no answer, where the page itself has no better words. */
import type { NotHeard } from '../../shared/contract/views.ts'

export const heardWords: Record<Exclude<NotHeard['why'], 'unreachable'> | 'again', string> = {
  forbidden: '局端没有给：按您现在的岗位看不了。岗位刚变动的，请退出后重新登录。',
  signInAgain: '登录已失效，局端没有给。请退出后重新登录再看。',
  bad: '局端没有答上这一问。请再试一次；仍不行，请告诉管理员。',
  again: '再取一次',
}
