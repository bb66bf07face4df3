/** What is known of the person already: their earlier cases, and whether the same item is being taken twice. */
import { useEffect, useState } from 'react'
import { checkIdNumber, normaliseIdNumber } from '../../shared/identity/id-number.ts'
import { checkUscc, normaliseUscc } from '../../shared/identity/uscc.ts'
import type { Item } from '../../shared/item/item.ts'
import { type CaseSummary, earlierCases } from '../store/find.ts'

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

/** The number to look by, once it is whole; any other document's number is looked for as it stands. */
export function lookableNumber(idNo: unknown, isIdNo: boolean): string | null {
  if (typeof idNo !== 'string' || idNo === '') return null
  if (!isIdNo) return checkUscc(idNo).ok ? normaliseUscc(idNo) : idNo.length >= 6 ? idNo : null
  return checkIdNumber(idNo).ok ? normaliseIdNumber(idNo) : null
}

/** The earlier and running cases of the number, newest first; null while it is not known or being looked up. */
export function useEarlierCases(idNo: string | null): readonly CaseSummary[] | null {
  const [found, setFound] = useState<{ idNo: string; cases: readonly CaseSummary[] } | null>(null)
  useEffect(() => {
    if (idNo === null) return
    let current = true
    void earlierCases(idNo).then((cases) => {
      if (current) setFound({ idNo, cases })
    })
    return () => {
      current = false
    }
  }, [idNo])
  return found !== null && found.idNo === idNo ? found.cases : null
}
