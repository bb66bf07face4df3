/** Which printer this terminal prints on, remembered over restarts. */
import { z } from 'zod'
import { keepAside, readWhole, writeWhole } from '../disk/files.ts'

const Content = z.strictObject({ printer: z.string().min(1).nullable() })

export interface ChosenPrinter {
  /** Null: the system's default printer. */
  name(): string | null
  choose(name: string | null): void
}

/** Reads what was chosen; a file that cannot be read is kept aside in `aside`, and nothing counts as chosen. */
export function openChosenPrinter(file: string, aside: string): ChosenPrinter {
  let chosen = read(file, aside)
  return {
    name: () => chosen,
    choose(name) {
      writeWhole(file, Buffer.from(JSON.stringify({ printer: name })))
      chosen = name
    },
  }
}

function read(file: string, aside: string): string | null {
  const bytes = readWhole(file)
  if (bytes === undefined) return null
  try {
    return Content.parse(JSON.parse(bytes.toString('utf8'))).printer
  } catch {
    keepAside(file, aside)
    return null
  }
}
