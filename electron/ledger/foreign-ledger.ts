/** Reads the book of another machine, from a copy of its folder, with the data key that the recovery key opened. Changes nothing and takes no lock. */
import { join } from 'node:path'
import { realDisk } from '../disk/disk.ts'
import { readWhole } from '../disk/files.ts'
import { subkey } from '../keys/subkey.ts'
import { BookReader, type Damage } from './book-reader.ts'
import { chain, genesis } from './chain.ts'
import type { KeptRecord } from './ledger.ts'
import { scanBook } from './scan.ts'
import { firstOf, readSegmentHeader } from './segment.ts'

const SLICE = 250

/** What stands behind the last record that could be read. */
export class LedgerDamaged extends Error {
  constructor(readonly damage: Damage) {
    super(`the ledger cannot be read from record ${damage.seq} on: ${damage.detail}`)
    this.name = 'LedgerDamaged'
  }
}

/** The terminal whose book lies in a folder, undefined when there is none or its beginning is damaged. */
export function terminalOfLedger(dir: string): number | undefined {
  const first = realDisk.list(dir).find((name) => firstOf(name) !== undefined)
  const bytes = first === undefined ? undefined : readWhole(join(dir, first))
  return bytes && readSegmentHeader(bytes)?.terminal
}

/** Every record in order, each opened and following the one before. After the last good one it throws LedgerDamaged, if more was there and cannot be read; a broken-off write is no damage. */
export function* readForeignLedger(dir: string, dataKey: Buffer): Generator<KeptRecord & { terminal: number }> {
  const terminal = terminalOfLedger(dir)
  if (terminal === undefined) throw new LedgerDamaged({ seq: 1, detail: 'no segment begins as it should' })
  const book = { disk: realDisk, dir, terminal, key: subkey(dataKey, 'ledger') }
  const scan = scanBook(book)
  let damage: Damage | undefined
  const reader = new BookReader(book, scan, (met) => {
    damage = met
  })
  let { first: seq } = scan.index
  let digest = seq === 1 ? genesis(terminal) : undefined
  for (let slice = reader.read(seq, SLICE); slice.length > 0; slice = reader.read(seq, SLICE)) {
    for (const record of slice) {
      if (digest !== undefined && chain(digest, record.bytes) !== record.hash)
        throw new LedgerDamaged({ seq, detail: `record ${seq} does not follow the one before` })
      yield { ...record, terminal }
      digest = record.hash
      seq++
    }
  }
  const { end } = scan
  if (damage === undefined && (end.end === 'damaged' || end.end === 'keyMissing')) damage = { seq, detail: end.detail }
  if (damage !== undefined) throw new LedgerDamaged(damage)
}
