/** Terminals: a one-time code gives a machine its number, never given again; each of its requests is signed. */
import { createHash, randomInt } from 'node:crypto'
import { compactVerify, importJWK } from 'jose'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Enrolled, RecoveryKey, RequestClaim, type Routes } from '../shared/contract/routes.ts'
import type { Bureau } from './bureau.ts'
import { setting } from './bureau.ts'
import { genesis } from './seal.ts'

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const hashCode = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('base64url')

/** A one-time code for a hall's machine, as `ABCD-EFGH-JKMN`; only its hash is kept. */
export async function makeCode(bureau: Bureau, hall: string, window: number | null): Promise<string> {
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-')
  await bureau.db
    .insertInto('codes')
    .values({ hash: hashCode(code), hall, window, used_by: null, made_at: bureau.now().toISOString() })
    .execute()
  return code
}

type Answer = z.input<Routes['POST /v1/enrol']['output']>

/** Enrols a machine. The number comes from a counter that a restore moves ahead. */
export async function enrol(
  bureau: Bureau,
  given: { code: string; publicKey: object; machine: string },
): Promise<Answer> {
  const recovery = RecoveryKey.parse(JSON.parse(await setting(bureau.db, 'recoveryPublicKey', () => 'null')))
  return bureau.db.transaction().execute(async (tx): Promise<Answer> => {
    const code = await tx
      .selectFrom('codes')
      .selectAll()
      .where('hash', '=', hashCode(given.code))
      .forUpdate()
      .executeTakeFirst()
    if (code === undefined) return { ok: false, why: 'badCode' }
    if (code.used_by !== null) return { ok: false, why: 'usedCode' }
    await sql`insert into meta (key, value) values ('lastTerminal', '0') on conflict do nothing`.execute(tx)
    const { rows } = await sql<{
      value: string
    }>`update meta set value = (value::integer + 1)::text where key = 'lastTerminal' returning value`.execute(tx)
    const no = Number(rows[0]?.value)
    await tx
      .insertInto('terminals')
      .values({
        no,
        hall: code.hall,
        window: code.window,
        public_key: JSON.stringify(given.publicKey),
        machine: given.machine,
        taken: 0,
        digest: genesis(no),
        judged_seq: 0,
        judged: 0,
        backed_up: 0,
        stopped: null,
      })
      .execute()
    await tx.updateTable('codes').set({ used_by: no }).where('hash', '=', code.hash).execute()
    return {
      ok: true,
      value: {
        terminal: no,
        hall: code.hall,
        window: code.window,
        recoveryKey: recovery,
        incarnation: bureau.incarnation,
      } as Enrolled,
    }
  })
}

export type Verified =
  | { ok: true; terminal: number; hall: string }
  | { ok: false; why: 'badSignature' | 'unknownTerminal' | 'terminalStopped' }

/** Whether this very request was signed by the terminal it names. */
export async function verifyRequest(
  bureau: Bureau,
  signed: string,
  request: { method: string; path: string; body: Buffer },
): Promise<Verified> {
  const bad = { ok: false, why: 'badSignature' } as const
  let claimed: RequestClaim
  try {
    claimed = RequestClaim.parse(JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')))
  } catch {
    return bad
  }
  const row = await bureau.db
    .selectFrom('terminals')
    .select(['no', 'hall', 'public_key', 'stopped'])
    .where('no', '=', claimed.terminal)
    .executeTakeFirst()
  if (row === undefined) return { ok: false, why: 'unknownTerminal' }
  try {
    await compactVerify(signed, await importJWK(JSON.parse(row.public_key), 'EdDSA'), { algorithms: ['EdDSA'] })
  } catch {
    return bad
  }
  const body = createHash('sha256').update(request.body).digest('base64url')
  if (claimed.method !== request.method || claimed.path !== request.path || claimed.body !== body) return bad
  return row.stopped === null ? { ok: true, terminal: row.no, hall: row.hall } : { ok: false, why: 'terminalStopped' }
}
