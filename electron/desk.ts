/** Everything a machine has once it is enrolled: its ledger, who works at it, what it records, its line to the bureau. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ActId, CaseId, Instant } from '../shared/case/ids.ts'
import type { Notice } from '../shared/contract/doors.ts'
import type { Note } from '../shared/record/record.ts'
import { makeRecorder, type Recorder } from './acts/recorder.ts'
import { watchTime } from './acts/time-watch.ts'
import { type Bureau, markFile, openBureau } from './bureau/bureau.ts'
import { Contact, makeBureauClock } from './bureau/clock.ts'
import { type GrantedHalls, makeGrantedHalls } from './bureau/granted-halls.ts'
import { type BureauClient, makeBureauClient } from './bureau/http.ts'
import { signRequests } from './bureau/sign.ts'
import { type CacheMarkKeeper, openCacheMark } from './cache-mark.ts'
import type { Log } from './diagnostics/log.ts'
import { jsonFile } from './disk/json-file.ts'
import { type Drafts, openDrafts } from './drafts/drafts.ts'
import type { Identity } from './enrolment/identity.ts'
import { type KeptFiles, openKeptFiles } from './kept-files/kept-files.ts'
import { type NamedFiles, namedAnywhere, openNamedFiles } from './kept-files/named-files.ts'
import { makeFileSender } from './kept-files/send-files.ts'
import type { Keys } from './keys/keys.ts'
import { type KeyUse, subkey } from './keys/subkey.ts'
import { openVerifiers, type Verifiers } from './keys/verifiers.ts'
import type { WritableLedger } from './ledger/ledger.ts'
import { MINIMUM_FREE_BYTES, openLedger } from './ledger/open-ledger.ts'
import { openPublished, type PublishedStore, publishedFiles } from './published/published.ts'
import { keepSession, type SessionKeeper } from './session/session.ts'
import { makeVisits, type Visits } from './visits/visits.ts'

type PrintEnded = Extract<Note, { type: 'printEnded' }>

export type Desk = {
  readonly identity: Identity
  readonly ledger: WritableLedger
  readonly recorder: Recorder
  readonly session: SessionKeeper
  readonly published: PublishedStore
  readonly bureau: Bureau
  readonly halls: GrantedHalls
  readonly visits: Visits
  readonly cacheMark: CacheMarkKeeper
  readonly drafts: Drafts
  readonly keptFiles: KeptFiles
  readonly namedFiles: NamedFiles
  readonly people: Verifiers
  /** Lets go of a draft whose act stands, once the act is answered: at the latest the next start does. */
  settleDraft(kase: CaseId): void
  /** A print is over: noted by whoever works here, or by the next who does. */
  printEnded(note: PrintEnded): void
  close(): Promise<void>
}

export type DeskOptions = {
  dataDir: string
  outsideDir: string
  identity: Identity
  keys: Keys
  log: Log
  now(): Instant
  monotonic(): number
  random(): number
  notify(notice: Notice): void
  /** In place of the bureau's own line: while practising there is none. */
  client?: BureauClient | undefined
  /** The bureau is asked nothing before; at once when not given. */
  bureauAfter?: Promise<unknown> | undefined
  /** Seconds between uploads; what the hall has set unless given. */
  uploadEverySeconds?: number | undefined
  minimumFreeBytes?: number | undefined
}

const UPLOAD_EVERY_SECONDS = 30
/** Longer than an answer is on its way to the page, and too short to be noticed. */
const AFTER_ANSWER_MS = 10

