/** Sends the files that acts have named to the bureau, after the records and beside them: never in their way. Each is known by its
 *  hash, so that one sent twice, or broken off and sent again, is one. */
import type { BureauClient, Failure } from '../bureau/http.ts'
import type { KeptFiles } from './kept-files.ts'
import type { NamedFiles } from './named-files.ts'

export interface FileSender {
  readonly waiting: number
  /** Why the last try ended early; a code that renderer/words has a sentence for. */
  readonly cause: string | null
  /** The bureau answers, in this life of it. One try at a time; it settles when that is over. */
  send(incarnation: string): Promise<void>
  stop(): Promise<void>
}

export type FileSenderOptions = {
  files: Pick<KeptFiles, 'read'>
  named: NamedFiles
  client: Pick<BureauClient, 'call'>
  changed(): void
}

/** Enough for the largest file on a line of 4 Mbit/s. */
const REQUEST_MS = 60_000
const ASKED_AT_ONCE = 200

export function makeFileSender({ files, named, client, changed }: FileSenderOptions): FileSender {
  const stopping = new AbortController()
  const limits = { timeoutMs: REQUEST_MS, signal: stopping.signal }
  let cause: string | null = null
  let round: Promise<void> | undefined

  /** Gives why it ended early. */
  async function sendAll(incarnation: string): Promise<string | null> {
    named.liveIn(incarnation)
    const waiting = named.waiting()
    let left: string | null = null
    for (let from = 0; from < waiting.length; from += ASKED_AT_ONCE) {
      const asked = waiting.slice(from, from + ASKED_AT_ONCE)
      const answer = await client.call('POST /v1/files-missing', { files: asked }, limits)
      if (!answer.ok) return causeOf(answer.failure)
      const missing = new Set(answer.value.missing)
      named.sent(asked.filter((sha256) => !missing.has(sha256)))
      changed()
      for (const sha256 of missing) {
        const bytes = files.read(sha256)
        // It stays on the list: somebody has to know that the bureau will never get it from here.
        if (bytes === undefined) {
          left = 'fileDamaged'
          continue
        }
        const taken = await client.call('POST /v1/file-send', { sha256, content: bytes.toString('base64') }, limits)
        if (!taken.ok) return causeOf(taken.failure)
        if (taken.value.ok) named.sent([sha256])
        else left = 'fileRefused'
        changed()
      }
    }
    return left
  }

  return {
    get waiting() {
      return named.waiting().length
    },
    get cause() {
      return cause
    },
    send: (incarnation) => {
      round ??= sendAll(incarnation)
        .then((why) => {
          cause = why
        })
        .finally(() => {
          round = undefined
          changed()
        })
      return round
    },
    stop: async () => {
      stopping.abort()
      await round?.catch(() => {})
    },
  }
}

function causeOf(failure: Failure): string {
  if (failure.kind === 'offline') return failure.cause
  return failure.kind === 'bureau' ? failure.code : 'strange'
}
