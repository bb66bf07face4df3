/** 好差评 slips in words. */
import type { RatedNote } from '../../shared/report/rating.ts'

export const ratingWords = {
  title: '评价单登记',
  about:
    '把评价箱里的评价单按窗口、按档数一遍，填张数。评价自愿，没有评价的不登记；不能登记评价自己窗口的。记下以后进流水，不能改；记错的，本人当天可以在下面撤回。',
  day: '评价单的日子',
  dayHint: '如 20261126',
  wrongDay: '请写一个今天或以前的日子，如 20261126。',
  window: '窗口',
  levels: {
    verySatisfied: '非常满意',
    satisfied: '满意',
    basic: '基本满意',
    dissatisfied: '不满意',
    veryDissatisfied: '非常不满意',
  } satisfies Record<RatedNote['level'], string>,
  known: '局端已有',
  knownCount: (slips: number, praised: number) => (slips === 0 ? '—' : `${slips}张，好评${praised}`),
  own: '您在这个窗口，由别人登记',
  sum: (count: number) => `这次共${count}张`,
  save: '记下',
  clear: '清空重数',
  nothing: '还没有填张数。',
  wrongCount: '标红的不是张数（0到200），请改好再记。',
  box: (window: string, level: string) => `${window}${level}张数`,
  saved: (count: number) => `已记下${count}张评价单`,
  broken: (left: number) => `还有${left}张没有记下，填好的还在，请再按一次 F9。`,
} as const

/** Taking back a slip that was written down by mistake. */
export const undoWords = {
  title: '今天您记下的',
  kind: (day: string, window: string, level: string) => `${day}的评价单，${window}，${level}`,
  count: (standing: number, undone: number) => `${standing}张${undone === 0 ? '' : `（另撤回${undone}张）`}`,
  undo: '撤回一张',
  ask: '撤回一张评价单？',
  about: '记错的才撤回：这一张不再计数，记过和撤回都留痕。只能撤回今天本人记下的。',
  reason: '撤回的原因（必填）',
  reasons: ['窗口填错了', '等级填错了', '张数数多了', '重复登记'],
  done: (kind: string) => `已撤回一张：${kind}`,
  unreachable: '现在连不上局端，看不到今天记下的；连上后自动取来。',
  cancel: '取消',
} as const