/** Throws LedgerInUse when another process has this data folder open, and what the disk says. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { dataDir, identity, keys, log, now, monotonic, notify } = options
  const key = (use: KeyUse) => subkey(keys.dataKey, use)
  const unreadable = (keptAside: string) => log.warn('a file could not be read and was kept aside', { keptAside })
  const kept = { unreadable, report: log.incident }
  // A machine enrolled anew has another number, another book and other marks; what the old one had stays where it is.
  const ownDir = path.join(dataDir, `terminal-${identity.terminal}`)
  mkdirSync(ownDir, { recursive: true, mode: 0o700 })
  const cacheMark = openCacheMark(ownDir, kept)
  const ledger = await openBook(options, ownDir, cacheMark, unreadable)
  const stands = (act: ActId) => ledger.findAct(act) !== undefined
  const {
    drafts,
    keptAside,
    aside: draftsAside,
  } = openDrafts({ dir: path.join(dataDir, 'drafts'), key: key('drafts'), now, stands })
  for (const draft of keptAside) unreadable(draft)
  const keptFiles = openKeptFiles({
    dir: path.join(dataDir, 'files'),
    key: key('files'),
    minimumFreeBytes: options.minimumFreeBytes ?? MINIMUM_FREE_BYTES,
    unreadable,
  })
  const namedFiles = openNamedFiles({ dir: path.join(ownDir, 'files'), stands })
  // Drafts under a lost key may name files too, and come back with it.
  if (draftsAside === 0) {
    const named = namedAnywhere(dataDir)
    const inDrafts = JSON.stringify(drafts.list())
    keptFiles.sweep((sha256) => named.has(sha256) || inDrafts.includes(sha256))
  }
  const { verifiers: people, ...verifierFile } = openVerifiers({
    file: path.join(dataDir, 'people.sealed'),
    key: key('verifiers'),
    now,
  })
  if (verifierFile.keptAside !== null) unreadable(verifierFile.keptAside)

  const contacts = jsonFile(path.join(ownDir, 'contact.json'), Contact, unreadable)
  const clock = makeBureauClock({
    now,
    monotonic,
    before: contacts.read(),
    keep: (contact) => attempt(() => contacts.write(contact), log, 'contact'),
  })
  const client: BureauClient =
    options.client ??
    makeBureauClient({
      bureau: identity.bureau,
      certificate: identity.certificate,
      sign: signRequests(identity.terminal, keys.device.privateKey, now),
      monotonic,
      after: options.bureauAfter,
      heard: clock.heard,
    })
  const published: PublishedStore = openPublished({
    client,
    token: () => session.token,
    ...publishedFiles(dataDir, key('settings'), unreadable),
    changed: () => {
      notify('published')
      notify('terminal')
    },
    report: log.incident,
  })
  const fileSender = makeFileSender({ files: keptFiles, named: namedFiles, client, changed: () => notify('bureau') })
  const recorder: Recorder = makeRecorder({
    ledger,
    keptFiles,
    namedFiles,
    place: { terminal: identity.terminal, hall: identity.hall },
    clock,
    time: watchTime({ ledger, clock, monotonic }),
    session: () => session.current,
    books: () => published.books,
    now,
    report: log.incident,
    recorded: () => {
      // After the answer has reached the page: a notice goes another way there, overtakes it, and has the page at work first.
      setTimeout(() => {
        bureau.recorded()
        notify('ledger')
      }, AFTER_ANSWER_MS).unref()
    },
  })
  const session: SessionKeeper = keepSession({
    client,
    people,
    cacheKey: key('cache').toString('base64'),
    hall: () => published.hall,
    now,
    note: (note, by) => void recorder.note(note, by),
    changed: () => {
      notify('session')
      noteEndedPrints()
    },
  })
  const bureau: Bureau = openBureau({
    dataDir: ownDir,
    client,
    clock,
    ledger,
    published,
    fileSender,
    cacheApplied: () => cacheMark.mark?.applied ?? 0,
    lastCursor: cacheMark.mark?.cursor ?? null,
    token: () => session.token,
    tokenEnded: session.tokenEnded,
    reachable: session.reachable,
    alsoAsked: () => visits.poll(),
    notify,
    everyMs: () => 1000 * (options.uploadEverySeconds ?? published.hall?.uploadEverySeconds ?? UPLOAD_EVERY_SECONDS),
    now,
    random: options.random,
    ...kept,
  })
  const halls = makeGrantedHalls({ own: identity.hall, hear: bureau.hear, person: () => session.person?.id })
  const visits: Visits = makeVisits({ ledger, ask: bureau.ask, now, changed: () => notify('visits') })
  const endedPrints: PrintEnded[] = []
  const noteEndedPrints = () => {
    while (endedPrints.length > 0 && session.current !== undefined) recorder.note(endedPrints.shift()!)
  }
  void ledger.verified.then((found) => {
    if (found.result === 'damaged') log.warn('the ledger is damaged', { seq: found.seq, detail: found.detail })
    if (found.result === 'damaged') notify('terminal')
  })

  return {
    identity,
    ledger,
    recorder,
    session,
    published,
    bureau,
    halls,
    visits,
    cacheMark,
    drafts,
    keptFiles,
    namedFiles,
    people,
    settleDraft: (kase) => void setImmediate(() => attempt(() => drafts.drop(kase), log, 'draft')),
    printEnded: (note) => {
      endedPrints.push(note)
      noteEndedPrints()
    },
    close: async () => {
      session.signOut()
      await bureau.close()
      cacheMark.close()
      ledger.close()
      await client.close()
    },
  }
}

async function openBook(
  { outsideDir, identity, keys, log, minimumFreeBytes }: DeskOptions,
  ownDir: string,
  cacheMark: CacheMarkKeeper,
  unreadable: (keptAside: string) => void,
): Promise<WritableLedger> {
  const mark = markFile(ownDir, unreadable).read()
  const { ledger, tornTail, outsideKeptAside } = await openLedger({
    dir: path.join(ownDir, 'ledger'),
    terminal: identity.terminal,
    dataKey: keys.dataKey,
    outsideFile: path.join(outsideDir, 'last-number'),
    known: {
      cacheApplied: cacheMark.mark?.applied ?? 0,
      ...(mark === undefined ? {} : { bureau: { seq: mark.taken, digest: mark.digest } }),
    },
    ...(minimumFreeBytes === undefined ? {} : { minimumFreeBytes }),
  })
  if (tornTail !== null) log.warn('a broken-off write was kept aside', { ...tornTail })
  if (outsideKeptAside !== null) unreadable(outsideKeptAside)
  const { state } = ledger
  if (state.state === 'readOnly') log.warn('the ledger is read-only', { why: state.why, detail: state.detail })
  return ledger
}

/** What can be done again later must not stop the counter now. */
function attempt(work: () => void, log: Log, where: string): void {
  try {
    work()
  } catch (error) {
    log.incident(error, where)
  }
}
