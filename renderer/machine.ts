/** The window's only way to the machine: the client made from the contract, and the notices that say "ask again". */
import { type Answer, makeClient } from '../shared/contract/door.ts'
import type { Doors, Notice } from '../shared/contract/doors.ts'

declare global {
  interface Window {
    readonly desk: {
      /** A letter and its answer, both as JSON text. */
      carry(name: string, letter: string): Promise<string>
      onNotice(fn: (notice: Notice) => void): () => void
    }
  }
}

export const machine = makeClient<Doors>(
  async (name, input) => JSON.parse(await window.desk.carry(name, JSON.stringify(input))) as Answer,
)

/** Calls `fn` whenever main says that this changed; gives back how to stop. */
export function onNotice(name: Notice, fn: () => void): () => void {
  return window.desk.onNotice((notice) => {
    if (notice === name) fn()
  })
}
