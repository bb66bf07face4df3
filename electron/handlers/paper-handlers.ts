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
    'paper.pdf': async ({ paper, copy }) => ({ base64: (await printing.pdf(paper, copy)).toString('base64') }),
    'paper.jobs': () => printing.jobs(),
    'slip.print': ({ title, lines, size }) => printing.slip(title, lines, size),
  }
}
