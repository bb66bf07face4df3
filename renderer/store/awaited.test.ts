import { describe, expect, test } from 'vitest'
import type { Case } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { isStillAwaited } from './awaited.ts'
import { contentVersion } from './database.ts'

const item = realItem('GL-BT')
const first = make.kase({ item, status: 'closed' })
const later: Case = {
  ...make.kase({ item, seed: 2 }),
  applicant: first.applicant,
  received: { ...first.received, at: '2027-11-20T02:00:00.000Z' as never },
}

/** A cache that holds these cases, all of one applicant. IndexedDB is not in Node; tests/journeys/again.spec.ts has the real one. */
function awaitedAmong(held: readonly Case[]): Promise<boolean> {
  const rows = held.map((kase) => ({ id: kase.id, sealed: kase }))
  const desk = {
    books: { calendar, itemOf: () => item },
    names: { withHash: () => held.map(({ id }) => id) },
    db: { cases: { bulkGet: async (ids: CaseId[]) => ids.map((id) => rows.find((row) => row.id === id)) } },
    sealer: { open: async (_: string, kase: Case) => ({ v: contentVersion, base: kase, top: null }) },
  }
  return isStillAwaited(desk as never, first, ['applicant hash'])
}

describe('R-AGAIN-5: a case whose days here are over', () => {
  test('stays while what comes back of it was not taken up', async () => {
    expect(await awaitedAmong([first])).toBe(true)
    expect(await awaitedAmong([first, { ...later, outcome: 'withdrawn' }])).toBe(true)
  })

  test('and leaves once it was, or when nothing comes back of it', async () => {
    expect(await awaitedAmong([first, later])).toBe(false)
    const desk = { books: { calendar, itemOf: () => make.item() } }
    expect(await isStillAwaited(desk as never, make.kase({ status: 'closed' }), [])).toBe(false)
  })
})
