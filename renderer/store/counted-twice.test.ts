/** Two terminals of a hall and its bureau, in whichever order acts, verdicts and pages come. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import { refuse } from '../../shared/case/refusal.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { linesOf } from '../../tests/make/count.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { addDelta, countsDelta, figureRows } from './counting.ts'
import type { CountsRow, FigureRow } from './database.ts'
import { type Books, type Held, unknownCase } from './picture.ts'
import { casesIn, plan } from './plan.ts'

const item = make.item()
const books: Books = { calendar, itemOf: () => item }
const at = (day: string) => `2026-11-${day}T02:00:00.000Z`

/** Lives of every kind: granted, told and put right, withdrawn, voided, accepted by silence, late, decided anew. */
const lives: readonly Life[] = [
  make.lifeOf({ seed: 1, status: 'closed' }).do('reopened'),
  make.lifeOf({ seed: 2, status: 'closed', outcome: 'refused' }),
  make.lifeOf({ seed: 3, status: 'underReview', missing: ['申请表'] }),
  make.lifeOf({ seed: 4, status: 'closed', outcome: 'withdrawn' }),
  make.life({ seed: 5 }).do('received').do('voided'),
  make
    .life({ seed: 6, at: at('09') })
    .do('received')
    .do('deemedAcceptanceNoted', { at: at('23') }),
  make
    .life({ seed: 7, at: at('02') })
    .act(['received', 'accepted'])
    .do('withdrawn', { at: '2027-03-01T02:00:00.000Z' }),
  make.life({ seed: 8 }).do('received').do('correctionRequested'),
]

/** A terminal's cache as its transactions leave it. */
class Cache {
  #cases = new Map<CaseId, Held>()
  #applied = 0
  #cursor: PullPage['cursor'] | null = null
  readonly figures = new Map<string, FigureRow>()
  readonly counts = new Map<string, CountsRow>()
  readonly sent: AnyEvent[] = []

  act(event: AnyEvent): void {
    const own = { ...event, standing: null, stamp: { ...event.stamp, seq: this.sent.length + 1 } }
    this.sent.push(own)
    this.#write([{ seq: own.stamp.seq, events: [own] }])
  }

