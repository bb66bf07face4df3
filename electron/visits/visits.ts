/** The day's tickets and questions as this terminal knows them: its own, from its ledger, and the hall's, as the bureau told them. */
import type { z } from 'zod'
import { addDays, type Day, dayOf } from '../../shared/calendar/day.ts'
import type { Instant } from '../../shared/case/ids.ts'
import type { doors } from '../../shared/contract/doors.ts'
import { RecordBody } from '../../shared/record/record.ts'
import type { HallNumber } from '../../shared/visit/hall-queue.ts'
import { lineOf, linesOfDay, type VisitLine } from '../../shared/visit/line.ts'
import type { RouteInput, RouteOutput } from '../bureau/http.ts'
import type { ReadableLedger } from '../ledger/ledger.ts'

type VisitDay = z.output<(typeof doors)['visit.day']['output']>
type Route = 'POST /v1/visits'

export interface Visits {
  /** `ask`: the bureau is asked first; what it does not answer stays as it was last heard. */
  day(day: Day, ask: boolean): Promise<VisitDay>
  /** Asks for today's news, once somebody has looked at today. */
  poll(): Promise<void>
}

export type VisitsOptions = {
  ledger: Pick<ReadableLedger, 'last' | 'first' | 'read'>
  ask(route: Route, input: RouteInput<Route>): Promise<RouteOutput<Route> | null>
  now(): Instant
  changed(): void
}

type Heard = {
  incarnation: string | null
  last: number
  lines: VisitLine[]
  open: VisitLine[]
  hall: HallNumber[]
  heardAt: Instant | null
}

const nothingHeard: Heard = { incarnation: null, last: 0, lines: [], open: [], hall: [], heardAt: null }

const PAGE = 250
/** As many records of its own a terminal looks through for yesterday and today; older days are asked of the bureau. */
const MOST_OWN = 4000
const MOST_DAYS = 8

export function makeVisits({ ledger, ask, now, changed }: VisitsOptions): Visits {
  const heard = new Map<Day, Heard>()
  let kept: VisitLine[] | undefined
  let read = 0

  /** The own lines since yesterday: the end of the ledger once, then what is added. */
  const ownLines = (): VisitLine[] => {
    if (kept === undefined) {
      kept = []
      read = ledger.last.seq
      const oldest = addDays(dayOf(now()), -1)
      const bottom = Math.max(ledger.first, read - MOST_OWN + 1)
      for (let to = read; to >= bottom; to -= PAGE) {
        const records = recordsBetween(Math.max(bottom, to - PAGE + 1), to)
        kept.unshift(...records.flatMap((record) => lineOf(record) ?? []))
        const first = records[0]
        if (first !== undefined && dayOf(first.at) < oldest) break
      }
    }
    while (read < ledger.last.seq) {
      const to = Math.min(ledger.last.seq, read + PAGE)
      kept.push(...recordsBetween(read + 1, to).flatMap((record) => lineOf(record) ?? []))
      read = to
    }
    return kept
  }

  const recordsBetween = (from: number, to: number): RecordBody[] =>
    ledger.read(from, to - from + 1).flatMap(({ bytes }) => {
      const body = RecordBody.safeParse(JSON.parse(bytes.toString('utf8')))
      return body.success ? [body.data] : []
    })

  /** Everything new of a day; false when the bureau does not answer. */
  const hear = async (day: Day): Promise<boolean> => {
    for (;;) {
      const before = heard.get(day) ?? nothingHeard
      // Looked at from now on, and not asked for again by every look while nobody answers.
      heard.set(day, before)
      const answer = await ask('POST /v1/visits', { day, incarnation: before.incarnation, after: before.last })
      if (answer === null) return false
      const lines = answer.restart ? answer.lines : [...before.lines, ...answer.lines]
      const { incarnation, last, open, hall = [] } = answer
      heard.delete(day)
      heard.set(day, { incarnation, last, open, hall, lines, heardAt: now() })
      for (const old of [...heard.keys()].slice(0, -MOST_DAYS)) heard.delete(old)
      const differs = open.length !== before.open.length || JSON.stringify(hall) !== JSON.stringify(before.hall)
      if (answer.lines.length > 0 || answer.restart || differs) changed()
      if (!answer.more) return true
    }
  }

  return {
    day: async (day, first) => {
      if (first || !heard.has(day)) await hear(day)
      const { lines, open, hall, heardAt } = heard.get(day) ?? nothingHeard
      const own = ownLines()
      // What was answered here is open no longer, though the bureau has yet to hear of it.
      const answered = new Set(own.flatMap(({ note }) => (note.type === 'enquiryAnswered' ? note.enquiry : [])))
      const stillOpen = open.filter(({ note }) => note.type !== 'enquired' || !answered.has(note.enquiry))
      return { lines: linesOfDay([...lines, ...own], day), open: stillOpen, hall, heardAt }
    },
    poll: async () => {
      const today = dayOf(now())
      if (heard.has(today)) await hear(today)
    },
  }
}
