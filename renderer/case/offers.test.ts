import { describe, expect, test } from 'vitest'
import type { ActId, Instant } from '../../shared/case/ids.ts'
import { kinds } from '../../shared/item/item.ts'
import { aroundOf } from '../../tests/make/around.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { eventWords } from '../words/events.ts'
import { factsOf, fieldErrors, refusalOf } from './act-facts.ts'
import type { Act, ActField, Values } from './acts/act.ts'
import { acts } from './acts/all.ts'
import type { Around } from './around.ts'
import { offersFor } from './offers.ts'
import { owed } from './owed.ts'

const id = '22222222-2222-4222-8222-222222222222' as ActId
const statuses = [
  'received',
  'awaitingCorrection',
  'underReview',
  'awaitingDecision',
  'decided',
  'ready',
  'closed',
] as const

const situations = kinds.flatMap((kind) =>
  (['promised', 'onTheSpot'] as const).flatMap((processing) =>
    statuses.flatMap((status) => {
      try {
        return [
          {
            name: `${kind} ${processing} ${status}`,
            around: aroundOf({ item: make.item({ kind, processing }), status }),
          },
        ]
      } catch {
        // Not every kind goes through every status.
        return []
      }
    }),
  ),
)

/** The dialog filled as a hasty clerk would: every empty field that is asked for. */
function filled(act: Act, around: Around): Values {
  const values = structuredClone(act.start(around))
  for (const field of act.fields(around)) if (field.when?.(values) ?? true) fill(values, field)
  return values
}

function fill(values: Values, field: ActField): void {
  const keys = field.name.split('.')
  const last = keys.pop()!
  let at = values
  for (const key of keys) {
    at[key] ??= {}
    at = at[key] as Values
  }
  if (field.kind === 'materials') {
    const rows = (at[last] ?? {}) as Record<string, { got: string; count: number }>
    for (const material of field.materials)
      Object.assign(rows[material.key]!, { got: 'original', count: material.count })
  } else if (field.kind === 'lacks') {
    at[last] = [{ about: null, name: '申请表', lacks: '缺签字', todo: '补签字' }]
  } else if (field.required === true && (at[last] === '' || at[last] === undefined)) {
    at[last] = field.kind === 'choice' ? field.choices[0]?.value : field.kind === 'day' ? '2026-11-25' : '测试'
  } else if (field.kind === 'ticks' && (at[last] as unknown[]).length === 0) {
    at[last] = field.choices.map(({ value }) => value)
  }
}

describe('R-VIEW-1: an act that is offered can be done as it is offered', () => {
  test.each(situations)('$name', ({ around }) => {
    const { next, open } = offersFor(around)
    const offered = [...(next === null || next.refusal !== null ? [] : [next]), ...open]
    for (const { act } of offered) {
      const values = filled(act, around)
      // What was typed right needs no correction: there the law refuses what changes nothing.
      if (act.event === 'detailsCorrected' || act.event === 'correctedOnSpot') continue
      expect(fieldErrors(act, values, around), act.event).toEqual({})
      expect(refusalOf(factsOf(act, id, values, around), id, around), act.event).toBeUndefined()
    }
  })
})

describe('R-VIEW-1: also when time has passed, or the form has come to ask for more', () => {
  const late = '2026-12-10T02:00:00.000Z' as Instant
  const lateOnes = [
    aroundOf({ now: late }),
    aroundOf({ status: 'awaitingCorrection', missing: ['申请表'], now: late }),
    aroundOf({ item: make.item({ kind: 'benefit' }), now: late }),
  ]

  test('what silence has made impossible is not offered', () => {
    for (const around of lateOnes)
      for (const { act } of offersFor(around).open) {
        if (act.event === 'detailsCorrected' || act.event === 'correctedOnSpot') continue
        const values = filled(act, around)
        expect(refusalOf(factsOf(act, id, values, around), id, around), act.event).toBeUndefined()
      }
    const codes = (at: Around) => offersFor(at).closed.map(({ act, refusal }) => [act.event, refusal?.code])
    expect(codes(lateOnes[0]!)).toEqual(
      expect.arrayContaining([
        ['notAccepted', 'acceptedByLaw'],
        ['notRequired', 'acceptedByLaw'],
        ['voided', 'acceptedByLaw'],
      ]),
    )
    expect(codes(lateOnes[1]!)).toContainEqual(['correctionAmended', 'correctionTooLate'])
  })

  test('a paper that a corrected form asks for can be handed in before the decision', () => {
    const around = aroundOf({ status: 'awaitingDecision', set: { hasTail: false } })
    const form = { ...around.kase.form, hasTail: true, tailColour: '蓝' }
    const changed = { ...around, kase: { ...around.kase, form } }
    const { next, open } = offersFor(changed)
    expect(next?.refusal).toMatchObject({ code: 'materialsOwed', facts: { materials: ['长尾材料证明'] } })
    expect(open.map(({ act }) => act.event)).toContain('lateMaterialReceived')
    const [field] = acts.lateMaterialReceived!.fields(changed)
    expect(field).toMatchObject({ materials: [{ key: 'tailProof' }] })
  })
})

