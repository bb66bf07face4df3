/** The terminal's book (流水) as others see it: who reads gets a ReadableLedger, who writes a WritableLedger. Opened by open-ledger.ts. */
import type { ActId, PrintedNumber, TerminalNo } from '../../shared/case/ids.ts'
import type { RecordBody } from '../../shared/record/record.ts'
import type { Disk } from '../disk/disk.ts'

/** `readOnly`: nothing is written until restart; what is there is safe. `nearlyFull`: no new cases, all else goes on. */
export type LedgerState =
  | { readonly state: 'ready' }
  | {
      readonly state: 'readOnly'
      readonly why: 'writeFailed' | 'damaged' | 'rolledBack' | 'keyMissing'
      readonly detail: string
    }
  | { readonly state: 'nearlyFull'; readonly freeBytes: number }

/** A record as it is kept and travels: its exact plaintext bytes and the digest of the chain up to and with it. */
export type KeptRecord = { readonly seq: number; readonly hash: string; readonly bytes: Buffer }

/** The end of a book: seq 0 and the genesis digest while it is empty. */
export type Mark = { readonly seq: number; readonly digest: string }

/** Whether every record was opened and fits the chain; `damaged` names the first that does not. */
export type Verification =
  | { readonly result: 'whole' }
  | { readonly result: 'damaged'; readonly seq: number; readonly detail: string }
  /** The book was closed before the check was through. */
  | { readonly result: 'closed' }

export interface ReadableLedger {
  readonly terminal: TerminalNo
  readonly last: Mark
  /** The first seq still kept here; 1 unless older segments were dropped. */
  readonly first: number
  /** Asks the disk for its free space each time. */
  readonly state: LedgerState
  /** Settles when the background check of the whole chain is through; never rejects. Damage found turns the book read-only. */
  readonly verified: Promise<Verification>
  /** Up to `limit` records from `fromSeq` on, in order and without gaps; ends before damage and before what was dropped is asked for. */
  read(fromSeq: number, limit: number): KeptRecord[]
  /** The digest after record `seq` (0: genesis), undefined where this book cannot say. */
  digestAt(seq: number): string | undefined
  /** The record of an act, for answering the same act twice with its first answer. Knows the records kept here. */
  findAct(act: ActId): number | undefined
  /** Bytes on the disk. */
  size(): number
  /** How many printed numbers this terminal can still give; at 0 it has to be enrolled anew. */
  numbersLeft(): number
}

export interface WritableLedger extends ReadableLedger {
  /**
   * One record: made, sealed, written and synced when this returns. `make` gets the record's seq and a function that gives the
   * terminal's next printed number, and must not append itself. What it throws passes through and nothing is written.
   * Throws LedgerWriteError when the disk would not: the book is then as before, or read-only until restart.
   */
  append(make: (seq: number, take: () => PrintedNumber) => RecordBody): Appended
  /** What the cache has applied or the bureau has taken; if the book has less or other content it was rolled back or cloned, and turns read-only. */
  compare(known: Known): LedgerState
  /** Lets go of whole segments whose records are all at or below `seq`, which is what the bureau says is backed up. The newest segment stays. */
  dropBelow(seq: number): void
  close(): void
}

export type Appended = KeptRecord & { readonly body: RecordBody }

/** What others say they have seen of this book. */
export type Known = {
  readonly cacheApplied?: number
  readonly bureau?: { readonly seq: number; readonly digest: string }
}

export type OpenOptions = {
  readonly dir: string
  readonly terminal: TerminalNo
  /** 32 bytes. */
  readonly dataKey: Buffer
  /** Keeps the last seq and number outside the data folder. */
  readonly outsideFile: string
  readonly known?: Known
  /** Below this the book says nearlyFull; 200 MB unless said. */
  readonly minimumFreeBytes?: number
  /** A segment that reaches this is closed and a new one begun; 16 MB unless said. */
  readonly segmentBytes?: number
  readonly disk?: Disk
}

/** Bytes that were cut off or moved, never deleted. */
export type TornTail = { readonly bytes: number; readonly keptAside: string }

export type OpenResult = {
  readonly ledger: WritableLedger
  /** A write that a crash or power cut broke off, never acknowledged: cut and kept aside. */
  readonly tornTail: TornTail | null
  /** An outside file that could not be read or was of an earlier enrolment: where it is kept now. */
  readonly outsideKeptAside: string | null
}

/** A record was not written. `state` says whether another try can help (`ready`) or only a restart. */
export class LedgerWriteError extends Error {
  constructor(
    message: string,
    readonly state: LedgerState,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'LedgerWriteError'
  }
}

/** Another process has this book open. */
export class LedgerInUse extends Error {
  constructor(readonly dir: string) {
    super(`the ledger in ${dir} is open in another process`)
    this.name = 'LedgerInUse'
  }
}
