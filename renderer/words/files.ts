/** Files beside a form (附件): what is said of them, and of each thing that can go wrong what to do. */
import type { KeepFault } from '../parts/files/taking.ts'

type ShowWhy = 'notHere' | 'notYet' | 'unknown' | 'unreachable' | 'notNoted' | 'cannotDraw'

export const filesWords = {
  choose: '选择文件',
  keys: '空格选择，F4 拍照，也可以拖进来、Ctrl+V 粘贴；PDF、JPEG、PNG',
  picturesKeys: '空格选择，F4 拍照，也可以拖进来、Ctrl+V 粘贴；JPEG、PNG 图片',
  taking: '正在保存…',
  view: '查看',
  remove: '移除',
  removed: (name: string) => `已移除“${name}”`,
  replaced: (name: string) => `已换下“${name}”`,
  undo: '撤销',
  close: '关闭',
  pasted: '粘贴的图片.png',
  loading: '正在打开…',
  notSent: '尚未上传',
  none: '（空）',
  hidden: (count: number) => `${count} 个附件（已遮挡）`,
  pdf: '扫描件',
} as const

/** Said beside the field, after the file's name. `most` is the field's own limit; `pictures`: it takes nothing else. */
export const keepFaultWords: Record<KeepFault, (most: string, pictures: boolean) => string> = {
  empty: () => '是空文件，请重新扫描或另选一个',
  tooLarge: (most) => `太大了，每个最多 ${most}，请降低扫描分辨率或分成几个`,
  wrongKind: (_, pictures) => `不是 ${pictures ? 'JPEG 或 PNG 图片' : 'PDF、JPEG 或 PNG'}，请另存为其中一种再放`,
  damaged: () => '已损坏或没有复制完整，请重新扫描或重新复制',
  diskFull: () => '没有保存：本机磁盘快满了。请先收纸质材料，并告知管理员清理磁盘',
  unreadable: () => '读不出来，请确认文件还在、没有被别的程序占用',
  picturesOnly: () => '不是图片，这里只放照片（JPEG、PNG）',
  twice: () => '已经放过了，不用再放',
  tooMany: (most) => `没有放进去：这里最多放 ${most} 个，请先移除不要的`,
  failed: () => '没有保存，请再试一次；还不行请告知管理员',
}

export const showFaultWords: Record<ShowWhy, string> = {
  notHere: '这个附件不是您在本机放进来的，请到办件页上查看。',
  notYet: '收件的窗口还没有把这个附件传到局端，请稍后再看，或到收件的窗口查看。',
  unknown: '局端没有这个附件，请核对办件是否已经上传。',
  unreachable: '附件不在本机，局端又连不上。联网后再看。',
  notNoted: '查看的原因没有记下来，不能打开。请稍后再试，或告知管理员。',
  cannotDraw: '附件显示不出来，可能已损坏。请让当事人重新提供。',
}

/** 812 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}
