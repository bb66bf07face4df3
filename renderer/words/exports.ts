/** 报送 in words: what is made of what, how far it has come, what became of it. */
import type { ExportTrouble } from '../../shared/contract/exports.ts'
import type { ExportFormat, ExportKind } from '../../shared/report/export.ts'

export const exportWords = {
  title: '报送',
  about: '月报、季报和交给别的系统的文件都由程序按局端的数做，不用誊、不用算。每导出一次都有记录。',
  what: '报什么',
  kinds: {
    monthly: '窗口月报',
    quarterly: '统计季报',
    cases: '办件明细',
    exchange: '办件信息',
  } satisfies Record<ExportKind, string>,
  abouts: {
    monthly: '一个月的收件、受理、办结、时限和用时，按事项、窗口、日子、街道各一张表。Excel 里的合计和比率都是公式。',
    quarterly: '一个季度的同样几张表，另有各月和上季度、上年同季的比较。',
    cases: '期间内收的件一件一行，给别的系统用；不含姓名、证件号码等个人信息。',
    exchange:
      '期间内收的件，按政务服务平台的办件信息（收件、受理、过程、结果）成文件，不用再录一遍。含申请人姓名和证件号码全文，请写明用途并妥善保管。',
  } satisfies Record<ExportKind, string>,
  period: '期间',
  before: '前一期',
  after: '后一期',
  to: '到',
  dayHint: '如 20261101',
  format: '文件',
  formats: {
    xlsx: 'Excel 工作簿（.xlsx）',
    pdf: 'PDF（.pdf）',
    csv: 'CSV（.csv）',
    json: 'JSON（.json）',
  } satisfies Record<ExportFormat, string>,
  reason: '用途',
  reasonHint: '给谁、做什么用',
  reasons: {
    monthly: ['按月报区政务服务局', '局务会'],
    quarterly: ['按季报区统计局', '按季报市民政局'],
    cases: ['与省平台核对办件', '交区大数据中心'],
    exchange: ['报省政务服务平台', '报市政务服务平台'],
  } satisfies Record<ExportKind, readonly string[]>,
  save: '选位置并导出',
  cancel: '停止',
  lacks: {
    period: '请写完整的起止日子，从早到晚，最多一年。',
    reason: '请写用途：给谁、做什么用。',
  },
  running: (rows: number, of: number | null) =>
    of === null ? '正在统计' : `已导出 ${rows.toLocaleString('en-US')} 件，共 ${of.toLocaleString('en-US')} 件`,
  choosing: '请在弹出的窗口里选文件放在哪里',
  done: (file: string) => `已存好：${file}`,
  doneRows: (what: ExportKind, rows: number) =>
    what === 'monthly' || what === 'quarterly' ? `${rows}行` : `${rows.toLocaleString('en-US')}件`,
  sealed: (count: number) => `另有${count}件涉密事项只在经办科室，不在文件里。`,
  fingerprint: '文件指纹（SHA-256）',
  cancelled: '已停止，没有留下文件。',
  why: {
    notMine: '您的岗位不能导出这一种。',
    signInAgain: '登录已过期，请锁屏后用密码重新打开，再导出一次。',
    unreachable: '连不上局端，没有导出完，也没有留下文件。恢复连接后再导出一次。',
    nothingChosen: '没有选位置，没有导出。',
    diskFull: '磁盘满了，没有留下文件。请换一个位置，或者请管理员腾出空间。',
    notWritable: '这个位置写不进去，没有留下文件。请换一个位置。',
    differs: '各行加起来与全厅的合计不一致，没有做成报表。请信息中心运行核对（recount）后再导出。',
    moving: '统计的时候一直有新的办理进来，没有做成。请过一会儿再导出一次。',
    notNoted: '本机流水写不进去，按规定不能导出，没有留下文件。请告诉管理员。',
    failed: '没有导出成，也没有留下文件。请再试一次；仍不行，请告诉管理员。',
  } satisfies Record<ExportTrouble, string>,
  list: '导出记录',
  listAbout: '本厅每一次导出，成没成都在这里；谁也删不掉。',
  none: '还没有人导出过。',
  reading: '正在向局端取',
  unread: '现在连不上局端，看不到导出记录；连上后自动取来。',
  older: '更早的',
  columns: { at: '时间', who: '谁', what: '什么', period: '期间', rows: '行数', reason: '用途', outcome: '结果' },
  outcomes: { done: '已存好', cancelled: '中途停止', failed: '没有成' },
  open: '没有做完',
} as const
