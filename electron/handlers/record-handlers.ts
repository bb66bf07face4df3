/** The doors of the ledger: recording, following, and the cache's mark. */
import type { AnyEvent } from '../../shared/case/event.ts'
import { eventsOf, RecordBody } from '../../shared/record/record.ts'
import type { KeptRecord } from '../ledger/ledger.ts'
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
    'note.record': (note) => desk().recorder.note(note),
    'ledger.after': ({ seq, limit }) => {
      const { ledger, session } = desk()
      // Behind a lock the cache may go on; with nobody there it has no key and nothing to follow.
      if (session.person === undefined) throw new Error('the ledger is read for nobody')
      const records = ledger.read(seq + 1, limit).map((record) => ({ seq: record.seq, events: eventsIn(record) }))
      return { last: ledger.last.seq, digest: ledger.last.digest, records }
    },
    'cache.mark': (mark) => {
      desk().cacheMark.keep(mark)
      return null
    },
    'cache.lastMark': () => deskIfAny()?.cacheMark.mark ?? null,
  }
}

/** A note brings none. A record that only a later version of this program can read is passed on, and not shown. */
function eventsIn({ bytes }: KeptRecord): AnyEvent[] {
  const body = RecordBody.safeParse(JSON.parse(bytes.toString('utf8')))
  return body.success && body.data.kind === 'act' ? eventsOf(body.data) : []
}
