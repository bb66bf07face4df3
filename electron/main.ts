/** Starts the desk: it only wires. Nothing here waits for `ready` at the top level: an ES module that did would never return. */
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, Menu, powerMonitor, protocol } from 'electron'
import { LINK_SCHEME } from '../shared/contract/link-scheme.ts'
import { newIncident } from './diagnostics/incident.ts'
import { openDoors, sendNotice } from './doors.ts'
import { readEnvironment } from './environment.ts'
import { makeDeskLinks } from './links/desk-links.ts'
import type { Serve } from './serve.ts'
import { systemKeyStore } from './system-key-store.ts'
import type { Terminal } from './terminal.ts'
import { restartWords, TRAINING_SWITCH } from './training/restart.ts'
import { watchNetwork } from './watch-network.ts'
import { chooseFile, chooseSave, chooseScans } from './window/choose-file.ts'
import { closeDoors } from './window/closed-doors.ts'
import { bringForward, openDeskWindow, preloadBeside } from './window/desk-window.ts'
import { openPageFiles } from './window/page-files.ts'
import { isPageOf, PAGE, SCHEME } from './window/trusted-page.ts'
import { windowWords } from './window/words.ts'

const environment = readEnvironment(process.env, app.isPackaged)
if (environment.dataFolder !== undefined) app.setPath('userData', path.resolve(environment.dataFolder))
const realData = app.getPath('userData')
/** 练习: everything is kept beside the real desk, and nothing of it is shared. */
const training = app.commandLine.hasSwitch(TRAINING_SWITCH)
if (training) app.setPath('userData', `${realData}.training`)
const userData = app.getPath('userData')
const dataDir = path.join(userData, 'desk')
const page = environment.developmentPage ?? PAGE

/** From the page's files to the sign-in page on the screen: the first talk with the bureau would slow it down. */
const UNTIL_DRAWN_MS = 2000

let window: BrowserWindow | undefined
let terminal: Terminal | undefined
const links = makeDeskLinks(() => sendNotice(window, 'link'))

if (app.requestSingleInstanceLock()) begin()
else app.quit()

function begin(): void {
  process.on('uncaughtException', (error) => report(error, 'main'))
  process.on('unhandledRejection', (error) => report(error, 'main'))
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  // With --no-sandbox, which root needs, children that are forced into one would end for ever.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  Menu.setApplicationMenu(null)
  app.on('second-instance', (_event, words) => {
    links.arrive(words)
    bringForward(window)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    links.arrive([link])
    bringForward(window)
  })
  links.arrive(process.argv)
  // On Linux the package says it (electron-builder.yml); Windows asks the program.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME)
  app.on('window-all-closed', () => app.quit())
  closeTerminalBeforeQuitting()
  app.whenReady().then(open).catch(giveUp)
}

/** Window and terminal open side by side: the page is drawn while the ledger is read. */
async function open(): Promise<void> {
  closeDoors(
    (what) => terminal?.log.warn(what),
    // The desk's own page, while somebody works at it.
    (contents) =>
      contents !== null &&
      contents === window?.webContents &&
      isPageOf(contents.getURL(), page) &&
      terminal?.inUse() === true,
  )
  const files = openPageFiles(path.join(import.meta.dirname, '../renderer'))
  protocol.handle(SCHEME, files.answer)
  const drawn = new Promise<void>((resolve) => {
    app.once('web-contents-created', (_event, contents) =>
      contents.once('did-stop-loading', () => setTimeout(resolve, UNTIL_DRAWN_MS)),
    )
  })
  // Opened after the page has its program: both would wait for the same thread.
  const serving = (page === PAGE ? files.handedOver : Promise.resolve()).then(() => openServing(drawn))
  openDoors({ window: () => window, page, serving })
  window = openDeskWindow({
    page,
    preload: preloadBeside(import.meta.dirname),
    folder: userData,
    development: !app.isPackaged,
    training,
    busy: () => terminal?.busy() ?? false,
    pageEnded: (reason) => report(new Error(`the page ended: ${reason}`), 'page'),
  })
  await serving
  watchNetwork(() => terminal?.networkReturned())
  powerMonitor.on('resume', () => terminal?.networkReturned())
}

async function openServing(drawn: Promise<void>): Promise<Serve> {
  // Loaded while the window draws itself.
  const [{ openTerminal }, { serve }] = await Promise.all([import('./terminal.ts'), import('./serve.ts')])
  const certificate = environment.certificateFile
  const realOutside = path.resolve(environment.outsideFolder ?? `${realData}.outside`)
  const opened = await openTerminal({
    dataDir,
    outsideDir: training ? `${userData}.outside` : realOutside,
    training: training ? { realDataDir: path.join(realData, 'desk'), realOutsideDir: realOutside } : undefined,
    restart,
    keyStore: systemKeyStore(),
    clipboard: {
      read: () => clipboard.readText(),
      write: (text) => clipboard.writeText(text),
      clear: () => clipboard.clear(),
    },
    notify: (notice) => sendNotice(window, notice),
    links,
    chooseFile: (what) => chooseFile(window, what),
    chooseSave: (suggested, format) => chooseSave(window, suggested, format),
    chooseScans: (most) => chooseScans(window, most),
    certificate: certificate === undefined ? undefined : readFileSync(certificate, 'utf8'),
    cardReader: environment.cardReader,
    suggest: environment.suggest,
    bureauAfter: drawn,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    machine: os.hostname(),
  })
  terminal = opened
  return serve(opened.handlers, { report: opened.log.incident })
}

/** Everything written is safe already; this lets go of the files and signs out. */
function closeTerminalBeforeQuitting(): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed || terminal === undefined) return
    event.preventDefault()
    closed = true
    const closing = terminal
    terminal = undefined
    // Not quit(): asked again while it is being answered, it does nothing.
    void closing.close().finally(() => app.exit())
  })
}

function restart(toPractise: boolean): void {
  app.relaunch({ args: restartWords(process.argv.slice(1), toPractise) })
  app.quit()
}

function report(error: unknown, where: string): string {
  return terminal?.log.incident(error, where) ?? newIncident()
}

/** Neither window nor terminal can be had. */
function giveUp(error: unknown): void {
  if (error instanceof Error && error.name === 'NothingToPractise') {
    dialog.showErrorBox(windowWords.nothingToPractise.title, windowWords.nothingToPractise.text)
    app.exit(1)
    return
  }
  const incident = report(error, 'start')
  console.error(error)
  dialog.showErrorBox(windowWords.cannotOpen.title, windowWords.cannotOpen.text(incident))
  app.exit(1)
}
