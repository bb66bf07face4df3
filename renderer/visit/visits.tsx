/** Around every page: the day's queue and questions, and the two dialogs that open from anywhere by one key. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { enquiriesOf } from '../../shared/visit/enquiry.ts'
import { takenUncalled, waitingInHall } from '../../shared/visit/hall-queue.ts'
import { servedAt, ticketsOf, waitingFor } from '../../shared/visit/ticket.ts'
import { useSession } from '../session/session.tsx'
import { useVisitDay } from '../store/visits.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import type { EnquiryStart } from './enquiry-form.ts'
import { type Visits, VisitsContext } from './use-visits.ts'

// None is there when the page is drawn first.
const loadQueue = () => import('./queue-dialog.tsx')
const loadEnquiry = () => import('./enquiry-dialog.tsx')
const GuideDesk = lazy(async () => ({ default: (await import('./guide-desk.tsx')).GuideDesk }))
const QueueDialog = lazy(async () => ({ default: (await loadQueue()).QueueDialog }))
const EnquiryDialog = lazy(async () => ({ default: (await loadEnquiry()).EnquiryDialog }))

export function VisitsProvider({ children }: { children: ReactNode }): ReactNode {
  const { window, capacities } = useSession()
  const receives = window !== null || capacities.some(({ role }) => role === 'clerk')
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
      hall: {
        waiting: waitingInHall(known?.hall ?? [], tickets),
        uncalled: takenUncalled(known?.hall ?? [], tickets, window),
      },
      openQueue: receives ? () => setQueue(true) : undefined,
      openEnquiry: (start = {}) => setEnquiry(start),
    }
  }, [today, known, ask, window, receives])
  useEffect(() => {
    requestIdleCallback(() => void Promise.all([loadQueue(), loadEnquiry()]))
  }, [])
  useHotkey('F6', visits.openQueue)
  useHotkey('F3', () => visits.openEnquiry())
  return (
    <VisitsContext value={visits}>
      {children}
      <Suspense fallback={null}>
        {queue &&
          (window === null ? (
            <GuideDesk onClose={() => setQueue(false)} />
          ) : (
            <QueueDialog window={window} onClose={() => setQueue(false)} />
          ))}
        {enquiry !== null && <EnquiryDialog start={enquiry} onClose={() => setEnquiry(null)} />}
      </Suspense>
    </VisitsContext>
  )
}
