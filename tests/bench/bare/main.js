// The raw limit that the desk is measured against: a window with one IPC door that appends the bytes it is given and syncs them.
import { fdatasyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron/main'

const folder = process.env.BARE_DATA
app.setPath('userData', path.join(folder, 'profile'))
const file = openSync(path.join(folder, 'append'), 'a')
ipcMain.handle('append', (_event, bytes) => {
  writeSync(file, bytes)
  fdatasyncSync(file)
  return bytes.length
})
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true, preload: path.join(import.meta.dirname, 'preload.cjs') },
  })
  await window.loadFile(path.join(import.meta.dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
