/** Sends the ledger to the bureau, straight from the file, whatever the page does meanwhile. A record sent twice is no harm:
 *  the bureau gives it its first answer again. */
import type { z } from 'zod'
import type { Instant } from '../../shared/case/ids.ts'
import type { Taken } from '../../shared/contract/routes.ts'
import type { BureauStatus } from '../../shared/contract/views.ts'
import type { WritableLedger } from '../ledger/ledger.ts'
import { waitAfter } from './backoff.ts'
import { nextBatch } from './batch.ts'
import type { BureauClient, Failure, Reply } from './http.ts'
import { type BureauMark, sameMark } from './mark.ts'

export type UploadState = {
  state: z.infer<typeof BureauStatus>['state']
  /** A short code, for the page's table of sentences. */
  cause: string | null
  /** What the bureau last said it has. */
  mark: BureauMark | undefined
  nextTry: Instant | null
}

export interface Uploader {
  readonly state: UploadState
  /** Something was recorded: sends in a moment, together with what follows at once. */
  recorded(): void
  /** Ends every waiting and tries at once; settles when that try is over. */
  now(): Promise<void>
  /** Aborts what is under way and sends nothing more. */
  stop(): Promise<void>
}

export type UploadOptions = {
  ledger: Pick<WritableLedger, 'last' | 'read' | 'digestAt' | 'compare' | 'dropBelow'>
  client: Pick<BureauClient, 'call'>
  before: BureauMark | undefined
  keep(mark: BureauMark): void
  everyMs(): number
  now(): Instant
  random(): number
  /** The state may have changed. */
  changed(): void
  /** The bureau answers, and gives what it has, whether or not it took what it was sent. */
  reached(): void
  /** What the bureau has in a backup and the cache has applied may leave the terminal. */
  mayDropBelow(backedUp: number): number
}

const TOGETHER_MS = 500
const REQUEST_MS = 20_000
const TRIES_IN_VAIN = 3

/** Begins at once. */
export function startUploading(options: UploadOptions): Uploader {
  const { ledger, client } = options
  const stopping = new AbortController()
  let state: UploadState = { state: 'offline', cause: 'notYet', mark: options.before, nextTry: null }
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | undefined
  let another = false

  const update = (change: Partial<UploadState>) => {
    state = { ...state, ...change }
    options.changed()
  }

  const wait = (ms: number) => {
    clearTimeout(timer)
    if (stopping.signal.aborted) return
    timer = setTimeout(() => void run(), ms)
    timer.unref()
    state = { ...state, nextTry: new Date(Date.parse(options.now()) + ms).toISOString() as Instant }
  }

  /** One round at a time; whoever asks during one gets another after it. */
  const run = (): Promise<void> => {
    if (round !== undefined) {
      another = true
      return round
    }
    clearTimeout(timer)
    round = sendAll().then((failure) => {
      round = undefined
      if (stopping.signal.aborted) return
      if (failure === undefined) succeed()
      else fail(failure)
      if (!another) return
      another = false
      return run()
    })
    return round
  }

  const succeed = () => {
    failures = 0
    wait(options.everyMs())
    update({ state: 'connected', cause: null })
    options.reached()
  }

  const fail = ({ state: to, cause, answered }: Stopped) => {
    failures += 1
    wait(waitAfter(failures, options.random()))
    update({ state: to, cause })
    // What others did is read though our own records do not get through: the counter works on what stands at the bureau.
    if (answered === true) options.reached()
  }

  const taken = () => state.mark?.taken ?? 0

  /** Sends until the bureau has all; gives why it could not. */
  async function sendAll(): Promise<Stopped | undefined> {
    const limits = { timeoutMs: REQUEST_MS, signal: stopping.signal }
    let stopped = heed(await client.call('GET /v1/mark', null, limits), 'asked')
    if (stopped !== undefined) return stopped
    stopped = await sendRest(limits)
    // A bureau that refuses this book or this machine is asked for nothing more.
    const asks = stopped?.state === 'offline' || stopped?.state === 'connected'
    return stopped === undefined ? undefined : { ...stopped, answered: asks }
  }

  async function sendRest(limits: { timeoutMs: number; signal: AbortSignal }): Promise<Stopped | undefined> {
    let stopped: Stopped | undefined
    let highest = taken()
    // A bureau that neither takes nor says why would be sent the same for ever without a pause.
    for (let inVain = 0; stopped === undefined && taken() < ledger.last.seq; ) {
      const records = nextBatch(ledger, taken() + 1)
      if (records.length === 0) return { state: 'connected', cause: 'unreadable' }
      stopped = heed(await client.call('POST /v1/records', { records }, limits), 'sent')
      inVain = taken() > highest ? 0 : inVain + 1
      highest = Math.max(highest, taken())
      if (inVain === TRIES_IN_VAIN) return stopped ?? { state: 'connected', cause: 'notTaken' }
    }
    return stopped
  }

  /** Takes in what the bureau says it has; a restored one has less, and gets again what it lost. */
  function heed(reply: Reply<Taken>, after: 'asked' | 'sent'): Stopped | undefined {
    if (!reply.ok) return stoppedBy(reply.failure)
    const { problem, ...said } = reply.value
    const at = after === 'sent' && problem === null ? options.now() : (state.mark?.at ?? null)
    const mark = { ...said, at }
    if (!sameMark(state.mark, mark)) options.keep(mark)
    update({ mark })
    if (problem?.what === 'differs') ledger.compare({ bureau: { seq: problem.seq, digest: 'other content' } })
    const book = ledger.compare({ bureau: { seq: said.taken, digest: said.digest } })
    const rolledBack = book.state === 'readOnly' && book.why === 'rolledBack'
    if (rolledBack || problem?.what === 'differs') return { state: 'refused', cause: 'differs' }
    if (problem?.what === 'badRecord') return { state: 'connected', cause: `badRecord ${problem.seq}` }
    ledger.dropBelow(Math.min(said.taken, options.mayDropBelow(said.backedUp)))
    return undefined
  }

  void run()
  return {
    get state() {
      return state
    },
    recorded: () => {
      if (round !== undefined) {
        another = true
        return
      }
      wait(TOGETHER_MS)
    },
    now: async () => {
      failures = 0
      await run()
    },
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

/** `answered`: the bureau did answer before, and may be asked for what it has. */
type Stopped = { state: UploadState['state']; cause: string; answered?: boolean }

function stoppedBy(failure: Failure): Stopped {
  if (failure.kind === 'offline') return { state: 'offline', cause: failure.cause }
  if (failure.kind === 'strange') return { state: 'refused', cause: 'strange' }
  if (failure.code === 'terminalStopped') return { state: 'stopped', cause: failure.code }
  const passing = ['tooMany', 'unavailable', 'failed'].includes(failure.code)
  return { state: passing ? 'offline' : 'refused', cause: failure.code }
}
