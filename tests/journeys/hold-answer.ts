import type { ElectronApplication } from '@playwright/test'
import type { DoorName } from '../../shared/contract/doors.ts'
import { inMain } from './in-main.ts'

/** Keeps back the next answer of a door, as a slow disk or a slow bureau does, until what it gives is called. With `instead` the door
 *  is not reached, and answers this. */
export async function holdAnswer(
  app: ElectronApplication,
  door: DoorName,
  instead?: object,
): Promise<() => Promise<void>> {
  await inMain(
    app,
    ({ ipcMain }, { name, answer: given }: { name: string; answer: string | null }) => {
      type Answer = (event: unknown, name: string, letter: string) => Promise<string>
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers
      const answer = handlers.get('door')
      if (answer === undefined) throw new Error('no door stands open')
      const held = globalThis as { letGo?: () => void; wasHeld?: boolean }
      held.wasHeld = false
      const until = new Promise<void>((resolve) => {
        held.letGo = resolve
      })
      handlers.set('door', async (event, asked, letter) => {
        if (asked !== name) return answer(event, asked, letter)
        handlers.set('door', answer)
        held.wasHeld = true
        const answered = given ?? (await answer(event, asked, letter))
        await until
        return answered
      })
    },
    { name: door as string, answer: instead === undefined ? null : JSON.stringify({ ok: true, value: instead }) },
  )
  return async () => {
    const wasHeld = await inMain(app, () => {
      const held = globalThis as { letGo?: () => void; wasHeld?: boolean }
      held.letGo?.()
      return held.wasHeld
    })
    if (wasHeld !== true) throw new Error(`nobody asked for ${door} meanwhile: nothing was held`)
  }
}
