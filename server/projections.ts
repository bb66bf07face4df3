/** What is kept up to date by events instead of being recounted: one row a case, and the figures of each day. */
import { addDays, type Day, dayOf } from '../shared/calendar/day.ts'
import { partnerOf } from '../shared/case/applicant.ts'
import type { Case } from '../shared/case/case.ts'
import { clockOf } from '../shared/case/clock.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { Instant } from '../shared/case/ids.ts'
import { turnOf } from '../shared/case/turn.ts'
import { convertOldIdNumber } from '../shared/identity/old-id-number.ts'
import { normaliseUscc } from '../shared/identity/uscc.ts'
import type { Item } from '../shared/item/item.ts'
import { type Figure, figureOf, isInHand } from '../shared/report/figures.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import type { Known } from './known.ts'
import type { Schema } from './schema.ts'
import type { Sealer } from './seal.ts'

type CaseRow = Schema['cases']
type CountRow = Schema['counts']

/** By then silence has become acceptance (行政许可法第32条), whatever rest days lie between. */
const DEEMED_BY_DAYS = 40

/** The row of a case. A clock that cannot be computed leaves the day empty: nothing a case says may stop the others. */
export function caseRow({ known, sealer, log }: Bureau, hall: string, kase: Case): CaseRow {
  const item = known.itemOf(kase.editions.catalogue, kase.item)
  const partner = item === undefined ? null : partnerOf(item, kase.form)
  return {
    hall,
    id: kase.id,
    number: kase.number,
    item: kase.item,
    status: kase.status,
    window: kase.window,
    office: item === undefined ? null : (turnOf(kase, item)[0]?.office ?? null),
    due: item === undefined ? null : dueOf(kase, item),
    in_hand: isInHand(kase),
    received_at: kase.received.at,
    id_hash: hashOfNumber(sealer, kase.applicant.idNo),
    partner_hash: partner === null || partner.idNo === '' ? null : hashOfNumber(sealer, partner.idNo),
    body: sealer.sealJson(kase),
  }

  function dueOf(of: Case, by: Item): string | null {
    try {
      return dueDay(of, by, known)
    } catch (error) {
      log.error({ case: of.id, error: String(error) }, 'the clock of a case cannot be computed')
      return null
    }
  }
}

/** What a person's or a body's number is found by, however it was typed; a 15-digit number finds its holder. */
export function hashOfNumber(sealer: Sealer, number: string): string {
  return sealer.hashNumber(convertOldIdNumber(number) ?? normaliseUscc(number))
}

/** The day after which a case is overdue; one that nobody answers counts as accepted by law, and is due from there. */
export function dueDay(kase: Case, item: Item, { calendar }: Pick<Known, 'calendar'>): Day | null {
  if (calendar === null) return null
  const deemedBy = `${addDays(dayOf(kase.received.at), DEEMED_BY_DAYS)}T00:00:00.000Z` as Instant
  const isDeemedLater = deemedBy > kase.lastAt
  return clockOf(kase, item, calendar, isDeemedLater ? deemedBy : kase.lastAt).due?.day ?? null
}

export async function writeCases(tx: Tx, rows: readonly CaseRow[]): Promise<void> {
  const renewed = ['status', 'office', 'due', 'in_hand', 'id_hash', 'partner_hash', 'body'].map(
    (name) => `${name} = excluded.${name}`,
  )
  await insertMany(tx, 'cases', rows, `(hall, id) do update set ${renewed.join(', ')}`)
}

const columnOf: Record<Figure, 'received' | 'accepted' | 'decided' | 'not_accepted' | 'withdrawn' | 'voided'> = {
  received: 'received',
  accepted: 'accepted',
  decided: 'decided',
  notAccepted: 'not_accepted',
  withdrawn: 'withdrawn',
  voided: 'voided',
}

/** Adds up what events add to the figures of their days. */
export class Counting {
  readonly #rows = new Map<string, CountRow>()
  constructor(
    readonly hall: string,
    readonly known: Known,
  ) {}

  get rows(): CountRow[] {
    return [...this.#rows.values()]
  }

  /** The confirmed events of one act, each with its case after it. Throws before anything is added. */
  add(confirmed: readonly { event: AnyEvent; after: Case | undefined }[]): void {
    const { calendar } = this.known
    if (calendar === null) return
    const counted = confirmed.flatMap(({ event, after }) => {
      const one = figureOf(after, event, calendar)
      return one === undefined || after === undefined ? [] : [{ ...one, after }]
    })
    for (const { figure, day, window, person, personName, item, minutes, after } of counted) {
      const row = this.#row(day, window, person, item, personName)
      row[columnOf[figure]] += 1
      row.minutes += minutes
      // A voided case is taken out of the flow of its receipt: the application was never there.
      if (figure === 'voided')
        this.#row(dayOf(after.received.at), after.window, after.received.by, after.item, null).received -= 1
    }
  }

  #row(day: string, window: number | null, person: string, item: string, name: string | null): CountRow {
    const key = [day, window ?? 0, person, item].join(' ')
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = {
      hall: this.hall,
      day,
      window: window ?? 0,
      person,
      person_name: name ?? this.known.people.get(person)?.name ?? person,
      item,
      received: 0,
      accepted: 0,
      decided: 0,
      not_accepted: 0,
      withdrawn: 0,
      voided: 0,
      minutes: 0,
    }
    this.#rows.set(key, row)
    return row
  }

  async write(tx: Tx): Promise<void> {
    const sums = [...Object.values(columnOf), 'minutes'].map((name) => `${name} = counts.${name} + excluded.${name}`)
    await insertMany(tx, 'counts', this.rows, `(hall, day, "window", person, item) do update set ${sums.join(', ')}`)
  }
}
