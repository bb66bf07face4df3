/** The door of the card reader. What a card says is handed to who asked, and written nowhere; of a failure the log has its name alone. */
import type { CardReader } from '../devices/card-reader.ts'
import type { Log } from '../diagnostics/log.ts'
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

export function cardHandlers({ desk }: WithDesk, reader: CardReader, log: Log): Pick<DeskHandlers, 'card.read'> {
  const worker = () => desk().session.current?.person.id
  return {
    'card.read': async () => {
      const asked = worker()
      if (asked === undefined) throw new Error('nobody works here now')
      const answer = await reader.read()
      // Locked or changed over meanwhile: whose card it was is nobody else's business.
      if (worker() !== asked) return { ok: false, refusal: { why: 'takenAway' } }
      if (!answer.ok && !expected.has(answer.refusal.why)) log.warn('no card was read', { why: answer.refusal.why })
      return answer
    },
  }
}

/** What a clerk sees to alone. */
const expected: ReadonlySet<string> = new Set(['noReader', 'noCard', 'takenAway', 'unknownCard', 'busy'])
