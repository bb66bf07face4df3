/** 大厅等候 at the bureau, on a real PostgreSQL: whoever asks at once gets numbers that nobody else has. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Bureau, openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { giveNumber, heedLines, numbersOf, takeNumber } from '../../server/hall-queue.ts'
import { makeSealer } from '../../server/seal.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { PersonId, WindowNo } from '../../shared/case/ids.ts'
import type { NoteRecord } from '../../shared/record/record.ts'
import type { QueueKind, VisitId } from '../../shared/visit/notes.ts'
import { type RealPostgres, realPostgres } from './postgres.ts'

let postgres: RealPostgres
beforeAll(async () => {
  postgres = await realPostgres()
})
afterAll(() => postgres.stop())

const who = { hall: 'demo', person: 'wang.ck' as PersonId }
const day = '2026-11-24' as Day
const both: QueueKind[] = ['relief', 'elderly']
const taking = (window: number, kinds = both, asked: string = randomUUID()) => ({
  asked,
  window: window as WindowNo,
  kinds,
  ticket: null,
})
const newTicket = () => randomUUID() as VisitId

describe('on PostgreSQL', () => {
  let bureau: Bureau
  beforeAll(async () => {
    const db = await openDatabase(await postgres.newDatabase(), tmpdir())
    const now = () => new Date('2026-11-24T02:00:00.000Z')
    bureau = await openBureau({ db, sealer: makeSealer(Buffer.alloc(32, 7)), log: pino({ level: 'silent' }), now })
  })
  afterAll(() => bureau.db.destroy())

  test('R-VISIT-14: numbers that are given at once are a series without a gap or a double', async () => {
    const given = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        giveNumber(bureau, who, { ticket: newTicket(), kind: at % 2 === 0 ? 'relief' : 'elderly' }),
      ),
    )
    const labels = given.map(({ label }) => label).toSorted()
    const series = (letter: string) =>
      Array.from({ length: 15 }, (_, at) => `${letter}${String(at + 1).padStart(3, '0')}`)
    expect(labels).toEqual([...series('J'), ...series('Y')])
  })

  test('R-VISIT-14: windows that take at once get a number each, and nobody who waits is passed over', async () => {
    const taken = await Promise.all(
      Array.from({ length: 36 }, (_, at) => takeNumber(bureau, who, taking((at % 6) + 1))),
    )
    const got = taken.flatMap((number) => number?.label ?? [])
    expect(new Set(got).size).toBe(got.length)
    // Somebody whom all the others were in the way of asks again.
    for (let left = 30 - got.length; left > 0; left -= 1) got.push((await takeNumber(bureau, who, taking(1)))!.label)
    expect(new Set(got).size).toBe(30)
    expect(await takeNumber(bureau, who, taking(2))).toBeNull()
  })

  test('R-VISIT-15: an asking that got no answer is asked again, and gets the same number', async () => {
    const ticket = newTicket()
    const [first, again] = [
      await giveNumber(bureau, who, { ticket, kind: 'relief' }),
      await giveNumber(bureau, who, { ticket, kind: 'relief' }),
    ]
    expect(again).toEqual(first)
    const next = await giveNumber(bureau, who, { ticket: newTicket(), kind: 'relief' })
    expect([first.label, next.label]).toEqual(['J016', 'J017'])
    const asked = randomUUID()
    const took = await takeNumber(bureau, who, taking(3, both, asked))
    expect(took).toMatchObject({ label: 'J016', window: 3 })
    expect(await takeNumber(bureau, who, taking(3, both, asked))).toEqual(took)
  })

  test('R-VISIT-14: a window calls the kinds it takes, the longest first; one may be called out of turn', async () => {
    await giveNumber(bureau, who, { ticket: newTicket(), kind: 'elderly' })
    const last = await giveNumber(bureau, who, { ticket: newTicket(), kind: 'elderly' })
    expect(await takeNumber(bureau, who, { ...taking(4), ticket: last.ticket })).toMatchObject({ label: 'Y017' })
    expect(await takeNumber(bureau, who, taking(4, ['elderly']))).toMatchObject({ label: 'Y016' })
    expect(await takeNumber(bureau, who, taking(4, ['elderly']))).toBeNull()
    expect(await takeNumber(bureau, who, taking(4))).toMatchObject({ label: 'J017' })
  })

  test('R-VISIT-15: a number that was called without the bureau is nobody else’s once its line has come', async () => {
    const { ticket } = await giveNumber(bureau, who, { ticket: newTicket(), kind: 'basic' })
    const note = { type: 'ticket', ticket, label: 'F001', did: 'called', to: null }
    const record = { at: '2026-11-24T02:05:00.000Z', window: 5, by: { person: 'li.ck' }, note } as unknown as NoteRecord
    await bureau.db.transaction().execute((tx) => heedLines(tx, 'demo', [{ record }]))
    expect(await takeNumber(bureau, who, taking(1, ['basic']))).toBeNull()
    expect((await numbersOf(bureau, 'demo', day)).find((each) => each.ticket === ticket)).toMatchObject({ window: 5 })
    expect(await numbersOf(bureau, 'demo', '2026-11-25' as Day)).toEqual([])
    expect(await numbersOf(bureau, 'other', day)).toEqual([])
  })

  test('R-VISIT-15: what a restored bureau has forgotten waits again by its line, and is not given a second time', async () => {
    const ticket = newTicket()
    const note = { type: 'ticket', ticket, label: 'Z007', did: 'given', to: null, kind: 'governance' }
    const record = { at: '2026-11-24T02:05:00.000Z', window: 5, by: { person: 'li.ck' }, note } as unknown as NoteRecord
    for (const _ of [1, 2]) await bureau.db.transaction().execute((tx) => heedLines(tx, 'demo', [{ record }]))
    expect(await giveNumber(bureau, who, { ticket: newTicket(), kind: 'governance' })).toMatchObject({ label: 'Z008' })
    expect(await takeNumber(bureau, who, taking(1, ['governance']))).toMatchObject({ ticket, label: 'Z007' })
  })
})
