/** The doors of paper. */
import type { Printing } from '../printing/printing.ts'
import type { DeskHandlers } from '../serve.ts'

type Behind = Extract<keyof DeskHandlers, `printer.${string}` | `paper.${string}` | `slip.${string}`>

export function paperHandlers(printing: Printing): Pick<DeskHandlers, Behind> {
  return {
    'printer.list': () => printing.list(),
    'printer.choose': async ({ name, for: use }) => {
      await printing.choose(name, use)
      return null
    },
    'paper.print': ({ paper, copies }) => printing.print(paper, copies),
    // Bar codes are loaded with the first paper that somebody looks at.
    'paper.look': async ({ paper, copy }) => (await import('../printing/paper-html.ts')).paperOnScreen(paper, copy),
    'paper.jobs': () => printing.jobs(),
    'slip.print': ({ title, lines, size }) => printing.slip(title, lines, size),
  }
}
