/** What the desk says of its devices: what goes wrong, and what to do next. */
import type { CardRefusal } from '../../shared/contract/doors.ts'
import type { Named } from '../../shared/item/named.ts'
import type { CameraFault } from '../parts/camera/camera-fault.ts'

type Why = CardRefusal['why']
const typeIt = '也可以手工输入'

export const cardWords = {
  reading: '正在读卡，请把证件放在读卡器上…',
  /** What to do next stands in each. */
  refusals: {
    noReader: '本机没有接读卡器：请在“证件号码”里手工输入，填完会核对校验位。',
    wrongSetting: `读卡器的设置写得不对，请告知管理员（PIONEER_CARD_READER）。${typeIt}。`,
    notThere: `找不到读卡器：请看线有没有插好、电源开没开，再按 F2。还不行请告知管理员，${typeIt}。`,
    forbidden: `系统不让本程序用读卡器，请告知管理员给这个用户串口权限。${typeIt}。`,
    silent: `读卡器没有回答：请拔下重插，等灯亮了再按 F2。还不行请告知管理员，${typeIt}。`,
    unplugged: `读到一半读卡器断开了，什么都没有带入。请插好线再按 F2，${typeIt}。`,
    fault: `读卡器报错：请拔下重插后再按 F2。还不行请告知管理员，${typeIt}。`,
    noCard: `没有读到证件：请把证件拿开，再平放到读卡器上，按 F2。${typeIt}。`,
    takenAway: '证件没有读完就拿开了，什么都没有带入。请重新放好，按 F2。',
    garbled: '读到的内容不完整，什么都没有带入。请把证件拿开重放，再按 F2。',
    unknownCard: `这张不是身份证、居住证或外国人永久居留身份证，读不了。${typeIt}。`,
    busy: '正在读卡，请稍等。',
  } satisfies Record<Why, string>,
  noReaderHere: '本机没有接读卡器：收件时在“证件号码”里手工输入；找件按 Ctrl+F，输姓名或证件号码。',
  closeFirst: '读卡要先按 Esc 关上这个框',
  noPlace: '这张表里没有填证件号码的地方，读卡没有带入什么',
  notTaken: (document: string) =>
    `这是${document}，本表的证件类型里没有这一种，没有带入。请核对此人能不能申请，再选证件类型手工填写`,
  nothingNew: '证件上的内容表里都有了，与填写的一致',
  differs: (labels: readonly string[]) => `${labels.join('、')}与证件上的不同，已填的没有改。按 F5 换成证件上的`,
  otherNumber: '证件号码与已填的不是同一个，没有带入。确实是这张证件的，按 F5 全部换成证件上的',
  rowDiffers: (label: string, row: number, column: string) =>
    `${label}第 ${row} 行的${column}与证件上的不同，已填的没有改，请核对`,
  rowNote: (label: string, row: number, column: string, typed: string, says: string) =>
    `${label}第 ${row} 行的${column}填为${typed}，证件上是${says}`,
  rowOther: '这一行已填的是另一个人的号码，没有带入。请把光标移到空行再按 F2',
  expired: (until: string) => `证件到 ${until} 已过有效期，请核对；确要办的照办，已记入备注`,
  notYet: (from: string) => `证件从 ${from} 才开始有效，请核对；确要办的照办，已记入备注`,
  /** As it stands among the notes that are ticked by hand; of somebody else with whose card it was. */
  expiredNote: (whose: string | null) => (whose === null ? '证件已过有效期' : `${whose}的证件已过有效期`),
  notYetNote: (whose: string | null, from: string) => `${whose === null ? '' : `${whose}的`}证件从 ${from} 起才有效`,
} as const

/** Whose number a field holds, as its label says it: 代办人公民身份号码 is 代办人's. */
export function whoseNumber({ number }: Named, labels: ReadonlyMap<string, string>): string {
  return (labels.get(number) ?? '').replace(/(公民身份号码|身份证号码?|证件号码|身份证件号码)$/, '')
}

export const cameraWords = {
  opening: '正在打开高拍仪…',
  title: (what: string) => `拍照：${what}`,
  live: '高拍仪画面',
  still: '拍下的照片',
  lay: '把要拍的放在镜头下，按空格或回车拍。',
  look: '看清楚了按回车放进表里；不清楚按 Esc 重拍。',
  other: (name: string) => `现在用的是“${name}”，按 ↑ ↓ 换一个。`,
  take: '拍照',
  again: '重拍',
  keep: '放进表里',
  close: '不拍了',
  enter: '回车',
  enterOrBlank: '空格',
  /** 拍照 20261126-093012.jpg: two of one day are told apart, and nobody is named. */
  fileName: (at: Date) => {
    const two = (part: number) => String(part).padStart(2, '0')
    const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
    return `拍照 ${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}.jpg`
  },
  tooLarge: '照片太大，缩小了还是放不下。请挪远一点再拍。',
  unplugged: '高拍仪断开了，没有拍下来。请插好线再按 F4。',
  /** After each: where else a file comes from. */
  faults: {
    none: '本机没有接高拍仪',
    taken: '高拍仪打不开，可能别的程序正在用：请关掉那个程序，或拔下重插后再按 F4',
    refused: '系统不让本程序用摄像头，请告知管理员',
  } satisfies Record<CameraFault, string>,
  butFiles: (fault: string, label: string) =>
    `${fault}：光标已放到“${label}”，按空格选择文件，也可以把图片粘贴或拖进来。`,
  noPlace: '这张表没有放照片的格：材料收纸质的装袋，在“申请材料”里按 1 到 5 勾选。',
  noPlaceHere: '这里没有放照片的地方：照片在收件的表里拍，光标停在附件格按 F4。',
} as const
