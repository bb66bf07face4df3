/** What is known of the person already: their earlier cases, and whether the same item is being taken twice. */
import { useEffect, useState } from 'react'
import { checkIdNumber, normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { checkUscc, normaliseUscc } from '../../shared/identity/uscc.ts'
import { exclusionBetween } from '../../shared/item/exclusion.ts'
import type { Item } from '../../shared/item/item.ts'
import { type CaseSummary, casesOfName, earlierCases } from '../store/find.ts'
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

/** A case that stands beside this application: the same item, one that excludes it, or another body of the same name. */
export type Beside = { kase: CaseSummary; says: string; needsReason: boolean }

/** What of the applicant's cases has to be looked at, the same item first; `named` are those of bodies that are called the same. */
export function besides(
  item: Item,
  cases: readonly CaseSummary[],
  named: readonly CaseSummary[],
  itemOf: (kase: CaseSummary) => Item | undefined,
): Beside[] {
  const again = sameItemTwice(item, cases)
  const excluded = cases.flatMap((kase): Beside[] => {
    const other = kase.item === item.code || over.includes(kase.outcome) ? undefined : itemOf(kase)
    const said = other === undefined ? undefined : exclusionBetween(item, other)
    if (said === undefined) return []
    return [{ kase, says: besideWords.excluded(said), needsReason: said.weight === 'wall' }]
  })
  const mine = new Set(cases.map(({ id }) => id))
  return [
    ...again.map((kase) => ({ kase, says: besideWords.again, needsReason: true })),
    ...excluded.toSorted((a, b) => Number(b.needsReason) - Number(a.needsReason)),
    ...named
      .filter(({ id, outcome }) => !mine.has(id) && !over.includes(outcome))
      .map((kase) => ({ kase, says: besideWords.sameName, needsReason: false })),
  ]
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
