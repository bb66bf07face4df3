import { describe, expect, test } from 'vitest'
import { catalogue } from '../../tests/make/catalogue.ts'
import { coolingKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import { canAct, deadEnds, type State, walk } from '../../tests/make/walk.ts'
import { turnOf } from './turn.ts'

/** The whole catalogue, and what it has none of: a filing that takes its time, a cooling off that the window settles. */
const items = [...catalogue.items, make.item({ kind: 'filing' }), coolingKite()]

const told = (states: readonly State[]) => states.slice(0, 3).map(({ key, way }) => `${key}: ${way.join(', ')}`)

describe('R-LAW-15: no task can vanish', () => {
  test.each(items.map((item) => [`${item.code} ${item.kind} ${item.processing}`, item] as const))('%s', (_, item) => {
    const whole = make.life({ item }).do('received')
    const first = make.life({ item, missing: [item.materials[0]?.key ?? ''] }).do('received')
    const late = item.materials.filter(({ tolerable }) => tolerable).map(({ key }) => key)
    const lacking = make.life({ item, missing: late }).do('received')
    const walked = walk(item, [whole, first, lacking])
    const open = [...walked.states.values()].filter(({ kase }) => kase.status !== 'closed')
    expect(open.length).toBeGreaterThan(5)
    const idle = open.filter((state) => {
      const seats = turnOf(state.kase, item)
      return seats.length === 0 || !canAct(state, item, seats)
    })
    expect(told(idle), 'nobody whose turn it is can act').toEqual([])
    expect(told(deadEnds(walked)), 'no way to the end').toEqual([])
  })
})
