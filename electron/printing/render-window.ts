/** A sheet becomes a PDF in a hidden window that has no script, no network, no disk and no memory of its own. */
import { app, BrowserWindow, type PrintToPDFOptions, type Session, session } from 'electron'
import type { Sheet } from './paper-html.ts'
import { pagesOf } from './pdf-pages.ts'

/** How long one sheet may take; a usual one takes some 50 ms. */
const LIMIT_MS = 15_000
/** The window is closed when nothing was printed for so long: it holds as much memory as a page. */
const IDLE_MS = 60_000

const csp = "default-src 'none'; style-src 'unsafe-inline'"

/** Gives the sheet's PDF. Throws when the window failed twice. */
export type RenderPdf = (sheet: Sheet) => Promise<Buffer>

export interface RenderWindow {
  render: RenderPdf
  close(): void
}

/** Makes the window at the first sheet. Sheets are rendered one after another in the order they were asked for. */
export function makeRenderWindow(): RenderWindow {
  let window: BrowserWindow | undefined
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let closed = false

  const discard = () => {
    if (window && !window.isDestroyed()) window.destroy()
    window = undefined
  }

  const renderOnce = async (sheet: Sheet) => {
    clearTimeout(idle)
    if (window?.isDestroyed() || window?.webContents.isCrashed()) discard()
    window ??= openHiddenWindow()
    try {
      const pdf = await within(window, drawn(window, sheet))
      idle = setTimeout(discard, IDLE_MS)
      idle.unref()
      return pdf
    } catch (error) {
      discard()
      throw error
    }
  }

  const render: RenderPdf = (sheet) => {
    const turn = last.then(async () => {
      if (closed) throw new Error('the printing room is closed')
      return renderOnce(sheet).catch(() => renderOnce(sheet))
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    render,
    close: () => {
      closed = true
      clearTimeout(idle)
      discard()
    },
  }
}

/** What the window asks for next. */
const documents = new WeakMap<Session, string>()

function openHiddenWindow(): BrowserWindow {
  // Without persist: in memory alone. What a paper says never becomes part of an address or of a cache on the disk.
  const own = session.fromPartition('paper', { cache: false })
  if (!own.protocol.isProtocolHandled('paper')) {
    own.protocol.handle('paper', () => {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp }
      return new Response(documents.get(own) ?? '', { headers })
    })
    own.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !request.url.startsWith('paper:') }))
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  }
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    width: 800,
    height: 1130,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  goWithTheLast(window)
  return window
}

/** A window that nobody sees must not keep the program alive when the last one that people see is closed. */
function goWithTheLast(hidden: BrowserWindow): void {
  const others = () => BrowserWindow.getAllWindows().filter((one) => one !== hidden)
  const leave = () => {
    if (others().length === 0 && !hidden.isDestroyed()) hidden.destroy()
  }
  const watch = (_event: unknown, window: BrowserWindow) => window.once('closed', leave)
  for (const window of others()) watch(undefined, window)
  app.on('browser-window-created', watch)
  hidden.once('closed', () => app.off('browser-window-created', watch))
}

/** One page if it can be, else several with their numbers under them. */
async function drawn(window: BrowserWindow, sheet: Sheet): Promise<Buffer> {
  const plain = await printed(window, sheet.html)
  if (pagesOf(plain) < 2) return plain
  const snug = await printed(window, sheet.snugHtml)
  if (pagesOf(snug) < 2) return snug
  return printed(window, sheet.html, {
    displayHeaderFooter: true,
    headerTemplate: '<i></i>',
    footerTemplate: sheet.pageFooter,
  })
}

async function printed(window: BrowserWindow, html: string, footer: PrintToPDFOptions = {}): Promise<Buffer> {
  const own = window.webContents.session
  documents.set(own, html)
  await window.loadURL('paper:sheet')
  documents.delete(own)
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, ...footer })
}

/** The result, or an error when the window's process ends or takes too long. */
function within<T>(window: BrowserWindow, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const contents = window.webContents
    const timer = setTimeout(() => reject(new Error(`no PDF within ${LIMIT_MS / 1000} s`)), LIMIT_MS)
    const gone = (_event: unknown, details: { reason: string }) =>
      reject(new Error(`the window ended: ${details.reason}`))
    contents.once('render-process-gone', gone)
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      if (!window.isDestroyed()) contents.off('render-process-gone', gone)
    })
  })
}
