/** Which running cases something to be published touches: a changed item leaves them their edition, a calendar moves their days. */

import type { CalendarYear } from '../shared/calendar/calendar.ts'
import { shownApplicant } from '../shared/case/applicant.ts'
import type { Case } from '../shared/case/case.ts'
import type { Instant } from '../shared/case/ids.ts'
import { type MovedDay, movedDay } from '../shared/case/running-day.ts'
import type { Affected, AffectedCase } from '../shared/contract/views.ts'
import type { Bureau } from './bureau.ts'
import { calendarOf } from './known.ts'
import type { Reader } from './pull.ts'
import { everyRunningCase } from './running-cases.ts'
import { hiddenFrom } from './scope.ts'

const MOST_SHOWN = 200

type Asker = Pick<Reader, 'hall' | 'offices'>

/** The running cases of an item; they go on under the editions they have. */
export function affectedByItem(bureau: Bureau, asker: Asker, code: string): Promise<Affected> {
  return gather(bureau, asker, (kase) => (kase.item === code ? { moved: null } : null))
}

/** The running cases whose day moves when this year's arrangement is published. */
export function affectedByCalendar(bureau: Bureau, asker: Asker, year: CalendarYear): Promise<Affected> {
  const { notices, calendar: before, itemOf } = bureau.known
  const after = calendarOf([...notices, year])
  const now = bureau.now().toISOString() as Instant
  return gather(bureau, asker, (kase) => {
    const item = itemOf(kase.editions.catalogue, kase.item)
    if (item === undefined || before === null || after === null) return null
    const moved = movedDay(kase, item, { before, after }, now)
    return moved && { moved }
  })
}

type Touch = (kase: Case) => { moved: MovedDay | null } | null

/** Cases of other halls, and of sealed matters, are counted and not shown. */
async function gather(bureau: Bureau, { hall, offices }: Asker, touch: Touch): Promise<Affected> {
  const hidden = hiddenFrom(offices, bureau.known)
  const found: Affected = { count: 0, elsewhere: 0, cases: [] }
  for (const each of bureau.known.halls.keys())
    for await (const kase of everyRunningCase(bureau, each)) {
      const touched = touch(kase)
      if (touched === null) continue
      if (each !== hall) found.elsewhere += 1
      else {
        found.count += 1
        if (found.cases.length < MOST_SHOWN && !hidden.includes(kase.item))
          found.cases.push({ ...lineOf(kase, bureau), ...touched })
      }
    }
  return found
}

function lineOf(kase: Case, { known }: Bureau): Omit<AffectedCase, 'moved'> {
  const item = known.itemOf(kase.editions.catalogue, kase.item)
  return {
    id: kase.id,
    number: kase.number,
    itemName: item?.name ?? kase.item,
    applicant: shownApplicant(kase, item),
    status: kase.status,
    receivedAt: kase.received.at,
    edition: kase.editions.catalogue,
  }
}
