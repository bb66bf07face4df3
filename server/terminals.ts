/** Terminals: a one-time code gives a machine its number, never given again; each of its requests is signed. */
import { createHash, randomInt } from 'node:crypto'
import { compactVerify, importJWK } from 'jose'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { HallId, TerminalNo, WindowNo } from '../shared/case/ids.ts'
import { RecoveryKey, RequestClaim, type Routes } from '../shared/contract/routes.ts'
import { TRAINING_TERMINAL } from '../shared/number/desk-number.ts'
import { type Bureau, setting } from './bureau.ts'
import type { Tx } from './database.ts'
import { genesis } from './seal.ts'
import { TOKEN_KEY } from './sign-in.ts'

/** No letter or digit that is mistaken for another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LETTERS = 12
const CODE_DAYS = 7

/** A one-time code for a hall's machine, as `ABCD-EFGH-JKMN`, good for seven days; only its hash is kept. */
export async function makeCode(
  bureau: Bureau,
  hall: string,
  window: number | null,
  offices: readonly string[] = ['window'],
): Promise<string> {
  const letters = Array.from({ length: CODE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)])
  const code = letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
  await bureau.db
    .insertInto('codes')
    .values({
      hash: hashCode(code),
      hall,
      window,
      offices: [...offices],
      used_by: null,
      made_at: bureau.now().toISOString(),
    })
    .execute()
  return code
}

function hashCode(code: string): string {
  const letters = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(letters).digest('base64url')
}

type Asked = z.output<Routes['POST /v1/enrol']['input']>
type Answer = z.input<Routes['POST /v1/enrol']['output']>

/** Enrols a machine. One whose answer was lost asks again with the same code and key, and gets the same number. */
export async function enrol(bureau: Bureau, asked: Asked): Promise<Answer> {
  const recoveryKey = RecoveryKey.parse(JSON.parse(await setting(bureau.db, 'recoveryPublicKey', () => 'null')))
  const oldest = new Date(bureau.now().getTime() - CODE_DAYS * 24 * 3_600_000).toISOString()
  const publicKey = JSON.stringify(asked.publicKey)
  return bureau.db.transaction().execute(async (tx): Promise<Answer> => {
    const code = await tx
      .selectFrom('codes')
      .selectAll()
      .where('hash', '=', hashCode(asked.code))
      .where('made_at', '>=', oldest)
      .forUpdate()
      .executeTakeFirst()
    if (code === undefined) return { ok: false, why: 'badCode' }
    if (code.used_by !== null && (await keyOf(tx, code.used_by)) !== publicKey) return { ok: false, why: 'usedCode' }
    const { hall, window, offices } = code
    const no = code.used_by ?? (await nextNumber(tx))
    if (code.used_by === null) {
      await tx
        .insertInto('terminals')
        .values({
          no,
          hall,
          window,
          offices,
          public_key: publicKey,
          machine: asked.machine,
          digest: genesis(no),
          stopped: null,
        })
        .execute()
      await tx.updateTable('codes').set({ used_by: no }).where('hash', '=', code.hash).execute()
    }
    const value = {
      terminal: no as TerminalNo,
      hall: hall as HallId,
      window: window as WindowNo | null,
      recoveryKey,
      incarnation: bureau.incarnation,
    }
    return { ok: true, value }
  })
}

async function keyOf(tx: Tx, no: number): Promise<string | undefined> {
  const row = await tx.selectFrom('terminals').select('public_key').where('no', '=', no).executeTakeFirst()
  return row?.public_key
}

/** Which offices' matters are handled at a machine. Throws when there is none of this number. */
export async function setOffices(bureau: Bureau, no: number, offices: readonly string[]): Promise<void> {
  await change(bureau, no, { offices: [...offices] })
}

/** Stops a terminal for a reason, or lets it send again. Throws when there is none of this number. */
export async function setStopped(bureau: Bureau, no: number, reason: string | null): Promise<void> {
  await change(bureau, no, { stopped: reason })
}

async function change({ db }: Bureau, no: number, to: { offices?: string[]; stopped?: string | null }): Promise<void> {
  const { numUpdatedRows } = await db.updateTable('terminals').set(to).where('no', '=', no).executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) throw new Error(`there is no terminal ${no}`)
}

/** The next terminal's number: from a counter that only goes up, and that a restore moves ahead. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into meta (key, value) values ('lastTerminal', '1')
    on conflict (key) do update set value = (meta.value::integer + 1)::text returning value`.execute(tx)
  const no = Number(rows[0]?.value)
  if (no >= TRAINING_TERMINAL) throw new Error('all terminal numbers are given: the last one is kept for practice')
  return no
}

export type Verified =
  | { ok: true; terminal: number; hall: string; offices: readonly string[]; tokenKey: string | null }
  | { ok: false; why: 'badSignature' | 'unknownTerminal' | 'terminalStopped' }

/** Whether this very request was signed by the terminal it names. Looks besides, in the same question, whether another process changed
 *  what is known, and what sign-ins are signed with. */
export async function verifyRequest(
  bureau: Bureau,
  signed: string,
  request: { method: string; path: string; body: Buffer },
): Promise<Verified> {
  const claim = claimOf(signed)
  if (claim === undefined) return { ok: false, why: 'badSignature' }
  const row = await bureau.db
    .selectFrom('terminals')
    .select((eb) => [
      'no',
      'hall',
      'offices',
      'public_key',
      'stopped',
      'heard_at',
      eb.selectFrom('meta').select('value').where('key', '=', 'changes').as('changes'),
      eb.selectFrom('meta').select('value').where('key', '=', TOKEN_KEY).as('token_key'),
    ])
    .where('no', '=', claim.terminal)
    .executeTakeFirst()
  if (row === undefined) return { ok: false, why: 'unknownTerminal' }
  const body = createHash('sha256').update(request.body).digest('base64url')
  const isThis = claim.method === request.method && claim.path === request.path && claim.body === body
  if (!isThis || !(await isSignedBy(signed, row.public_key))) return { ok: false, why: 'badSignature' }
  if (row.stopped !== null) return { ok: false, why: 'terminalStopped' }
  await bureau.follow(row.changes ?? '')
  await heard(bureau, row)
  return { ok: true, terminal: row.no, hall: row.hall, offices: row.offices, tokenKey: row.token_key }
}

const HEARD_EVERY_MS = 60_000

/** Keeps when a terminal was last heard of: what it has not sent by then may still come. */
async function heard({ db, now }: Bureau, { no, heard_at }: { no: number; heard_at: string | null }): Promise<void> {
  const at = now()
  if (heard_at !== null && at.getTime() - Date.parse(heard_at) < HEARD_EVERY_MS) return
  await db.updateTable('terminals').set({ heard_at: at.toISOString() }).where('no', '=', no).execute()
}

/** What a signed request says of itself; nothing of it is believed yet. */
function claimOf(signed: string): RequestClaim | undefined {
  try {
    const payload = Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')
    return RequestClaim.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}

async function isSignedBy(signed: string, publicKey: string): Promise<boolean> {
  try {
    await compactVerify(signed, await importJWK(JSON.parse(publicKey), 'EdDSA'), { algorithms: ['EdDSA'] })
    return true
  } catch {
    return false
  }
}
