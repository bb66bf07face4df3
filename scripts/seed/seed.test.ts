/** A made-up year, small: written into a real bureau and read back. */
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBureau } from '../../server/bureau.ts'
import { closeDays } from '../../server/closes.ts'
import { openDatabase } from '../../server/database.ts'
import { putHall } from '../../server/publish.ts'
import { recount } from '../../server/recount.ts'
import { chain, genesis } from '../../server/seal.ts'
import { isWorkday } from '../../shared/calendar/calendar.ts'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import { Outcome } from '../../shared/case/case.ts'
import type { HallId } from '../../shared/case/ids.ts'
import { RecordBody, wasOffline } from '../../shared/record/record.ts'
import { chance } from '../../tests/chaos/random.ts'
import { calendar, catalogue, hall } from '../../tests/make/catalogue.ts'
import { filledDatabase, testSealer } from '../../tests/server/databases.ts'
import { readAsked } from './asked.ts'
import { arrivals, at, daysUpTo } from './days.ts'
import { planYear } from './plan.ts'
import { live } from './story.ts'
import { tallyOf } from './tally.ts'
import { turns } from './turns.ts'
import { type Written, writeYear } from './year.ts'

const until = '2026-11-24' as Day
const closing: (() => Promise<unknown>)[] = []

async function written(cases: number, days: number, seed: number): Promise<Written> {
  const { url, folder, drop } = await filledDatabase('the embedded database')
  const db = await openDatabase(url, folder)
  closing.push(() => db.destroy().then(drop))
  const place = { db, sealer: testSealer, log: pino({ level: 'silent' }) }
  return writeYear({ ...place, catalogue: path.resolve('catalogue') }, { cases, days, seed, until })
}

/** What the terminals wrote, with what the bureau keeps beside it. */
async function recordsOf({ bureau }: Written) {
  const rows = await bureau.db.selectFrom('records').selectAll().orderBy('terminal').orderBy('seq').execute()
  return rows.map(({ body, ...row }) => ({ ...row, bytes: testSealer.open(body) }))
}

let year: Written
beforeAll(async () => {
  year = await written(60, 20, 1)
}, 240_000)
afterAll(async () => {
  for (const close of closing) await close()
})

