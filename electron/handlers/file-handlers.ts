/** The door of files: the person chooses one in the system's own dialog, main reads it, the page gets its text. */
import { readText } from '../files/read-text.ts'
import type { DeskHandlers } from '../serve.ts'

/** Shows the system's dialog for one file; undefined when nothing was chosen. */
export type ChooseFile = (what: 'item' | 'calendar') => Promise<string | undefined>

export function fileHandlers(choose: ChooseFile): Pick<DeskHandlers, 'file.open'> {
  return {
    'file.open': async ({ what }) => {
      const file = await choose(what)
      return file === undefined ? { ok: false, refusal: { why: 'cancelled' } } : readText(file)
    },
  }
}
