/** 登记答复: how a question that was handed on came to its end. */
import { type ReactNode, useRef, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Enquiry } from '../../shared/visit/enquiry.ts'
import { usePublished } from '../session/session.tsx'
import { noteVisit } from '../store/visits.ts'
import { Dialog } from '../ui/dialog.tsx'
import { say } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { ReasonBox } from '../ui/reason-box.tsx'
import { recordRefusalText } from '../words/record-refusals.ts'
import { enquiryWords } from '../words/visit.ts'
import { aboutText } from './about.ts'

export function AnswerDialog({ enquiry, onClose }: { enquiry: Enquiry; onClose: () => void }): ReactNode {
  const books = usePublished()
  const [how, setHow] = useState('')
  const underWay = useRef(false)
  const save = async () => {
    if (how.trim() === '' || underWay.current) return
    underWay.current = true
    try {
      const refusal = await noteVisit({
        type: 'enquiryAnswered',
        enquiry: enquiry.id,
        askedOn: dayOf(enquiry.at),
        how: how.trim(),
      })
      if (refusal !== null) return say(recordRefusalText(refusal, books), 'error')
      say(enquiryWords.answerSaved)
      onClose()
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
    }
  }
  useHotkey('F9', () => void save())
  return (
    <Dialog
      title={`${enquiryWords.answerTitle} · ${aboutText(enquiry.about, books)}`}
      okText={
        <>
          {enquiryWords.save} <kbd>F9</kbd>
        </>
      }
      okButtonProps={{ disabled: how.trim() === '' }}
      cancelButtonProps={{ hidden: true }}
      onOk={() => void save()}
      onClose={onClose}
    >
      <ReasonBox
        label={enquiryWords.answerLabel}
        reasons={enquiryWords.answerReasons}
        value={how}
        onChange={setHow}
        onSubmit={() => void save()}
      />
    </Dialog>
  )
}
