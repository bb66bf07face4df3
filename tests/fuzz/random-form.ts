/** Forms as nobody should fill them: a whole one with some values spoilt, taken away, put in another's place, or made up. */
import { addDays } from '../../shared/calendar/day.ts'
import type { Field, FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Chance, chance } from '../chaos/random.ts'
import { fileNamed, form, testDay } from '../make/form.ts'
import { bankAccount, idNumber, phone, uscc } from '../make/numbers.ts'

/** Values that fit nowhere, or look as if they did. */
const JUNK: readonly unknown[] = [
  ...[null, '', ' ', '　', '0', '-1', 'null', 'undefined', '__proto__', 'constructor', '<b>纸鸢</b>', '{place}'],
  ...[
    '\u0000',
    '\ud800',
    '尾\udc00',
    '\u202e倒',
    '\u200b',
    '\u2028',
    '👨‍👩‍👧',
    '𠮷𡈽',
    '阿依古丽·买买提',
    '⺀⺁',
    'ａｂｃ１２３',
  ],
  ...[
    '9'.repeat(300),
    '长'.repeat(5000),
    ' 1 ',
    '1e5',
    '0x10',
    '１２３．４５',
    '1,234.50',
    '￥99',
    '12元',
    '0.001',
    '-0',
  ],
  ...[0, -0, 1, -1, 0.1, 1.005, 1e15, 1e300, 2 ** 53, -5e-324],
  ...[true, false, [], [null], [''], ['a', 'a'], [[]], {}, { a: 1 }, [{}], [{ a: 1 }], [[{}]], [1, 2]],
  ...[
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '2026-1-1',
    '2026/11/24',
    '20261124',
    '2026-11-24T00:00',
    ' 2026-11-24 ',
  ],
  ...['11010519491231002X', '11010519491231002x', '110105194912310021', '130503670401001', '53011119900230002X'],
  ...['13800000000', '1380000000', '0871-1234567', '+8613800000000', '110', '13800000000 转 8'],
]

const pools = new WeakMap<Item, FormValues[]>()

/** Whole forms to start from: making one costs far more than spoiling it. */
function poolOf(item: Item): FormValues[] {
  const known = pools.get(item)
  if (known !== undefined) return known
  const made = Array.from({ length: 12 }, (_, seed) => form(item, seed + 1))
  pools.set(item, made)
  return made
}

/** One form; the same item and seed give the same. About one in five stays as it was. */
export function randomForm(item: Item, seed: number): Record<string, unknown> {
  const dice = chance(seed * 2_654_435 + 17)
  const values: Record<string, unknown> = structuredClone(dice.pick(poolOf(item)))
  const spoilt = dice.happens(0.2) ? 0 : 1 + (dice.happens(0.5) ? 0 : dice.below(5))
  for (let nth = 0; nth < spoilt; nth += 1) spoil(item, values, dice, seed + nth)
  return values
}

function spoil(item: Item, values: Record<string, unknown>, dice: Chance, seed: number): void {
  const field = dice.pick(item.fields)
  switch (dice.below(9)) {
    case 0:
      delete values[field.key]
      return
    case 1:
      // A key of the page's own invention; `__proto__` has to be a key like any other.
      Object.defineProperty(values, dice.pick(['kite', '__proto__', 'toString', `${field.key}2`]), {
        value: dice.pick(JUNK),
        enumerable: true,
        configurable: true,
        writable: true,
      })
      return
    case 2: {
      const other = structuredClone(values[dice.pick(item.fields).key])
      // Records travel as text, in which nothing is undefined: what holds nothing is no key.
      if (other === undefined) delete values[field.key]
      else values[field.key] = other
      return
    }
    case 3:
    case 4:
      values[field.key] = structuredClone(dice.pick(JUNK))
      return
    default:
      values[field.key] = nearly(field, values[field.key], dice, seed)
  }
}

