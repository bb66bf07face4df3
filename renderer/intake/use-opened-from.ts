/** A form asked for by an address (`?item=…&from=…`): of this item, with what the other case says of its applicant. */
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { CaseId } from '../../shared/case/ids.ts'
import { type Item, ItemCode } from '../../shared/item/item.ts'
import { usePublished } from '../session/session.tsx'
import { deskCache } from '../store/desk.ts'
import { readCase } from '../store/due-again.ts'
import { showProblem } from '../ui/problem.ts'
import type { Carried } from './carry.ts'

export function useOpenedFrom(open: (item: Item, from: Carried) => void): void {
  const [address] = useSearchParams()
  const books = usePublished()
  const item = ItemCode.safeParse(address.get('item'))
  const from = CaseId.safeParse(address.get('from'))
  const asked = item.success && from.success ? `${item.data} ${from.data}` : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => {
    if (!item.success || !from.success) return
    const wanted = books.items.find(({ code }) => code === item.data)
    if (wanted === undefined) return
    readCase(deskCache(), from.data)
      .then((kase) => {
        const former = kase === undefined ? undefined : books.itemOf(kase.item, kase.editions.catalogue)
        if (kase === undefined || former === undefined) return
        open(wanted, { visit: crypto.randomUUID(), from: former, values: kase.form, justNow: false })
      })
      .catch(showProblem)
  }, [asked])
}
