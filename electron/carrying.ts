/** Values on their way into another system, by the clipboard: only of a case opened for it in the ledger, and not left lying there. */
import type { CaseId } from '../shared/case/ids.ts'

/** The system's clipboard. */
export type Clipboard = {
  read(): string | Promise<string>
  write(text: string): void | Promise<void>
  clear(): void | Promise<void>
}

export type Carrying = {
  /** The case was opened for carrying: written down before anything is shown. */
  begin(kase: CaseId): Promise<void>
  /** Throws when the case was not opened. */
  put(kase: CaseId, text: string): Promise<void>
  /** Nothing of it stays on the clipboard; what somebody copied since does. */
  end(): Promise<void>
}

/** So long a value may lie there when nobody ends it: enough to change over and paste. */
const LIES_MS = 120_000

type Options = { clipboard: Clipboard; later?: (ms: number, run: () => void) => () => void }

export function makeCarrying({ clipboard, later = afterTime }: Options): Carrying {
  let opened: CaseId | undefined
  let lying: string | undefined
  let stop = () => {}
  const clear = async () => {
    stop()
    const put = lying
    lying = undefined
    if (put !== undefined && (await clipboard.read()) === put) await clipboard.clear()
  }
  return {
    begin: async (kase) => {
      await clear()
      opened = kase
    },
    put: async (kase, text) => {
      if (kase !== opened) throw new Error('the case was not opened for carrying')
      stop()
      await clipboard.write(text)
      lying = text
      stop = later(LIES_MS, () => void clear())
    },
    end: () => {
      opened = undefined
      return clear()
    },
  }
}

function afterTime(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
