/** The day's queue and questions for every page and dialog below their provider. */
import { createContext, useContext } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { Enquiry } from '../../shared/visit/enquiry.ts'
import type { HallNumber } from '../../shared/visit/hall-queue.ts'
import type { Ticket } from '../../shared/visit/ticket.ts'
import type { VisitDay } from '../store/visits.ts'
import type { EnquiryStart } from './enquiry-form.ts'

export type Visits = {
  today: Day
  known: VisitDay | null
  ask: () => Promise<void>
  tickets: readonly Ticket[]
  enquiries: readonly Enquiry[]
  /** The ticket that is served at this window. */
  served: Ticket | undefined
  waiting: readonly Ticket[]
  /** 大厅等候: who waits for any window; and whom this one took and has not called yet. */
  hall: { waiting: readonly HallNumber[]; uncalled: readonly HallNumber[] }
  /** Undefined where nobody receives people: neither a window nor a clerk at the guide's desk. */
  openQueue: (() => void) | undefined
  openEnquiry: (start?: EnquiryStart) => void
}

export const VisitsContext = createContext<Visits | null>(null)

export function useVisits(): Visits {
  const visits = useContext(VisitsContext)
  if (visits === null) throw new Error('useVisits is used outside its provider')
  return visits
}
