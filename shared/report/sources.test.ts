import { expect, test } from 'vitest'
import { chance } from '../../tests/chaos/random.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { linesOf } from '../../tests/make/count.ts'
import { make } from '../../tests/make/make.ts'
import type { Instant } from '../case/ids.ts'
import { type EventType, eventTypes } from '../case/workflow.ts'
import { partTable } from './parts.ts'

const items = [make.item(), ...['YL-YD', 'LL-JZ', 'ST-BG', 'YL-BA'].map((code) => realItem(code))]
/** What nobody looks at: it counts nothing and moves no day. */
const idle: ReadonlySet<EventType> = new Set(['printed', 'numberLinked', 'urged', 'reassigned', 'coExaminerAdded'])

const tried = eventTypes.filter((type) => type !== 'received' && type !== 'voided' && !idle.has(type))
const SEEDS = 25

function shuffled(dice: ReturnType<typeof chance>): EventType[] {
  return tried
    .map((type) => ({ type, at: dice.below(1000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ type }) => type)
}

test('R-REPORT-7: whatever lawful life a case has, its lines carry acts that their part names, and no other', () => {
  const strange = new Set<string>()
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const dice = chance(seed)
    const life = make.life({
      item: dice.pick(items),
      seed,
      at: '2026-03-09T01:00:00.000Z',
      missing: dice.happens(0.3) ? ['身份证'] : [],
    })
    life.do('received')
    for (let acts = 14; acts > 0; acts -= 1) {
      const at = new Date(
        Date.parse(life.at) + dice.below(dice.happens(0.2) ? 60 : 6) * 86_400_000 + 60_000,
      ).toISOString()
      const lawful = shuffled(dice).find((type) => {
        try {
          return life.refusal(type, { at: at as Instant }) === undefined
        } catch {
          return false
        }
      })
      if (lawful !== undefined) life.do(lawful, { at: at as Instant })
    }
    const types = new Map(life.events.map(({ id, type }) => [id, type]))
    for (const { part, event } of linesOf(life.events, life.item)) {
      const type = types.get(event)!
      if (!(partTable[part].from as readonly string[]).includes(type)) strange.add(`${part} ${type}`)
    }
  }
  expect([...strange].toSorted()).toEqual([])
})
