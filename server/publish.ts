/** Publishing editions: what terminals show and cases are made under. An edition once published is never changed. */
import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import type { CalendarYear } from '../shared/calendar/calendar.ts'
import type { Catalogue } from '../shared/item/item.ts'
import type { PaperBook } from '../shared/paper/template.ts'
import type { Hall } from '../shared/people/hall.ts'
import { type Bureau, setting } from './bureau.ts'
import { judgeAll } from './judging.ts'

/** Publishes one edition; what waited for it is judged again. Throws when another content has that edition already. */
async function publish(
  bureau: Bureau,
  kind: 'catalogue' | 'calendar' | 'papers',
  edition: string,
  value: unknown,
): Promise<void> {
  const body = JSON.stringify(value)
  const known = await bureau.db
    .selectFrom('published')
    .select('body')
    .where('kind', '=', kind)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (known !== undefined && known.body !== body)
    throw new Error(`${kind} ${edition} is published already, with other content: give the new one another edition`)
  if (known === undefined)
    await bureau.db.insertInto('published').values({ kind, edition, body, at: bureau.now().toISOString() }).execute()
  await bureau.renew()
  await judgeAll(bureau)
}

export const publishCatalogue = (bureau: Bureau, catalogue: Catalogue) =>
  publish(bureau, 'catalogue', catalogue.edition, catalogue)
export const publishPapers = (bureau: Bureau, book: PaperBook) => publish(bureau, 'papers', book.edition, book)
/** A year's arrangement; the later notice of a year takes the place of the earlier. */
export const publishCalendar = (bureau: Bureau, year: CalendarYear) =>
  publish(bureau, 'calendar', `${year.year}/${year.publishedOn}`, year)

/** Adds a hall or changes its settings. */
export async function putHall(bureau: Bureau, hall: Hall): Promise<void> {
  await bureau.db
    .insertInto('halls')
    .values({ id: hall.id, settings: JSON.stringify(hall), position: 0 })
    .onConflict((oc) => oc.column('id').doUpdateSet({ settings: JSON.stringify(hall) }))
    .execute()
  await bureau.renew()
}

/** Begins a bureau: its recovery key pair. The private half is given once and kept by people, not by the server. */
export async function initBureau(bureau: Bureau): Promise<{ recoveryPrivateKey: object } | undefined> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
  const { kty, crv, x } = await exportJWK(publicKey)
  const mine = JSON.stringify({ kty, crv, x })
  const kept = await setting(bureau.db, 'recoveryPublicKey', () => mine)
  return kept === mine ? { recoveryPrivateKey: await exportJWK(privateKey) } : undefined
}

/** A new life of the database after a restore: cursors start again, terminal numbers skip ahead. */
export async function beginNewLife(bureau: Bureau): Promise<void> {
  bureau.incarnation = randomBytes(9).toString('base64url')
  await bureau.db.updateTable('meta').set({ value: bureau.incarnation }).where('key', '=', 'incarnation').execute()
  const last = Number(await setting(bureau.db, 'lastTerminal', () => '0'))
  await bureau.db
    .updateTable('meta')
    .set({ value: String(last + 1000) })
    .where('key', '=', 'lastTerminal')
    .execute()
}
