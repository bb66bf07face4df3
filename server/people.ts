/** People who sign in: argon2id passwords, locked for a while after too many wrong ones. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { jwtVerify, SignJWT } from 'jose'
import type { z } from 'zod'
import { dayOf } from '../shared/calendar/day.ts'
import type { Routes } from '../shared/contract/routes.ts'
import { type Holding, holdingsOn } from '../shared/people/role.ts'
import { type Bureau, setting } from './bureau.ts'

type SignIn = z.input<Routes['POST /v1/sign-in']['output']>
const wrongBeforeLock = 5
const lockMinutes = 5
const tokenHours = 12
// Verified for people who do not exist, so that their absence takes as long as a wrong password.
let nobody: Promise<string> | undefined

export async function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

export async function addPerson(
  bureau: Bureau,
  person: { id: string; name: string; badge: string; partyMember: boolean; password: string },
  holdings: readonly Holding[],
): Promise<void> {
  const password = await hashPassword(person.password)
  await bureau.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('people')
      .values({
        id: person.id,
        name: person.name,
        badge: person.badge,
        party_member: person.partyMember,
        password,
        locked_until: null,
      })
      .execute()
    if (holdings.length > 0)
      await tx
        .insertInto('holdings')
        .values(holdings.map((each) => holdingRow(person.id, each)))
        .execute()
  })
  await bureau.renew()
}

/** What somebody holds from now on, in place of what was held before. */
export async function setHoldings(bureau: Bureau, person: string, holdings: readonly Holding[]): Promise<void> {
  await bureau.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('holdings').where('person', '=', person).execute()
    if (holdings.length > 0)
      await tx
        .insertInto('holdings')
        .values(holdings.map((each) => holdingRow(person, each)))
        .execute()
  })
  await bureau.renew()
}

function holdingRow(person: string, { role, office, from, until }: Holding) {
  return { person, role, office, from_day: from, until_day: until }
}

/** Gives a new password; ends a lock. Returns false for an unknown person. */
export async function resetPassword(bureau: Bureau, id: string, password: string): Promise<boolean> {
  const { numUpdatedRows } = await bureau.db
    .updateTable('people')
    .set({ password: await hashPassword(password), wrong: 0, locked_until: null })
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Signs a person in at a terminal; from then on their acts count from there. */
export async function signIn(
  bureau: Bureau,
  terminal: number,
  given: { person: string; password: string; window: number | null },
): Promise<SignIn> {
  const { db } = bureau
  const row = await db.selectFrom('people').selectAll().where('id', '=', given.person).executeTakeFirst()
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  if (row === undefined) {
    await verify(await nobody, given.password)
    return { ok: false, why: 'wrong', tryAgainAt: null }
  }
  const now = bureau.now()
  if (row.locked_until !== null && row.locked_until > now.toISOString())
    return { ok: false, why: 'locked', tryAgainAt: row.locked_until }
  if (!(await verify(row.password, given.password))) {
    const wrong = row.wrong + 1
    const lockedUntil = wrong >= wrongBeforeLock ? new Date(now.getTime() + lockMinutes * 60_000).toISOString() : null
    await db
      .updateTable('people')
      .set({ wrong: lockedUntil === null ? wrong : 0, locked_until: lockedUntil })
      .where('id', '=', row.id)
      .execute()
    return lockedUntil === null
      ? { ok: false, why: 'wrong', tryAgainAt: null }
      : { ok: false, why: 'locked', tryAgainAt: lockedUntil }
  }
  const person = bureau.known.people.get(row.id)
  if (person === undefined || holdingsOn(person, dayOf(now.toISOString())).length === 0)
    return { ok: false, why: 'noRole', tryAgainAt: null }
  const { hall } = await db.selectFrom('terminals').select('hall').where('no', '=', terminal).executeTakeFirstOrThrow()
  const window =
    given.window === null ? undefined : bureau.known.halls.get(hall)?.windows.find((each) => each.no === given.window)
  if (given.window !== null && window?.open !== true) return { ok: false, why: 'windowClosed', tryAgainAt: null }
  await db.updateTable('people').set({ wrong: 0, locked_until: null }).where('id', '=', row.id).execute()
  await db
    .insertInto('signed_in')
    .values({ terminal, person: row.id, at: now.toISOString() })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const expires = new Date(now.getTime() + tokenHours * 3_600_000)
  const token = await new SignJWT({ terminal })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(row.id)
    .setExpirationTime(expires)
    .sign(await tokenKey(bureau))
  return { ok: true, value: { person, token, expires: expires.toISOString() as never } }
}

/** Who a token speaks for at this terminal, if it is good. */
export async function readToken(bureau: Bureau, terminal: number, token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, await tokenKey(bureau), {
      algorithms: ['HS256'],
      currentDate: bureau.now(),
    })
    return payload.terminal === terminal ? payload.sub : undefined
  } catch {
    return undefined
  }
}

async function tokenKey(bureau: Bureau): Promise<Uint8Array> {
  const sealed = await setting(bureau.db, 'tokenKey', () => bureau.sealer.seal(randomBytes(32)).toString('base64'))
  return bureau.sealer.open(Buffer.from(sealed, 'base64'))
}
