/** What is typed of a question before it is noted, and what a note is made of it. Pure. */
import { checkPhone, normalisePhone } from '../../shared/identity/phone.ts'
import type { About, EnquiredNote, How, VisitId } from '../../shared/visit/notes.ts'

/** What is known of it when the dialog opens. */
export type EnquiryStart = { about?: About; how?: How; to?: string }

export type EnquiryTyped = { about: About | null; how: How; to: string; phone: string }

export type EnquiryMade = { ok: true; note: EnquiredNote } | { ok: false; lacks: 'about' | 'to' | 'phone' }

export function enquiryNote(
  { about, how, to, phone }: EnquiryTyped,
  ids: { enquiry: string; visit: VisitId | null },
): EnquiryMade {
  if (about === null) return { ok: false, lacks: 'about' }
  const where = to.trim()
  if (how !== 'answered' && where === '') return { ok: false, lacks: 'to' }
  // Nobody calls back about what was answered: the number is not kept.
  const number = how === 'handed' ? normalisePhone(phone) : ''
  if (number !== '' && !checkPhone(number).ok) return { ok: false, lacks: 'phone' }
  return {
    ok: true,
    note: {
      type: 'enquired',
      ...ids,
      about,
      how,
      to: how === 'answered' ? null : where.slice(0, 100),
      phone: number === '' ? null : number,
    },
  }
}
