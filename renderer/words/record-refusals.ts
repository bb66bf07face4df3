/** Why the machine did not record an act: what happened, what is safe, what to do. */
import type { RecordRefusal } from '../../shared/contract/views.ts'
import { type RefusalNames, refusalText } from './refusals.ts'

export function recordRefusalText(refusal: RecordRefusal, names: RefusalNames): string {
  switch (refusal.why) {
    case 'law':
      return refusalText(refusal.refusal, names)
    case 'signedOut':
      return '登录已过期，没有保存。已填内容仍在此窗口，请重新登录后再提交。'
    case 'confirmDate':
      return '日期没有确认，没有保存。已填内容仍在此窗口，请核对电脑时间后再提交。'
    case 'readOnly':
      return `${readOnlyCauses[refusal.cause] ?? '本机流水暂不能写入'}，没有保存。此前已保存的件都在。请记下已填内容，到另一窗口办理，并告知管理员。`
    case 'diskNearlyFull':
      return `磁盘只剩 ${megabytes(refusal.freeBytes)}，本机暂停收新件，没有保存。此前已保存的件都在。请告知管理员清理磁盘。`
    case 'fileMissing':
      return `附件 ${refusal.files.join('、')} 不在本机（可能是磁盘损坏），没有保存。已填内容仍在此窗口，请移除后重新选择，再提交。`
    case 'writeFailed':
      return `未能写入磁盘，没有保存。已填内容仍在此窗口。请再试一次，或记下编号 ${refusal.incident} 告知管理员。`
  }
}

export const readOnlyCauses: Record<string, string> = {
  writeFailed: '上次写入磁盘失败，重新启动程序前只能查看',
  damaged: '本机流水有损坏',
  rolledBack: '本机磁盘与局端记录不一致（可能被还原过）',
  keyMissing: '本机密钥取不出来',
}

/** The question asked when the clock has jumped. */
export function confirmDateWords(refusal: Extract<RecordRefusal, { why: 'confirmDate' }>): {
  title: string
  content: string
  yes: string
  no: string
} {
  const beijing = (instant: string) =>
    new Intl.DateTimeFormat('zh-CN', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
      new Date(instant),
    )
  const lines = [`电脑现在的时间是 ${beijing(refusal.terminalSays)}。`]
  if (refusal.lastRecord !== null) lines.push(`上一次办理是 ${beijing(refusal.lastRecord)}。`)
  if (refusal.bureauSays !== null) lines.push(`按上次联网推算应是 ${beijing(refusal.bureauSays)}。`)
  return {
    title: '请确认日期',
    content: `${lines.join('')}时间对得上日历和钟表吗？不对请先让管理员校时。`,
    yes: '时间正确，继续保存',
    no: '不对，先不保存',
  }
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_048_576).toLocaleString('zh-CN')} MB`
}
