/** A machine with nothing but the printing room, for tests that need the real Electron. */
import { app } from 'electron'
import { makeRenderWindow } from '../../../electron/printing/render-window.ts'

app.on('window-all-closed', () => undefined)
app.whenReady().then(() => {
  Object.assign(globalThis, { renderWindow: makeRenderWindow() })
})
