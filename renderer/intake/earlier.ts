/** What is known of the person already: their earlier cases, and whether the same item is being taken twice. */
import { useEffect, useState } from 'react'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { barredUntil, renewalTerms } from '../../shared/case/former.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { checkIdNumber, normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { checkUscc, normaliseUscc } from '../../shared/identity/uscc.ts'
import { exclusionBetween } from '../../shared/item/exclusion.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import { householdNumbers } from '../../shared/item/named.ts'
import { hasEnded } from '../../shared/recurrence/ended.ts'
import { type CaseSummary, casesOfName, casesOfOthers, earlierCases, householdCases } from '../store/find.ts'
import { besideWords } from '../words/intake.ts'

/** Outcomes after which the same item may simply be applied for again. */
const over: readonly CaseSummary['outcome'][] = [
  'refused',
  'notAccepted',
  'notRequired',
  'redirected',
  'withdrawn',
  'lapsed',
  'terminated',
  'voided',
  'revoked',
  'cancelled',
]

/** Cases of the same item that run or were granted: taking it again needs a reason. */
export function sameItemTwice(item: Item, cases: readonly CaseSummary[]): CaseSummary[] {
  return cases.filter((kase) => kase.item === item.code && !over.includes(kase.outcome))
}

/** A case that stands beside this application: the same item, one that excludes it, what an earlier one bars or asks for, or
 *  another body of the same name. `bars`: the law walls it off. */
export type Beside = { kase: CaseSummary; says: string; needsReason: boolean; bars: boolean }

/** Cases that may have to be looked at. */
export type Known = {
  /** The applicant's. */
  own: readonly CaseSummary[]
  /** Of bodies that are called the same. */
  named?: readonly CaseSummary[]
  /** Of households that the applicant lives in, applied for by another of them. */
  households?: readonly CaseSummary[]
  /** Of whom this form names as living with the applicant. */
  others?: readonly CaseSummary[]
}

/** What of them stands beside this application, what walls first. */
export function besides(
  item: Item,
  { own, named = [], households = [], others = [] }: Known,
  itemOf: (kase: CaseSummary) => Item | undefined,
  today: Day,
): Beside[] {
  // What is due of others is no work that this application does.
  const due = [...own, ...households].flatMap((kase) => takenUp(item, kase, itemOf(kase), today))
  const dueIds = new Set(due.map(({ kase }) => kase.id))
  // What was stopped, struck off or ran out since stands in nobody's way; what was stopped for one is not for another.
  const still = (cases: readonly CaseSummary[]) =>
    cases.filter((kase) => !hasEnded(kase, cases.filter(ofSameApplicant(kase)), itemOf, today))
  const again = sameItemTwice(item, still(own)).filter(({ id }) => !dueIds.has(id))
  const excluded = excludedBy(item, still(own), itemOf)
  const mine = new Set(own.map(({ id }) => id))
  return eachOnce([
    ...own.flatMap((kase) => barred(item, kase, today)),
    ...again.map((kase) => ({ kase, says: besideWords.again, needsReason: true, bars: false })),
    ...excluded.toSorted((a, b) => Number(b.needsReason) - Number(a.needsReason)),
    ...ofHouseholds(item, still(households), dueIds, itemOf),
    ...ofOthers(item, still(others), itemOf),
    ...own.flatMap((kase) => untrusted(item, kase)),
    ...due,
    ...named
      .filter(({ id, outcome }) => !mine.has(id) && !over.includes(outcome))
      .map((kase) => ({ kase, says: besideWords.sameName, needsReason: false, bars: false })),
  ])
}

/** Of two who apply together, it is either's. */
function ofSameApplicant(kase: CaseSummary): (other: CaseSummary) => boolean {
  return ({ applicants }) => applicants.some((hash) => kase.applicants.includes(hash))
}

function excludedBy(
  item: Item,
  cases: readonly CaseSummary[],
  itemOf: (kase: CaseSummary) => Item | undefined,
): Beside[] {
  return cases.flatMap((kase): Beside[] => {
    const other = kase.item === item.code || over.includes(kase.outcome) ? undefined : itemOf(kase)
    const said = other === undefined ? undefined : exclusionBetween(item, other)
    if (said === undefined) return []
    const bars = said.weight === 'wall'
    return [{ kase, says: besideWords.excluded(said), needsReason: bars, bars }]
  })
}

/** What a household has, its members have: said like their own, but it walls nobody off, for they may have moved out since. */
function ofHouseholds(
  item: Item,
  households: readonly CaseSummary[],
  due: ReadonlySet<CaseId>,
  itemOf: (kase: CaseSummary) => Item | undefined,
): Beside[] {
  const excluded = excludedBy(item, households, itemOf)
  return households
    .filter(({ id, outcome }) => !due.has(id) && !over.includes(outcome))
    .map((kase): Beside => {
      const against = excluded.find((each) => each.kase.id === kase.id)
      if (kase.item === item.code)
        return { kase, says: besideWords.householdAgain(kase.applicant), needsReason: true, bars: false }
      const household = besideWords.household(kase.applicant)
      const says = against === undefined ? household : `${household}；${against.says}`
      return { kase, says, needsReason: against?.needsReason ?? false, bars: false }
    })
    .toSorted((a, b) => Number(b.needsReason) - Number(a.needsReason))
}

