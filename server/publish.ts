/** Publishing editions: what terminals show and cases are made under. An edition once published is never changed. */
import type { CalendarYear } from '../shared/calendar/calendar.ts'
import type { PersonId } from '../shared/case/ids.ts'
import type { Catalogue } from '../shared/item/item.ts'
import type { PaperBook } from '../shared/paper/template.ts'
import type { Hall } from '../shared/people/hall.ts'
import type { Bureau } from './bureau.ts'
import { followCalendar } from './follow-calendar.ts'
import { judgeAll } from './judging.ts'
import { calendarOf, noticeEdition, type PublishedKind } from './known.ts'

/** Published already, and with other content. */
export class EditionTaken extends Error {}

type Edition = { kind: PublishedKind; edition: string; value: unknown; by: PersonId | null }

/** Publishes one edition. False when it is published already; throws EditionTaken when it is, with other content. */
async function publish(bureau: Bureau, { kind, edition, value, by }: Edition): Promise<boolean> {
  const body = JSON.stringify(value)
  const { numInsertedOrUpdatedRows } = await bureau.db
    .insertInto('published')
    .values({ kind, edition, body, at: bureau.now().toISOString(), by_person: by })
    .onConflict((oc) => oc.columns(['kind', 'edition']).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) === 1) {
    bureau.log.info({ kind, edition, by }, 'published')
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
    throw new EditionTaken(
      `${kind} ${edition} is published already, with other content: give the new one another edition`,
    )
  return false
}

/** Publishes a catalogue; acts that waited for it are judged. `by` null: on the command line. */
export async function publishCatalogue(
  bureau: Bureau,
  catalogue: Catalogue,
  by: PersonId | null = null,
): Promise<void> {
  if (await publish(bureau, { kind: 'catalogue', edition: catalogue.edition, value: catalogue, by }))
    await judgeAll(bureau)
}

export async function publishPapers(bureau: Bureau, book: PaperBook): Promise<void> {
  await publish(bureau, { kind: 'papers', edition: book.edition, value: book, by: null })
}

/** Publishes a year's arrangement; a later notice of a year takes the place of the earlier. Running cases follow, and whoever
 *  has one whose day moved is told. Gives how many moved; published again, it ends what was broken off. */
export async function publishCalendar(
  bureau: Bureau,
  year: CalendarYear,
  by: PersonId | null = null,
): Promise<{ moved: number }> {
  const edition = noticeEdition(year)
  const fresh = await publish(bureau, { kind: 'calendar', edition, value: year, by })
  const others = bureau.known.notices.filter((notice) => noticeEdition(notice) !== edition)
  const moved = await followCalendar(bureau, edition, calendarOf(others))
  if (fresh) await judgeAll(bureau)
  return { moved }
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
