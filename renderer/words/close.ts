/** 日结 in words. */
import type { closeFaults } from '../../shared/contract/closes.ts'

type NotSigned = (typeof closeFaults)[number] | 'unreachable' | 'forbidden' | 'signInAgain' | 'unsent'

export const closeWords = {
  title: '日结',
  days: '哪一天',
  month: (year: string, month: string) => `${year}年${Number(month)}月`,
  earlier: '上个月',
  later: '下个月',
  noDays: '这个月还没有办理。',
  states: { open: '未日结', closed: '已日结', due: '待更正' },
  amended: (count: number) => `更正${count}次`,
  undone: (open: number, due: number) =>
    [open === 0 ? '' : `以前还有${open}天没有日结`, due === 0 ? '' : `${due}天有迟到的办理，待更正`]
      .filter((each) => each !== '')
      .join('；'),
  first: '从最早的一天看起',
  allDone: '以前的日子都已日结。',
  reading: '正在向局端取',
  unreachable:
    '现在连不上局端，不能日结：当天的数要局端按各窗口已上传的一起算，签字也由局端记下。什么都没有丢，连上以后再签。',
  toCome: '这一天还没有到。',
  nothing: '这一天没有办理，不需要日结。',
  readOnly: '您可以查看，日结由督查员签字。',
  noTemplate: (edition: string) =>
    `现用的文书（${edition}版）没有日结的模板，还不能签字。请找IT人员发布；发布后这里就能签，数不会丢。`,
  early: (closing: string) => `大厅${closing}才下班，现在签字，之后的办理都要另出更正。`,
  earlyAgree: '知道，现在就签',
  proposal: (no: number) => (no === 0 ? '待签字的日结' : `待签字的第${no}号更正`),
  counts: '各窗口当日数',
  countsNow: '更正后的各窗口当日数',
  window: '窗口',
  listNow: '打开名单；签后又有变动的，名单是现在的',
  total: '合计',
  questions: (count: number) => `还没有弄清的（${count}）`,
  noQuestions: '没有未弄清的：各终端已上传，各窗口日清相符。',
  causes: '更正的原因',
  toCase: '看这件',
  toDay: '看这一天',
  toCheck: '看日清',
  toTasks: '到待办',
  countedTo: (position: number) => `计到局端第 ${position.toLocaleString('zh-CN')} 号办理动作`,
  sign: (no: number) => (no === 0 ? '签字日结' : '签字更正'),
  signTitle: (no: number, day: string) => (no === 0 ? `${day}日结` : `${day}第${no}号更正`),
  signAbout: '签字以后不能改。迟到的办理以后另出更正。',
  signWithQuestions: (count: number) => `还有${count}个没有弄清的，会写在日结上。`,
  signed: (no: number) => (no === 0 ? '已日结，正在打印存档联' : `第${no}号更正已签，正在打印存档联`),
  notSigned: {
    wrong: '密码不对。',
    locked: '密码错了多次，暂时锁住，请过几分钟再试。',
    taken: '已经有人签过了，没有重复签。请看下面。',
    changed: '刚才数或者未弄清的有变动，没有签。请看过新的再签。',
    nothing: '这一天没有要签的了。',
    early: '大厅还没有下班，请先勾选“知道，现在就签”。',
    noTemplate: '局端没有日结的文书模板，请找IT人员发布新版文书。',
    unreachable: '现在连不上局端，没有签上；如果正好断在中间，连上后这里会显示。密码以外填的都还在。',
    forbidden: '只有督查员能签日结。',
    signInAgain: '登录已过期，请锁屏后用密码重新打开，再签。',
    unsent: '本机还有没上传的办理，现在传不上去，先不能签。请看右下角的上传情况。',
  } satisfies Record<NotSigned, string>,
  past: '签过的',
  signedHead: (no: number) => (no === 0 ? '日结' : `第${no}号更正`),
  signedBy: (name: string, moment: string) => `${name} ${moment} 签字`,
  view: '看原文',
  reprint: '补打',
  reprintTitle: '补打日结',
} as const
