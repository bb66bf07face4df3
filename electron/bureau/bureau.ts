/** This terminal's line to the bureau: sends the ledger, pulls for the page, keeps what was published. */
import path from 'node:path'
import type { z } from 'zod'
import type { Instant } from '../../shared/case/ids.ts'
import type { BureauStatus, Cursor, PullPage } from '../../shared/contract/views.ts'
import { jsonFile } from '../disk/json-file.ts'
import type { FileSender } from '../kept-files/send-files.ts'
import type { WritableLedger } from '../ledger/ledger.ts'
import type { PublishedStore } from '../published/published.ts'
import type { BureauClock } from './clock.ts'
import type { BureauClient } from './http.ts'
import { makeListener } from './listen.ts'
import { BureauMark } from './mark.ts'
import { makePuller, type Puller } from './pull.ts'
import { bureauStatus } from './status.ts'
import { KeptSynced, type Synced, watchSynced } from './synced.ts'
import { startUploading } from './upload.ts'
import { KeptVerdicts, noVerdicts, withPage } from './verdicts.ts'

export interface Bureau extends Puller {
  status(): z.infer<typeof BureauStatus>
  /** The page's cache has applied all up to here. */
  standsAt: Synced['standsAt']
  /** Something was recorded. */
  recorded(): void
  /** The clerk asks, or the network returned: ends every waiting, and settles when all was tried. */
  now(): Promise<void>
  /** Somebody signed in: what was published since is asked for at once. */
  signedIn(): Promise<void>
  close(): Promise<void>
}

export type BureauOptions = {
  dataDir: string
  client: Pick<BureauClient, 'call'>
  clock: Pick<BureauClock, 'offsetMs'>
  ledger: WritableLedger
  published: PublishedStore
  fileSender: FileSender
  /** Up to here the page's cache has applied the ledger. */
  cacheApplied(): number
  lastCursor: Cursor | null
  token(): string | undefined
  tokenEnded(token: string): void
  /** The bureau answers. */
  reachable(): Promise<void>
  /** What else is asked whenever it answers. */
  alsoAsked(): Promise<void>
  notify(notice: 'bureau' | 'pulled' | 'terminal'): void
  everyMs(): number
  now(): Instant
  random(): number
  report(error: unknown, where: string): string
  unreadable(keptAside: string): void
}

/** Published editions are asked for again after this long. */
const PUBLISHED_EVERY_MS = 10 * 60_000
/** A record that does not get through is named within a minute though nothing else happens. */
const LOOK_EVERY_MS = 10_000

/** The file in which the bureau's last word on this ledger is kept. */
export function markFile(dataDir: string, unreadable: (keptAside: string) => void) {
  return jsonFile(path.join(dataDir, 'bureau-mark.json'), BureauMark, unreadable)
}

/** Begins at once, and goes on until it is closed. */
export function openBureau(options: BureauOptions): Bureau {
  const { dataDir, client, ledger, published, fileSender, notify, report, unreadable } = options
  const marks = markFile(dataDir, unreadable)
  const verdicts = jsonFile(path.join(dataDir, 'verdicts.json'), KeptVerdicts, unreadable)
  let judged = verdicts.read() ?? noVerdicts
  let publishedAt = Number.NEGATIVE_INFINITY
  let bookState = ledger.state.state

  const quietly = (work: () => void) => {
    try {
      work()
    } catch (error) {
      // What is kept here can be asked for again: a full disk must not stop the upload.
      report(error, 'bureau')
    }
  }
  const syncedFile = jsonFile(path.join(dataDir, 'synced.json'), KeptSynced, unreadable)
  const synced = watchSynced({
    before: syncedFile.read()?.at ?? null,
    cursor: options.lastCursor,
    keep: (known) => quietly(() => syncedFile.write(known)),
  })
  const puller = makePuller({
    client,
    token: options.token,
    refused: options.tokenEnded,
    lastCursor: options.lastCursor,
    synced,
    now: options.now,
    news: () => notify('pulled'),
    current: (editions) => {
      const known = published.published?.current
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(editions)) void published.refresh()
    },
    // The status bar must not say "connected" beside a page that says the opposite.
    unreachable: () => {
      if (upload.state.state === 'connected') void upload.now()
    },
    pulled: (page: PullPage) => {
      const next = withPage(judged, page)
      if (JSON.stringify(next) === JSON.stringify(judged)) return
      judged = next
      quietly(() => verdicts.write(judged))
      notify('bureau')
    },
  })

  const listener = makeListener({
    client,
    isAsked: () => options.token() !== undefined,
    changed: () => puller.poll(),
    book: () => ({ seq: ledger.last.seq, digest: ledger.last.digest }),
    report: (error) => report(error, 'listening'),
  })
  const reached = async () => {
    // Beside all else: a large file on a thin line must not hold up what follows.
    const life = upload.state.mark?.incarnation
    if (life !== undefined) void fileSender.send(life).catch((error) => report(error, 'files'))
    await options.reachable()
    if (performance.now() - publishedAt > PUBLISHED_EVERY_MS) {
      publishedAt = performance.now()
      await published.refresh()
    }
    await puller.poll()
    listener.begin()
    await options.alsoAsked()
  }
  const upload = startUploading({
    ledger,
    client,
    before: marks.read(),
    keep: (mark) => quietly(() => marks.write(mark)),
    everyMs: options.everyMs,
    now: options.now,
    random: options.random,
    mayDropBelow: (backedUp) => Math.min(backedUp, options.cacheApplied()),
    changed: () => {
      notify('bureau')
      if (ledger.state.state === bookState) return
      bookState = ledger.state.state
      notify('terminal')
    },
    reached: () => void reached().catch((error) => report(error, 'bureau')),
  })
  const look = setInterval(() => {
    if (ledger.last.seq > (upload.state.mark?.taken ?? 0)) notify('bureau')
  }, LOOK_EVERY_MS)
  look.unref()

  return {
    ...puller,
    publish: async (route, input) => {
      const answer = await puller.publish(route, input)
      if (answer.ok) await published.refresh()
      return answer
    },
    status: () =>
      bureauStatus({
        ledger,
        upload: upload.state,
        verdicts: { waiting: judged.waiting.length, refused: judged.refused.length },
        files: { waiting: fileSender.waiting, cause: fileSender.cause },
        syncedAt: synced.at,
        offsetMs: options.clock.offsetMs,
        now: options.now(),
      }),
    standsAt: synced.standsAt,
    recorded: upload.recorded,
    now: upload.now,
    signedIn: () => {
      publishedAt = Number.NEGATIVE_INFINITY
      return upload.now()
    },
    close: async () => {
      clearInterval(look)
      listener.close()
      await upload.stop()
      await fileSender.stop()
    },
  }
}
