import { describe, expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { capacityFor } from '../../shared/case/check.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { eventId, type Instant, type PersonId, type PrintedNumber } from '../../shared/case/ids.ts'
import { eligibilityOf } from '../../shared/item/eligibility.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { type Item, kinds } from '../../shared/item/item.ts'
import { calendar, catalogue, hall } from '../../tests/make/catalogue.ts'
import { answers, form as filled, materials as handedIn, testDay } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { actsFor, decides, factsFor, type IntakeAct } from './acts.ts'
import type { IntakeForm } from './intake-form.ts'
import { lackLines } from './lacks.ts'
import { checklist, lateUntilByDefault } from './materials.ts'
import { newForm } from './open-form.ts'

const now = '2026-11-24T02:00:00.000Z' as Instant
const clerk = [{ role: 'clerk', office: 'window', qualifications: ['婚姻登记员'] }] as never
const editions = { catalogue: '2026.11', calendar: '2026/2025-11-04', papers: '2026.11' }

/** A form filled to the end, with some materials not there. */
function typed(item: Item, missing: readonly string[] = [], set: FormValues = {}): IntakeForm {
  const values = filled(item, 3, set)
  const notes = handedIn(item, values, missing).map(({ key, ...note }) => [key, note] as const)
  return {
    ...newForm(item, { edition: editions.catalogue, today: testDay }),
    values,
    materials: Object.fromEntries(notes),
    answers: answers(item),
    certificateNumber: item.result.numbered?.example ?? '',
  }
}

function open(item: Item, form: IntakeForm): readonly IntakeAct[] {
  const list = checklist(item, form.values, form.materials, form.promised)
  const lines = eligibilityOf(item, form.values, form.answers, testDay)
  return actsFor({
    item,
    ...list,
    flawed: form.lackExtras.length > 0,
    ineligible: lines.some((line) => line.weight === 'wall' && line.state === 'unmet'),
    decides: decides(item, clerk),
  })
}

/** What the act makes of the case, each fact checked by the law as a clerk's. */
function take(act: IntakeAct, item: Item, form: IntakeForm): Case {
  const facts = factsFor(act, form, {
    item,
    editions,
    today: testDay,
    lateUntil: lateUntilByDefault(calendar, testDay, item),
    checkBy: '2027-01-24' as Day,
    values: form.values,
    settings: hall.settings,
    differences: [],
  })
  let kase: Case | undefined
  facts.forEach((fact, index) => {
    const whole =
      index === 0 ? { ...fact, data: { ...(fact.data as object), number: '000010000019' as PrintedNumber } } : fact
    const found = capacityFor(
      kase,
      whole,
      [{ person: 'li.clerk' as PersonId, role: 'clerk', office: 'window' as never }],
      { now, item, calendar },
    )
    if ('refusal' in found) throw new Error(`${fact.type}: ${JSON.stringify(found.refusal)}`)
    kase = apply(kase, {
      ...whole,
      id: eventId(form.act, index),
      standing: null,
      stamp: {
        act: form.act,
        at: now,
        by: { person: 'li.clerk', name: '李样例', role: 'clerk', office: 'window' },
        hall: 'demo',
        terminal: 1,
        seq: 1,
        window: 1,
      },
    } as AnyEvent)
  })
  return kase!
}

const all = [
  ...catalogue.items,
  ...kinds.map((kind) => kite({ kind })),
  ...kinds.filter((kind) => kind !== 'filing').map((kind) => kite({ kind, processing: 'onTheSpot' })),
]

describe.each(all.map((item) => [`${item.name} ${item.kind} ${item.processing}`, item] as const))('%s', (_, item) => {
  test('R-INTAKE-7: every act the page offers is lawful, fact by fact, whatever papers are there', () => {
    for (const missing of [[], ['身份证'], item.materials.filter((each) => each.tolerable).map((each) => each.key)]) {
      const form = typed(item, missing)
      const acts = open(item, form)
      expect(acts.length).toBeGreaterThan(0)
      for (const act of acts) expect(take(act, item, form).outOfTurn, act).toEqual([])
    }
  })
})

test('R-INTAKE-7: with all papers the big button accepts a promised item, finishes an on-the-spot one, records a filing', () => {
  const first = (item: Item, missing: readonly string[] = []) => open(item, typed(item, missing))[0]
  expect(first(kite())).toBe('accept')
  expect(first(kite({ kind: 'service', processing: 'onTheSpot' }))).toBe('finish')
  expect(first(kite({ kind: 'filing' }))).toBe('record')
  expect(first(kite(), ['form'])).toBe('correct')
})

test('R-INTAKE-7: what may come late is taken late only with a day, else it is told once', () => {
  const form = typed(kite(), ['kitePhoto'])
  expect(open(kite(), form)).toEqual(['correct', 'acceptIncomplete', 'receive'])
  const promised = { ...form.materials.kitePhoto!, lateUntil: testDay }
  const late = { ...form, materials: { ...form.materials, kitePhoto: promised } }
  expect(open(kite(), late)[0]).toBe('acceptIncomplete')
  expect(take('acceptIncomplete', kite(), late).owed).toEqual([{ key: 'kitePhoto', until: testDay }])
  // Left to the button, the day is ten working days away, or the last before it is to be decided.
  expect(take('acceptIncomplete', kite(), form).owed).toEqual([{ key: 'kitePhoto', until: '2026-12-04' }])
})

const provable = kite()

/** Nothing lacks but what a promise may stand for. */
const promising: IntakeForm = { ...typed(provable, ['kitePhoto']), promised: ['kitePhoto'] }

test('R-INTAKE-13: what is promised in writing instead of proved is received, promised and accepted in one act', () => {
  expect(open(provable, promising)).toEqual(['accept', 'receive'])
  const kase = take('accept', provable, promising)
  expect(kase).toMatchObject({ status: 'underReview', committed: ['kitePhoto'], owed: [], checkBy: '2027-01-24' })
  const spot = kite({ kind: 'service', processing: 'onTheSpot', materials: provable.materials })
  expect(take('finish', spot, { ...promising, item: spot.code })).toMatchObject({ status: 'closed' })
})

test('R-INTAKE-13: a promise goes with every act, and what else lacks is told or comes late as ever', () => {
  const short = { ...typed(provable, ['kitePhoto', 'form']), promised: ['kitePhoto'] }
  expect(open(provable, short)).toEqual(['correct', 'receive'])
  const told = take('correct', provable, short)
  expect(told.committed).toEqual(['kitePhoto'])
  expect(told.corrections[0]?.lacks.map(({ about }) => about)).toEqual(['form'])
  expect(take('receive', provable, promising)).toMatchObject({ status: 'received', committed: ['kitePhoto'] })
})

test('R-INTAKE-13: only what the item lists is promised, and what was brought all the same is not', () => {
  const others = { ...typed(provable, ['form']), promised: ['form'] }
  expect(open(provable, others)[0]).toBe('correct')
  expect(take('receive', provable, others).committed).toEqual([])
  expect(take('accept', provable, { ...typed(provable), promised: ['kitePhoto'] }).committed).toEqual([])
})

test('R-INTAKE-13: the notice of what lacks says which paper a promise may stand for, not to who broke one', () => {
  const lacking = typed(provable, ['kitePhoto'])
  const said = (promiseBarred: boolean) =>
    lackLines(provable, checklist(provable, lacking.values, lacking.materials).missing, lacking, promiseBarred)
  expect(said(false).map(({ todo }) => todo.includes('告知承诺'))).toEqual([true])
  expect(said(true).map(({ todo }) => todo.includes('告知承诺'))).toEqual([false])
})

test('an on-the-spot item is finished by one act and is closed', () => {
  const item = kite({ kind: 'service', processing: 'onTheSpot' })
  const kase = take('finish', item, typed(item))
  expect(kase.status).toBe('closed')
  expect(kase.outcome).toBe('granted')
})

test('who cannot be granted what they ask for is received by the big button, not accepted, and never finished', () => {
  const item = kite({ kind: 'service', processing: 'onTheSpot' })
  const form = { ...typed(item), answers: { calm: false } }
  expect(open(item, form)).toEqual(['receive', 'accept'])
})

test('a person who came in the place of the applicant is handed the result', () => {
  const item = kite({ kind: 'service', processing: 'onTheSpot' })
  const form = typed(item, [], { isAgent: true, agentName: '李样例' })
  const facts = factsFor('finish', form, {
    item,
    editions,
    today: testDay,
    lateUntil: testDay,
    checkBy: testDay,
    values: form.values,
    settings: {},
    differences: [],
  })
  expect(facts.at(-1)?.data).toMatchObject({ receiver: '李样例', relation: 'agent' })
  expect(facts.map((fact) => fact.after)).toEqual([
    null,
    `${form.act}#0`,
    `${form.act}#1`,
    `${form.act}#2`,
    `${form.act}#3`,
  ])
})

test('what is there but not as asked is told like what is missing', () => {
  const form = typed(kite())
  const flawed = {
    ...form,
    lackExtras: [
      { about: null, name: '申请表', lacks: '没有签名', todo: '本人签名', basis: '《风筝放飞条例（虚构）》' },
    ],
  }
  expect(open(kite(), flawed)).toEqual(['correct', 'receive'])
  expect(take('correct', kite(), flawed).corrections[0]?.lacks.map((lack) => lack.name)).toEqual(['申请表'])
})

test('differences, a second taking and the clerk’s words make one remark', () => {
  const form = { ...typed(kite()), notes: ['证件已过有效期'], againBecause: '上次撤回', remark: ' 老人听力不好 ' }
  const facts = factsFor('receive', form, {
    item: kite(),
    editions,
    today: testDay,
    lateUntil: testDay,
    checkBy: testDay,
    values: form.values,
    settings: {},
    differences: ['性别填为男，证件号码显示为女'],
  })
  expect(facts[0]?.data).toMatchObject({
    remark: '性别填为男，证件号码显示为女；证件已过有效期；已有办件仍收件：上次撤回；老人听力不好',
  })
})