/** A value of the field's type: right, at its bound, or just beyond. */
function nearly(field: Field, now: unknown, dice: Chance, seed: number): unknown {
  const options = field.options ?? []
  switch (field.type) {
    case 'choice':
      return dice.pick([...options, '没有这一项', options.join()])
    case 'several':
      return [
        ...options.filter(() => dice.happens(0.4)),
        ...(dice.happens(0.2) ? [dice.pick(['没有这一项', options[0]])] : []),
      ]
    case 'yesNo':
      return dice.pick([true, false, 'true', 1, null])
    case 'idNo':
      return changed(idNumber(seed), dice)
    case 'uscc':
      return changed(uscc(seed, dice.pick(['11', '51', '52', '53', '91'])), dice)
    case 'phone':
      return changed(phone(seed), dice)
    case 'bankCard':
      return changed(bankAccount(seed), dice)
    case 'disabilityNo':
      return changed(`${idNumber(seed)}${dice.below(10)}${dice.below(6)}${dice.pick(['', 'B1', 'B', 'B123'])}`, dice)
    case 'date':
      return addDays(testDay, around(field, dice, 0))
    case 'money':
    case 'number':
      return dice.pick([around(field, dice, 100), String(around(field, dice, 100)), around(field, dice, 1) + 0.5])
    case 'time':
      return dice.pick(['09:30', '9:30', '24:00', '23:59', '09：30', '0930', '12:60', ''])
    case 'files':
      return files(dice, seed)
    case 'table':
      return rows(field, now, dice, seed)
    default:
      return changed(dice.pick(['测试街道测试路1号', '示例', '名'.repeat(field.maxLength ?? 100)]), dice)
  }
}

function around({ min, max }: Field, dice: Chance, otherwise: number): number {
  const bound = dice.pick([min ?? 0, max ?? otherwise, otherwise])
  return bound + dice.pick([-1, 0, 1, -400, 400, 60_000])
}

/** The text with one character other, gone or doubled; half the time as it is. */
function changed(text: string, dice: Chance): string {
  if (dice.happens(0.5)) return text
  const at = dice.below(text.length)
  const put = dice.pick([
    '',
    text[at]! + text[at],
    String(dice.below(10)),
    '１',
    'X',
    'x',
    '·',
    ' ',
    '\n',
    '\u0007',
    '\ud83d',
  ])
  return text.slice(0, at) + put + text.slice(at + 1)
}

/** Names of files: whole, twice, too many, or of something that is no file. */
function files(dice: Chance, seed: number): unknown {
  const one = () => ({
    ...fileNamed(`样例${seed + dice.below(3)}.jpg`),
    ...(dice.happens(0.3) ? { [dice.pick(['name', 'sha256', 'bytes', 'type', 'place'])]: dice.pick(JUNK) } : {}),
    ...(dice.happens(0.2) ? { bytes: dice.pick([0, 1, 200_000, 20_971_520, 20_971_521]) } : {}),
    ...(dice.happens(0.2) ? { type: dice.pick(['image/png', 'application/pdf', 'text/html']) } : {}),
  })
  return Array.from({ length: dice.pick([0, 1, 1, 2, 31]) }, one)
}

function rows(field: Field, now: unknown, dice: Chance, seed: number): unknown {
  const columns = field.columns ?? []
  const have: unknown[] = Array.isArray(now) ? now : []
  const row = () =>
    Object.fromEntries(
      columns.flatMap((column): [string, unknown][] => {
        if (dice.happens(0.1)) return []
        const cell = { ...column, section: '', personal: false } as Field
        return [[column.key, dice.happens(0.2) ? dice.pick(JUNK) : nearly(cell, null, dice, seed)]]
      }),
    )
  switch (dice.below(6)) {
    case 0:
      return []
    case 1:
      return Array.from({ length: dice.pick([1, 2, 30, 201]) }, row)
    case 2:
      return [...have, ...have]
    case 3:
      return [...have, {}, null]
    case 4:
      return [...have, { ...row(), kite: dice.pick(JUNK) }]
    default:
      return [...have, row()]
  }
}
