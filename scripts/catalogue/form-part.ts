/** The form of an item on its page: each field with what is asked, when, and what follows by itself. */

import { formatYuan, type Money } from '../../shared/identity/money.ts'
import { conditionWords } from '../../shared/item/condition-words.ts'
import type { Derive, Field } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Html, html, table } from './html.ts'

const typeNames: Record<Field['type'], string> = {
  text: '文字',
  textarea: '多行文字',
  choice: '选一项',
  several: '可多选',
  idNo: '证件号码',
  uscc: '统一社会信用代码',
  phone: '电话',
  date: '日期',
  money: '金额（元）',
  number: '数字',
  yesNo: '是或否',
  address: '地址',
  bankCard: '银行账号',
  disabilityNo: '残疾人证号',
  time: '时间',
  table: '表格',
  files: '附件',
}

const derivedFrom: Record<Derive['what'], string> = {
  sex: '证件号码所示性别',
  birth: '证件号码所示出生日期',
  age: '证件号码所示年龄',
  ageBand: '年龄分档',
  disabilityKind: '残疾人证号所示类别',
  disabilityGrade: '残疾人证号所示等级',
  rows: '表格行数',
  sum: '表格合计',
  perHead: '人均',
  percent: '占比',
  countBand: '选了几项分档',
  lastYear: '收件前一年',
}

export function formPart(item: Item): Html {
  return html`${item.sections.map(
    (
      section,
    ) => html`<h3>${section.title}${section.when === undefined ? '' : html`<span class="small">（只在${conditionWords(item, section.when)}时）</span>`}</h3>
${table(
  ['字段', '填什么', '必填', '什么时候', '其他'],
  item.fields
    .filter((field) => field.section === section.key)
    .map((field) => [
      field.label,
      whatToFill(field),
      required(item, field),
      field.when === undefined ? '都填' : conditionWords(item, field.when),
      more(field),
    ]),
  [16, 30, 14, 18, 22],
)}`,
  )}`
}

function whatToFill(field: Field): string {
  if (field.options !== undefined) return `${typeNames[field.type]}：${shortened(field.options)}`
  if (field.columns === undefined) return typeNames[field.type]
  const columns = field.columns.map(
    (column) => `${column.label}（${typeNames[column.type]}${column.required ? '，必填' : ''}）`,
  )
  return `表格：${columns.join('、')}`
}

/** Of a long list the beginning: the file has them all. */
function shortened(options: readonly string[]): string {
  return options.length <= 12 ? options.join('、') : `${options.slice(0, 6).join('、')} 等${options.length}项`
}

function required(item: Item, { required: must }: Field): string {
  if (typeof must === 'boolean') return must ? '必填' : ''
  return `${conditionWords(item, must)}时必填`
}

function more(field: Field): string {
  const all = [
    field.derive === undefined ? '' : `自动得出：${derivedFrom[field.derive.what]}`,
    boundWords(field),
    field.rows === undefined ? '' : `${field.rows.least}至${field.rows.most}行`,
    field.default === undefined
      ? ''
      : `先填好：${typeof field.default === 'boolean' ? (field.default ? '是' : '否') : field.default}`,
    fileWords(field),
    field.personal ? '个人信息' : '',
    field.help ?? '',
  ]
  return all.filter((text) => text !== '').join('；')
}

function fileWords({ files = {} }: Field): string {
  const { most, mostBytes, picturesOnly } = files
  const all = [
    most === undefined ? '' : `最多${most}个`,
    mostBytes === undefined ? '' : `每个不超过${Math.round(mostBytes / 1024)}KB`,
    picturesOnly ? '只收图片' : '',
  ]
  return all.filter((text) => text !== '').join('，')
}

function boundWords({ type, min, max }: Field): string {
  if (min === undefined && max === undefined) return ''
  if (type === 'date') {
    const day = (days: number) => (days === 0 ? '当天' : days > 0 ? `${days}日后` : `${-days}日前`)
    return [min === undefined ? '' : `不早于${day(min)}`, max === undefined ? '' : `不晚于${day(max)}`]
      .filter((text) => text !== '')
      .join('，')
  }
  const said = (value: number) => (type === 'money' ? `${formatYuan(value as Money)}元` : String(value))
  if (min !== undefined && max !== undefined) return `${said(min)}至${said(max)}`
  return min === undefined ? `最多${said(max!)}` : `最少${said(min)}`
}
