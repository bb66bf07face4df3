/** How a bureau begins, and begins again after a restore. */
import { exportJWK, generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { type Bureau, newIncarnation, setting } from './bureau.ts'
import type { Tx } from './database.ts'

/** Numbers that may have been given after a backup are passed over: no terminal's number is given twice. */
const SKIPPED_NUMBERS = 1000

const recoveryKey = 'recoveryPublicKey'

/** Begins a bureau: its recovery key pair, whose private half people keep and the server does not. False when it was begun before.
 *  `keep` has the private half before anything is sealed for it: if it throws, the bureau is not begun. */
export async function initBureau({ db }: Bureau, keep: (privateKey: object) => void): Promise<boolean> {
  const known = await db.selectFrom('meta').select('key').where('key', '=', recoveryKey).executeTakeFirst()
  if (known !== undefined) return false
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  keep(await exportJWK(privateKey))
  const { kty, crv, x } = await exportJWK(publicKey)
  const mine = JSON.stringify({ kty, crv, x })
  if ((await setting(db, recoveryKey, () => mine)) !== mine)
    throw new Error('the bureau was begun by somebody else at this moment: the key that was just written opens nothing')
  return true
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
