/** People of the bureau: who they are, what they hold, their passwords. */
import { hash } from '@node-rs/argon2'
import type { Day } from '../shared/calendar/day.ts'
import type { Holding } from '../shared/people/role.ts'
import type { Bureau } from './bureau.ts'

/** `halls`: where they sign in and see what they may; null: in every hall, which somebody has to grant in so many words. */
export type NewPerson = {
  id: string
  name: string
  badge: string
  partyMember: boolean
  password: string
  halls: string[] | null
}

/** argon2id, as OWASP asks: 19 MiB, two rounds. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

/** Adds somebody. Throws for a name that was ever given before. */
export async function addPerson(bureau: Bureau, person: NewPerson, holdings: readonly Holding[]): Promise<void> {
  const { id, name, badge, partyMember, halls } = person
  const password = await hashPassword(person.password)
  await bureau.db.transaction().execute(async (tx) => {
    await tx.insertInto('people').values({ id, name, badge, party_member: partyMember, password, halls }).execute()
    for (const each of holdings) await tx.insertInto('holdings').values(holdingRow(id, each)).execute()
  })
  await bureau.renew()
}

/** The halls that were named for somebody; null: every one. Throws where none is named and it is not plain which is meant. */
export function hallsGranted(known: readonly string[], named: readonly string[], every: boolean): string[] | null {
  const strange = named.filter((hall) => !known.includes(hall))
  if (strange.length > 0) throw new Error(`there is no hall ${strange.join(', ')}; there are: ${known.join(', ')}`)
  if (every && named.length > 0) throw new Error('either name halls or say --every-hall, not both')
  if (every) return null
  if (named.length > 0) return [...new Set(named)]
  const [only] = known
  if (only !== undefined && known.length === 1) return [only]
  throw new Error(
    known.length === 0
      ? 'there is no hall yet: add one first (bureau hall FILE)'
      : `say in which hall: name one or several of ${known.join(', ')}, or --every-hall`,
  )
}

/** What somebody holds of their own from now on, in place of what was held before; where they stand in for another stays. */
export async function setHoldings(bureau: Bureau, person: string, holdings: readonly Holding[]): Promise<void> {
  await bureau.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('holdings').where('person', '=', person).where('stands_in_for', 'is', null).execute()
    for (const each of holdings) await tx.insertInto('holdings').values(holdingRow(person, each)).execute()
  })
  await bureau.renew()
}

/** What somebody is qualified for (婚姻登记员), in everything they hold; in place of what stood there. */
export async function setQualifications(
  { db, renew }: Bureau,
  person: string,
  qualifications: string[],
): Promise<void> {
  await db.updateTable('holdings').set({ qualifications }).where('person', '=', person).execute()
  await renew()
}

/** In which halls somebody signs in and sees what they may; null: in every one. A sign-in that stands elsewhere ends. */
export async function setHalls({ db, renew }: Bureau, person: string, halls: string[] | null): Promise<void> {
  await db.updateTable('people').set({ halls }).where('id', '=', person).execute()
  await renew()
}

/** Ends after this day what somebody holds: a role that would begin later falls away, one that ended earlier stays as it was. */
export async function endHoldings({ db, now, renew }: Bureau, person: string, lastDay: Day): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('holdings').where('person', '=', person).where('from_day', '>', lastDay).execute()
    await tx
      .updateTable('holdings')
      .set({ until_day: lastDay })
      .where('person', '=', person)
      .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', lastDay)]))
      .execute()
    await tx
      .updateTable('stand_ins')
      .set({ until_day: lastDay, ended_at: now().toISOString(), end_reason: '' })
      .where('person', '=', person)
      .where('until_day', '>', lastDay)
      .where('ended_at', 'is', null)
      .execute()
  })
  await renew()
}

/** A holding as it stands in its table. */
export function holdingRow(person: string, { role, office, from, until, qualifications = [], standsInFor }: Holding) {
  const row = { person, role, office, from_day: from, until_day: until, qualifications }
  return { ...row, stands_in_for: standsInFor ?? null, stand_in: null }
}

/** Gives a new password; ends a lock. False for an unknown person. */
export async function resetPassword(bureau: Bureau, id: string, password: string): Promise<boolean> {
  const hashed = await hashPassword(password)
  return bureau.db.transaction().execute(async (tx) => {
    const updated = await tx.updateTable('people').set({ password: hashed }).where('id', '=', id).executeTakeFirst()
    await tx.deleteFrom('sign_in_tries').where('person', '=', id).execute()
    return Number(updated.numUpdatedRows) === 1
  })
}
