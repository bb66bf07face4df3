/** Every type of field and every rule about it: what passes, as it is kept, and what does not, with its code. */
import { describe, expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { Field as FieldSchema, FieldType, type FormValue } from './field.ts'
import { type ProblemCode, problemCodes } from './field-problem.ts'
import { formProblems, formSchema } from './form-schema.ts'
import type { Item } from './item.ts'
import type { KeptFile } from './kept-file.ts'

const today = '2026-11-24' as Day
const idNo = make.idNumber(5, { birth: '1956-02-29' })
const otherDigit = idNo.slice(0, 17) + (idNo.endsWith('1') ? '2' : '1')
const code = make.uscc(5)

/** A field of its own in an item of its own; `also` are fields beside it. */
type Asked = Partial<Item['fields'][number]> & { type: FieldType }
type Case = { asked: Asked; name?: 'person' | 'organisation'; also?: Asked[]; around?: Record<string, FormValue> }

function itemOf({ asked, name, also = [] }: Case): Item {
  const field = (each: Asked, key: string) =>
    FieldSchema.parse({ key, label: '所填', section: 'who', required: false, personal: true, ...each })
  const kite = make.item()
  const applicant = { ...kite.applicant, name: name === undefined ? 'nobody' : 'it', contact: null }
  return {
    ...kite,
    applicantKind: name ?? 'person',
    applicant,
    agent: null,
    sections: [{ key: 'who', title: '所填' }],
    fields: [field(asked, 'it'), ...also.map((each) => field(each, each.key ?? 'beside'))],
  }
}

const scan = (name: string, more: Partial<KeptFile> = {}): KeptFile => ({
  name,
  sha256: name.charCodeAt(0).toString(16).padStart(64, '0'),
  bytes: 1000,
  type: 'image/jpeg',
  ...more,
})

const passes: [what: string, Case, typed: unknown, kept: FormValue][] = [
  ['text', { asked: { type: 'text' } }, '  阿 依\t古丽 𠮷 ', '阿 依 古丽 𠮷'],
  ['text', { asked: { type: 'text', maxLength: 3 } }, '𠮷𠮷𠮷', '𠮷𠮷𠮷'],
  ['text', { asked: { type: 'text' }, name: 'person' }, '阿依古丽•买买提', '阿依古丽·买买提'],
  ['text', { asked: { type: 'text' }, name: 'organisation' }, '示例区测试协会（2026）', '示例区测试协会（2026）'],
  ['textarea', { asked: { type: 'textarea' } }, '第一行\r\n第二行', '第一行\n第二行'],
  ['address', { asked: { type: 'address' } }, ' 样板街道测试路1号 ', '样板街道测试路1号'],
  ['choice', { asked: { type: 'choice', options: ['甲', '乙'] } }, '乙', '乙'],
  ['several', { asked: { type: 'several', options: ['甲', '乙', '丙'] } }, ['丙', '甲', '丙'], ['甲', '丙']],
  ['idNo', { asked: { type: 'idNo' } }, ` ${idNo.toLowerCase()} `, idNo],
  ['idNo', { asked: { type: 'idNo', idTypeField: 'kind' }, also: [{ key: 'kind', type: 'choice', options: ['护照'] }], around: { kind: '护照' } }, 'e1234 5678', 'E12345678'],
  ['uscc', { asked: { type: 'uscc' } }, code.toLowerCase(), code],
  ['phone', { asked: { type: 'phone' } }, '+86 199 0000 0001', '19900000001'],
  ['phone', { asked: { type: 'phone' } }, '0871-60000000转12', '0871-60000000-12'],
  ['date', { asked: { type: 'date', min: -1, max: 1 } }, '2026-11-25', '2026-11-25'],
  ['money', { asked: { type: 'money', min: 1, max: 79999 } }, '￥799.99元', 79999],
  ['number', { asked: { type: 'number', min: 1, max: 5 } }, ' ５ ', 5],
  ['yesNo', { asked: { type: 'yesNo' } }, false, false],
  ['bankCard', { asked: { type: 'bankCard' } }, '6217 0000 0000 0000 001', '6217000000000000001'],
  ['disabilityNo', { asked: { type: 'disabilityNo' } }, `${idNo} 42 b1`, `${idNo}42B1`],
  ['time', { asked: { type: 'time' } }, '9点30分', '09:30'],
  ['files', { asked: { type: 'files', files: { most: 2, mostBytes: 1000 } } }, [scan('甲'), scan('乙', { type: 'application/pdf' })], [scan('甲'), scan('乙', { type: 'application/pdf' })]],
] // biome-ignore format: a table

const columns = [
  { key: 'name', label: '姓名', type: 'text', required: true },
  { key: 'idNo', label: '号码', type: 'idNo', required: false },
] as const
const people: Asked = { type: 'table', columns: [...columns], rows: { least: 1, most: 2 }, unique: 'idNo' }
const row = (name: unknown, number: unknown = null) => ({ name, idNo: number })

const fails: [ProblemCode, Case, typed: unknown][] = [
  ['required', { asked: { type: 'text', required: true } }, '　'],
  ['required', { asked: { type: 'date', required: true } }, null],
  ['required', { asked: people }, [row(null, idNo)]],
  ['unreadable', { asked: { type: 'yesNo' } }, '是'],
  ['unreadable', { asked: { type: 'text' } }, 5],
  ['text.characters', { asked: { type: 'text' } }, '测\u0007试'],
  ['text.characters', { asked: { type: 'address' } }, '测\ud800试'],
  ['text.tooLong', { asked: { type: 'text', maxLength: 2 } }, '一二三'],
  ['text.tooLong', { asked: { type: 'textarea' } }, '长'.repeat(501)],
  ['name.length', { asked: { type: 'text' }, name: 'person' }, '长'.repeat(51)],
  ['name.characters', { asked: { type: 'text' }, name: 'person' }, '测试1'],
  ['choice.notOffered', { asked: { type: 'choice', options: ['甲'] } }, '丙'],
  ['choice.notOffered', { asked: { type: 'several', options: ['甲'] } }, ['甲', '丙']],
  ['idNumber.format', { asked: { type: 'idNo' } }, idNo.slice(1)],
  ['idNumber.old', { asked: { type: 'idNo' } }, '530199910408060'],
  ['idNumber.province', { asked: { type: 'idNo' } }, '000111199003070027'],
  ['idNumber.birth', { asked: { type: 'idNo' } }, make.idNumber(5, { birth: '1990-02-30' })],
  ['idNumber.birthFuture', { asked: { type: 'idNo' } }, make.idNumber(5, { birth: '2026-11-25' })],
  ['idNumber.checksum', { asked: { type: 'idNo' } }, otherDigit],
  ['document.format', { asked: { type: 'idNo', idTypeField: 'kind' }, also: [{ key: 'kind', type: 'choice', options: ['护照'] }], around: { kind: '护照' } }, '证'],
  ['uscc.format', { asked: { type: 'uscc' } }, code.slice(1)],
  ['uscc.checksum', { asked: { type: 'uscc' } }, code.slice(0, 17) + (code.endsWith('1') ? '2' : '1')],
  ['disabilityNo.format', { asked: { type: 'disabilityNo' } }, `${idNo}85`],
  ['disabilityNo.idNumber', { asked: { type: 'disabilityNo' } }, `${otherDigit}41`],
  ['time.format', { asked: { type: 'time' } }, '24:00'],
  ['phone.format', { asked: { type: 'phone' } }, '12900000001'],
  ['phone.areaCode', { asked: { type: 'phone' } }, '60000000'],
  ['bankAccount.format', { asked: { type: 'bankCard' } }, '6217x0000000000'],
  ['bankAccount.length', { asked: { type: 'bankCard' } }, '62170000000'],
  ['date.format', { asked: { type: 'date' } }, '2026-02-29'],
  ['date.tooEarly', { asked: { type: 'date', min: -1 } }, '2026-11-22'],
  ['date.tooLate', { asked: { type: 'date', max: 0 } }, '2026-11-25'],
  ['date.tooLate', { asked: { type: 'date' } }, '9999-12-31'],
  ['date.tooEarly', { asked: { type: 'date' } }, '0202-06-01'],
  ['money.format', { asked: { type: 'money' } }, '八百元'],
  ['money.fraction', { asked: { type: 'money' } }, '799.999'],
  ['money.tooMuch', { asked: { type: 'money' } }, '1000000000000'],
  ['money.tooSmall', { asked: { type: 'money', min: 100 } }, '0.99'],
  ['money.tooBig', { asked: { type: 'money', max: 100 } }, '1.01'],
  ['number.format', { asked: { type: 'number' } }, '1e5'],
  ['number.tooSmall', { asked: { type: 'number', min: 1 } }, '0'],
  ['number.tooBig', { asked: { type: 'number', max: 1 } }, '1.5'],
  ['table.rows', { asked: people }, '一行'],
  ['table.tooFew', { asked: { ...people, rows: { least: 2, most: 3 } } }, [row('张样例')]],
  ['table.tooMany', { asked: people }, [row('张样例'), row('李样例'), row('王样例')]],
  ['table.twice', { asked: people }, [row('张样例', idNo), row('李样例', idNo)]],
  ['required', { asked: { type: 'files', required: true } }, []],
  ['files.unreadable', { asked: { type: 'files' } }, [{ ...scan('甲'), sha256: '0' }]],
  ['files.unreadable', { asked: { type: 'files' } }, [{ ...scan('甲'), place: '/tmp' }]],
  ['files.unreadable', { asked: { type: 'files' } }, [{ ...scan('甲'), type: 'text/html' }]],
  ['files.tooMany', { asked: { type: 'files', files: { most: 1 } } }, [scan('甲'), scan('乙')]],
  ['files.tooBig', { asked: { type: 'files', files: { mostBytes: 999 } } }, [scan('甲')]],
  ['files.picturesOnly', { asked: { type: 'files', files: { picturesOnly: true } } }, [scan('甲', { type: 'application/pdf' })]],
  ['files.twice', { asked: { type: 'files' } }, [scan('甲'), scan('甲')]],
] // biome-ignore format: a table

describe('R-ITEM-21: every type of field and every rule has a case that passes and one that does not', () => {
  test.each(passes)('%s passes: %j %j', (_, each, typed, kept) => {
    const read = formSchema(itemOf(each), today).safeParse({ it: typed, ...each.around })
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data?.['it']).toEqual(kept)
  })

  test('table passes, blank rows left out', () => {
    const kept = [row('张样例', idNo), row('李样例')]
    expect(formSchema(itemOf({ asked: people }), today).parse({ it: [kept[0], {}, kept[1]] }).it).toEqual(kept)
  })

  test.each(fails)('%s: %j %j', (problem, each, typed) => {
    const found = formProblems(itemOf(each), { it: typed as FormValue, ...each.around }, today)
    expect(found.map((one) => one.code)).toEqual([problem])
  })

  test('what no field of the form is, is told', () => {
    const found = formProblems(itemOf({ asked: { type: 'text' } }), { it: '字', other: '字' }, today)
    expect(found).toMatchObject([{ key: 'other', code: 'unknownField' }])
  })

  test('none is left out', () => {
    expect(new Set([...passes.map(([, { asked }]) => asked.type), 'table'])).toEqual(new Set(FieldType.options))
    expect(new Set([...fails.map(([problem]) => problem), 'unknownField'])).toEqual(new Set(Object.keys(problemCodes)))
  })
})
