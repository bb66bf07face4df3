/** A machine with nothing but the printing room, for tests that need the real Electron. */
import { app } from 'electron'
import { makePrinting } from '../../../electron/printing/printing.ts'
import { makeRenderWindow } from '../../../electron/printing/render-window.ts'

const [dataDir = '', outDir = ''] = process.argv.slice(-2)

app.on('window-all-closed', () => undefined)
app.whenReady().then(() => {
  const ended: unknown[] = []
  const printing = makePrinting({
    dataDir,
    outDir,
    onChange: () => undefined,
    onEnded: (paper, printer, outcome) => ended.push({ paper, printer, outcome }),
  })
  Object.assign(globalThis, { room: { printing, ended, window: makeRenderWindow() } })
})
