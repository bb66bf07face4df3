import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { derivedValues } from './derived.ts'
import { type Field, FormValues } from './field.ts'
import { emptyForm, formProblems, formSchema, unfitFields, visibleFields } from './form-schema.ts'
import type { Item } from './item.ts'

const today = make.testDay
const kite = make.item()

/** What is wrong with a field when it holds this and all else is right. */
function wrong(key: string, value: unknown, item: Item = kite, seed = 1): string[] {
  const values = { ...make.form(item, seed), [key]: value } as FormValues
  return formProblems(item, values, today)
    .filter((problem) => problem.key === key)
    .map((problem) => problem.code)
}

const withField = (field: Partial<Field> & Pick<Field, 'key' | 'type'>): Item =>
  make.item({
    fields: [...kite.fields, { label: '试填', section: 'kite', required: false, personal: false, ...field }],
  })

describe('one schema for form, machine and bureau', () => {
  test('R-ITEM-1: a filled form of every item reads back as itself', () => {
    for (const item of [kite, ...catalogue.items])
      for (const seed of [1, 2, 3, 4, 5]) {
        const values = make.form(item, seed)
        expect(formProblems(item, values, today)).toEqual([])
        expect(formSchema(item, today).parse(values)).toEqual(values)
        expect(unfitFields(item, values, today)).toEqual([])
      }
  })

  test('it is built once for an item and a day', () => {
    expect(formSchema(kite, today)).toBe(formSchema(kite, today))
    expect(formSchema(kite, '2026-11-25' as Day)).not.toBe(formSchema(make.item(), today))
  })

  test('an empty form lacks exactly what is required and shown', () => {
    const lacking = formProblems(kite, emptyForm(kite), today)
    expect(new Set(lacking.map((problem) => problem.code))).toEqual(new Set(['required']))
    expect(lacking.map((problem) => problem.label)).toContain('申请人姓名')
    expect(lacking.map((problem) => problem.key)).not.toContain('agentName')
    expect(lacking.map((problem) => problem.key)).not.toContain('refundTo')
  })

  test('a value for a field that the item has not is not taken', () => {
    expect(wrong('shoeSize', '43')).toEqual(['unknownField'])
  })

  test('a key named __proto__ is dropped unread, as at every other edge', () => {
    const form = make.form(kite, 1)
    const withKey = Object.defineProperty({ ...form }, '__proto__', { value: '纸', enumerable: true })
    const read = formSchema(kite, today).safeParse(withKey)
    expect(read.data).toEqual(formSchema(kite, today).parse(form))
    expect(Object.keys(read.data ?? {})).not.toContain('__proto__')
    expect(formProblems(kite, withKey, today)).toEqual([])
    expect(FormValues.parse(withKey)).toEqual(form)
  })

  test('what is no form at all is refused', () => {
    for (const none of [null, undefined, '', 7, [], [{}]])
      expect(formSchema(kite, today).safeParse(none).success, JSON.stringify(none)).toBe(false)
  })

  test('whatever is thrown at it, it answers with values or with codes, and never throws', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...kite.fields.map((field) => field.key), '__proto__', 'x'),
      fc.oneof(fc.anything(), fc.array(fc.dictionary(fc.string(), fc.anything()))),
    )
    fc.assert(
      fc.property(anything, (values) => {
        const read = formSchema(kite, today).safeParse(values)
        if (read.success) FormValues.parse(read.data)
        else for (const problem of formProblems(kite, values as FormValues, today)) expect(problem.label).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a field may hold', () => {
  test('an identity number is checked by its digits, its date and the day', () => {
    expect(wrong('idNo', '53019919910408060')).toEqual(['idNumber.format'])
    expect(wrong('idNo', '530199910408060')).toEqual(['idNumber.old'])
    expect(wrong('idNo', '530199199104080601')).toEqual(['idNumber.checksum'])
    expect(wrong('idNo', make.idNumber(1, { birth: '1991-02-30' }))).toEqual(['idNumber.birth'])
    expect(wrong('idNo', make.idNumber(1, { birth: '2026-11-25' }))).toEqual(['idNumber.birthFuture'])
    expect(wrong('idNo', make.idNumber(1, { birth: '2020-01-01' }))).toEqual([])
  })

  test('another document has a number of its own kind', () => {
    const passport = { ...make.form(kite, 1), idType: '护照' } as FormValues
    expect(formProblems(kite, { ...passport, idNo: 'e12345678' }, today)).toEqual([])
    expect(formSchema(kite, today).parse({ ...passport, idNo: ' e1234 5678 ' }).idNo).toBe('E12345678')
    expect(formProblems(kite, { ...passport, idNo: '证' }, today).map((problem) => problem.code)).toEqual([
      'document.format',
    ])
    expect(wrong('idNo', 'E12345678')).toEqual(['idNumber.format'])
  })

  test('numbers are kept plain, names and texts without blanks around them', () => {
    const values = make.form(kite, 1)
    const typed = {
      ...values,
      phone: ' 199 0000 0001 ',
      name: ' 阿依古丽•样例 ',
      address: '样板路 \n 1号 ',
      idNo: String(values.idNo).toLowerCase(),
    }
    const read = formSchema(kite, today).parse(typed)
    expect(read.phone).toBe('19900000001')
    expect(read.name).toBe('阿依古丽·样例')
    expect(read.address).toBe('样板路 1号')
    expect(unfitFields(kite, typed, today)).toEqual(['申请人姓名', '联系电话', '住址'])
  })

  test('telephone, credit code and account say what is wrong with them', () => {
    expect(wrong('phone', '60000000')).toEqual(['phone.areaCode'])
    expect(wrong('phone', '110')).toEqual(['phone.format'])
    expect(
      wrong(
        'club',
        make.uscc(1).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toEqual(['uscc.checksum'])
    expect(wrong('club', 'IOSVZ')).toEqual(['uscc.format'])
    expect(wrong('refundTo', '12345')).toEqual(['bankAccount.length'])
    expect(wrong('refundTo', '六二一七')).toEqual(['bankAccount.format'])
  })

  test('money is fen; typed yuan are read; bounds hold', () => {
    expect(formSchema(kite, today).parse({ ...make.form(kite, 1), deposit: '1,00.50'.replace(',', '') }).deposit).toBe(
      10_050,
    )
    expect(wrong('deposit', '1.005')).toEqual(['money.fraction'])
    expect(wrong('deposit', '一百')).toEqual(['money.format'])
    expect(wrong('deposit', 100_001)).toEqual(['money.tooBig'])
    expect(wrong('deposit', -1)).toEqual(['unreadable'])
    expect(wrong('deposit', 12.5)).toEqual(['unreadable'])
    const problem = formProblems(kite, { ...make.form(kite, 1), deposit: 100_001 }, today)[0]
    expect(problem).toMatchObject({ label: '押金', params: { most: '100000' } })
  })

  test('numbers and days keep to their bounds, both included', () => {
    expect(wrong('length', 0)).toEqual(['number.tooSmall'])
    expect(wrong('length', 1)).toEqual([])
    expect(wrong('length', '1001')).toEqual(['number.tooBig'])
    expect(wrong('length', '很长')).toEqual(['number.format'])
    expect(wrong('length', Number.NaN)).toEqual(['number.format'])
    expect(wrong('flyOn', '2026-11-23')).toEqual(['date.tooEarly'])
    expect(wrong('flyOn', '2026-11-24')).toEqual([])
    expect(wrong('flyOn', '2028-01-01')).toEqual(['date.tooLate'])
    expect(wrong('flyOn', '2027-02-29')).toEqual(['date.format'])
    expect(wrong('birth', '2026-11-25')).toEqual(['date.tooLate'])
    expect(wrong('birth', '1026-11-25')).toEqual(['date.tooEarly'])
  })

  test('choices are of the options; several keep the order of the form', () => {
    expect(wrong('sex', '其他')).toEqual(['choice.notOffered'])
    const parts = make.form(kite, 2, { reason: '换证', parts: ['线轴', '骨架'] })
    expect(parts.parts).toEqual(['骨架', '线轴'])
    expect(formProblems(kite, { ...parts, parts: ['骨架', '尾巴'] }, today)[0]?.code).toBe('choice.notOffered')
  })

  test('a text has as many characters as fit, rare ones counted once, and none that a printer obeys', () => {
    const item = withField({ key: 'note', type: 'text', maxLength: 3 })
    expect(wrong('note', '𠀀𠀀𠀀', item)).toEqual([])
    expect(wrong('note', '一二三四', item)).toEqual(['text.tooLong'])
    expect(wrong('note', '\u0007响', item)).toEqual(['text.characters'])
    expect(wrong('note', 5, item)).toEqual(['unreadable'])
    const lines = withField({ key: 'note', type: 'textarea' })
    expect(formSchema(lines, today).parse({ ...make.form(lines, 1), note: ' 一\r\n二 ' }).note).toBe('一\n二')
    expect(wrong('name', '张3')).toEqual(['name.characters'])
    expect(wrong('name', '   ')).toEqual(['required'])
    expect(wrong('name', '张'.repeat(51))).toEqual(['name.length'])
    expect(wrong('hasTail', '是')).toEqual(['unreadable'])
  })
})

describe('what is asked in this situation', () => {
  test('R-ITEM-2: a hidden field has no value, also when something was typed before it was hidden', () => {
    const typed = {
      ...make.form(kite, 1),
      hasTail: false,
      tailColour: '红',
      tailReason: '喜庆',
      agentName: '李样例',
    } as FormValues
    expect(formProblems(kite, typed, today)).toEqual([])
    const read = formSchema(kite, today).parse(typed)
    expect([read.tailColour, read.tailReason, read.agentName]).toEqual([null, null, null])
    expect(unfitFields(kite, typed, today)).toEqual(['长尾颜色', '为什么要红色', '代办人姓名'])
  })

  test('a field that hangs on a hidden field is hidden too', () => {
    const keys = (values: FormValues) => visibleFields(kite, values, today).map((field) => field.key)
    expect(keys({ hasTail: true, tailColour: '红' })).toContain('tailReason')
    expect(keys({ hasTail: false, tailColour: '红' })).not.toContain('tailReason')
  })

  test('a condition may make a field required', () => {
    const red = make.form(kite, 1, { hasTail: true, tailColour: '红' })
    expect(formProblems(kite, { ...red, tailReason: null }, today).map((problem) => problem.label)).toEqual([
      '为什么要红色',
    ])
  })

  test('a section, and a fact such as the age, may hide fields', () => {
    const guarded = make.item({
      sections: [...kite.sections, { key: 'guardian', title: '监护人', when: { field: 'age', atMost: 17 } }],
      fields: [
        ...kite.fields.filter((field) => field.key !== 'age'),
        { key: 'guardian', label: '监护人', section: 'guardian', type: 'text', required: true, personal: false },
      ],
    })
    const shown = (birth: string) =>
      visibleFields(guarded, { idType: '居民身份证', idNo: make.idNumber(3, { birth }) }, today).some(
        (field) => field.key === 'guardian',
      )
    expect(shown('2008-11-25')).toBe(true)
    expect(shown('2008-11-24')).toBe(false)
  })

  test('the supervising body is asked of those who have one', () => {
    const association = realItem('ST-BG')
    const direct = make.form(association, 1, { directRegistration: true })
    expect(direct.supervisor).toBeNull()
    const supervised = make.form(association, 1, { directRegistration: false })
    expect(
      formProblems(association, { ...supervised, supervisor: null }, today).map((problem) => problem.label),
    ).toEqual(['业务主管单位'])
  })
})

describe('tables', () => {
  const association = realItem('ST-BG')
  const filled = make.form(association, 1, { changeItems: ['名称', '住所'] })

  test('R-ITEM-3: one row for each chosen item, in its order, and each cell named when it is wrong', () => {
    const typed = { ...filled, changes: [{ item: '住所', before: '旧处', after: '新处' }] }
    const problems = formProblems(association, typed, today)
    expect(problems.map(({ key, row, column, code, label }) => ({ key, row, column, code, label }))).toEqual([
      { key: 'changes', row: 0, column: 'before', code: 'required', label: '变更前后·名称·变更前' },
      { key: 'changes', row: 0, column: 'after', code: 'required', label: '变更前后·名称·变更后' },
    ])
  })

  test('R-ITEM-3: the rows follow the options, in whatever order they were ticked, and none stands twice', () => {
    const rows = ['住所', '名称'].map((item) => ({ item, before: '旧', after: '新' }))
    const read = formSchema(association, today).parse({
      ...filled,
      changeItems: ['住所', '名称', '住所'],
      changes: rows,
    })
    expect(read.changes).toEqual(rows.toReversed())
    expect(formSchema(association, today).parse(read)).toEqual(read)
  })

  test('rows handed over that are not as the schema keeps them are named', () => {
    const row = (before: unknown) => ({ item: '名称', before, after: '新' })
    const handed = (rows: unknown[]) =>
      unfitFields(association, { ...filled, changeItems: ['名称'], changes: rows } as FormValues, today)
    expect(handed([row('旧')])).toEqual([])
    expect(handed([row(' 旧 ')])).toEqual(['变更前后'])
    expect(handed([{ ...row('旧'), more: null }])).toEqual(['变更前后'])
    expect(handed([row('旧'), row('旧')])).toEqual(['变更前后'])
  })

  test('rows of what is no longer chosen are left out', () => {
    const rows = ['名称', '住所', '业务范围'].map((item) => ({ item, before: '旧', after: '新' }))
    expect(formSchema(association, today).parse({ ...filled, changes: rows }).changes).toEqual(rows.slice(0, 2))
  })

  test('a free table drops empty rows and reads each cell by its column', () => {
    const flyers = [
      { name: '李样例', idNo: make.idNumber(9).toLowerCase() },
      { name: '', idNo: null },
    ]
    expect(formSchema(kite, today).parse({ ...make.form(kite, 1), flyers }).flyers).toEqual([
      { name: '李样例', idNo: make.idNumber(9) },
    ])
    expect(wrong('flyers', [{ name: null, idNo: '1' }])).toEqual(['required', 'idNumber.format'])
    expect(wrong('flyers', '很多人')).toEqual(['table.rows'])
    const gap = [{ name: '李样例', idNo: make.idNumber(9) }, {}, { name: '王示例', idNo: '1' }]
    expect(formProblems(kite, { ...make.form(kite, 1), flyers: gap }, today)).toMatchObject([
      { row: 2, column: 'idNo' },
    ])
    expect(
      wrong(
        'flyers',
        Array.from({ length: 201 }, () => ({ name: '李样例' })),
      ),
    ).toEqual(['table.rows'])
  })
})

describe('what follows from the identity number', () => {
  const allowance = realItem('GL-BT')
  const idNo = make.idNumber(4, { birth: '1946-11-24', sex: '女' })

  test('sex, birth date and age band are suggested, counted on the day', () => {
    const derived = (day: string) => derivedValues(allowance, { idType: '居民身份证', idNo }, day as Day)
    expect(derived('2026-11-24')).toEqual({ sex: '女', birth: '1946-11-24', band: '80-89周岁' })
    expect(derived('2036-11-23').band).toBe('80-89周岁')
    expect(derived('2036-11-24').band).toBe('90-99周岁')
    expect(derived('2046-11-24').band).toBe('100周岁以上')
    expect(derived('2026-11-23')).not.toHaveProperty('band')
    expect(derivedValues(kite, { idType: '居民身份证', idNo }, today)).toMatchObject({ age: 80, group: '老年' })
  })

  test('another document gives only what its typed birth date gives', () => {
    expect(derivedValues(kite, { idType: '护照', idNo: 'E1234567', birth: '1946-11-24' }, today)).toEqual({
      age: 80,
      group: '老年',
    })
    expect(derivedValues(kite, { idType: '护照', idNo: 'E1234567' }, today)).toEqual({})
  })

  test('what was typed otherwise is kept: a difference is noted, not walled', () => {
    const values = make.form(allowance, 1)
    const other = { ...values, sex: values.sex === '男' ? '女' : '男' } as FormValues
    expect(formProblems(allowance, other, today)).toEqual([])
    expect(formSchema(allowance, today).parse(other).sex).toBe(other.sex)
  })
})
