/** The doors to the bureau. */
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `bureau.${string}`>

export function bureauHandlers({ desk }: WithDesk): Pick<DeskHandlers, Behind> {
  return {
    'bureau.status': () => desk().bureau.status(),
    'bureau.sendNow': async () => {
      await desk().bureau.now()
      return desk().bureau.status()
    },
    'bureau.pull': ({ cursor, limit }) => desk().bureau.pull(cursor, limit),
    'bureau.find': (asked) => desk().bureau.ask('POST /v1/find', asked),
    'bureau.events': (asked) => desk().bureau.ask('POST /v1/case-events', asked),
    'bureau.counts': (asked) => desk().bureau.ask('POST /v1/counts', asked),
  }
}
