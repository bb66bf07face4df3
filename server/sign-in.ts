/** Signing in: who has the password gets a token for this terminal, and from then on their acts count from there. */
import { createHmac, randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { jwtVerify, SignJWT } from 'jose'
import { sql } from 'kysely'
import type { z } from 'zod'
import { dayOf } from '../shared/calendar/day.ts'
import type { Instant, PersonId } from '../shared/case/ids.ts'
import type { Routes } from '../shared/contract/routes.ts'
import { holdingsOn } from '../shared/people/role.ts'
import { type Bureau, setting } from './bureau.ts'
import { worksIn } from './known.ts'
import { hashPassword } from './people.ts'

type Asked = z.output<Routes['POST /v1/sign-in']['input']>
type Answer = z.input<Routes['POST /v1/sign-in']['output']>

const WRONG_BEFORE_LOCK = 5
const LOCK_MS = 5 * 60_000
const DAY_MS = 24 * 3_600_000

/** The setting that holds, sealed, what sign-ins are signed with; taken away, all of them are over. */
export const TOKEN_KEY = 'tokenKey'
/** Verified for people who do not exist, so that their absence takes as long as a wrong password. */
let nobody: Promise<string> | undefined

type Right = { ok: true } | { ok: false; why: 'wrong' | 'locked'; tryAgainAt: Instant | null }

/** Whether this is the person's password; wrong ones in a row lock the name for a while, wherever they were tried. */
export async function checkPassword(bureau: Bureau, name: string, password: string): Promise<Right> {
  const { db } = bureau
  const now = bureau.now()
  const tries = await countTry(bureau, { person: name, password }, now)
  if (tries.lockedUntil !== null) return { ok: false, why: 'locked', tryAgainAt: tries.lockedUntil }

  const row = await db.selectFrom('people').select('password').where('id', '=', name).executeTakeFirst()
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const right = await verify(row?.password ?? (await nobody), password)
  if (row === undefined || !right) {
    if (tries.wrong < WRONG_BEFORE_LOCK) return { ok: false, why: 'wrong', tryAgainAt: null }
    return { ok: false, why: 'locked', tryAgainAt: await lock(bureau, name, now) }
  }
  await db.deleteFrom('sign_in_tries').where('person', '=', name).execute()
  return { ok: true }
}

export async function signIn(bureau: Bureau, terminal: { no: number; hall: string }, asked: Asked): Promise<Answer> {
  const { db, known } = bureau
  const now = bureau.now()
  const right = await checkPassword(bureau, asked.person, asked.password)
  if (!right.ok) return right

  const person = known.people.get(asked.person)
  if (person === undefined || holdingsOn(person, dayOf(now.toISOString())).length === 0)
    return { ok: false, why: 'noRole', tryAgainAt: null }
  if (!worksIn(known, person.id, terminal.hall)) return { ok: false, why: 'noRole', tryAgainAt: null }
  const window = known.halls.get(terminal.hall)?.windows.find((each) => each.no === asked.window)
  if (asked.window !== null && window?.open !== true) return { ok: false, why: 'windowClosed', tryAgainAt: null }

  await db
    .insertInto('signed_in')
    .values({ terminal: terminal.no, person: person.id, at: now.toISOString() })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const expires = new Date(now.getTime() + bureau.signInMs)
  const token = await new SignJWT({ terminal: terminal.no })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person.id)
    .setExpirationTime(expires)
    .sign(await tokenKey(bureau))
  return { ok: true, value: { person, token, expires: expires.toISOString() as Instant } }
}

/** Known to nobody and never kept: what is written of a wrong password with it says nothing once the process has ended. */
const triedKey = randomBytes(32)

/** Counts a try before the password is looked at, so that many at once are no more than many in a row. The same once more in a row is no
 *  further guess: a terminal that heard no answer asks again by itself. Names that nobody has are counted too: the answers must not
 *  tell who exists. */
async function countTry(
  { db }: Bureau,
  { person, password }: { person: string; password: string },
  now: Date,
): Promise<{ wrong: number; lockedUntil: Instant | null }> {
  const at = now.toISOString()
  const tried = createHmac('sha256', triedKey).update(`${person} ${password}`).digest('base64url')
  const longAgo = new Date(now.getTime() - DAY_MS).toISOString()
  await db.deleteFrom('sign_in_tries').where('last_at', '<', longAgo).execute()
  const { rows } = await sql<{ wrong: number; locked_until: Instant | null }>`
    insert into sign_in_tries as t (person, wrong, locked_until, last_at, tried) values (${person}, 1, null, ${at}, ${tried})
    on conflict (person) do update set last_at = ${at}, tried = ${tried},
      wrong = case when t.locked_until > ${at} then t.wrong when t.locked_until is not null then 1
        when t.tried = ${tried} then t.wrong else t.wrong + 1 end,
      locked_until = case when t.locked_until > ${at} then t.locked_until end
    returning wrong, locked_until`.execute(db)
  const { wrong, locked_until: lockedUntil } = rows[0] ?? { wrong: 1, locked_until: null }
  if (lockedUntil !== null || wrong <= WRONG_BEFORE_LOCK) return { wrong, lockedUntil }
  return { wrong, lockedUntil: new Date(now.getTime() + LOCK_MS).toISOString() as Instant }
}

async function lock({ db }: Bureau, person: string, now: Date): Promise<Instant> {
  const until = new Date(now.getTime() + LOCK_MS).toISOString() as Instant
  await db.updateTable('sign_in_tries').set({ locked_until: until }).where('person', '=', person).execute()
  return until
}

/** Who a token speaks for at this terminal: nobody, unless it is good and they still hold something. */
export async function readToken(
  bureau: Bureau,
  { terminal, hall, tokenKey }: { terminal: number; hall: string; tokenKey: string | null },
  token: string,
): Promise<PersonId | undefined> {
  const now = bureau.now()
  if (tokenKey === null) return undefined
  try {
    const key = opened(bureau, tokenKey)
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now })
    const person = bureau.known.people.get(payload.sub ?? '')
    if (payload.terminal !== terminal || person === undefined) return undefined
    const holds = holdingsOn(person, dayOf(now.toISOString())).length > 0
    return holds && worksIn(bureau.known, person.id, hall) ? person.id : undefined
  } catch {
    return undefined
  }
}

async function tokenKey(bureau: Bureau): Promise<Uint8Array> {
  const { db, sealer } = bureau
  return opened(bureau, await setting(db, TOKEN_KEY, () => sealer.seal(randomBytes(32)).toString('base64')))
}

function opened({ sealer }: Bureau, sealed: string): Uint8Array {
  return sealer.open(Buffer.from(sealed, 'base64'))
}
