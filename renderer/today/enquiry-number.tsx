/** How many questions became no case; they stand below, on the same page. */
import type { ReactNode } from 'react'

export function EnquiryNumber({ count }: { count: number | null }): ReactNode {
  if (count === null || count === 0) return <span className="figures-none">{count ?? '—'}</span>
  return (
    <button type="button" onClick={() => document.getElementById('enquiries')?.scrollIntoView()}>
      {count}
    </button>
  )
}
