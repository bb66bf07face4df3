/** What was typed and is no act yet: one sealed file for each case, on the disk before it is called kept. */
import { join } from 'node:path'
import type { ActId, CaseId, Instant, PersonId } from '../../shared/case/ids.ts'
import { Draft } from '../../shared/contract/views.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { keepAside, readWhole, UNFINISHED, writeWhole } from '../disk/files.ts'
import { seal, unseal } from '../keys/sealed.ts'

const ENDING = '.draft'

export type DraftOwner = Pick<Draft, 'person' | 'personName'>
export type DraftToKeep = Omit<Draft, 'person' | 'personName' | 'keptAt'>

export interface Drafts {
  /** On the disk when this returns. One whose act stands already is not kept. Throws for a draft of somebody else (take it over first), and what the disk says. */
  keep(draft: DraftToKeep, owner: DraftOwner): Instant
  /** All of this terminal, newest first. */
  list(): Draft[]
  find(kase: CaseId): Draft | undefined
  /** Makes it the stand-in's and says whose it was, for the note in the ledger. Undefined when there is none. */
  takeOver(kase: CaseId, to: DraftOwner): { readonly draft: Draft; readonly from: PersonId } | undefined
  drop(kase: CaseId): void
}

export type DraftsOptions = {
  readonly dir: string
  /** subkey(dataKey, 'drafts') */
  readonly key: Buffer
  readonly now: () => Instant
  /** Does this act stand in the ledger? Open the ledger first. */
  readonly stands: (act: ActId) => boolean
  readonly disk?: Disk
}

export type OpenDrafts = {
  readonly drafts: Drafts
  /** Cases whose act stood already: their drafts were dropped. */
  readonly settled: readonly CaseId[]
  /** Files that do not open, where they are kept now. Nothing is deleted. */
  readonly keptAside: readonly string[]
  /** How many lie aside, those of earlier starts too. */
  readonly aside: number
}

/** Opens the drafts of this terminal. Drafts that were kept aside under a lost key come back when it does. */
export function openDrafts({ dir, key, now, stands, disk = realDisk }: DraftsOptions): OpenDrafts {
  const aside = join(dir, 'aside')
  disk.makeFolder(dir)
  for (const name of disk.list(dir)) if (name.endsWith(UNFINISHED)) disk.remove(join(dir, name))
  bringBack({ dir, aside, key, disk })

  const known = new Map<CaseId, Draft>()
  const keptAside: string[] = []
  const settled: CaseId[] = []
  for (const name of disk.list(dir)) {
    if (!name.endsWith(ENDING)) continue
    const draft = read(join(dir, name), name, key, disk)
    if (draft === undefined) keptAside.push(keepAside(join(dir, name), aside, disk))
    else if (!stands(draft.act)) known.set(draft.case, draft)
    else {
      disk.remove(join(dir, name))
      settled.push(draft.case)
    }
  }

  const put = (draft: Draft) => {
    const sealed = seal(key, purpose(nameOf(draft.case)), Buffer.from(JSON.stringify(draft)))
    writeWhole(join(dir, nameOf(draft.case)), sealed, disk)
    known.set(draft.case, draft)
  }

  const drafts: Drafts = {
    keep(draft, owner) {
      const keptAt = now()
      const before = known.get(draft.case)
      if (before !== undefined && before.person !== owner.person) throw new Error('this draft is of somebody else')
      // A last keep may arrive after the act: the draft must not come back.
      if (!stands(draft.act)) put(Draft.parse({ ...draft, ...owner, keptAt }))
      return keptAt
    },
    list: () => [...known.values()].sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1)),
    find: (kase) => known.get(kase),
    takeOver(kase, to) {
      const before = known.get(kase)
      if (before === undefined) return undefined
      const draft = { ...before, ...to }
      if (before.person !== to.person) put(draft)
      return { draft, from: before.person }
    },
    drop(kase) {
      if (!known.has(kase)) return
      disk.remove(join(dir, nameOf(kase)))
      known.delete(kase)
      disk.syncFolder(dir)
    },
  }
  const asideNow = disk.list(aside).filter((name) => name.includes(ENDING)).length
  return { drafts, settled, keptAside, aside: asideNow }
}

type Folders = { readonly dir: string; readonly aside: string; readonly key: Buffer; readonly disk: Disk }

function bringBack({ dir, aside, key, disk }: Folders): void {
  disk.makeFolder(aside)
  const here = new Set(disk.list(dir))
  for (const name of disk.list(aside)) {
    if (!name.endsWith(ENDING) || here.has(name) || read(join(aside, name), name, key, disk) === undefined) continue
    disk.rename(join(aside, name), join(dir, name))
    disk.syncFolder(dir)
    disk.syncFolder(aside)
  }
}

function read(path: string, name: string, key: Buffer, disk: Disk): Draft | undefined {
  try {
    const bytes = unseal(key, purpose(name), readWhole(path, disk) ?? Buffer.alloc(0))
    const draft = bytes && Draft.parse(JSON.parse(bytes.toString('utf8')))
    return draft !== undefined && nameOf(draft.case) === name ? draft : undefined
  } catch {
    return undefined
  }
}

function nameOf(kase: CaseId): string {
  return kase + ENDING
}

/** Binds a draft to its file's name: one cannot be put in another's place. */
function purpose(name: string): string {
  return `draft ${name}`
}
