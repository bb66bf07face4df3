/** Everything the bureau ever published to this terminal, kept as one sealed file: running cases keep the editions they were
 *  made under. */
import type { Published } from '../../shared/contract/views.ts'
import { Published as PublishedSchema } from '../../shared/contract/views.ts'
import type { BureauClient } from '../bureau/http.ts'
import { type Books, makeBooks } from './books.ts'

export interface PublishedStore {
  /** Undefined until something was published to this terminal. */
  readonly published: Published | undefined
  readonly books: Books | undefined
  /** Asks the bureau; settles when it has answered or could not be reached. */
  refresh(): Promise<void>
}

export type PublishedOptions = {
  client: Pick<BureauClient, 'call'>
  token(): string | undefined
  /** The sealed file: undefined when there is none. */
  file: { read(): unknown; write(content: unknown): void }
  changed(): void
  report(error: unknown, where: string): string
}

const REQUEST_MS = 15_000

export function openPublished({ client, token, file, changed, report }: PublishedOptions): PublishedStore {
  let published = readKept(file, report)
  let books = published && makeBooks(published)
  let asking: Promise<void> | undefined

  const refresh = async () => {
    const reply = await client.call('GET /v1/published', null, { timeoutMs: REQUEST_MS, token: token() })
    if (!reply.ok) return
    const next = withEarlier(reply.value, published)
    if (published !== undefined && JSON.stringify(next) === JSON.stringify(published)) return
    published = next
    books = makeBooks(next)
    changed()
    try {
      file.write(next)
    } catch (error) {
      report(error, 'published')
    }
  }
  return {
    get published() {
      return published
    },
    get books() {
      return books
    },
    refresh: () => {
      asking ??= refresh().finally(() => {
        asking = undefined
      })
      return asking
    },
  }
}

function readKept(file: PublishedOptions['file'], report: PublishedOptions['report']): Published | undefined {
  const kept = file.read()
  if (kept === undefined) return undefined
  // Read once in a run: compiling the schema's fast way would take longer than the reading.
  const read = PublishedSchema.safeParse(kept, { jitless: true })
  if (read.success) return read.data
  // What another version kept is asked for again; the file stands until then.
  report(new Error(`published: ${read.error.issues[0]?.path.join('.')}`), 'published')
  return undefined
}

/** The new editions first, then those known before that it no longer names. An edition never changes, so the newer word stands. */
export function withEarlier(now: Published, before: Published | undefined): Published {
  if (before === undefined) return now
  const catalogues = new Set(now.catalogues.map((each) => each.edition))
  const papers = new Set(now.papers.map((each) => each.edition))
  return {
    ...now,
    catalogues: [...now.catalogues, ...before.catalogues.filter((each) => !catalogues.has(each.edition))],
    papers: [...now.papers, ...before.papers.filter((each) => !papers.has(each.edition))],
  }
}
