/** What the parts of an item are called, and what stands in them: for who reads what a new version changes. */
import type { Item, Limit } from '../../shared/item/item.ts'
import { limitWords } from '../../shared/paper/say.ts'
import { roleNames } from './roles.ts'
import { kindNames, processingNames } from './statuses.ts'

export const partNames: Record<keyof Item, string> = {
  code: '代码',
  officialCode: '实施编码',
  name: '名称',
  aliases: '别名',
  system: '所属系统',
  kind: '类别',
  kindName: '类别的叫法',
  processing: '办理方式',
  applicantKind: '申请人',
  inForce: '有效期',
  sealedTo: '只限机构',
  limits: '期限',
  clock: '计时规则',
  delivery: '送达期限',
  suspensions: '不计入期限的程序',
  extension: '延长',
  lapse: '视为撤回',
  coolingOff: '冷静期',
  terminations: '终止办理',
  steps: '环节',
  decider: '谁决定',
  followUp: '办结以后',
  result: '办理结果',
  materials: '材料',
  sections: '表单分区',
  fields: '表单项',
  applicant: '申请人取自哪些项',
  partner: '另一方取自哪些项',
  inPerson: '须本人到场',
  agent: '代办人',
  eligibility: '条件',
  feeFen: '收费',
  legalBasis: '法律依据',
  settings: '用到的大厅设置',
  recurrence: '定期复核',
  ends: '办成后不再到期的事项',
  falsehood: '弄虚作假后不得再申请',
  excludes: '不能同时办的事项',
  secondSystem: '另一个系统',
  certainty: '把握',
  toConfirm: '待局里确认',
  notes: '说明',
}

const propNames: Record<string, string> = {
  basis: '依据',
  bands: '分档',
  capped: '不超过法定期限',
  certainty: '把握',
  columns: '列',
  committable: '可告知承诺',
  count: '数',
  days: '工作日',
  deciding: '决定叫什么',
  unit: '单位',
  default: '默认值',
  derive: '自动得出',
  endsAt: '止于',
  form: '原件还是复印件',
  from: '自',
  grades: '等次',
  help: '提示',
  idTypeField: '证件类型项',
  label: '名称',
  lasting: '下次沿用',
  max: '最多',
  maxLength: '最长字数',
  min: '最少',
  name: '名称',
  needs: '须先办',
  note: '说明',
  notice: '公告',
  numbered: '证号的写法',
  office: '机构',
  options: '选项',
  paper: '文书',
  personal: '个人信息',
  persons: '人数',
  phase: '阶段',
  promise: '同意后的告知',
  promised: '承诺期限',
  qualification: '资格',
  recordedBy: '由谁代录',
  required: '必填',
  role: '角色',
  mostBytes: '每个最大',
  picturesOnly: '只收图片',
  rows: '行数',
  rowsFrom: '行取自',
  seat: '谁来办',
  section: '分区',
  shareable: '可共享核验',
  source: '来源',
  startsAt: '起于',
  statutory: '法定期限',
  stopsClock: '停止计时',
  template: '窗口备有表样',
  term: '期间',
  text: '正文',
  title: '名称',
  tolerable: '可容缺',
  totals: '合计列',
  type: '类型',
  unique: '不得重复的列',
  until: '至',
  validYears: '有效年数',
  weight: '硬性还是提示',
  when: '何时适用',
  whenWords: '何时适用（说法）',
  words: '说法',
}

/** What a property is called; the file's own word where it has no other. */
export function propName(prop: string): string {
  if (prop.includes('.')) return prop.split('.').map(propName).join(' ')
  return propNames[prop] ?? (Object.hasOwn(partNames, prop) ? partNames[prop as keyof Item] : prop)
}

export const certaintyNames: Record<Item['certainty'], string> = { high: '高', medium: '中', low: '低' }

export const systemNames: Record<Item['system'], string> = {
  relief: '社会救助',
  elderly: '养老服务',
  governance: '基层治理',
  basic: '基本社会服务',
}

/** Words of the file that stand for something, by the property they stand in. */
const chosenWords: Record<string, Record<string, string>> = {
  certainty: certaintyNames,
  form: { original: '原件', copy: '复印件', checked: '原件（看后退还）', surrendered: '原件（收回）' },
  kind: kindNames,
  phase: { beforeAcceptance: '受理前', afterAcceptance: '受理后' },
  processing: processingNames,
  role: roleNames,
  system: systemNames,
  unit: { workingDays: '工作日', calendarDays: '自然日', hours: '小时', onTheSpot: '当场' },
  weight: { wall: '不符合不能办', hint: '只作提示' },
}

const LONGEST = 160

/** What a property says, as people read it; what has no words yet is shown as it stands in the file. */
export function valueWords(path: string, value: unknown): string {
  const prop = path.slice(path.lastIndexOf('.') + 1)
  if (value === undefined || value === null || value === '') return '无'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'string') return chosenWords[prop]?.[value] ?? value
  if (typeof value === 'number') return String(value)
  if (isLimit(value)) return limitWords(value)
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('、') || '无'
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

function isLimit(value: unknown): value is Limit {
  return typeof value === 'object' && value !== null && 'count' in value && 'unit' in value
}
