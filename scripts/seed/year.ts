/** Brings a planned year into an empty bureau, as its terminals would have: written down act by act, handed over, taken and judged. */
import type { Logger } from 'pino'
import { stampOf } from '../../electron/acts/stamp.ts'
import { makeBooks } from '../../electron/published/books.ts'
import { type Bureau, openBureau } from '../../server/bureau.ts'
import { countAnew } from '../../server/count-anew.ts'
import type { Database } from '../../server/database.ts'
import { demoPassword, seedDemo } from '../../server/demo.ts'
import { publishedFor } from '../../server/known.ts'
import { fillOpenings } from '../../server/openings.ts'
import type { Sealer } from '../../server/seal.ts'
import { addDays, type Day } from '../../shared/calendar/day.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { eventVersion } from '../../shared/case/event.ts'
import type { ActId, CaseId, Instant, PersonId, WindowNo } from '../../shared/case/ids.ts'
import { type ActRecord, eventsOf, type Note } from '../../shared/record/record.ts'
import type { DayCheck } from '../../shared/report/bags.ts'
import { chance } from '../../tests/chaos/random.ts'
import { factsOf } from '../demo-cases/write-act.ts'
import { Stop } from '../stop.ts'
import { at, daysUpTo } from './days.ts'
import { checksOn, signEvening } from './evening.ts'
import { Machine } from './machine.ts'
import { addClerks, type Seated, seatedIn } from './people.ts'
import { type Asked, type Happening, planYear, WINDOWS } from './plan.ts'

/** When terminals hand over what they have: before the counter opens, at noon, in the evening. */
const HANDED_OVER = [8 * 60 + 30, 12 * 60 + 30, 17 * 60 + 45]
/** When windows count their bags, and when the supervisor signs. */
const COUNTED = 17 * 60 + 50
const SIGNED = 17 * 60 + 55
const SUPERVISOR = 'wu.dc' as PersonId
const BACK_OFFICE = 0
const DEMO_HALL = 'demo'

export type Place = { db: Database; sealer: Sealer; log: Logger; catalogue: string }
export type Written = { bureau: Bureau; from: Day; kases: ReadonlyMap<CaseId, Case> }
type Reached = (what: 'planned' | 'written', fraction: number) => void

/** Fills it. Throws a Stop when it holds cases already. */
export async function writeYear(place: Place, asked: Asked, reached: Reached = () => undefined): Promise<Written> {
  // The hall is set up before the year begins.
  let now = at(addDays(asked.until, -2 * asked.days - 30), 8 * 60)
  const bureau = await openBureau({ ...place, now: () => new Date(now) })
  await refuseFilled(bureau)
  await seedDemo(bureau, place.catalogue)
  await addClerks(bureau)
  // Nothing is there yet: what comes is counted as it comes, and no start counts it once more.
  await countAnew(bureau)
  await fillOpenings(bureau)
  const { calendar, catalogues } = bureau.known
  if (calendar === null) throw new Error('no calendar is published')
  const days = daysUpTo(calendar, asked.until, asked.days)
  const items = catalogues.at(-1)?.items ?? []
  const year = planYear(asked, days, items, calendar, (fraction) => reached('planned', fraction))

  const seated = seatedIn(bureau)
  const machines = new Map<number, Machine>()
  for (const window of [...WINDOWS, BACK_OFFICE]) {
    const people = seated.filter((each) => (each.window ?? BACK_OFFICE) === window).map(({ by }) => by.person)
    const set = { window: window === BACK_OFFICE ? null : window, people, spells: year.spells.get(window) ?? [] }
    machines.set(window, await Machine.set(bureau, set, demoPassword))
  }
  const hall = new Hall(bureau, seated, machines)
  const dice = chance(asked.seed * 7_919 + 2)
  const back = machines.get(BACK_OFFICE)!
  const signer = { hall: back.hall, terminal: back.no, person: SUPERVISOR, password: demoPassword }
  let written = 0
  for (const day of days) {
    for (const minutes of HANDED_OVER) {
      now = at(day, minutes)
      for (; written < year.happenings.length && year.happenings[written]!.at < now; written += 1)
        hall.put(year.happenings[written]!)
      for (const machine of machines.values()) await machine.send(bureau, now)
      reached('written', written / Math.max(1, year.happenings.length))
    }
    now = at(day, COUNTED)
    for (const { window, check } of await checksOn(bureau, { hall: back.hall, day, dice }))
      await hall.sign(window, check, now)
    // The last day is left to whoever looks.
    now = at(day, SIGNED)
    if (day !== asked.until) await signEvening(bureau, day, signer)
  }
  // In the night after the last day every line is up again.
  for (; written < year.happenings.length; written += 1) hall.put(year.happenings[written]!)
  now = at(asked.until, 23 * 60)
  for (const machine of machines.values()) await machine.send(bureau, now)
  return { bureau, from: days[0]!, kases: hall.kases }
}