test('R-SEED-1: a made-up year is lawful to the last act: nothing is refused, waits or is doubted', async () => {
  const tally = await tallyOf(year)
  expect(tally).toMatchObject({ refused: 0, waiting: 0, tasks: {} })
  expect(year.kases.size).toBe(60)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from cases`.execute(year.bureau.db)
  expect(rows[0]?.n).toBe(60)
})

test('R-SEED-2: six windows and the offices behind write a whole chain each', async () => {
  const digests = new Map<number, { seq: number; digest: string }>()
  for (const { terminal, seq, hash, bytes } of await recordsOf(year)) {
    const last = digests.get(terminal) ?? { seq: 0, digest: genesis(terminal) }
    expect({ seq, hash }).toEqual({ seq: last.seq + 1, hash: chain(last.digest, bytes) })
    digests.set(terminal, { seq, digest: hash })
  }
  const terminals = await year.bureau.db.selectFrom('terminals').selectAll().where('taken', '>', 0).execute()
  expect(terminals.map(({ window }) => window).toSorted()).toEqual([1, 2, 3, 4, 5, 6, null])
  for (const { no, digest, taken, judged_seq } of terminals)
    expect({ digest, seq: taken, judged_seq }).toEqual({ ...digests.get(no), judged_seq: taken })
})

test('R-SEED-3: what was kept of it by events is what a recount gives', async () => {
  expect(await recount(year.bureau, 'demo')).toMatchObject({ cases: 60, differed: 0 })
})

test('R-SEED-4: the same seed gives the same year, byte for byte; another gives another', async () => {
  const bytesOf = async (seed: number) => {
    const told = await recordsOf(await written(6, 4, seed))
    return told.map(({ terminal, bytes }) => `${terminal} ${bytes.toString()}`)
  }
  const [first, again] = [await bytesOf(3), await bytesOf(3)]
  expect(first.length).toBeGreaterThan(6)
  expect(again).toEqual(first)
  const planned = (seed: number) =>
    planYear({ cases: 6, days: 4, seed, until }, daysUpTo(calendar, until, 4), catalogue.items, calendar).happenings
  expect(planned(3)).toEqual(planned(3))
  expect(planned(4)).not.toEqual(planned(3))
}, 240_000)

test('R-SEED-5: what was written while a line was down comes later, and is known as such', async () => {
  const read = (await recordsOf(year)).map((row) => ({ ...row, record: RecordBody.parse(JSON.parse(`${row.bytes}`)) }))
  const down = read.filter(({ record }) => wasOffline(record))
  expect(down.length).toBeGreaterThan(0)
  for (const { record, taken_at } of down)
    expect(Date.parse(taken_at) - Date.parse(record.at)).toBeGreaterThan(15 * 60_000)
  for (const { record, taken_at } of read) expect(record.at <= taken_at).toBe(true)
  expect((await tallyOf(year)).offline).toBeGreaterThan(0)
})

test('R-SEED-6: people come most on Monday mornings and before holidays, and few on days off', () => {
  const days = daysUpTo(calendar, until, 250)
  const came = arrivals(calendar, days, 5400, chance(1))
  const on = (which: (day: Day) => boolean) => {
    const among = days.filter(which)
    return came.filter((moment) => which(dayOf(moment))).length / among.length
  }
  const usual = on((day) => isWorkday(calendar, day))
  expect(on((day) => isWorkday(calendar, day) && new Date(day).getUTCDay() === 1)).toBeGreaterThan(usual * 1.2)
  // September 30 and April 30, and the last working day before the Spring Festival.
  expect(on((day) => ['2026-09-30', '2026-04-30', '2026-02-14'].includes(day))).toBeGreaterThan(usual * 1.2)
  const off = on((day) => !isWorkday(calendar, day))
  expect(off).toBeGreaterThan(0)
  expect(off).toBeLessThan(usual / 5)
  const mornings = came.filter((moment) => new Date(dayOf(moment)).getUTCDay() === 1 && moment.slice(11, 13) < '03')
  const mondays = came.filter((moment) => new Date(dayOf(moment)).getUTCDay() === 1)
  expect(mornings.length / mondays.length).toBeGreaterThan(0.5)
})

describe('R-SEED-7: every item comes, and every turn that a case can take', () => {
  test('each item, where there are people enough', () => {
    const codes = new Set([...year.kases.values()].map(({ item }) => item))
    expect([...codes].toSorted()).toEqual(catalogue.items.map(({ code }) => code).toSorted())
  })

  test('papers printed again, questions and slips', async () => {
    const { types, questions, ratings } = await tallyOf(year)
    expect(Math.min(types.reprinted ?? 0, types.correctionRequested ?? 0, questions, ratings)).toBeGreaterThan(0)
  })

  test('each turn happens to some item, and each end is reached', () => {
    const ends = new Set<string>()
    const received = at('2026-04-07' as Day, 10 * 60)
    for (const turn of turns) {
      const fitting = catalogue.items.filter((item) => turn.kinds.includes(item.kind) && turn.fits?.(item) !== false)
      const wanted = [...(turn.first ?? []), ...(turn.asides ?? []).map(({ act }) => act)]
      const came = fitting.some((item, no) => {
        const { events, kase } = live({ item, turn, seed: 500 + no, received, calendar, until: at(until, 0) })
        const types = new Set(events.map(({ type }) => type))
        if (!wanted.every((type) => types.has(type))) return false
        ends.add(kase.outcome ?? kase.status)
        return true
      })
      expect({ turn: turn.name, came }).toEqual({ turn: turn.name, came: true })
    }
    const filing = catalogue.items.find(({ kind }) => kind === 'filing')!
    const plain = turns[0]!
    ends.add(live({ item: filing, turn: plain, seed: 1, received, calendar, until: at(until, 0) }).kase.outcome ?? '')
    for (const outcome of Outcome.options) expect(ends).toContain(outcome)
  })
})

test('R-SEED-10: windows sign what they count, the supervisor the days and weeks; the last day is open', async () => {
  const { bureau } = year
  const asked = { from: addDays(until, -40), to: until }
  const { days, undone } = await closeDays({ ...bureau, now: () => new Date(at(until, 18 * 60)) }, 'demo', asked)
  expect(days[0]).toMatchObject({ day: until, state: 'open' })
  expect(undone).toMatchObject({ open: 0 })
  expect(days.slice(1, -1).filter(({ state }) => state === 'open')).toEqual([])
  expect(days.filter(({ amendments }) => amendments > 0).length).toBeGreaterThan(0)
  const rowsOf = async (table: 'day_checks' | 'week_results') =>
    (await bureau.db.selectFrom(table).selectAll().execute()).length
  expect(await rowsOf('day_checks')).toBeGreaterThan(days.length)
  expect(await rowsOf('week_results')).toBeGreaterThan(2)
})

test('R-SEED-11: nearly all is decided in the time that was promised', async () => {
  const { rows } = await sql<{ part: string; n: number }>`select part, sum(n)::integer as n from report_sums
    where grain = 'day' and dim = 'all' and part in ('promised', 'promisedLate') group by part`.execute(year.bureau.db)
  const of = (part: string) => rows.find((row) => row.part === part)?.n ?? 0
  expect(of('promised')).toBeGreaterThan(20)
  expect(of('promisedLate') / of('promised')).toBeLessThan(0.08)
})

test('R-SEED-8: what is typed wrongly is answered with what to type', () => {
  const typed = { cases: '5400', days: '250', seed: '1', until, data: 'out/seed' }
  expect(readAsked(typed)).toEqual({ cases: 5400, days: 250, seed: 1, until, data: 'out/seed' })
  expect(() => readAsked({ ...typed, cases: 'many' })).toThrow('--cases: must be a whole number from 1 to 200000.')
  expect(() => readAsked({ ...typed, days: '0' })).toThrow('--days: must be a whole number from 1 to 250.')
  expect(() => readAsked({ ...typed, until: addDays(until, 60) })).toThrow('--until: must be a day from 2026-02-01')
})

test('R-SEED-9: a bureau that has cases, or a hall of its own, is left as it is', async () => {
  const { db, sealer, log } = year.bureau
  const place = { db, sealer, log, catalogue: path.resolve('catalogue') }
  await expect(writeYear(place, { cases: 1, days: 1, seed: 1, until })).rejects.toThrow('has cases already')
  const other = await filledDatabase('the embedded database')
  const bureau = await openBureau({ ...place, db: await openDatabase(other.url, other.folder) })
  closing.push(() => bureau.db.destroy().then(other.drop))
  await putHall(bureau, { ...hall, id: 'real' as HallId })
  await expect(writeYear({ ...place, db: bureau.db }, { cases: 1, days: 1, seed: 1, until })).rejects.toThrow('(real)')
})
