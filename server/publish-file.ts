/** Publishing from a file that an admin opened in the window: checked here again, with the same functions as there. */
import { checkCalendarText } from '../shared/calendar/check-text.ts'
import { dayOf } from '../shared/calendar/day.ts'
import type { PersonId } from '../shared/case/ids.ts'
import type { Affected, PublishAnswer } from '../shared/contract/views.ts'
import { nextEdition, withItem } from '../shared/item/in-force.ts'
import { proposeItem } from '../shared/item/proposed-item.ts'
import { affectedByCalendar } from './affected.ts'
import type { Bureau } from './bureau.ts'
import { Refused } from './problem.ts'
import { EditionTaken, publishCalendar, publishCatalogue } from './publish.ts'
import type { Reader } from './pull.ts'

type Who = Reader & { person: PersonId }

/** The present edition with one item added or changed. `base`: the edition that the admin's preview was made of. */
export async function publishItemText(
  bureau: Bureau,
  { hall, person }: Who,
  { text, base }: { text: string; base: string },
): Promise<PublishAnswer> {
  const { catalogues, calendar, halls } = bureau.known
  const current = catalogues.at(-1)
  const settings = halls.get(hall)
  if (current === undefined || calendar === null || settings === undefined)
    throw new Refused(503, 'unavailable', 'nothing is published for this hall yet')
  if (current.edition !== base) return no('stale')
  const proposed = proposeItem(text, { catalogue: current, calendar, hall: settings })
  if (!proposed.ok) return no('invalid', proposed.problems)
  if (proposed.same) return no('same')
  const names = catalogues.map(({ edition }) => edition)
  const edition = nextEdition(names, dayOf(bureau.now().toISOString()))
  return published(edition, async () => {
    await publishCatalogue(bureau, withItem(current, proposed.item, edition), person)
    return 0
  })
}

export async function publishCalendarText(bureau: Bureau, { person }: Who, text: string): Promise<PublishAnswer> {
  const { year, problems } = checkCalendarText(text, bureau.known.calendar)
  if (year === undefined || problems.length > 0) return no('invalid', problems)
  const known = bureau.known.notices.find((each) => JSON.stringify(each) === JSON.stringify(year))
  if (known !== undefined) return no('same')
  return published(`${year.year}`, async () => (await publishCalendar(bureau, year, person)).moved)
}

/** Null when the file has faults. */
export async function affectedByCalendarText(bureau: Bureau, reader: Reader, text: string): Promise<Affected | null> {
  const { year, problems } = checkCalendarText(text, bureau.known.calendar)
  return year === undefined || problems.length > 0 ? null : affectedByCalendar(bureau, reader, year)
}

/** Somebody else may publish in the same moment: the first one stands, the other looks again. */
async function published(edition: string, publish: () => Promise<number>): Promise<PublishAnswer> {
  try {
    return { ok: true, edition, moved: await publish() }
  } catch (error) {
    if (error instanceof EditionTaken) return no('stale')
    throw error
  }
}

function no(why: 'invalid' | 'stale' | 'same', problems: Extract<PublishAnswer, { ok: false }>['problems'] = []) {
  return { ok: false as const, why, problems }
}
