/** Beside every page: who is served here, how many wait, and the two keys of the counter. */
import { AudioOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useSession } from '../session/session.tsx'
import { useNow } from '../ui/use-now.ts'
import { ageText } from '../words/dates.ts'
import { enquiryWords, queueWords } from '../words/visit.ts'
import { calledKinds } from './called-kinds.ts'
import { useVisits } from './use-visits.ts'
import './visit.css'

export function CounterKeys(): ReactNode {
  const { served, waiting, hall, enquiries, openQueue, openEnquiry } = useVisits()
  const { window } = useSession()
  const called = calledKinds(window)
  const all = waiting.length + hall.waiting.filter(({ kind }) => called.includes(kind)).length
  const now = useNow(60_000)
  return (
    <div className="counter-keys">
      {openQueue !== undefined && (
        <button type="button" onClick={openQueue}>
          <AudioOutlined />
          <span>{queueWords.button}</span>
          <kbd>F6</kbd>
          {served !== undefined && (
            <strong title={queueWords.serving(served.label)}>
              {served.label} <small>{ageText(served.calledAt ?? served.since, now)}</small>
            </strong>
          )}
          {all > 0 && <small>{queueWords.waiting(all)}</small>}
        </button>
      )}
      <button type="button" onClick={() => openEnquiry()}>
        <QuestionCircleOutlined />
        <span>{enquiryWords.button}</span>
        <kbd>F3</kbd>
        {enquiries.length > 0 && <small>{enquiryWords.soMany(enquiries.length)}</small>}
      </button>
    </div>
  )
}
