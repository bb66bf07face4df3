/** Publishing editions: what terminals show and cases are made under. An edition once published is never changed. */
import type { CalendarYear } from '../shared/calendar/calendar.ts'
import type { Catalogue } from '../shared/item/item.ts'
import type { PaperBook } from '../shared/paper/template.ts'
import type { Hall } from '../shared/people/hall.ts'
import type { Bureau } from './bureau.ts'
import { judgeAll } from './judging.ts'
import type { PublishedKind } from './known.ts'
import { renewDueDays } from './recount.ts'

/** Publishes one edition. False when it is published already; throws when it is, with other content. */
async function publish(bureau: Bureau, kind: PublishedKind, edition: string, value: unknown): Promise<boolean> {
  const body = JSON.stringify(value)
  const { numInsertedOrUpdatedRows } = await bureau.db
    .insertInto('published')
    .values({ kind, edition, body, at: bureau.now().toISOString() })
    .onConflict((oc) => oc.columns(['kind', 'edition']).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) === 1) {
    await bureau.renew()
    return true
  }
  const known = await bureau.db
    .selectFrom('published')
    .select('body')
    .where('kind', '=', kind)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow()
  if (known.body !== body)
    throw new Error(`${kind} ${edition} is published already, with other content: give the new one another edition`)
  return false
}

/** Publishes a catalogue; acts that waited for it are judged. */
export async function publishCatalogue(bureau: Bureau, catalogue: Catalogue): Promise<void> {
  if (await publish(bureau, 'catalogue', catalogue.edition, catalogue)) await judgeAll(bureau)
}

export async function publishPapers(bureau: Bureau, book: PaperBook): Promise<void> {
  await publish(bureau, 'papers', book.edition, book)
}

/** Publishes a year's arrangement; a later notice of a year takes the place of the earlier. Running cases follow. */
export async function publishCalendar(bureau: Bureau, year: CalendarYear): Promise<void> {
  if (!(await publish(bureau, 'calendar', `${year.year}/${year.publishedOn}`, year))) return
  for (const hall of bureau.known.halls.keys()) await renewDueDays(bureau, hall)
  await judgeAll(bureau)
}

/** Adds a hall or changes its settings. */
export async function putHall(bureau: Bureau, hall: Hall): Promise<void> {
  const settings = JSON.stringify(hall)
  await bureau.db
    .insertInto('halls')
    .values({ id: hall.id, settings })
    .onConflict((oc) => oc.column('id').doUpdateSet({ settings }))
    .execute()
  await bureau.renew()
}
