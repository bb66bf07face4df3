/** The doors of 报送. */
import type { Exporting } from '../exports/exporting.ts'
import type { DeskHandlers } from '../serve.ts'

type Behind = Extract<keyof DeskHandlers, `export.${string}`>

export function exportHandlers(exporting: Exporting): Pick<DeskHandlers, Behind> {
  return {
    'export.begin': (asked) => exporting.begin(asked),
    'export.now': () => exporting.now(),
    'export.cancel': () => {
      exporting.cancel()
      return null
    },
  }
}
