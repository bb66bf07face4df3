/** What the windows do not take becomes no case: it is noted as a question, by who received it first, with the slip that tells where to go. */
import { useRef } from 'react'
import type { Elsewhere } from '../parts/item-search.ts'
import { say } from '../ui/feedback.ts'
import { useEnquiryActs } from '../visit/enquiry-acts.ts'
import { enquiryNote } from '../visit/enquiry-form.ts'
import { useVisits } from '../visit/use-visits.ts'
import { guideWords } from '../words/finder.ts'

export function useSendOn(done: () => void): (elsewhere: Elsewhere, print: boolean) => void {
  const { served } = useVisits()
  const { record } = useEnquiryActs()
  const underWay = useRef(false)
  return ({ name, goTo }, print) => {
    const made = enquiryNote(
      { about: { is: 'elsewhere', name }, how: 'sent', to: goTo, phone: '' },
      { enquiry: crypto.randomUUID(), visit: served?.id ?? null },
    )
    if (!made.ok || underWay.current) return
    underWay.current = true
    void record(made.note, print).then((stands) => {
      underWay.current = false
      if (!stands) return
      if (!print) say(guideWords.noted)
      done()
    })
  }
}
