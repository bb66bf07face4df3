import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import type { Instant, PersonId } from '../../shared/case/ids.ts'
import { household as members } from '../../tests/bench/household.ts'
import { calendar, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import { factsAbout } from './case-facts.ts'
import type { Books } from './picture.ts'
import { queuesIn } from './queue-keys.ts'

const item = make.item()
const books: Books = { calendar, itemOf: () => item }
const now = '2026-11-25T01:00:00.000Z' as Instant
const at = { now, unsentSince: null, keepConcludedDays: 30 }

test('R-LIST-2: from every state that is no end the case is on somebody’s list, and on the supervisor’s while it is in hand', () => {
  const inHand = ['received', 'awaitingCorrection', 'underReview', 'awaitingDecision'] as const
  for (const status of inHand) {
    const queues = queuesIn(factsAbout(make.kase({ item, status }), books, at).queue)
    expect(queues, status).toContain('#inHand')
    expect(queues.length, status).toBeGreaterThan(1)
  }
  for (const status of ['decided', 'ready'] as const) {
    const queues = queuesIn(factsAbout(make.kase({ item, status }), books, at).queue)
    expect(queues, status).not.toContain('#inHand')
    expect(queues.length, status).toBeGreaterThan(0)
  }
  expect(factsAbout(make.kase({ item, status: 'closed' }), books, at).queue).toEqual([])
})

test('a case given to somebody is on that person’s list', () => {
  const kase = { ...make.kase({ item, status: 'underReview' }), assignee: 'zhao' as PersonId }
  expect(queuesIn(factsAbout(kase, books, at).queue)).toEqual(['~zhao', '#inHand'])
})

const seat = { role: 'examiner', office: 'section.wind', from: '2026-01-01' }

/** Of a case that waits for 第一步 at the section of wind, with these people published. */
function given(people: unknown[] | undefined, kase: object = { assignee: 'zhao' }) {
  const waiting = { ...make.lifeOf({ item, status: 'underReview' }).do('stepPassed').kase, ...kase }
  return factsAbout(waiting, { ...books, people } as Books, at)
}

test('R-LIST-10: a case given to somebody who sits there no longer is on the common list, and is known to have been theirs', () => {
  const common = ['examiner@section.wind', '#left', '#inHand']
  const sits = (until: string | null) => [{ id: 'zhao', holdings: [{ ...seat, until }] }]
  expect(queuesIn(given(sits(null)).queue)).toEqual(['~zhao', '#inHand'])
  expect(queuesIn(given(sits('2026-11-24')).queue)).toEqual(common)
  expect(queuesIn(given([{ id: 'zhao', holdings: [{ ...seat, role: 'clerk', until: null }] }]).queue)).toEqual(common)
  expect(queuesIn(given([]).queue)).toEqual(common)
  // Where nobody says who sits where, it stays with whom it was given to.
  expect(queuesIn(given(undefined).queue)).toEqual(['~zhao', '#inHand'])
  expect(queuesIn(given([{ id: 'zhao' }]).queue)).toEqual(['~zhao', '#inHand'])
  // On the day after the last it is looked at by itself.
  expect(given(sits('2026-11-27')).refreshOn).toBe('2026-11-28')
  expect(given(sits(null)).refreshOn).toBeNull()
})

test('R-LAW-50: who was asked to join in finds the case on their own list, and not twice where it waits for their seat', () => {
  const people = ['zhao', 'qian'].map((id) => ({ id, holdings: [{ ...seat, until: null }] }))
  const queues = (kase: object) => queuesIn(given(people, kase).queue)
  expect(queues({ assignee: 'zhao', coExaminers: ['qian'] })).toEqual(['~zhao', '~qian', '#inHand'])
  expect(queues({ coExaminers: ['qian'] })).toEqual(['examiner@section.wind', '#inHand'])
  expect(queues({ coExaminers: ['sun'] })).toEqual(['examiner@section.wind', '~sun', '#inHand'])
  expect(queues({ coExaminers: ['sun'], status: 'closed' })).toEqual([])
})

test('a case of an item unknown here is on every clerk’s list and not lost', () => {
  const kase = make.kase({ item, status: 'underReview' })
  const queues = queuesIn(factsAbout(kase, { calendar, itemOf: () => undefined }, at).queue)
  expect(queues).toEqual(['clerk@*', '#inHand'])
})

test('a permit waiting for an answer is looked at again when its fifth working day has passed', () => {
  const kase = make.kase({ item, status: 'received' })
  expect(factsAbout(kase, books, at).refreshOn).toBe('2026-12-02' satisfies string)
  expect(factsAbout(make.kase({ item, status: 'underReview' }), books, at).refreshOn).toBeNull()
  const stopped = make.lifeOf({ item, status: 'underReview' }).do(['clockPaused', { from: '2026-12-03' as never }])
  expect(factsAbout(stopped.kase, books, at).refreshOn).toBe('2026-12-03' satisfies string)
})

test('R-MORNING-3: what is owed stands in the list of what runs out while the case is not decided', () => {
  const owed = [{ key: 'kitePhoto', until: '2026-11-30' as Day }]
  const listed = (status: 'underReview' | 'ready') =>
    queuesIn(factsAbout({ ...make.kase({ item, status }), owed }, books, at).queue).includes('#owed')
  expect(listed('underReview')).toBe(true)
  expect(listed('ready')).toBe(false)
})

test('R-CACHE-9: a concluded case leaves after the set days, and never while something of it is unconfirmed', () => {
  const kase = make.kase({ item, status: 'closed' })
  expect(factsAbout(kase, books, at).leaveOn).toBe('2026-12-24' as Day)
  expect(factsAbout(kase, books, { ...at, unsentSince: '2026-11-25' as Day }).leaveOn).toBeNull()
  expect(factsAbout(make.kase({ item, status: 'ready' }), books, at).leaveOn).toBeNull()
})

test('R-AGAIN-5: what is granted stands among what comes back before it is handed over, and stays until long after it is due', () => {
  const allowance = realItem('GL-BT')
  const known: Books = { calendar, itemOf: () => allowance }
  const ready = factsAbout(make.kase({ item: allowance, status: 'ready' }), known, at)
  expect(queuesIn(ready.queue)).toContain('#again')
  expect(factsAbout(make.kase({ item: allowance, status: 'closed' }), known, at).leaveOn).toBe('2027-12-24')
})

test('R-LAW-42: what bars another application stays until it bars no more', () => {
  const graves = { ...realItem('BZ-GM'), recurrence: [] }
  const known: Books = { calendar, itemOf: () => graves }
  const kase = make.kase({ item: graves, status: 'closed', outcome: 'refused' })
  expect(factsAbout(kase, known, at).leaveOn).toBe('2026-12-24')
  expect(factsAbout({ ...kase, falsehood: kase.lastAt }, known, at).leaveOn).toBe('2027-12-24')
})

test('R-AGAIN-2: a body is known by its name too, however it is written; a person is not', () => {
  const numbersOf = (code: string, name: string) => {
    const kase = make.kase({ item: realItem(code) })
    const named = { ...kase, applicant: { ...kase.applicant, name } }
    return factsAbout(named, { calendar, itemOf: () => realItem(code) }, at).numbers.filter(({ of }) => of === 'body')
  }
  const body = [{ of: 'body', number: '示例区样板协会' }]
  expect(numbersOf('ST-CL', '示例区样板协会')).toEqual(body)
  expect(numbersOf('SZ-NJ', '示例区 样板协会')).toEqual(body)
  expect(numbersOf('GL-BT', '王示例')).toEqual([])
})

test('R-FIND-5: a household is found by the number of each who lives in it, and once by who applies', () => {
  const household = realItem('DB-SQ')
  const set = { isAgent: false, ...members(3) }
  const kase = make.kase({ item: household, set })
  const { numbers } = factsAbout(kase, { calendar, itemOf: () => household }, at)
  expect(numbers.filter(({ of }) => of === 'named')).toHaveLength(3)
  const alone = { ...kase, form: { ...kase.form, members: [{ idNo: kase.applicant.idNo }, { idNo: null }] } }
  expect(factsAbout(alone, { calendar, itemOf: () => household }, at).numbers).toEqual([
    { of: 'applicant', number: kase.applicant.idNo },
  ])
})

test('R-FIND-5: a body is found by the number of who answers for it, a child by its guardian’s', () => {
  const numbersOf = (code: string) => {
    const of = realItem(code)
    const kase = make.kase({ item: of })
    return { form: kase.form, numbers: factsAbout(kase, { calendar, itemOf: () => of }, at).numbers }
  }
  const body = numbersOf('ST-BG')
  expect(body.numbers).toContainEqual({ of: 'applicant', number: body.form.uscc })
  expect(body.numbers).toContainEqual({ of: 'named', number: body.form.legalRepIdNo })
  const child = numbersOf('KJ-DJ')
  expect(child.numbers).toContainEqual({ of: 'named', number: child.form.guardianIdNo })
})
