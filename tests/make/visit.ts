/** Lines of visits for tests: what a window noted at a minute of the morning. */
import type { Instant, PersonId, TerminalNo, WindowNo } from '../../shared/case/ids.ts'
import type { VisitLine } from '../../shared/visit/line.ts'
import type { Deed, EnquiredNote, VisitNote } from '../../shared/visit/notes.ts'

let seq = 0

/** A line of window `window`, whose terminal has the same number. */
export function visitLine(minute: number, window: number, note: VisitNote): VisitLine {
  seq += 1
  return {
    terminal: window as TerminalNo,
    seq,
    at: new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString() as Instant,
    window: window as WindowNo,
    person: (window === 2 ? 'li.ck' : 'wang.ck') as PersonId,
    personName: window === 2 ? '李样例' : '王示例',
    note,
  }
}

/** A visit's id by a number. */
export function visitId(number: number): string {
  return `6f1c2f0e-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export function deed(number: number, did: Deed, to: number | null = null): VisitNote {
  const label = `A${String(number).padStart(3, '0')}`
  return { type: 'ticket', ticket: visitId(number), label, did, to: to as WindowNo | null }
}

export function question(number: number, said: Partial<EnquiredNote> = {}): EnquiredNote {
  const about = { is: 'words', words: '公墓在哪里' } as const
  return {
    type: 'enquired',
    enquiry: visitId(number),
    about,
    how: 'answered',
    to: null,
    phone: null,
    visit: null,
    ...said,
  }
}
