/** A terminal without a window: all that stands behind the doors, in plain Node. What only Electron can do is handed in. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Instant } from '../shared/case/ids.ts'
import type { Notice } from '../shared/contract/doors.ts'
import type { TerminalState } from '../shared/contract/views.ts'
import { type Clipboard, makeCarrying } from './carrying.ts'
import { type Desk, openDesk } from './desk.ts'
import { makeCardReader } from './devices/card-reader.ts'
import { openLine } from './devices/open-line.ts'
import type { readerSetting } from './devices/reader-setting.ts'
import { type Log, openLog } from './diagnostics/log.ts'
import { pageError } from './diagnostics/page-error.ts'
import { enrol, keysFile } from './enrolment/enrol.ts'
import { type Identity, identityFile } from './enrolment/identity.ts'
import { type ChooseSave, makeExporting } from './exports/exporting.ts'
import { guarded } from './guarded.ts'
import { bureauHandlers } from './handlers/bureau-handlers.ts'
import { cardHandlers } from './handlers/card-handlers.ts'
import { carryHandlers } from './handlers/carry-handlers.ts'
import { draftHandlers } from './handlers/draft-handlers.ts'
import { exportHandlers } from './handlers/export-handlers.ts'
import { type ChooseFile, fileHandlers } from './handlers/file-handlers.ts'
import { type ChooseScans, keptFileHandlers } from './handlers/kept-file-handlers.ts'
import { linkHandlers } from './handlers/link-handlers.ts'
import { paperHandlers } from './handlers/paper-handlers.ts'
import { recordHandlers } from './handlers/record-handlers.ts'
import { sessionHandlers } from './handlers/session-handlers.ts'
import type { KeyStore } from './keys/key-store.ts'
import { type Keys, openKeys } from './keys/keys.ts'
import { plainKeyStore } from './keys/plain-key-store.ts'
import type { DeskLinks } from './links/desk-links.ts'
import { makePrinting, type Printing } from './printing/printing.ts'
import { trainingMark } from './printing/words.ts'
import type { DeskHandlers } from './serve.ts'
import { terminalState } from './terminal-state.ts'
import { noBureau } from './training/no-bureau.ts'
import { trainingPassword } from './training/people.ts'
import { openTraining } from './training/training.ts'

export type TerminalOptions = {
  dataDir: string
  /** Outside the data folder: the ledger's last number, and the key of a machine whose system keeps none. */
  outsideDir: string
  /** The system's key store, where there is one. */
  keyStore?: KeyStore | undefined
  /** The system's clipboard, where there is one. */
  clipboard?: Clipboard | undefined
  /** Where the card reader is, if there is one. */
  cardReader?: ReturnType<typeof readerSetting> | undefined
  /** What came from outside. */
  links?: Pick<DeskLinks, 'take'> | undefined
  /** The system's dialog for one file. */
  chooseFile?: ChooseFile | undefined
  /** The same for scans and pictures, of which there may be several. */
  chooseScans?: ChooseScans | undefined
  /** The same for where a file goes that is made here. */
  chooseSave?: ChooseSave | undefined
  /** Something changed for the page. */
  notify(notice: Notice): void
  log?: Log | undefined
  now?: (() => Instant) | undefined
  /** Milliseconds of a clock that nobody sets. */
  monotonic?: (() => number) | undefined
  random?: (() => number) | undefined
  /** A certificate (PEM) that IT handed in for the enrolment. */
  certificate?: string | undefined
  suggest?: { bureau: string; code: string } | null
  version?: string
  /** e.g. `Electron 45.4.1`. */
  runtime?: string
  /** The machine's name in the bureau's list. */
  machine?: string
  /** The bureau is asked nothing before: the sign-in page comes first. At once when not given. */
  bureauAfter?: Promise<unknown> | undefined
  /** 练习: where the real desk lies, on whose published books one practises. */
  training?: { realDataDir: string; realOutsideDir: string } | undefined
  /** Ends the program and starts it again, to practise or for real. */
  restart?: ((training: boolean) => void) | undefined
  uploadEverySeconds?: number | undefined
  minimumFreeBytes?: number | undefined
}

export interface Terminal {
  readonly handlers: DeskHandlers
  readonly log: Log
  /** Does somebody work here now, signed in and not locked? */
  inUse(): boolean
  /** Is something under way that closing would cut off? */
  busy(): boolean
  /** The network returned, or the machine woke up. */
  networkReturned(): void
  /** Signs out whoever is here, and lets go of every file. */
  close(): Promise<void>
}