  pull(bureau: Bureau, limit: number, who: Cache): void {
    const from = this.#cursor ?? { incarnation: 'one', position: 0, judged: 0 }
    const entries = bureau.events.slice(from.position, from.position + limit)
    const verdicts = bureau.verdicts.filter((each) => each.by === who).slice(from.judged, from.judged + limit)
    const cursor = { ...from, position: from.position + entries.length, judged: from.judged + verdicts.length }
    this.#write([], {
      cursor,
      restart: false,
      entries: entries.map((event, index) => ({ position: from.position + index + 1, event })),
      verdicts: verdicts.map(({ page }, index) => ({ ...page, judged: from.judged + index + 1 })),
      tasks: null,
      more: entries.length === limit || verdicts.length === limit,
    })
  }

  #write(records: { seq: number; events: AnyEvent[] }[], page?: PullPage): void {
    const touched = new Set(casesIn(records, page))
    for (const [id, { own }] of this.#cases) if (own.some(({ judged }) => judged === 'confirmed')) touched.add(id)
    const figures = [...this.figures.values()].filter((row) => touched.has(row.case))
    const cases = new Map([...touched].map((id) => [id, this.#cases.get(id) ?? unknownCase]))
    const before = { applied: this.#applied, cursor: this.#cursor, cases, figures }
    const after = plan({ ...before, settled: new Set(), refusedUnread: new Map() }, { records, page }, books)
    for (const [id, held] of after.cases) this.#cases.set(id, held)
    this.#applied = after.applied
    this.#cursor = after.cursor
    const changed = new Set([...after.figuresGone, ...after.figuresPut.map(({ id }) => id)])
    const old = figures.filter(({ id }) => changed.has(id))
    for (const id of after.figuresGone) this.figures.delete(id)
    for (const row of after.figuresPut) this.figures.set(row.id, row)
    for (const delta of countsDelta(old, after.figuresPut)) {
      const key = `${delta.day} ${delta.window} ${delta.person} ${delta.item}`
      const sum = addDelta(this.counts.get(key), delta)
      if (sum === undefined) this.counts.delete(key)
      else this.counts.set(key, sum)
    }
  }
}

type Bureau = { events: AnyEvent[]; verdicts: { by: Cache; page: Omit<PullPage['verdicts'][number], 'judged'> }[] }

/** Judges the next act of a terminal: what it was told to refuse it refuses. */
function judge(bureau: Bureau, by: Cache, taken: number, doomed: ReadonlySet<EventId>): void {
  const event = by.sent[taken]
  if (event === undefined) return
  const standing = doomed.has(event.id) ? ('refused' as const) : ('confirmed' as const)
  const refusal = standing === 'refused' ? refuse('behind') : null
  if (standing === 'confirmed') bureau.events.push({ ...event, standing })
  const verdicts = [{ event: event.id, case: event.case, standing, refusal }]
  bureau.verdicts.push({ by, page: { seq: event.stamp.seq, act: event.stamp.act, verdicts } })
}

const byId = (rows: readonly FigureRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Counted anew from what the bureau has. */
function recount(events: readonly AnyEvent[]): FigureRow[] {
  const cases = new Map<CaseId, AnyEvent[]>()
  for (const event of events) cases.set(event.case, [...(cases.get(event.case) ?? []), event])
  return [...cases].flatMap(([id, own]) => {
    const lines = linesOf(own, item)
    return figureRows(id, { base: lines, top: lines })
  })
}

test('R-REPORT-14: both terminals end with the rows and the sums that a recount gives, and count ahead what is on its way', () => {
  const step = fc.record({
    what: fc.constantFrom('act', 'act', 'judge', 'pull', 'doomed'),
    life: fc.nat(lives.length - 1),
    terminal: fc.constantFrom(0, 1),
    limit: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const caches = [new Cache(), new Cache()] as const
      const bureau: Bureau = { events: [], verdicts: [] }
      const done = lives.map(() => 0)
      const home = lives.map(() => 0)
      const taken = [0, 0]
      const doomed = new Set<EventId>()
      let tries = 0
      for (const { what, life, terminal, limit } of [...steps]) {
        const cache = caches[terminal as 0 | 1]
        const events = lives[life]!.events
        const next = events[done[life]!]
        if (what === 'act' && next !== undefined) {
          // Who received a case goes on with it: so that its acts arrive in their order.
          if (done[life] === 0) home[life] = terminal
          caches[home[life] as 0 | 1].act(next)
          done[life]! += 1
        } else if (what === 'doomed' && done[life]! > 0) {
          tries += 1
          const act = `${String(tries).padStart(8, '0')}-0000-4000-8000-000000000000`
          const tried = make.event('voided', { status: 'received', seed: life + 1 })
          const event = {
            ...tried,
            id: `${act}#0` as EventId,
            case: events[0]!.case,
            stamp: { ...tried.stamp, act: act as never },
          }
          doomed.add(event.id)
          cache.act(event)
        } else if (what === 'judge') {
          judge(bureau, cache, taken[terminal]!, doomed)
          if (taken[terminal]! < cache.sent.length) taken[terminal]! += 1
        } else if (what === 'pull') cache.pull(bureau, limit, cache)
      }
      for (const [index, cache] of caches.entries())
        for (; taken[index]! < cache.sent.length; taken[index]! += 1) judge(bureau, cache, taken[index]!, doomed)
      const whole = byId(recount(bureau.events))
      for (const cache of caches) {
        for (let pulls = 0; pulls < 200; pulls += 1) cache.pull(bureau, 7, cache)
        expect(byId([...cache.figures.values()])).toEqual(whole)
        const sums = new Map(
          countsDelta([], whole).map((row) => [`${row.day} ${row.window} ${row.person} ${row.item}`, row]),
        )
        expect(Object.fromEntries(cache.counts)).toEqual(Object.fromEntries(sums))
      }
    }),
    { numRuns: 40 },
  )
})
