/** Two terminals of a hall and its bureau, in whichever order acts, verdicts and pages come. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId, EventId } from '../../shared/case/ids.ts'
import { refuse } from '../../shared/case/refusal.ts'
import type { FiguresAsked } from '../../shared/contract/figures.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { figureNames } from '../../shared/report/figures.ts'
import type { Line } from '../../shared/report/lines.ts'
import { calendar } from '../../tests/make/catalogue.ts'
import { answeredFrom, linesOf } from '../../tests/make/count.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { answerPeriod, isCountedHere } from './answer-figures.ts'
import { pack, unpack } from './counted.ts'
import { addCounts, addTotals, countsDelta, type Deltas, figureRows } from './counting.ts'
import type { CountsRow, FigureRow, TotalsRow } from './database.ts'
import { foreseenKeys, foreseenRange, foreseenRow } from './foreseen.ts'
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
  readonly totals = new Map<string, TotalsRow>()
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
    const strays = this.#write([], {
      cursor,
      restart: false,
      entries: entries.map((event, index) => ({ position: from.position + index + 1, event })),
      verdicts: verdicts.map(({ page }, index) => ({ ...page, judged: from.judged + index + 1 })),
      tasks: null,
      more: entries.length === limit || verdicts.length === limit,
    })
    for (const id of strays) this.#adopt(id, bureau)
  }

  /** A later act of a case that had left fetches it whole. */
  #adopt(id: CaseId, { events }: Bureau): void {
    const { own, counted } = this.#cases.get(id) ?? unknownCase
    this.#cases.set(id, { ...unknownCase, own, counted })
    const entries = events.filter((event) => event.case === id).map((event, position) => ({ position, event }))
    const cursor = this.#cursor
    this.#cursor = null
    const none = { incarnation: '', position: 0, judged: 0 }
    this.#write([], { cursor: none, restart: false, entries, verdicts: [], tasks: null, more: true })
    this.#cursor = cursor
  }

  /** What is done and confirmed leaves; what the sums hold of it is kept. */
  leave(): void {
    for (const [id, { base, own, counted }] of this.#cases)
      if (own.length === 0 && base?.status === 'closed')
        this.#cases.set(id, { ...unknownCase, counted: unpack(pack(counted)) })
  }

  /** What is foreseen of the cases here, as the index has it. */
  get foreseen(): string[] {
    return [...this.#cases.values()].flatMap(({ counted }) => foreseenKeys(counted))
  }

  #write(records: { seq: number; events: AnyEvent[] }[], page?: PullPage): CaseId[] {
    const touched = new Set(casesIn(records, page))
    for (const [id, { own }] of this.#cases) if (own.some(({ judged }) => judged === 'confirmed')) touched.add(id)
    const figures = [...this.figures.values()].filter((row) => touched.has(row.case))
    const cases = new Map([...touched].map((id) => [id, this.#cases.get(id) ?? unknownCase]))
    const before = { applied: this.#applied, cursor: this.#cursor, cases, figures }
    const after = plan({ ...before, settled: new Set(), refusedUnread: new Map() }, { records, page }, books)
    for (const [id, held] of after.cases) this.#cases.set(id, held)
    this.#applied = after.applied
    this.#cursor = after.cursor
    for (const id of after.figuresGone) this.figures.delete(id)
    for (const row of after.figuresPut) this.figures.set(row.id, row)
    addTo(this, after.sums)
    return after.strays
  }
}

const keyOf = ({ day, window, person, item }: CountsRow) => `${day} ${window} ${person} ${item}`

function addTo({ counts, totals }: Pick<Cache, 'counts' | 'totals'>, deltas: Deltas): void {
  for (const delta of deltas.counts) {
    const sum = addCounts(counts.get(keyOf(delta)), delta)
    if (sum === undefined) counts.delete(keyOf(delta))
    else counts.set(keyOf(delta), sum)
  }
  for (const delta of deltas.totals) {
    const sum = addTotals(totals.get(delta.item), delta)
    if (sum === undefined) totals.delete(delta.item)
    else totals.set(delta.item, sum)
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
function recount(events: readonly AnyEvent[]): { rows: FigureRow[]; lines: Line[] } {
  const cases = new Map<CaseId, AnyEvent[]>()
  for (const event of events) cases.set(event.case, [...(cases.get(event.case) ?? []), event])
  const counted = [...cases].map(([id, own]) => ({ id, lines: linesOf(own, item) }))
  return {
    rows: counted.flatMap(({ id, lines }) => figureRows(id, { base: lines, top: lines })),
    lines: counted.flatMap(({ lines }) => lines),
  }
}

/** What a terminal answers, as the page reads it. */
function answered(cache: Cache, { period, ...asked }: Omit<FiguresAsked, 'compared'>, today: Day) {
  const last = period.to < today ? period.to : today
  const inDays = (from: string, to: string) => [...cache.counts.values()].filter(({ day }) => from <= day && day <= to)
  const coming = (from: Day, to: Day) => {
    const { lower, upper } = foreseenRange(from, to)
    return cache.foreseen.filter((key) => lower <= key && key <= upper).map(foreseenRow)
  }
  const kept = {
    rows: [...inDays(period.from, last), ...coming(period.from, last)],
    less: [],
    totals: [...cache.totals.values()],
    later: inDays(addDays(last, 1), '9999-12-31'),
    foreseen: coming('1970-01-01' as Day, last),
  }
  return answerPeriod(asked, kept, systemOf)
}

const systemOf = () => 'welfare'
const anAsked = fc.record({
  figures: fc.subarray([...figureNames].filter(isCountedHere), { minLength: 1 }),
  period: fc.tuple(fc.integer({ min: -40, max: 200 }), fc.nat(150)).map(([from, long]) => ({
    from: addDays('2026-11-09' as Day, from),
    to: addDays('2026-11-09' as Day, from + long),
  })),
  time: fc.constantFrom('none', 'day', 'week', 'month'),
  by: fc.constantFrom('none', 'window', 'person', 'item', 'system'),
  only: fc.constantFrom({}, { window: 2 }, { item: item.code }, { item: 'XX' }, { system: 'welfare' }, { system: 'x' }),
}) as unknown as fc.Arbitrary<Omit<FiguresAsked, 'compared'>>

test('R-REPORT-14, R-REPORT-21: both terminals end with the rows and the sums that a recount gives, answer as the bureau, and count ahead what is on its way', () => {
  const step = fc.record({
    what: fc.constantFrom('act', 'act', 'judge', 'pull', 'doomed', 'leave'),
    life: fc.nat(lives.length - 1),
    terminal: fc.constantFrom(0, 1),
    limit: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.array(anAsked, { minLength: 5, maxLength: 5 }),
      fc.nat(200),
      (steps, questions, day) => {
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
          else if (what === 'leave') cache.leave()
        }
        for (const [index, cache] of caches.entries())
          for (; taken[index]! < cache.sent.length; taken[index]! += 1) judge(bureau, cache, taken[index]!, doomed)
        const today = addDays('2026-11-09' as Day, day)
        const isSame = () => {
          const { rows, lines } = recount(bureau.events)
          const anew = { counts: new Map<string, CountsRow>(), totals: new Map<string, TotalsRow>() }
          addTo(anew, countsDelta([], lines))
          for (const cache of caches) {
            for (let pulls = 0; pulls < 60; pulls += 1) cache.pull(bureau, 7, cache)
            expect(byId([...cache.figures.values()])).toEqual(byId(rows))
            expect({ counts: cache.counts, totals: cache.totals }).toEqual(anew)
            expect(cache.foreseen.toSorted()).toEqual(foreseenKeys(lines).toSorted())
            // R-REPORT-21: what it answers to is answered as by the bureau.
            for (const asked of questions)
              expect(answered(cache, asked, today), JSON.stringify(asked)).toEqual(
                answeredFrom(lines, asked, today, systemOf),
              )
          }
        }
        isSame()
        // Elsewhere in the hall all is done but the last; what is over leaves, and comes again with that.
        const others = (which: 'most' | 'last') => {
          for (const [index, { events }] of lives.entries()) {
            const rest = which === 'most' ? events.slice(done[index], -1) : events.slice(done[index]).slice(-1)
            bureau.events.push(...rest.map((event) => ({ ...event, standing: 'confirmed' as const })))
          }
        }
        others('most')
        for (const cache of caches) {
          for (let pulls = 0; pulls < 60; pulls += 1) cache.pull(bureau, 7, cache)
          cache.leave()
        }
        others('last')
        isSame()
      },
    ),
    { numRuns: 40 },
  )
})
