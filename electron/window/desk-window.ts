/** The desk's one window. */
import path from 'node:path'
import { BrowserWindow, dialog, type Input, screen } from 'electron'
import { keepWindowState, nextZoom, readWindowState, type WindowState } from './window-state.ts'
import { windowWords } from './words.ts'

export type DeskWindowOptions = {
  /** The address of its page. */
  page: string
  preload: string
  /** Where how it was left is kept. */
  folder: string
  development: boolean
  /** 练习: said in the title bar. */
  training: boolean
  /** Is an act being written at this moment? */
  busy(): boolean
  /** Writes down that the page ended, and gives the incident number. */
  pageEnded(reason: string): string
}

/** Opens it in the page's own grey: the system puts it on the screen while the page is drawn. */
export function openDeskWindow(options: DeskWindowOptions): BrowserWindow {
  const left = readWindowState(options.folder)
  const window = new BrowserWindow({
    ...boundsOf(left),
    minWidth: 1024,
    minHeight: 640,
    show: !left.maximized,
    title: options.training ? windowWords.trainingTitle : windowWords.title,
    backgroundColor: '#f4f3f1',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.development,
      zoomFactor: left.zoom,
    },
  })
  if (left.maximized) window.maximize()
  window.on('page-title-updated', (event) => event.preventDefault())
  keepZoomed(window, left.zoom, options.development)
  askBeforeClosing(window, options)
  comeBack(window, options)
  void window.loadURL(options.page)
  // After the page is on its way: asking for the screens takes longer than all else here.
  keepOnScreen(window)
  return window
}

/** Brings it forward for a second start of the program. */
export function bringForward(window: BrowserWindow | undefined): void {
  if (window === undefined || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function boundsOf({ x, y, width, height }: WindowState): { x?: number; y?: number; width: number; height: number } {
  return x === undefined || y === undefined ? { width, height } : { x, y, width, height }
}

/** No larger than a screen, and where one still shows it: screens change between two starts. */
function keepOnScreen(window: BrowserWindow): void {
  const { x, y, width, height } = window.getBounds()
  const { workArea } = screen.getDisplayMatching({ x, y, width, height })
  if (width > workArea.width || height > workArea.height)
    window.setSize(Math.min(width, workArea.width), Math.min(height, workArea.height))
  const across = x + 100 < workArea.x + workArea.width && x + width > workArea.x + 100
  const down = y >= workArea.y && y + 50 < workArea.y + workArea.height
  if (!across || !down) window.center()
}

/** Ctrl with plus, minus and zero, within limits at which every page still fits; there is no menu to do it. */
function keepZoomed(window: BrowserWindow, begun: number, development: boolean): void {
  const contents = window.webContents
  let zoom = begun
  contents.on('did-finish-load', () => contents.setZoomFactor(zoom))
  contents.on('before-input-event', (event, input) => {
    const wanted = zoomAsked(input, zoom)
    if (wanted !== undefined) {
      event.preventDefault()
      zoom = wanted
      contents.setZoomFactor(zoom)
    }
    if (development && input.type === 'keyDown' && input.key === 'F12') contents.toggleDevTools()
  })
}

function zoomAsked(input: Input, zoom: number): number | undefined {
  if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return undefined
  if (input.key === '+' || input.key === '=') return nextZoom(zoom, 1)
  if (input.key === '-' || input.key === '_') return nextZoom(zoom, -1)
  return input.key === '0' ? 1 : undefined
}

function askBeforeClosing(window: BrowserWindow, { busy, folder }: DeskWindowOptions): void {
  window.on('close', (event) => {
    if (busy() && !confirmed(window, windowWords.busy)) return event.preventDefault()
    const { x, y, width, height } = window.getNormalBounds()
    const zoom = window.webContents.getZoomFactor()
    keepWindowState(folder, { x, y, width, height, maximized: window.isMaximized(), zoom })
  })
  // The page says that something typed is not kept yet.
  window.webContents.on('will-prevent-unload', (event) => {
    if (confirmed(window, windowWords.unsaved)) event.preventDefault()
  })
}

function confirmed(window: BrowserWindow, words: { message: string; detail: string; stay: string; leave: string }) {
  const { message, detail, stay, leave } = words
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message,
    detail,
    buttons: [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return chosen === 1
}

/** A page that ends is opened again, and the clerk reads why; one that ends again and again is left. */
function comeBack(window: BrowserWindow, { pageEnded }: DeskWindowOptions): void {
  const ends: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const incident = pageEnded(reason)
    ends.push(performance.now())
    const often = ends.filter((end) => performance.now() - end < 60_000).length > 3
    if (!often) window.webContents.reload()
    const words = often ? windowWords.endsOften : windowWords.cameBack
    void dialog.showMessageBox(window, {
      type: 'warning',
      message: words.message,
      detail: words.detail(incident),
      buttons: [windowWords.understood],
      noLink: true,
    })
  })
}

/** Where the built preload lies beside the built main. */
export function preloadBeside(mainFolder: string): string {
  return path.join(mainFolder, '../preload/preload.cjs')
}