/** What one of the household has is not the applicant's: only what goes together badly with this is said. */
function ofOthers(
  item: Item,
  others: readonly CaseSummary[],
  itemOf: (kase: CaseSummary) => Item | undefined,
): Beside[] {
  const excluded = excludedBy(item, others, itemOf)
  return [
    ...sameItemTwice(item, others).map(
      (kase): Beside => ({ kase, says: besideWords.otherAgain(kase.applicant), needsReason: true, bars: false }),
    ),
    ...excluded.map((each) => ({
      ...each,
      says: `${besideWords.other(each.kase.applicant)}；${each.says}`,
      bars: false,
    })),
  ]
}

/** A case stands once, at its first place, with all that is said of it. */
function eachOnce(all: readonly Beside[]): Beside[] {
  const once = new Map<CaseId, Beside>()
  for (const each of all) {
    const known = once.get(each.kase.id)
    once.set(
      each.kase.id,
      known === undefined
        ? each
        : {
            ...known,
            says: `${known.says}；${each.says}`,
            needsReason: known.needsReason || each.needsReason,
            bars: known.bars || each.bars,
          },
    )
  }
  return [...once.values()]
}

/** 行政许可法第七十八条: not again for so long after facts were hidden or material was false. */
function barred(item: Item, kase: CaseSummary, today: Day): Beside[] {
  if (kase.item !== item.code || item.falsehood === undefined || kase.falsehood === null) return []
  const until = barredUntil(item, dayOf(kase.falsehood))
  if (until === undefined || today > until) return []
  return [{ kase, says: besideWords.barred(until, item.falsehood.basis), needsReason: true, bars: true }]
}

/** 国办发〔2020〕42号: said where the item would take a promise. */
function untrusted(item: Item, kase: CaseSummary): Beside[] {
  if (kase.commitmentBroken === null || !item.materials.some(({ committable }) => committable)) return []
  return [{ kase, says: besideWords.promiseBroken(dayOf(kase.commitmentBroken)), needsReason: false, bars: false }]
}

/** Work of an earlier case that this takes up (复核、年审、延续): no second application, and by when it is to be done. */
function takenUp(item: Item, kase: CaseSummary, former: Item | undefined, today: Day): Beside[] {
  const entry = kase.again.find(({ opens, from }) => opens === item.code && from <= today)
  if (entry === undefined) return []
  const rhythm = former?.recurrence?.find(({ key }) => key === entry.key)?.rhythm
  const renews = rhythm !== undefined && 'daysBeforeExpiry' in rhythm && kase.validUntil !== null
  const says = renews
    ? besideWords.renewal(renewalTerms(kase.validUntil!, rhythm.daysBeforeExpiry), today)
    : besideWords.dueAgain(entry.name ?? '', entry.due)
  return [{ kase, says, needsReason: false, bars: false }]
}

/** The number to look by, once it is whole; any other document's number is looked for as it stands. */
export function lookableNumber(idNo: unknown, isIdNo: boolean): string | null {
  if (typeof idNo !== 'string' || idNo === '') return null
  if (!isIdNo) return checkUscc(idNo).ok ? normaliseUscc(idNo) : idNo.length >= 6 ? idNo : null
  return checkIdNumber(idNo).ok ? normaliseIdNumber(idNo) : null
}

/** The earlier and running cases of the number, newest first; null while it is not known or being looked up. */
export function useEarlierCases(idNo: string | null): readonly CaseSummary[] | null {
  return useFound(idNo, earlierCases)
}

/** Cases of households that the number's holder lives in, applied for by another. */
export function useHouseholdCases(idNo: string | null): readonly CaseSummary[] | null {
  return useFound(idNo, householdCases)
}

/** Cases of whom the form names as living with whoever has this number; looked for again whenever one more is whole. */
export function useCasesOfOthers(item: Item, values: FormValues, idNo: string | null): readonly CaseSummary[] | null {
  const whole = householdNumbers(item, values).flatMap((typed) => lookableNumber(typed, true) ?? [])
  const others = [...new Set(whole)].filter((number) => number !== idNo)
  return useFound(idNo === null || others.length === 0 ? null : [idNo, ...others].join(' '), casesOfOthers)
}

/** Cases of bodies called like this; of people many are called alike, and nobody is told. */
export function useSameName(name: string | null): readonly CaseSummary[] | null {
  return useFound(name, casesOfName)
}

function useFound(by: string | null, find: (by: string) => Promise<CaseSummary[]>): readonly CaseSummary[] | null {
  const [found, setFound] = useState<{ by: string; cases: readonly CaseSummary[] } | null>(null)
  useEffect(() => {
    if (by === null) return
    let current = true
    void find(by).then((cases) => {
      if (current) setFound({ by, cases })
    })
    return () => {
      current = false
    }
  }, [by, find])
  return found !== null && found.by === by ? found.cases : null
}
