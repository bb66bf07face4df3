/** Everything the bureau ever published to this terminal, kept as one sealed file: running cases keep the editions they were
 *  made under. */
import path from 'node:path'
import type { Published } from '../../shared/contract/views.ts'
import { Published as PublishedSchema } from '../../shared/contract/views.ts'
import { Hall } from '../../shared/people/hall.ts'
import type { BureauClient } from '../bureau/http.ts'
import { sealedFile } from '../sealed-file.ts'
import { type Books, makeBooks } from './books.ts'

export interface PublishedStore {
  /** Undefined until something was published to this terminal. */
  readonly published: Published | undefined
  readonly books: Books | undefined
  /** The hall alone: it does not wait for the rest to be read. */
  readonly hall: Hall | undefined
  /** Asks the bureau; settles when it has answered or could not be reached. */
  refresh(): Promise<void>
}

export type PublishedOptions = {
  client: Pick<BureauClient, 'call'>
  token(): string | undefined
  /** The sealed file: undefined when there is none. */
  file: Kept
  /** The hall once more, in a file of its own: who signs in needs its name and windows, and not a hundred items. */
  hallFile: Kept
  changed(): void
  report(error: unknown, where: string): string
}

type Kept = { read(): unknown; write(content: unknown): void }

/** Where a machine keeps both, below its data. */
export function publishedFiles(
  dataDir: string,
  key: Buffer,
  unreadable: (keptAside: string) => void,
): Pick<PublishedOptions, 'file' | 'hallFile'> {
  return {
    file: sealedFile(path.join(dataDir, 'published.sealed'), key, 'published', unreadable),
    hallFile: sealedFile(path.join(dataDir, 'hall.sealed'), key, 'hall', unreadable),
  }
}

const REQUEST_MS = 15_000

export function openPublished({ client, token, file, hallFile, changed, report }: PublishedOptions): PublishedStore {
  let hall = Hall.safeParse(hallFile.read()).data
  /** Undefined until it is read, which takes longer than all else at a start. */
  let known: { published: Published; books: Books } | null | undefined
  let asking: Promise<void> | undefined

  const all = () => {
    if (known === undefined) {
      const published = readKept(file, report)
      known = published === undefined ? null : { published, books: makeBooks(published) }
      keepHall(published?.hall)
    }
    return known ?? undefined
  }
  const keepHall = (next: Hall | undefined) => {
    if (JSON.stringify(next) === JSON.stringify(hall)) return
    hall = next
    attempt(() => hallFile.write(next ?? null))
  }
  const attempt = (write: () => void) => {
    try {
      write()
    } catch (error) {
      report(error, 'published')
    }
  }
  const refresh = async () => {
    const reply = await client.call('GET /v1/published', null, { timeoutMs: REQUEST_MS, token: token() })
    if (!reply.ok) return
    const before = all()?.published
    const next = withEarlier(reply.value, before)
    if (before !== undefined && JSON.stringify(next) === JSON.stringify(before)) return
    known = { published: next, books: makeBooks(next) }
    changed()
    attempt(() => file.write(next))
    keepHall(next.hall)
  }
  return {
    get published() {
      return all()?.published
    },
    get books() {
      return all()?.books
    },
    get hall() {
      return hall ?? all()?.published.hall
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
