import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { form, testDay } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import type { MaterialNote } from './intake-form.ts'
import { lackLines } from './lacks.ts'
import { allHandedIn, checklist, lateUntilByDefault, receivedMaterials } from './materials.ts'

const item = kite()
const values = form(item, 1, { hasTail: false, reason: '新办', isAgent: false })
const note = (part: Partial<MaterialNote>): MaterialNote => ({
  got: 'none',
  count: 0,
  lateUntil: null,
  note: null,
  ...part,
})

test('R-INTAKE-4: the checklist follows the form: a long tail asks for its proof', () => {
  const keys = (set: object) => checklist(item, { ...values, ...set }, {}).needed.map((each) => each.key)
  expect(keys({})).toEqual(['form', 'idCard', 'kitePhoto'])
  expect(keys({ hasTail: true })).toContain('tailProof')
})

test('R-INTAKE-4: too few pieces still lack, and a looked-up paper does not', () => {
  const list = checklist(item, values, {
    form: note({ got: 'original', count: 1 }),
    idCard: note({ got: 'shared', count: 1 }),
  })
  expect(list.missing.map((each) => each.key)).toEqual(['form', 'kitePhoto'])
})

test('R-INTAKE-4: late counts only for what the item lets come late', () => {
  const until = '2026-12-08' as Day
  const list = checklist(item, values, { form: note({ lateUntil: until }), kitePhoto: note({ lateUntil: until }) })
  expect(list.late.map((each) => each.key)).toEqual(['kitePhoto'])
  expect(list.lacking.map((each) => each.key)).toEqual(['form', 'idCard'])
  expect(receivedMaterials(item, values, { form: note({ lateUntil: until }) })[0]?.lateUntil).toBeNull()
})

test('late material is due in ten working days', () => {
  expect(lateUntilByDefault(calendar, testDay, kite({ limits: { promised: null, statutory: null } }))).toBe(
    '2026-12-08',
  )
  // Before it is to be decided: eight working days were promised.
  expect(lateUntilByDefault(calendar, testDay, kite())).toBe('2026-12-04')
})

test('全部收齐 hands in all that is asked as it is asked, and keeps what was noted', () => {
  const all = allHandedIn(item, values, {
    idCard: note({ got: 'shared', count: 1 }),
    kitePhoto: note({ note: '背面有字' }),
  })
  expect(all.idCard?.got).toBe('shared')
  expect(all.form).toMatchObject({ got: 'original', count: 2 })
  expect(all.kitePhoto).toMatchObject({ got: 'copy', note: '背面有字' })
  expect(checklist(item, values, all).missing).toEqual([])
})

test('the notice says what lacks, how much of it, what to do, and on which law', () => {
  const notes = { form: note({ got: 'original', count: 1 }) }
  const lines = lackLines(item, checklist(item, values, notes).missing, {
    materials: notes,
    lackEdits: {},
    lackExtras: [],
  })
  expect(lines[0]).toMatchObject({ about: 'form', lacks: '还缺原件 1 份', todo: '补交原件 1 份（窗口备有表样）' })
  expect(lines[0]?.basis).toContain('行政许可法')
  const benefit = lackLines(kite({ kind: 'benefit' }), item.materials.slice(0, 1), {
    materials: {},
    lackEdits: {},
    lackExtras: [],
  })
  expect(benefit[0]?.basis).not.toContain('许可法')
})

test('what is recorded of a paper: nothing counted of none, a day only for what is late, blanks as no note', () => {
  const until = '2026-12-08' as Day
  const lineOf = (given: Partial<MaterialNote>) =>
    receivedMaterials(item, values, { kitePhoto: note(given) }).find(({ key }) => key === 'kitePhoto')
  expect(lineOf({ count: 3, lateUntil: until, note: ' 背面有字 ' })).toEqual({
    key: 'kitePhoto',
    got: 'none',
    count: 0,
    lateUntil: until,
    note: '背面有字',
  })
  expect(lineOf({ got: 'copy', count: 1, lateUntil: until, note: '  ' })).toMatchObject({ lateUntil: null, note: null })
})

test('what has to be given up is handed in as it is', () => {
  const renewing = form(item, 1, { hasTail: false, reason: '换证', isAgent: false })
  // 告知承诺: what is promised instead is not brought by the key that takes all.
  expect(allHandedIn(item, renewing, {}, ['oldPermit']).oldPermit).toBeUndefined()
  expect(allHandedIn(item, renewing, {}).oldPermit).toMatchObject({ got: 'original', note: null })
})