/** Opens it in whatever state it is; a ledger that cannot be written to is no reason not to open. Throws LedgerInUse when
 *  another process has it open, NothingToPractise, and what the disk says. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const { dataDir, outsideDir, notify } = options
  const now = options.now ?? (() => new Date().toISOString() as Instant)
  const monotonic = options.monotonic ?? (() => performance.now())
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const log = options.log ?? openLog(path.join(dataDir, 'logs'), now)
  const unreadable = (keptAside: string) => log.warn('a file could not be read and was kept aside', { keptAside })
  const storesBeside = (outside: string) => {
    const plain = plainKeyStore(path.join(outside, 'machine-key'))
    return options.keyStore === undefined ? [plain] : [options.keyStore, plain]
  }
  const stores = storesBeside(outsideDir)
  const common = { dataDir, outsideDir, log, now, monotonic, random: options.random ?? Math.random, notify }
  let identity = identityFile(dataDir, unreadable).read()
  let desk: Desk | undefined
  let keyStore: KeyStore['kind'] = (await options.keyStore?.available()) ? 'system' : 'plain'
  let keysMissing: string | null = null
  let underWay = 0

  const begin = async (known: Identity, keys: Keys) => {
    const { bureauAfter, uploadEverySeconds, minimumFreeBytes } = options
    keyStore = keys.store
    const client = options.training === undefined ? undefined : noBureau
    desk = await openDesk({
      ...common,
      client,
      identity: known,
      keys,
      bureauAfter,
      uploadEverySeconds,
      minimumFreeBytes,
    })
  }
  if (options.training !== undefined) {
    const training = await openTraining({
      dataDir,
      stores,
      realDataDir: options.training.realDataDir,
      realStores: storesBeside(options.training.realOutsideDir),
    })
    identity = training.identity
    await begin(training.identity, training.keys)
    for (const person of training.people) await desk?.people.learn(person, trainingPassword)
  } else if (identity !== undefined) {
    const opened = await openKeys({ file: keysFile(dataDir), stores })
    if (opened.ok) await begin(identity, opened.keys)
    else keysMissing = `${opened.why}: ${opened.detail}`
    if (keysMissing !== null) log.warn('the keys cannot be opened', { why: keysMissing })
  }
  const printing = makePrinting({
    dataDir,
    outDir: path.join(dataDir, 'papers'),
    ...(options.training === undefined ? {} : { watermark: trainingMark }),
    onChange: () => notify('printing'),
    onEnded: (paper, printer, outcome) => desk?.printEnded({ type: 'printEnded', paper, printer, outcome }),
  })

  const clipboard = options.clipboard ?? noClipboard
  const carrying = makeCarrying({ clipboard })

  const cardReader = makeCardReader({ setting: options.cardReader, open: openLine })

  const state = (): TerminalState =>
    terminalState({ ...options, training: options.training !== undefined, identity, desk, keyStore, keysMissing })
  const withDesk = {
    desk: () => {
      if (desk === undefined) throw new Error(identity === undefined ? 'not enrolled yet' : 'the keys cannot be opened')
      return desk
    },
    deskIfAny: () => desk,
  }
  /** Counts what is under way, so that closing the window can ask. */
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay += 1
    try {
      return await work()
    } finally {
      underWay -= 1
    }
  }
  const enrolHere: DeskHandlers['terminal.enrol'] = (asked) =>
    during(async () => {
      if (identity !== undefined) return { ok: true, value: state() }
      const machine = options.machine ?? 'terminal'
      const certificate = options.certificate ?? null
      const answer = await enrol(asked, { dataDir, stores, certificate, machine, monotonic, unreadable })
      if (!answer.ok) return { ok: false, refusal: { why: answer.why } }
      identity = answer.identity
      await begin(answer.identity, answer.keys)
      await desk?.published.refresh()
      notify('terminal')
      return { ok: true, value: state() }
    })

  const slow: Printing = {
    ...printing,
    print: (paper, copies) => during(() => printing.print(paper, copies)),
    slip: (title, lines, size) => during(() => printing.slip(title, lines, size)),
  }
  const exporting = makeExporting({
    desk: withDesk.desk,
    chooseSave: options.chooseSave ?? (async () => undefined),
    renderPdf: printing.draw,
    now,
    changed: () => notify('export'),
    report: log.incident,
    during,
  })
  return {
    handlers: guarded(
      {
        'terminal.state': state,
        'terminal.enrol': enrolHere,
        'training.switch': ({ on }) => {
          options.restart?.(on)
          return null
        },
        ...sessionHandlers(withDesk, carrying.end),
        ...carryHandlers(withDesk, carrying),
        ...linkHandlers(options.links, clipboard),
        ...recordHandlers(withDesk),
        ...draftHandlers(withDesk),
        ...bureauHandlers(withDesk, now),
        ...paperHandlers(slow),
        ...fileHandlers(options.chooseFile ?? (async () => undefined)),
        ...exportHandlers(exporting),
        ...cardHandlers(withDesk, cardReader, log),
        ...keptFileHandlers(withDesk, options.chooseScans ?? (async () => [])),
        'page.problem': (problem) => ({ incident: log.incident(pageError(problem), 'page') }),
      },
      () => desk?.session,
      now,
    ),
    log,
    inUse: () => desk?.session.current !== undefined,
    busy: () => underWay > 0,
    networkReturned: () => void desk?.bureau.now(),
    close: async () => {
      await exporting.close()
      await carrying.end()
      await printing.close()
      await desk?.close()
      log.close()
    },
  }
}

const noClipboard: Clipboard = { read: () => '', write: () => {}, clear: () => {} }
