/** Finding cases in the terminal's own cache: within a frame, from the name list in memory and the hashes of numbers. */
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { shownApplicant } from '../../shared/case/applicant.ts'
import type { Case, Outcome } from '../../shared/case/case.ts'
import type { CaseId, Instant, PrintedNumber, WindowNo } from '../../shared/case/ids.ts'
import type { Status } from '../../shared/case/workflow.ts'
import { normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { maskPhone } from '../../shared/identity/mask.ts'
import { bareName, searched } from '../../shared/identity/name.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item, ItemCode } from '../../shared/item/item.ts'
import { householdNumbers } from '../../shared/item/named.ts'
import { comesBack, type DueAgain } from '../../shared/recurrence/due-again.ts'
import { deskCache } from './desk.ts'
import { type DeskCache, LockedCache } from './desk-cache.ts'
import type { NameQuery } from './name-list.ts'
import { type ItemWords, readQuery } from './query.ts'
import type { Narrowed } from './queue-page.ts'
import { openCase } from './read-before.ts'
import { hashKey, isOfApplicant, type NumberOf } from './seal.ts'

/** A case as a warning or a result line shows it. */
export type CaseSummary = {
  id: CaseId
  number: PrintedNumber
  item: ItemCode
  itemName: string
  /** Masked. */
  applicant: string
  /** Keyed hashes of who applied: tell whose cases are one person's or body's. */
  applicants: readonly string[]
  /** Masked: tells two of the same name apart. */
  phone: string
  status: Status
  outcome: Outcome | null
  /** What was granted, where there is more than yes. */
  grade?: string | undefined
  receivedAt: Instant
  decidedAt?: Instant | undefined
  window: WindowNo | null
  /** Not confirmed by the bureau yet. */
  unsent: boolean
  /** What it says against, or asks of, another application: facts hidden, a promise broken, a certificate's last day. */
  falsehood: Instant | null
  commitmentBroken: Instant | null
  validUntil: Day | null
  /** The work of it that comes back, and from when. */
  again: readonly Pick<DueAgain, 'key' | 'name' | 'opens' | 'due' | 'from'>[]
}

/** Bodies whose names begin alike are looked through one by one up to so many. */
const MOST_NAMED = 2000

/** More results than this are not shown: one more character finds better than scrolling. */
export const MOST_RESULTS = 30

/** For who asks once and not in a query that is asked again: as soon as the names are read, and where somebody locked meanwhile after
 *  the unlock. Nothing found in a list that is not there yet would be no answer. */
export async function whenOpen<T>(look: (cache: DeskCache) => Promise<T>): Promise<T> {
  const cache = deskCache()
  for (;;) {
    await cache.whenRead()
    try {
      return await look(cache)
    } catch (error) {
      if (!(error instanceof LockedCache)) throw error
    }
  }
}

/** The earlier and running cases of an identity number or credit code in this hall, what is unsent included, newest first. */
export async function earlierCases(idNo: string): Promise<CaseSummary[]> {
  const number = normaliseIdNumber(idNo).toUpperCase()
  if (number === '') return []
  return whenOpen(async (cache) => summaries(cache, await byHash(cache, number, ['applicant'])))
}

/** Cases of households that somebody lives in and that another of them applied for, what is unsent included, newest first. */
export async function householdCases(idNo: string): Promise<CaseSummary[]> {
  const number = normaliseIdNumber(idNo).toUpperCase()
  if (number === '') return []
  return whenOpen(async (cache) => {
    const naming = await formsNaming(cache, number, livingThere)
    const theirs = naming.filter(
      ({ item, form }) => form[item.applicant.idNo] !== number && householdNumbers(item, form).includes(number),
    )
    return summaries(
      cache,
      theirs.map(({ id }) => id),
    )
  })
}

/** Cases that somebody of these applied for or lives in as one of a household, newest first; `numbers` divided by blanks, the first of
 *  whoever applies now, whose own cases and household are not among them. */
export async function casesOfOthers(numbers: string): Promise<CaseSummary[]> {
  const [self, ...others] = numbers.split(' ')
  return whenOpen(async (cache) => {
    const naming = (await Promise.all(others.map((number) => formsNaming(cache, number, livingThere)))).flat()
    const ids = naming.flatMap(({ id, item, form }) => {
      const those = [form[item.applicant.idNo], ...householdNumbers(item, form)]
      return !those.includes(self!) && others.some((number) => those.includes(number)) ? [id] : []
    })
    return summaries(cache, [...new Set(ids)])
  })
}

/** What a case's form says, with the item as it was made under. */
export type CaseForm = { id: CaseId; on: Day; item: Item; form: FormValues }

type Naming = { whose: NumberOf[]; most: number }
/** Of somebody who comes for hundreds of others, the newest tell enough. */
const anywhere: Naming = { whose: ['applicant', 'agent', 'named'], most: 8 }
/** Whoever came for others need not live with them. Which of the cases are of a household only their forms say, so that more are read,
 *  though not all of somebody who answers for hundreds of bodies. */
const livingThere: Naming = { whose: ['applicant', 'named'], most: 200 }

/** The newest cases that name a number in any place, what is unsent included; those that were voided say nothing. */
export async function casesNaming(number: string): Promise<CaseForm[]> {
  return whenOpen((cache) => formsNaming(cache, number, anywhere))
}

async function formsNaming(cache: DeskCache, number: string, { whose, most }: Naming): Promise<CaseForm[]> {
  const ids = new Set(await byHash(cache, normaliseIdNumber(number).toUpperCase(), whose))
  const receivedAt = (id: CaseId) => cache.readNames.get(id)?.receivedAt ?? ''
  const newest = [...ids].toSorted((a, b) => (receivedAt(a) < receivedAt(b) ? 1 : -1)).slice(0, most)
  const rows = await cache.tables.cases.bulkGet(newest)
  const opened = await Promise.all(rows.filter((row) => row !== undefined).map((row) => openCase(cache.opener, row)))
  return opened.flatMap(({ base, top }) => {
    const kase = top ?? base
    const item = kase === null ? undefined : cache.books.itemOf(kase.item, kase.editions.catalogue)
    if (kase === null || item === undefined || kase.outcome === 'voided') return []
    return [{ id: kase.id, on: dayOf(kase.received.at), item, form: kase.form }]
  })
}

/** Cases of bodies whose name reads the same but for blanks, brackets and widths, newest first. */
export async function casesOfName(name: string): Promise<CaseSummary[]> {
  const wanted = bareName(name)
  if (wanted === '') return []
  const query: NameQuery = { words: [{ kind: 'text', text: searched(name).slice(0, 2), items: new Set() }] }
  return whenOpen((cache) => {
    const found = cache.readNames.find(query, MOST_NAMED)
    const same = found.filter((entry) => bareName(entry.name) === wanted).slice(0, MOST_RESULTS)
    const ids = same.map(({ id }) => id)
    return summaries(cache, ids)
  })
}

/** What fits the text typed, newest first, at most {@link MOST_RESULTS}. */
export async function findCases(text: string, items: ItemWords): Promise<CaseSummary[]> {
  const cache = deskCache()
  return summaries(cache, await findIds(cache, text, items, MOST_RESULTS))
}

/** The ids of what fits, from memory; a whole identity number by its hash. */
async function findIds(cache: DeskCache, text: string, items: ItemWords, most: number): Promise<CaseId[]> {
  const query = readQuery(text, items)
  const hashed = query.idNo === null ? [] : await byHash(cache, query.idNo, ['applicant', 'agent', 'named'])
  // A whole number that is known fits nothing else: no name is looked through for it.
  const named = hashed.length > 0 ? [] : cache.readNames.find(query.names, most).map((entry) => entry.id)
  return [...new Set([...hashed, ...named])].slice(0, most)
}

/** What of a list fits the text typed: none is left out because newer ones fit that do not stand in it. */
export async function narrow(cache: DeskCache, text: string, items: ItemWords): Promise<Narrowed> {
  const few = await findIds(cache, text, items, MOST_RESULTS + 1)
  if (few.length <= MOST_RESULTS) return { few }
  const { names } = readQuery(text, items)
  return { fits: (id) => cache.readNames.fits(id, names) }
}

async function byHash(cache: DeskCache, number: string, whose: NumberOf[]): Promise<CaseId[]> {
  const hash = await cache.opener.hash(number)
  return whose.flatMap((of) => cache.readNames.withHash(hashKey(of, hash)))
}

async function summaries(cache: DeskCache, ids: readonly CaseId[]): Promise<CaseSummary[]> {
  const rows = await cache.tables.cases.bulkGet([...ids])
  const opened = await Promise.all(
    rows.filter((row) => row !== undefined).map(async (row) => openCase(cache.opener, row)),
  )
  return opened
    .flatMap(({ base, top }) => {
      const kase = top ?? base
      return kase === null ? [] : [summaryOf(kase, cache, top !== null)]
    })
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
}

function summaryOf(kase: Case, cache: DeskCache, unsent: boolean): CaseSummary {
  const item = cache.books.itemOf(kase.item, kase.editions.catalogue)
  return {
    id: kase.id,
    number: kase.number,
    item: kase.item,
    itemName: item?.name ?? kase.item,
    applicant: shownApplicant(kase, item),
    applicants: (cache.readNames.get(kase.id)?.hashes ?? []).filter(isOfApplicant),
    phone: maskPhone(kase.applicant.phone),
    status: kase.status,
    outcome: kase.outcome,
    grade: kase.grade,
    receivedAt: kase.received.at,
    decidedAt: kase.decided?.at,
    window: kase.window,
    unsent,
    falsehood: kase.falsehood ?? null,
    commitmentBroken: kase.commitmentBroken ?? null,
    validUntil: kase.certificate?.validUntil ?? null,
    again: item === undefined ? [] : comesBack(kase, item),
  }
}
