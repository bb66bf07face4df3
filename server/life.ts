/** How a bureau begins, and begins again after a restore. */
import { exportJWK, generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { type Bureau, newIncarnation, setting } from './bureau.ts'
import type { Tx } from './database.ts'

/** Numbers that may have been given after a backup are passed over: no terminal's number is given twice. */
const SKIPPED_NUMBERS = 1000

/** Begins a bureau: its recovery key pair, whose private half is given once and kept by people, not by the server. Undefined
 *  when it was begun before. */
export async function initBureau({ db }: Bureau): Promise<{ recoveryPrivateKey: object } | undefined> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  const { kty, crv, x } = await exportJWK(publicKey)
  const mine = JSON.stringify({ kty, crv, x })
  const kept = await setting(db, 'recoveryPublicKey', () => mine)
  return kept === mine ? { recoveryPrivateKey: await exportJWK(privateKey) } : undefined
}

/** A new life of a restored database: cursors start again, terminals send again, terminal numbers skip ahead. */
export async function beginNewLife(tx: Tx, now: Date): Promise<void> {
  await tx.updateTable('meta').set({ value: newIncarnation() }).where('key', '=', 'incarnation').execute()
  const restoredAt = now.toISOString()
  await tx
    .insertInto('meta')
    .values({ key: 'restoredAt', value: restoredAt })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: restoredAt }))
    .execute()
  await sql`insert into meta (key, value) values ('lastTerminal', ${String(SKIPPED_NUMBERS)}) on conflict (key)
    do update set value = (meta.value::integer + ${SKIPPED_NUMBERS}::integer)::text`.execute(tx)
}
