import type { ElectronApplication } from '@playwright/test'
import type { DoorName } from '../../shared/contract/doors.ts'
import { inMain } from './in-main.ts'

/** Keeps back the next answer of a door, as a slow disk or a slow bureau does, until what it gives is called. */
export async function holdAnswer(app: ElectronApplication, door: DoorName): Promise<() => Promise<void>> {
  await inMain(
    app,
    ({ ipcMain }, name: string) => {
      type Answer = (event: unknown, name: string, letter: string) => Promise<string>
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers
      const answer = handlers.get('door')
      if (answer === undefined) throw new Error('no door stands open')
      const held = globalThis as { letGo?: () => void }
      const until = new Promise<void>((resolve) => {
        held.letGo = resolve
      })
      handlers.set('door', async (event, asked, letter) => {
        if (asked !== name) return answer(event, asked, letter)
        handlers.set('door', answer)
        const answered = await answer(event, asked, letter)
        await until
        return answered
      })
    },
    door as string,
  )
  return () => inMain(app, () => (globalThis as { letGo?: () => void }).letGo?.())
}
