/** The doors of carrying a case into another system. */
import type { Carrying } from '../carrying.ts'
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = Extract<keyof DeskHandlers, `carry.${string}`>

export function carryHandlers({ desk }: WithDesk, carrying: Carrying): Pick<DeskHandlers, Behind> {
  return {
    'carry.begin': async ({ case: kase, reason }) => {
      const answer = desk().recorder.note({ type: 'opened', case: kase, what: 'secondSystem', reason })
      if (answer.ok) await carrying.begin(kase)
      return answer
    },
    'carry.put': async ({ case: kase, text }) => {
      if (desk().session.current === undefined) throw new Error('nobody works here now')
      await carrying.put(kase, text)
      return null
    },
    'carry.end': async () => {
      await carrying.end()
      return null
    },
  }
}
