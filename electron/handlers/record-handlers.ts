/** The doors of the ledger: recording, following, and the cache's mark. */
import type { AnyEvent } from '../../shared/case/event.ts'
import { eventsOf, RecordBody, signedCheck } from '../../shared/record/record.ts'
import type { SignedCheck } from '../../shared/report/bags.ts'
import type { KeptRecord } from '../ledger/ledger.ts'
import { NobodyThere } from '../nobody-there.ts'
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = 'act.record' | 'note.record' | 'ledger.after' | 'cache.mark' | 'cache.lastMark'

export function recordHandlers({ desk, deskIfAny }: WithDesk): Pick<DeskHandlers, Behind> {
  return {
    'act.record': (request) => {
      const { recorder, settleDraft } = desk()
      const answer = recorder.act(request)
      if (answer.ok && request.draft !== null) settleDraft(request.draft)
      return answer
    },
    'note.record': (note) => {
      // What became of a file is the machine's own word.
      if (note.type === 'exported') throw new Error('a page tells of no export')
      return desk().recorder.note(note)
    },
    'ledger.after': ({ seq, limit }) => {
      const { ledger, session } = desk()
      // Behind a lock the cache may go on; with nobody there it has no key and nothing to follow.
      if (session.person === undefined) throw new NobodyThere()
      const records = ledger.read(seq + 1, limit).map(shown)
      return { last: ledger.last.seq, digest: ledger.last.digest, records }
    },
    'cache.mark': (mark) => {
      const { cacheMark, bureau } = desk()
      cacheMark.keep(mark)
      bureau.standsAt(mark.cursor)
      return null
    },
    'cache.lastMark': () => deskIfAny()?.cacheMark.mark ?? null,
  }
}

/** What the window's cache keeps of a record: of a note nothing but a day's check. A record that only a later version of this
 *  program can read is passed on, and not shown. */
function shown({ seq, bytes }: KeptRecord): { seq: number; events: AnyEvent[]; check?: SignedCheck } {
  const { data: body } = RecordBody.safeParse(JSON.parse(bytes.toString('utf8')))
  if (body?.kind === 'act') return { seq, events: eventsOf(body) }
  const check = body === undefined ? undefined : signedCheck(body)
  return { seq, events: [], ...(check === undefined ? {} : { check }) }
}
