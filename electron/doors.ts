/** The only ipcMain: letters from the window come in here, and notices go out. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Notice } from '../shared/contract/doors.ts'
import { byText, type Serve, type Speaker } from './serve.ts'
import { isPageOf } from './window/trusted-page.ts'

export type DoorsOptions = {
  /** The desk's window, while there is one. */
  window(): BrowserWindow | undefined
  /** The address of the one page that is listened to. */
  page: string
  /** Answers, once the terminal is open: the window does not wait for it to be drawn. */
  serving: Promise<Serve>
}

/** Opens the one channel. */
export function openDoors({ window, page, serving }: DoorsOptions): void {
  ipcMain.handle('door', async (event, name: unknown, letter: unknown) => {
    // Asked before anything is awaited: a page that navigates meanwhile has another address.
    const speaker = speakerOf(event, window(), page)
    return byText(await serving)(speaker, name, letter)
  })
}

/** Tells the page that something changed. A page that is not there asks when it comes. */
export function sendNotice(window: BrowserWindow | undefined, notice: Notice): void {
  if (window === undefined || window.isDestroyed() || window.webContents.isCrashed()) return
  window.webContents.send('notice', notice)
}

/** Only the main frame of the desk's own window, showing the desk's own page, is listened to. */
function speakerOf(event: IpcMainInvokeEvent, window: BrowserWindow | undefined, page: string): Speaker {
  const frame = event.senderFrame
  if (frame === null || window === undefined || window.isDestroyed()) return 'stranger'
  if (event.sender.id !== window.webContents.id || frame !== window.webContents.mainFrame) return 'stranger'
  return isPageOf(frame.url, page) ? 'desk' : 'stranger'
}
