/** What the bureau wrote and a terminal keeps in its ledger for a bureau that was restored: the bureau's own words, sealed, so that nobody
 *  else can have said them. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { z } from 'zod'
import type { Sealer } from './seal.ts'

/** Pressed first: a record holds only so much, and the amendment of a day on which a line was down has hundreds of causes. */
export function sealForLedger(sealer: Sealer, said: unknown): string {
  return sealer.seal(gzipSync(JSON.stringify(said))).toString('base64')
}

/** Throws on what this bureau did not seal, and on what it would not say. */
export function openFromLedger<T extends z.ZodType>(sealer: Sealer, sealed: string, words: T): z.output<T> {
  const pressed = sealer.open(Buffer.from(sealed, 'base64'))
  return words.parse(JSON.parse(gunzipSync(pressed).toString('utf8')))
}