/** A year is written into nothing that somebody uses. */
async function refuseFilled({ db, known }: Bureau): Promise<void> {
  const kept = await db.selectFrom('cases').select('id').limit(1).executeTakeFirst()
  if (kept !== undefined) throw new Stop('This bureau has cases already: name an empty one by --data or DATABASE_URL.')
  const real = [...known.halls.keys()].filter((hall) => hall !== DEMO_HALL)
  if (real.length === 0) return
  throw new Stop(`This bureau has a hall of its own (${real.join(', ')}): name another one by --data or DATABASE_URL.`)
}

/** The hall at work: who does what at which machine. */
class Hall {
  readonly kases = new Map<CaseId, Case>()
  readonly #books: ReturnType<typeof makeBooks>

  constructor(
    readonly bureau: Bureau,
    readonly seated: readonly Seated[],
    readonly machines: ReadonlyMap<number, Machine>,
  ) {
    const [hall] = bureau.known.halls.keys()
    const published = publishedFor(bureau.known, hall ?? '')
    if (published === undefined) throw new Error('nothing is published')
    this.#books = makeBooks(published)
  }

  put(happening: Happening): void {
    const clerk = { role: 'clerk', office: 'window' } as const
    const { is, window } = happening
    if (is === 'act') {
      const { act, events } = happening.planned
      this.#act(happening, act, events, this.#who(events[0]!.stamp.by, window))
    }
    if (is === 'reprint') this.#reprint(happening, this.#who(clerk, window))
    if (is === 'question' || is === 'opened') this.#note(happening, happening.note, this.#who(clerk, window))
    if (is === 'rating') this.#note(happening, happening.note, this.#who({ ...clerk, role: 'supervisor' }, BACK_OFFICE))
  }

  /** A window's check of its bags, where its line is up: whoever counts without it counts what only the desk knows. */
  async sign(window: WindowNo, check: DayCheck, moment: Instant): Promise<void> {
    const machine = this.#machine(window)
    if (machine.isDownAt(moment)) return
    const { by } = this.#who({ role: 'clerk', office: 'window' }, window)
    machine.append({ ...machine.head(by, moment), kind: 'note', note: { type: 'dayChecked', check } })
    await machine.send(this.bureau, moment)
  }

  /** Who sits there; clerks at the case's own window. */
  #who({ role, office }: Pick<Seated['by'], 'role'> & { office: string }, window: number): Seated {
    const able = this.seated.filter(({ by }) => by.role === role && by.office === office)
    const found = able.find((each) => each.window === window) ?? able[0]
    if (found === undefined) throw new Error(`nobody is ${role} at ${office}`)
    return found
  }

  #act(
    { at: moment }: Happening,
    act: ActId,
    events: Parameters<typeof factsOf>[1],
    { by, actor, window }: Seated,
  ): void {
    const machine = this.#machine(window)
    const head = machine.head(by, moment)
    const stamp = stampOf(act, head)
    const facts = factsOf(act, events, { stamp, actor, kases: this.kases }, this.#books, machine.take)
    const record = { ...head, kind: 'act', act, facts } as ActRecord
    machine.append(record)
    for (const event of eventsOf(record)) {
      const after = apply(this.kases.get(event.case), event)
      if (after !== undefined) this.kases.set(event.case, after)
    }
  }

  /** The case's first paper once more, where it has one. */
  #reprint(happening: Extract<Happening, { is: 'reprint' }>, clerk: Seated): void {
    const [paper] = this.kases.get(happening.case)?.papers ?? []
    if (paper === undefined) return
    const data = { number: paper.number, reason: '申请人遗失' }
    const told = { type: 'reprinted', v: eventVersion, case: happening.case, data }
    this.#act(happening, happening.act, [told], clerk)
  }

  #note({ at: moment }: Happening, note: Note, { by, window }: Seated): void {
    const machine = this.#machine(window)
    machine.append({ ...machine.head(by, moment), kind: 'note', note })
  }

  #machine(window: number | null): Machine {
    return this.machines.get(window ?? BACK_OFFICE)!
  }
}
