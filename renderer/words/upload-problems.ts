/** Why a record does not get through, and which it is: the machine says codes, people read these. */
import { type DeskNumber, formatNumber } from '../../shared/number/desk-number.ts'
import { eventName } from '../../shared/paper/event-names.ts'

const causes: Record<string, string> = {
  notYet: '还没有连接过',
  unreachable: '连不上局端服务器',
  timeout: '局端服务器没有回应',
  aborted: '上传被中断',
  certificate: '局端服务器的证书不是登记本机时的那个，请告知管理员',
  unreadable: '本机流水读不出来，请告知管理员',
  notTaken: '局端没有收下，请告知管理员',
  badRecord: '局端读不懂这条记录，请告知管理员',
  differs: '局端已有不同的记录（磁盘可能被还原或复制过），本机已停止办理，请告知管理员',
  strange: '局端的回应读不懂，请告知管理员升级程序',
  terminalStopped: '局端已停用本机，请告知管理员',
  unknownTerminal: '局端不认识本机，请告知管理员',
  badSignature: '局端不认可本机的签名，请告知管理员',
  badRequest: '局端读不懂这次上传，请告知管理员',
  signInFirst: '需要联网重新登录',
  forbidden: '局端不允许本机上传，请告知管理员',
  tooLarge: '一次上传太大，请告知管理员',
  tooMany: '局端正忙，稍后自动再传',
  unavailable: '局端暂时不能受理请求，稍后自动再传',
  failed: '局端出错，稍后自动再传',
  waiting: '正在等待上传',
  fileDamaged: '本机存的附件已损坏，请让当事人重新提供，并告知管理员',
  fileRefused: '局端不收这个附件，请告知管理员',
}

/** The sentence of a cause; one that this version does not know is for the administrator. */
export function uploadCauseText(cause: string): string {
  const [code = ''] = cause.split(' ')
  return causes[code] ?? '原因不明，请告知管理员'
}

const notes: Record<string, string> = {
  signedIn: '登录记录',
  signedOut: '退出登录记录',
  opened: '查看个人信息的记录',
  printEnded: '打印记录',
  draftTaken: '接手草稿的记录',
  taskSettled: '处理待办的记录',
  ticket: '叫号记录',
  enquired: '首问登记',
  enquiryAnswered: '首问答复',
}

/** What a record is called: its first act and the case's number, or what was noted. */
export function recordText(what: string): string {
  const [type = '', number] = what.split(' ')
  if (type.startsWith('note.')) return notes[type.slice('note.'.length)] ?? '其他记录'
  const act = eventName(type)
  return number === undefined ? act : `${act} ${formatNumber(number as DeskNumber)}`
}
