/** The sentence beside a field, for each thing that can be wrong with it. */
import { formatYuan, type Money } from '../../shared/identity/money.ts'
import { type FieldProblem, type ProblemCode, readProblemMessage } from '../../shared/item/field-problem.ts'

/** `{figure}` is put in from the problem's params. */
export const fieldSentences: Record<ProblemCode, string> = {
  required: '请填写',
  unknownField: '此事项没有这一项',
  unreadable: '填写的内容无法识别，请重新填写',
  'text.characters': '有无法打印的字符，请删去重填',
  'text.tooLong': '太长了，最多 {most} 个字',
  'name.length': '名字太长，请核对',
  'name.characters': '姓名里有数字或符号，请核对；间隔号用“·”',
  'choice.notOffered': '请从选项中选择',
  'idNumber.format': '公民身份号码是 18 位，末位是数字或 X',
  'idNumber.old': '这是 15 位旧号码，已停用，请填 18 位号码',
  'idNumber.province': '前两位不是任何省份的代码，请核对',
  'idNumber.birth': '第 7 至 14 位不是真实的日期，请核对',
  'idNumber.birthFuture': '出生日期在今天之后，请核对',
  'idNumber.checksum': '号码有一位输错了（校验位不符），请对照证件核对',
  'document.format': '证件号码应为 5 至 30 位字母和数字，请对照证件核对',
  'uscc.format': '统一社会信用代码是 18 位，不含字母 I、O、S、V、Z',
  'uscc.checksum': '代码有一位输错了（校验位不符），请对照证书核对',
  'disabilityNo.format': '残疾人证号是身份证号加 2 位类别和等级，补发的后面还有 B1、B2',
  'disabilityNo.idNumber': '残疾人证号的前 18 位不是正确的身份证号，请对照证件',
  'time.format': '请写成几点几分，如 9:30',
  'phone.format': '不是完整的电话号码：手机 11 位，座机带区号',
  'phone.areaCode': '座机请加区号，例如 0871-60000000',
  'bankAccount.format': '账号只有数字，请核对',
  'bankAccount.length': '账号应为 12 至 19 位，请核对',
  'date.format': '不是真实的日期，请按年月日填写，例如 19461124',
  'date.tooEarly': '日期太早，不能早于 {first}',
  'date.tooLate': '日期太晚，不能晚于 {last}',
  'money.format': '请填写金额，例如 1234.50',
  'money.fraction': '金额最多两位小数（到分）',
  'money.tooMuch': '金额太大，请核对',
  'money.tooSmall': '金额不能少于 {least} 元',
  'money.tooBig': '金额不能多于 {most} 元',
  'number.format': '请填写数字',
  'number.tooSmall': '不能小于 {least}',
  'number.tooBig': '不能大于 {most}',
  'table.tooFew': '至少填 {least} 行',
  'table.tooMany': '最多填 {most} 行',
  'table.twice': '这一项和前面的重复',
  'table.rows': '表格无法识别，请重新填写',
  'files.unreadable': '附件无法识别，请移除后重新选择',
  'files.tooMany': '最多放 {most} 个附件，请移除多余的',
  'files.tooBig': '有附件超过 {most} MB，请移除后换小一点的扫描件',
  'files.picturesOnly': '这里只能放图片（JPEG、PNG），请把 PDF 换成照片',
  'files.twice': '同一个附件放了两次，请移除一个',
}

/** The sentence for a problem, its figure put in; money figures are fen and shown as yuan. */
export function fieldProblemWords({ code, params }: Pick<FieldProblem, 'code' | 'params'>): string {
  return fieldSentences[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const figure = params[name] ?? ''
    return code.startsWith('money.') ? formatYuan(Number(figure) as Money) : String(figure)
  })
}

/** The sentence for the message of an issue of the form's schema, as a form library hands it on. */
export function fieldMessageWords(message: string): string {
  return fieldProblemWords(readProblemMessage(message))
}
