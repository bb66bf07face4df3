/** The queue at the window and questions that become no case, in words. */
import type { Deed, How } from '../../shared/visit/notes.ts'

export const queueWords = {
  button: '叫号',
  title: (window: string) => `叫号 · ${window}`,
  nobody: '现在没有叫到的号',
  serving: (label: string) => `正在办 ${label}`,
  waiting: (count: number) => `等候 ${count}`,
  label: '号码',
  placeholder: '叫号机的号，如 A012；留空叫下一个',
  badLabel: '号码只有数字、字母和短横，最多12位。',
  call: (label: string) => `叫 ${label}`,
  doneAndCall: (done: string, label: string) => `办完 ${done}，叫 ${label}`,
  calledAt: (time: string, calls: number) => `${time} 叫号${calls > 1 ? `，已叫 ${calls} 次` : ''}`,
  first: (name: string, window: string) => `首接 ${name}（${window}）`,
  again: '重呼',
  missed: '过号',
  pass: '转窗口',
  abandon: '弃号',
  done: '办完',
  give: (label: string) => `发号 ${label}`,
  waitingHere: '在本窗口等',
  missedHere: '过号（来了再叫）',
  none: '没有',
  passedFrom: (window: string) => `${window}转来`,
  passTo: (label: string) => `${label} 转到哪个窗口？`,
  passed: (label: string, window: string) => `${label} 已转${window}`,
  passedOffline: (label: string, window: string) =>
    `${label} 已转${window}。现在没有连上局端，那边要等恢复后才看得到：请同时告诉同事一声`,
  elsewhere: (label: string, window: string) => `${label} 正在${window}办理，请先请那边转过来。`,
  onlyHere: '还没有连上局端：只看得到本机的号，转窗口的要等恢复后对方才看得到。',
  cases: '这个号办的',
  noCases: '还没有收件',
  saved: { given: '已发号', called: '已叫号', missed: '已记过号', passed: '', abandoned: '已记弃号', done: '已办完' },
  slipTitle: (label: string) => `${label} 号`,
  slipLines: (window: string, hall: string, time: string) => [`请在${window}前等候叫号`, hall, `取号时间 ${time}`],
  noWindow: '没有窗口的终端',
} satisfies Record<string, string | ((...of: never[]) => string | string[]) | Record<Deed, string>>

/** 大厅等候: numbers for any window. */
export const hallWords = {
  title: '大厅等候',
  desk: '大厅发号',
  waiting: (count: number) => `大厅等候 ${count}`,
  more: (count: number) => `还有 ${count} 个`,
  calls: '本窗口叫',
  give: '发大厅号',
  callNext: '叫大厅下一个',
  next: '大厅下一个',
  nobody: '刚才等的号已被别的窗口叫走，列表已重新取来。',
  slipLines: (kind: string, hall: string, time: string) => [
    `办理${kind}`,
    '请在大厅等候，叫到号再去窗口',
    hall,
    `取号时间 ${time}`,
  ],
  notGiven: {
    unreachable: '现在连不上局端，大厅的号发不了。请按“发号”发本窗口的号，或用叫号机的号。',
    forbidden: '这里不能发大厅的号。',
    signInAgain: '登录已过期，请锁屏后用密码重新打开。',
  },
  notTaken: {
    unreachable: '现在连不上局端，不知道大厅轮到谁。请看号票，输入号码叫号。',
    forbidden: '这里不能叫大厅的号。',
    signInAgain: '登录已过期，请锁屏后用密码重新打开；也可以输入号码叫号。',
  },
} as const

export const howNames: Record<How, string> = {
  answered: '当场答复',
  sent: '请到别处办',
  handed: '转给同事答复',
}

export const enquiryWords = {
  button: '登记咨询',
  title: '登记咨询（首问登记）',
  about: '问什么',
  aboutPlaceholder: '事项、拼音首字母，或照原话写一句',
  asSaid: (words: string) => `照原话记：“${words}”`,
  how: '怎么答的',
  sentTo: '请到哪里',
  handedTo: '转给谁',
  phone: '回复电话',
  phoneHelp: '只有要回电话才填；屏幕上只显示后四位，转办单上印全。',
  save: '登记',
  print: '登记并打印',
  missing: { about: '请先写问的是什么。', to: '请写明请到哪里、转给谁。' },
  badPhone: '电话号码不对，请核对。',
  saved: (count: number) => `已登记，今天第 ${count} 件咨询`,
  soMany: (count: number) => `今天 ${count} 件`,
  list: '咨询（首问登记）',
  none: '这一天没有登记咨询。',
  openTitle: (count: number) => `还没有答复的咨询（${count}）`,
  answer: '登记答复',
  answerTitle: '登记答复',
  answerLabel: '怎么答复的',
  answerReasons: ['已电话答复', '已当面答复', '电话打不通，已请其再来'],
  answerSaved: '已登记答复',
  answeredBy: (name: string, time: string) => `${name} ${time} 答复`,
  columns: { time: '时间', about: '问什么', how: '怎么答的', first: '首问', state: '答复' },
} as const

export const slipWords = {
  printed: (job: { state: string; file: string | null }) =>
    job.state === 'savedAsPdf' ? `没有打印机，已存为 PDF：${job.file ?? ''}` : '已送打印',
}
