/** Questions that became no case (首问登记), as the lines of a day tell them. Pure. */
import type { Instant, PersonId, WindowNo } from '../case/ids.ts'
import type { VisitLine } from './line.ts'
import type { EnquiredNote } from './notes.ts'

export type Enquiry = Omit<EnquiredNote, 'type' | 'enquiry'> & {
  id: string
  at: Instant
  /** 首问: who received it, and answers for it until it is answered. */
  first: { person: PersonId; personName: string; window: WindowNo | null }
  /** Null while somebody still has to answer it. */
  answered: { at: Instant; personName: string; how: string | null } | null
}

/** Every question of the lines, in the order in which they came; `lines` in order. */
export function enquiriesOf(lines: readonly VisitLine[]): Enquiry[] {
  const enquiries = new Map<string, Enquiry>()
  for (const { at, person, personName, window, note } of lines) {
    if (note.type === 'enquired' && !enquiries.has(note.enquiry)) {
      const { type: _, enquiry: id, ...said } = note
      const answered = note.how === 'handed' ? null : { at, personName, how: null }
      enquiries.set(id, { ...said, id, at, first: { person, personName, window }, answered })
    }
    const asked = note.type === 'enquiryAnswered' ? enquiries.get(note.enquiry) : undefined
    if (asked?.answered === null && note.type === 'enquiryAnswered')
      enquiries.set(asked.id, { ...asked, answered: { at, personName, how: note.how } })
  }
  return [...enquiries.values()]
}

/** What of a day and of the days before still waits for an answer. A question of the day is told by its own lines, which know of an
 *  answer before the bureau does. */
export function unansweredOf(before: readonly Enquiry[], ofDay: readonly Enquiry[]): Enquiry[] {
  const here = new Set(ofDay.map(({ id }) => id))
  return [...before.filter(({ id }) => !here.has(id)), ...ofDay.filter(({ answered }) => answered === null)]
}

/** Whose and which: the figure 咨询 counts a question once, on its Beijing day, for the window and the person that received it. */
export type EnquiryCount = {
  window: WindowNo | null
  person: PersonId
  personName: string
  /** The item asked about; empty for everything else. */
  item: string
  count: number
}

export function countEnquiries(enquiries: readonly Enquiry[]): EnquiryCount[] {
  const rows = new Map<string, EnquiryCount>()
  for (const { first, about } of enquiries) {
    const item = about.is === 'item' ? about.code : ''
    const key = [first.window ?? 0, first.person, item].join(' ')
    const row = rows.get(key) ?? { ...first, item, count: 0 }
    rows.set(key, { ...row, count: row.count + 1 })
  }
  return [...rows.values()]
}
