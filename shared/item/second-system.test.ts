import { expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { form } from '../../tests/make/form.ts'
import { comparePasted } from './compare-pasted.ts'
import { asTabs, type Carried, carriedFields, linkedNumber, written } from './second-system.ts'

test.each([
  ['530199198001014045', 'plain', '530199198001014045'],
  ['53019919800101404X', 'digits', '53019919800101404X'],
  ['0871-60000000', 'digits', '087160000000'],
  ['6217 0000 0000 0000 210', 'digits', '6217000000000000210'],
  [123_450, 'yuan', '1234.50'],
  [100_000_005, 'yuan', '1000000.05'],
  [7, 'yuan', '0.07'],
  ['2026-11-24', 'compactDay', '20261124'],
  ['2026-11-24', 'slashDay', '2026/11/24'],
  ['阿卜杜拉·样例', 'plain', '阿卜杜拉·样例'],
  [true, 'plain', '是'],
  [false, 'plain', '否'],
  [null, 'plain', ''],
  [3, 'plain', '3'],
  [['名称', '住所'], 'plain', '名称；住所'],
  ['约一千', 'yuan', '约一千'],
] as const)('R-SECOND-1: %s written %s is %s', (value, as, text) => {
  expect(written(value as never, as)).toBe(text)
})

const hasSecond = catalogue.items.flatMap(({ code, secondSystem }) =>
  secondSystem === undefined ? [] : [[code, secondSystem] as const],
)

test.each(hasSecond)('R-SECOND-1: %s is carried in its second system’s order, empty boxes kept', (code, system) => {
  const values = form(realItem(code))
  const carried = carriedFields(system, values)
  const boxes = system.order.flatMap((box) => {
    if (!('columns' in box)) return [box.label]
    const rows = values[box.field]
    return (Array.isArray(rows) ? rows : []).flatMap((_, at) =>
      box.columns.map(({ label }) => `${box.label}${at + 1} ${label}`),
    )
  })
  expect(carried.map(({ label }) => label)).toEqual(boxes)
  expect(new Set(boxes).size).toBe(boxes.length)
  expect(carried.filter(({ text }) => text !== '').length).toBeGreaterThan(3)
  expect(asTabs(carried).split('\t')).toHaveLength(carried.length)
})

test('R-SECOND-4: every item has a second system, and every table of a form is carried row by row, box by box', () => {
  for (const { code, secondSystem, fields } of catalogue.items) {
    const tables = fields.filter(({ type }) => type === 'table').map(({ key }) => key)
    const carried = secondSystem?.order.flatMap((box) => ('columns' in box ? [box.field] : []))
    expect(carried, code).toEqual(tables)
  }
})

/** A household of three; two have the same income. */
const household = carriedFields(realItem('DB-SQ').secondSystem!, {
  name: '王示例',
  members: [
    { name: '王示例', relation: '本人', idNo: '530199194611240042', health: '健康', job: '失业', incomeMonthly: 0 },
    { name: '李样例', relation: '配偶', idNo: '53019919490105006X', health: '一般', job: '无业', incomeMonthly: 0 },
    { name: '王样例', relation: '女', idNo: '53019920090304006X', health: '健康', job: '其他', incomeMonthly: 80050 },
  ].map((row) => ({ ...row, disabilityNo: null })),
})
const cellsOf = (row: number) => household.filter(({ cell }) => cell?.row === `members.${row}`)

test('R-SECOND-4: of a household each cell of each member is a box of its own, money in yuan', () => {
  expect(cellsOf(2).map(({ label, text }) => `${label} ${text}`)).toEqual([
    '家庭成员3 姓名 王样例',
    '家庭成员3 与申请人关系 女',
    '家庭成员3 身份证号码 53019920090304006X',
    '家庭成员3 健康状况 健康',
    '家庭成员3 残疾人证号 ',
    '家庭成员3 劳动就业状况 其他',
    '家庭成员3 月收入 800.50',
  ])
  expect([0, 1, 3].map((row) => cellsOf(row).length)).toEqual([7, 7, 0])
})

test('R-SECOND-4: rows that the other system shows are held beside ours by what is alike, in whatever order they stand', () => {
  const head = '申请人姓名：王示例\n序号\t姓名\t身份证号码\t月收入'
  const [wife, child] = ['1\t李样例\t53019919490105006X\t0.00', '2\t王样例\t53019920090304006X\t805']
  const statesOf = (...lines: string[]) => {
    const compared = comparePasted(household, [head, ...lines, '合计'].join('\n'))
    expect(compared[0]).toEqual({ theirs: '王示例', state: 'same' })
    return [0, 1, 2].map((row) => cellsOf(row).map((each) => compared[household.indexOf(each)]!.state))
  }
  const others = ['notShown', 'same', 'notShown', 'notShown', 'notShown']
  // Nobody is taken for another because both earn nothing.
  const none = Array(7).fill('notShown')
  expect(statesOf(wife, child)).toEqual([none, ['same', ...others, 'same'], ['same', ...others, 'differs']])
  expect(statesOf(child, wife)).toEqual(statesOf(wife, child))
  expect(statesOf(child)).toEqual([none, none, ['same', ...others, 'differs']])
  // What stands around a table without a label is nobody's name.
  const alone = ['家庭成员信息', ...head.split('\n').slice(1), child, '共3条记录'].join('\n')
  expect(comparePasted(household, alone)[0]).toEqual({ theirs: null, state: 'notShown' })
})

const ours: Carried[] = [
  { field: 'name', label: '姓名', text: '张示例' },
  { field: 'idNo', label: '身份证号码', text: '530199194611240042' },
  { field: 'birth', label: '出生日期', text: '19461124' },
  { field: 'fund', label: '金额(元)', text: '1234.50' },
]
const states = (pasted: string) => comparePasted(ours, pasted).map(({ state }) => state)

test('R-SECOND-2: what the other system shows is read by its labels, however they are set, and by its order without any', () => {
  const all = ['same', 'same', 'same', 'same']
  expect(states('姓名：张示例\n身份证号码: 530199194611240042\n出生日期\t1946-11-24\n金额（元）：1,234.5')).toEqual(all)
  expect(
    states('姓名\n张示例\n身份证号码\n530199194611240042\n*出生日期：\n1946年11月24日\n金额(元)\n￥1234.50'),
  ).toEqual(all)
  expect(states('张示例\t530199194611240042\t1946/11/24\t1234.50元')).toEqual(all)
  expect(states('张示例\n530199194611240042\n19461124\n1234.5')).toEqual(all)
})

test('R-SECOND-2: what differs is named, what is not shown is said to be so, and stars hide what they stand for', () => {
  expect(states('出生日期：1946-11-25\n姓名：张小例')).toEqual(['differs', 'notShown', 'differs', 'notShown'])
  expect(states('姓名：张*例\n身份证号码：530199********0042')).toEqual(['same', 'same', 'notShown', 'notShown'])
  expect(states('身份证号码：530199********0043')).toEqual(['notShown', 'differs', 'notShown', 'notShown'])
  expect(states('')).toEqual(['notShown', 'notShown', 'notShown', 'notShown'])
  expect(states('金额(元)：12345.0')[3]).toBe('differs')
})

test('R-SECOND-2: no text makes the comparison fail', () => {
  for (const odd of ['\\*+(', '\t\t\t', '：：：', '*', '姓名：', '\n'.repeat(50), '[*.]'])
    expect(comparePasted(ours, odd)).toHaveLength(ours.length)
})

test('R-SECOND-2: a value may stand below its label and hold any sign; what follows it is another line', () => {
  const street: Carried[] = [{ field: 'at', label: '住址', text: '示例市：样板路1号' }, ours[0]!]
  const seen = (pasted: string) => comparePasted(street, pasted).map(({ state }) => state)
  expect(seen('住址\n示例市：样板路1号\n姓名\n张示例\n经办')).toEqual(['same', 'same'])
  expect(seen('住址：示例市：样板路1号\n\n 姓名 ：  张示例  ')).toEqual(['same', 'same'])
  expect(seen('姓名：张示例\n经办')).toEqual(['notShown', 'same'])
  // The first of two counts: a page repeats its heads.
  expect(seen('姓名：张示例\n姓名：李示例')).toEqual(['notShown', 'same'])
  expect(seen('姓名\n\n张小例\n张示例')).toEqual(['notShown', 'differs'])
})

test('R-SECOND-2: widths, small letters and stars are no difference, another number is', () => {
  const one = (text: string, theirs: string) => comparePasted([{ field: 'no', label: '号', text }], theirs)[0]?.state
  expect(one('53019919800101404X', ' ５３０１９９１９８００１０１４０４ｘ ')).toBe('same')
  expect(one('1234', '¥1,234元')).toBe('same')
  expect(one('1234.50', '1234.5')).toBe('same')
  expect(one('1234', '1234.00')).toBe('same')
  expect(one('0123', '123')).toBe('differs')
  expect(one('1.2.3', '1.2')).toBe('differs')
  expect(one('一千元', '1000.00')).toBe('differs')
  expect(one('1234', '1*4')).toBe('same')
  expect(one('1234', '1*5')).toBe('differs')
  expect(one('14', '1*4')).toBe('differs')
  expect(one('20261124', '2026年11月24日')).toBe('same')
  expect(one('20261124', '2026.1.24')).toBe('differs')
  // One line without a sign is a whole value, also with blanks in it.
  expect(one('示例路 1号', '示例路1号')).toBe('same')
})

test('the number that the second system gave is its own, not another’s', () => {
  const item = { ...realItem('GL-BT'), secondSystem: { name: '甲系统（样例）', order: [] } }
  const links = [
    { system: '乙系统（样例）', number: '2' },
    { system: '甲系统（样例）', number: '1' },
  ]
  expect(linkedNumber(item, links)).toBe('1')
  expect(linkedNumber(item, links.slice(0, 1))).toBeNull()
})
