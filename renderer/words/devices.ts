/** What the desk says of a device that this machine has not, and where to type instead. */

export const deviceWords = {
  noReader: '本机没有接读卡器：请在“证件号码”里手工输入，填完会核对校验位。',
  noReaderHere: '本机没有接读卡器：收件时在“证件号码”里手工输入；找件按 Ctrl+F，输姓名或证件号码。',
  noCamera: '本机没有接高拍仪：材料收纸质的装袋，在“申请材料”里按 1 到 5 勾选。',
  noCameraButFiles: (label: string) =>
    `本机没有接高拍仪：光标已放到“${label}”，按空格选择文件，也可以把图片粘贴或拖进来。`,
  noCameraHere: '本机没有接高拍仪：材料收纸质的装袋，收件时在“申请材料”里勾选。',
} as const
