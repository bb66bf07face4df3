import { describe, expect, test } from 'vitest'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { coolingKite } from '../../tests/make/kites.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { canAct, deadEnds, mayDo, type State, walk } from '../../tests/make/walk.ts'
import type { Item } from '../item/item.ts'
import { openQuestions, questionsAsked } from './answers.ts'
import { stepsOf } from './steps.ts'
import { turnOf } from './turn.ts'

/** The whole catalogue, and what it has none of: a filing that takes its time, a cooling off that the window settles. */
const items = [...catalogue.items, make.item({ kind: 'filing' }), coolingKite()]

/** All of an item that its walk can depend on: two of one shape have the same states, and are walked once. */
function shapeOf({ kind, processing, steps, suspensions, decider, result, materials, ...item }: Item): string {
  const seat = ({ office, role, persons, recordedBy }: Item['decider']) => [
    office === 'window',
    role,
    persons,
    recordedBy,
  ]
  return JSON.stringify([
    [kind, processing, seat(decider), decider.mustHold, item.applicantKind],
    steps.map((step) => [seat(step.seat), step.needs, step.when !== undefined, step.notice !== undefined]),
    suspensions.map(({ phase, stopsClock }) => [phase, stopsClock]).toSorted(),
    [result.type, (result.grades ?? []).length > 0, (result.reasonedGrades ?? []).length > 0],
    [item.extension?.max.unit, item.lapse !== undefined, item.coolingOff, item.limits.statutory?.unit],
    [item.limits.promised?.unit, item.clock.startsAt, item.delivery?.unit, (item.terminations ?? []).length > 0],
    [...new Set(materials.map(({ tolerable, committable }) => `${tolerable} ${committable}`))].toSorted(),
  ])
}

const shapes = [...new Set(items.map(shapeOf))]
const byShape = shapes.map((shape) => items.filter((item) => shapeOf(item) === shape))

/** A case for each road: the steps that a form asks for are another form's, too, or are not. */
function everyRoad(item: Item): Life[] {
  const seeds = item.steps.some(({ when }) => when !== undefined) ? 24 : 1
  const lives = Array.from({ length: seeds }, (_, index) => make.life({ item, seed: index + 1 }).do('received'))
  const roadOf = ({ kase }: Life) =>
    stepsOf(kase, item)
      .map(({ key }) => key)
      .join(' ')
  return [...new Map(lives.toReversed().map((life) => [roadOf(life), life])).values()]
}

const told = (states: readonly State[]) => states.slice(0, 3).map(({ key, way }) => `${key}: ${way.join(', ')}`)

describe('R-LAW-15: no task can vanish', () => {
  const walked = byShape.map((alike) => [alike.map(({ code }) => code).join(' '), alike[0]!] as const)
  test.each(walked)('%s', (_, item) => {
    const first = make.life({ item, missing: [item.materials[0]?.key ?? ''] }).do('received')
    const late = item.materials.filter(({ tolerable }) => tolerable).map(({ key }) => key)
    const lacking = make.life({ item, missing: late }).do('received')
    const reached = walk(item, [...everyRoad(item), first, lacking])
    const open = [...reached.states.values()].filter(({ kase }) => kase.status !== 'closed')
    expect(open.length).toBeGreaterThan(5)
    const idle = open.filter((state) => {
      const seats = turnOf(state.kase, item)
      return seats.length === 0 || !canAct(state, item, seats)
    })
    expect(told(idle), 'nobody whose turn it is can act').toEqual([])
    expect(told(deadEnds(reached)), 'no way to the end').toEqual([])
  })

  test.each(['GL-BT', 'HY-JH'])('%s, with questions nobody asked and with all of them answered no', (code) => {
    const item = realItem(code)
    const no = Object.fromEntries(questionsAsked(item).map(({ key }) => [key, false]))
    const lives = [{}, no].map((answers) => make.life({ item }).do(['received', { answers }]))
    const reached = walk(item, lives)
    expect(told(deadEnds(reached)), 'no way to the end').toEqual([])
    const granted = [...reached.states.values()].filter(({ kase }) => kase.outcome === 'granted')
    // What was ticked no is granted to nobody: it is refused, or put right first.
    expect(granted.length).toBeGreaterThan(0)
    expect(granted.filter(({ kase }) => Object.values(kase.answers).includes(false))).toEqual([])
    expect(granted.filter(({ kase }) => openQuestions(item, kase.answers).length > 0)).toEqual([])
  })
})

test('R-LAW-50: who is asked to join in can say so until the step is done, and nobody is asked once it is', () => {
  for (const item of [make.item({ kind: 'service' }), make.item({ kind: 'filing' })]) {
    const reached = walk(item, everyRoad(item), 'coExaminerAdded')
    const all = [...reached.states.values()]
    const asked = all.filter(({ kase }) => kase.coExaminers.length > 0)
    expect(new Set(asked.map(({ kase }) => kase.status)).size).toBeGreaterThan(1)
    expect(told(asked.filter((state) => !mayDo(state, item, 'opinionGiven')))).toEqual([])
    expect(told(all.filter(({ kase }) => kase.status === 'closed' && kase.coExaminers.length > 0))).toEqual([])
    expect(told(deadEnds(reached))).toEqual([])
    // Correcting what is not accepted yet stays the window's.
    const steps = ({ kase }: State) =>
      [kase.status.replace('awaitingCorrection', 'received'), kase.stepsDone.length].join()
    for (const state of asked)
      for (const next of [...reached.edges.get(state.key)!].map((key) => reached.states.get(key)!))
        if (steps(next) !== steps(state)) expect(next.kase.coExaminers, next.way.join()).toEqual([])
  }
})
