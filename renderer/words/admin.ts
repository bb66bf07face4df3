/** The admin's pages in words: items, what the bureau must confirm, calendars, and publishing from a file. */
import type { ItemChange } from '../../shared/item/item-changes.ts'

export const adminWords = {
  title: '事项与日历',
  items: '事项目录',
  confirm: '待局里确认',
  hall: '大厅设置',
  calendar: '放假安排',
  edition: (edition: string, count: number) => `现行版本 ${edition}，${count}个事项`,
  addItem: '从文件添加或更改事项',
  addCalendar: '载入放假安排',

  find: '名称、别名、代码',
  allKinds: '全部类别',
  allSystems: '全部系统',
  allCertainties: '全部把握',
  columns: {
    name: '事项',
    code: '代码',
    kind: '类别',
    system: '系统',
    certainty: '把握',
    inForce: '有效期',
    open: '待确认',
  },
  kind: '类别',
  system: '系统',
  certainty: '把握',
  none: '没有符合这些条件的事项。',
  since: (from: string, until: string | null) => (until === null ? `${from}起` : `${from}至${until}`),
  notYet: '尚未生效',
  over: '已停止',
  formerUntil: (edition: string) => `生效前按版本 ${edition} 收件`,

  back: '回目录',
  unknownItem: '现行目录里没有这个事项。',
  conditions: '谁能办',
  question: '（窗口勾选）',
  hint: '（只作提示）',
  bring: '带什么',
  form: '填什么',
  steps: '怎么办',
  decides: '决定',
  time: '多少时间',
  statutory: '法定期限',
  promised: '承诺期限',
  delivery: '送达期限',
  extension: '可以延长',
  suspensions: '不计入期限',
  stops: '停止计时',
  runsOn: '不停止计时',
  result: '给什么',
  fee: '收费',
  after: '办结以后',
  basis: '法律依据',
  required: '必填',
  personal: '个人信息',
  sometimes: '视情况',
  recordedBy: (who: string) => `由${who}代录`,
  notice: (title: string, term: string) => `${title}，挂满${term}`,
  workdays: (days: number) => `${days}个工作日内`,
  twoPersons: '两人办理',
  noSteps: '没有中间环节。',
  open: '待局里确认',

  confirmText: (count: number) => `共${count}处没有把握，请局里逐条确认；确认后改事项文件，再从文件更改。`,
  confirmNone: '没有待确认的地方。',
  whole: '整个事项',
  confirmColumns: { item: '事项', where: '在哪里', what: '要确认什么', certainty: '把握' },
  asked: '提问',
  unsure: '请核实',

  hallWhole: (hall: string) => `${hall}：事项用到的设置和办理机构都有，没有缺的。`,
  hallText: (hall: string, count: number) =>
    `${hall}还缺${count}项事项要用的设置。缺的金额判断不了条件，到决定时办不下去；文书上的数也空着。在局端的大厅文件里补上，再用 npm run bureau -- hall 文件 载入。本大厅不办的事项可以不管。`,
  hallColumns: { what: '缺什么', write: '在大厅文件里怎么写', items: '哪些事项要用' },
  hallOffices: '在 offices 里添上这个机构，或者写明由谁代录',
  hallSetting: (name: string) => `settings："${name}": "…"`,

  years: {
    year: '年份',
    source: '来源',
    published: '公布日期',
    rest: '放假（天）',
    makeUp: '补班（天）',
    workdays: '全年工作日',
  },
  settled: (day: string) => `已排到${day}。之后的日子按周一至周五算，期限标“暂定”。`,

  choose: '选择文件',
  chooseOther: '另选文件',
  chooseItem: '选择一个事项文件（JSON），先检查，再预览，最后发布。发布以前什么都不会变。',
  chooseCalendar: '选择一个年份的放假安排文件（JSON），先检查，再预览，最后发布。发布以前什么都不会变。',
  file: (name: string) => `文件：${name}`,
  problems: (count: number) => `这个文件有${count}处问题，不能发布。改好文件后重新选择。`,
  problemColumns: { line: '行', what: '问题', where: '位置', text: '那一行写的是' },
  line: (no: number) => `第${no}行`,
  same: '和已经发布的一样，没有要发布的。',

  adds: (name: string, code: string) => `新增事项：${name}（${code}）`,
  changes: (name: string, code: string) => `更改事项：${name}（${code}）`,
  fromToday: '发布后立即按新的收件。',
  fromDay: (day: string) => `${day}起按新的收件，之前仍按现行版本收件。`,
  alreadyOver: (day: string) => `有效期到${day}已满，发布后不再收件。`,
  newItem: (materials: number, fields: number, steps: number) =>
    `${materials}种材料，${fields}个表单项，${steps}个环节。`,
  changed: '改了什么',
  papers: '哪些文书会不一样',
  noPapers: '没有文书受影响。',
  running: '还没办完的件',
  runningKeep: (count: number) =>
    count === 0
      ? '这个事项没有还没办完的件。'
      : `${count}件还没办完，按收件时的版本办到底，不受影响。新收的件按新版本办。`,
  draftsFollow: '窗口里还没保存的草稿，重新打开后按新版本填。',
  elsewhere: (count: number) => `其他大厅还有${count}件。`,
  more: (count: number) => `另有${count}件没有列出。`,
  affectedColumns: {
    number: '编号',
    applicant: '申请人',
    item: '事项',
    status: '状态',
    edition: '版本',
    moved: '最后一天',
  },

  year: (year: number) => `${year}年放假安排`,
  yearCounts: (rest: number, makeUp: number, workdays: number) =>
    `放假${rest}天，补班${makeUp}天，全年${workdays}个工作日。`,
  replaces: (day: string) => `代替${day}公布的安排：`,
  nowRest: (days: string) => `改为放假：${days}`,
  nowWork: (days: string) => `改为上班：${days}`,
  rests: '放假的日子',
  localHolidays: '本地民族节日',
  makeUps: '补班的日子',
  movedCount: (count: number) =>
    count === 0 ? '没有哪件的日子因此改变。' : `${count}件的日子有变；发布后手上有这件的人会收到通知。`,
  concludedStay: '已经办结的件不受影响。',

  asking: '正在问局端哪些件受影响…',
  offline: '联不上局端：可以检查和预览，发布要等联上以后。',
  again: '再试',
  publish: '发布',
  publishItemAsk: (name: string) => `发布“${name}”？`,
  publishCalendarAsk: (year: number) => `发布${year}年放假安排？`,
  publishText: '发布后所有窗口都按它办，不能撤回，只能再发布更改。',
  cancel: '先不发布',
  published: (edition: string) => `已发布，现行版本 ${edition}。`,
  publishedYear: (year: string, moved: number) =>
    moved === 0 ? `已发布${year}年放假安排。` : `已发布${year}年放假安排，${moved}件的日子有变，已通知办件的人。`,
} as const

/** Why nothing was published, and what to do. */
export const notPublished = {
  invalid: '局端检查没有通过，没有发布。问题列在下面。',
  stale: '别人刚刚发布了新的版本，没有发布您的更改。预览已按新版本更新，请再看一遍。',
  same: '和已经发布的一样，没有要发布的。',
  unreachable: '没有等到局端的回答。联上局端后看现行版本：如果没有变，再发布一次。',
  notAdmin: '只有系统管理员可以发布，没有发布。',
  signInAgain: '您是离线登录的，或者登录已过期，没有发布。请联网后锁定窗口，重新登录再发布。',
} as const

export const fileRefusals = {
  tooLarge: '文件太大了，不像是事项或放假安排的文件。',
  notText: '这不是 UTF-8 编码的文本文件。请用 UTF-8 另存后再选。',
  unreadable: '文件打不开，请看它还在不在、有没有权限。',
} as const

export const changeNames: Record<ItemChange['is'], string> = {
  added: '新增',
  removed: '去掉',
  changed: '改动',
  reordered: '换了次序',
}
