/** The day's questions that became no case, who received each first, and what still waits for an answer. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { type Enquiry, enquiriesOf } from '../../shared/visit/enquiry.ts'
import { usePublished } from '../session/session.tsx'
import type { VisitDay } from '../store/visits.ts'
import { aboutText } from '../visit/about.ts'
import { AnswerDialog } from '../visit/answer-dialog.tsx'
import { useWindowName } from '../visit/window-name.ts'
import { momentText } from '../words/dates.ts'
import { enquiryWords, howNames } from '../words/visit.ts'
import '../visit/visit.css'

export function Enquiries({ known }: { known: VisitDay }): ReactNode {
  const [answering, setAnswering] = useState<Enquiry | null>(null)
  const ofDay = enquiriesOf(known.lines)
  const here = new Set(ofDay.map(({ id }) => id))
  // What is answered here already, and the bureau has yet to hear of, is open no longer.
  const before = enquiriesOf(known.open).filter(({ id }) => !here.has(id))
  return (
    <section className="enquiries" id="enquiries" aria-label={enquiryWords.list}>
      {before.length > 0 && (
        <>
          <h2>{enquiryWords.openTitle(before.length)}</h2>
          <EnquiryTable enquiries={before} onAnswer={setAnswering} />
        </>
      )}
      <h2>{enquiryWords.list}</h2>
      {ofDay.length === 0 ? (
        <p>{enquiryWords.none}</p>
      ) : (
        <EnquiryTable enquiries={ofDay.toReversed()} onAnswer={setAnswering} />
      )}
      {answering !== null && <AnswerDialog enquiry={answering} onClose={() => setAnswering(null)} />}
    </section>
  )
}

type TableProps = { enquiries: readonly Enquiry[]; onAnswer: (enquiry: Enquiry) => void }

function EnquiryTable({ enquiries, onAnswer }: TableProps): ReactNode {
  const books = usePublished()
  const windowName = useWindowName()
  const today = dayOf(new Date().toISOString())
  const { columns } = enquiryWords
  return (
    <table>
      <thead>
        <tr>
          <th>{columns.time}</th>
          <th>{columns.about}</th>
          <th>{columns.how}</th>
          <th>{columns.first}</th>
          <th>{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {enquiries.map((enquiry) => {
          const { id, at, about, how, to, phone, first, answered } = enquiry
          return (
            <tr key={id}>
              <td>{momentText(at, today)}</td>
              <td>{aboutText(about, books)}</td>
              <td>
                {howNames[how]}
                {to !== null && `：${to}`}
                {phone !== null && `（${phone}）`}
              </td>
              <td>
                {first.personName}（{windowName(first.window)}）
              </td>
              <td>
                {answered === null ? (
                  <Button size="small" onClick={() => onAnswer(enquiry)}>
                    {enquiryWords.answer}
                  </Button>
                ) : (
                  answered.how !== null &&
                  `${answered.how}（${enquiryWords.answeredBy(answered.personName, momentText(answered.at, today))}）`
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
