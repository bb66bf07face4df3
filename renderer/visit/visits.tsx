/** Around every page: the day's queue and questions, and the two dialogs that open from anywhere by one key. */
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import { type Enquiry, enquiriesOf } from '../../shared/visit/enquiry.ts'
import { servedAt, type Ticket, ticketsOf, waitingFor } from '../../shared/visit/ticket.ts'
import { useSession } from '../session/session.tsx'
import { useVisitDay, type VisitDay } from '../store/visits.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import type { EnquiryStart } from './enquiry-form.ts'

// Neither is there when the page is drawn first.
const QueueDialog = lazy(async () => ({ default: (await import('./queue-dialog.tsx')).QueueDialog }))
const EnquiryDialog = lazy(async () => ({ default: (await import('./enquiry-dialog.tsx')).EnquiryDialog }))

export type Visits = {
  today: Day
  known: VisitDay | null
  ask: () => Promise<void>
  tickets: readonly Ticket[]
  enquiries: readonly Enquiry[]
  /** The ticket that is served at this window. */
  served: Ticket | undefined
  waiting: readonly Ticket[]
  /** Undefined where nobody sits at a window. */
  openQueue: (() => void) | undefined
  openEnquiry: (start?: EnquiryStart) => void
}

const VisitsContext = createContext<Visits | null>(null)

export function useVisits(): Visits {
  const visits = useContext(VisitsContext)
  if (visits === null) throw new Error('useVisits is used outside its provider')
  return visits
}

export function VisitsProvider({ children }: { children: ReactNode }): ReactNode {
  const { window } = useSession()
  const today = dayOf(useNow(60_000))
  const { known, ask } = useVisitDay(today)
  const [queue, setQueue] = useState(false)
  const [enquiry, setEnquiry] = useState<EnquiryStart | null>(null)
  const visits = useMemo((): Visits => {
    const tickets = ticketsOf(known?.lines ?? [])
    return {
      today,
      known,
      ask,
      tickets,
      enquiries: enquiriesOf(known?.lines ?? []),
      served: window === null ? undefined : servedAt(tickets, window),
      waiting: window === null ? [] : waitingFor(tickets, window),
      openQueue: window === null ? undefined : () => setQueue(true),
      openEnquiry: (start = {}) => setEnquiry(start),
    }
  }, [today, known, ask, window])
  useHotkey('F6', visits.openQueue)
  useHotkey('F3', () => visits.openEnquiry())
  return (
    <VisitsContext value={visits}>
      {children}
      <Suspense fallback={null}>
        {queue && <QueueDialog onClose={() => setQueue(false)} />}
        {enquiry !== null && <EnquiryDialog start={enquiry} onClose={() => setEnquiry(null)} />}
      </Suspense>
    </VisitsContext>
  )
}