describe('R-VIEW-2: only the acts of one’s own seats are offered, and what stands in the way is said', () => {
  test('nobody is offered what belongs to another seat', () => {
    const around = aroundOf({ status: 'awaitingDecision', holds: ['clerk'] })
    const { next, open } = offersFor(around)
    expect(next?.refusal?.code).toBe('notYours')
    expect(open.map(({ act }) => act.event)).not.toContain('granted')
  })

  test('lacking materials close acceptance with their names, and leave the notice open', () => {
    const around = aroundOf({ status: 'received', missing: [make.item().materials[0]!.name], holds: ['clerk'] })
    const { next, open } = offersFor(around)
    expect(next?.act.event).toBe('accepted')
    expect(next?.refusal).toMatchObject({
      code: 'materialsMissing',
      facts: { materials: [make.item().materials[0]!.name] },
    })
    expect(open[0]?.act.event).toBe('correctionRequested')
  })

  test('who accepted a promised case is told that another decides', () => {
    const asked = aroundOf({ status: 'awaitingDecision' })
    const around = aroundOf({ status: 'awaitingDecision', person: asked.kase.accepted!.by })
    expect(offersFor(around).next?.refusal?.code).toBe('acceptorDecides')
  })

  test('a case that holds an unknown act is looked at only', () => {
    const around = aroundOf({ status: 'received' })
    expect(offersFor({ ...around, kase: { ...around.kase, unknown: true } })).toEqual({
      next: null,
      open: [],
      closed: [],
    })
  })

  test('a closed case has no next act', () => {
    expect(offersFor(aroundOf({ status: 'closed' })).next).toBeNull()
  })
})

test('every dialog is of the act it is named by, and its button has a name', () => {
  for (const [event, act] of Object.entries(acts)) {
    expect(act.event).toBe(event)
    expect(eventWords[act.event].button).not.toBe('')
  }
})

test('a field that is left empty is named where it stands', () => {
  const around = aroundOf({ status: 'underReview' })
  const act = acts.stepPassed!
  const errors = fieldErrors(act, { ...act.start(around), opinion: '' }, around)
  expect(errors.opinion).toBe('请填写')
})

test('acts of one moment follow one another in one record', () => {
  const around = aroundOf({ status: 'received', holds: ['clerk'] })
  const facts = factsOf(acts.withdrawn!, id, filled(acts.withdrawn!, around), around)
  expect(facts.map(({ type, after }) => [type, after])).toEqual([
    ['withdrawn', around.kase.last],
    ['delivered', `${id}#0`],
  ])
})

test('R-LAW-41: who broke a promise is offered no other, with the case that says why', () => {
  const item = make.item({ materials: make.item().materials.map((each) => ({ ...each, committable: true })) })
  const around = aroundOf({ item, missing: ['照片'] })
  expect(offersFor(around).open.map(({ act }) => act.event)).toContain('committed')
  const brokenPromise = { number: make.kase({ seed: 2 }).number, day: make.testDay }
  const barred = offersFor({ ...around, brokenPromise })
  expect(barred.open.map(({ act }) => act.event)).not.toContain('committed')
  expect(barred.closed.find(({ act }) => act.event === 'committed')?.refusal).toEqual({
    code: 'promiseBarred',
    facts: brokenPromise,
  })
})

test('R-LAW-8: a hearing of public concern is held without being asked for, and stands behind what is done often', () => {
  const around = aroundOf({ status: 'underReview', item: make.item({ steps: [] }) })
  const open = offersFor(around).open.map(({ act }) => act.event)
  expect(open).toContain('hearingNoticed')
  expect(open.indexOf('hearingNoticed')).toBeGreaterThan(open.indexOf('detailsCorrected'))
})

test('R-LAW-50: who is asked to join in is offered the opinion first, and the step behind it', () => {
  const around = aroundOf({ status: 'underReview' })
  const asked = { ...around, kase: { ...around.kase, coExaminers: [around.session.person.id] } }
  expect(offersFor(around).next?.act.event).toBe('stepPassed')
  expect(offersFor(asked).next).toMatchObject({ act: { event: 'opinionGiven' }, refusal: null })
  expect(offersFor(asked).open.map(({ act }) => act.event)).toContain('stepPassed')
})

test('R-LAW-51: the proof that a promise stands for is offered to be taken in, beside what is owed', () => {
  const item = realItem('BY-RD')
  const proof = item.materials.find(({ committable }) => committable)!
  const life = make.life({ item, missing: [proof.key] }).do('received')
  const promised = life.do(['committed', { materials: [proof.key] }]).do('accepted')
  expect(owed(promised).map(({ key }) => key)).toEqual([proof.key])
  const whole = make.life({ item }).do('received').do('accepted')
  expect(owed(whole)).toEqual([])
})
