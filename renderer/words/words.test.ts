import { expect, test } from 'vitest'
import type { Day } from '../../shared/calendar/day.ts'
import { eventTypes, paperKeys, statuses } from '../../shared/case/workflow.ts'
import { decidingOf } from '../../shared/paper/deciding.ts'
import { eventName } from '../../shared/paper/event-names.ts'
import { dayPaperKeys } from '../../shared/paper/paper.ts'
import { roles } from '../../shared/people/role.ts'
import { catalogue, realItem } from '../../tests/make/catalogue.ts'
import { ageText, dayText, momentText, shortDay, timeText } from './dates.ts'
import { eventWords, eventWordsOf } from './events.ts'
import { proposalName } from './history.ts'
import { paperTitles } from './papers.ts'
import { recordRefusalText } from './record-refusals.ts'
import { roleNames } from './roles.ts'
import { outcomeName, standText, statusNames } from './statuses.ts'

const chinese = /^[\p{Script=Han}（）、，· ]+$/u

test('R-WORDS-3: every act, state, paper and role has its Chinese name, and none is named that does not exist', () => {
  expect(Object.keys(eventWords).toSorted()).toEqual(eventTypes.toSorted())
  expect(Object.keys(statusNames).toSorted()).toEqual([...statuses].toSorted())
  expect(Object.keys(paperTitles).toSorted()).toEqual([...paperKeys, ...dayPaperKeys].toSorted())
  expect(Object.keys(roleNames).toSorted()).toEqual([...roles].toSorted())
  for (const words of Object.values(eventWords)) {
    expect(words.history).toMatch(chinese)
    expect(words.button).toMatch(chinese)
  }
  for (const text of [...Object.values(statusNames), ...Object.values(paperTitles), ...Object.values(roleNames)]) {
    expect(text).toMatch(chinese)
  }
})

test('an act of a later version is shown as such and not by its code', () => {
  expect(eventName('toString')).toMatch(chinese)
  expect(eventName('somethingNew')).toMatch(chinese)
})

test('a state is shown with how it ended; what was voided is only that', () => {
  expect(standText({ status: 'ready', outcome: 'granted' }, realItem('ST-CL'))).toBe('待送达 · 准予登记')
  expect(standText({ status: 'received', outcome: null }, undefined)).toBe('已收件')
  expect(standText({ status: 'closed', outcome: 'voided' }, realItem('ST-CL'))).toBe('已作废')
})

test('R-PAPER-45: button, history, list and opinion call a decision as its item does, and say no 准予 of what is no permit', () => {
  for (const item of catalogue.items) {
    const said = [
      ...(['granted', 'refused'] as const).flatMap((type) => Object.values(eventWordsOf(type, item))),
      ...(['granted', 'refused'] as const).map((outcome) => outcomeName(outcome, item)),
      proposalName(false, item),
      proposalName(true, item),
    ]
    const { grant, refuse, wouldGrant, wouldRefuse } = decidingOf(item)
    expect(said, item.code).toEqual([grant, grant, refuse, refuse, grant, refuse, wouldGrant, wouldRefuse])
    if (item.kind !== 'permit') expect(said.join(), item.code).not.toMatch(/准予|许可/)
  }
  // Of an item that is not known here nothing is said that only a permit may say.
  expect(
    eventWordsOf('granted', undefined).history + standText({ status: 'ready', outcome: 'granted' }, undefined),
  ).not.toMatch(/准予/)
  expect(eventWordsOf('accepted', realItem('GL-BT'))).toBe(eventWords.accepted)
})

test('days and moments are read in Beijing time', () => {
  const today = '2026-11-24' as Day
  expect(dayText('2026-12-04' as Day)).toBe('2026年12月4日')
  expect(shortDay('2026-12-04' as Day, today)).toBe('12月4日（周五）')
  expect(shortDay('2027-01-04' as Day, today)).toBe('2027年1月4日（周一）')
  expect(timeText('2026-11-23T16:05:00.000Z')).toBe('00:05')
  expect(momentText('2026-11-23T16:05:00.000Z', today)).toBe('今天 00:05')
  expect(momentText('2026-11-22T16:05:00.000Z', today)).toBe('11月23日 00:05')
  expect(ageText('2026-11-24T01:00:00.000Z', '2026-11-24T01:00:30.000Z')).toBe('刚刚')
  expect(ageText('2026-11-24T01:00:00.000Z', '2026-11-24T04:10:00.000Z')).toBe('3小时')
})

test('each reason why nothing was saved says what is safe', () => {
  const names = { officeName: (office: string) => office }
  const readOnly = recordRefusalText({ why: 'readOnly', cause: 'writeFailed' }, names)
  expect(readOnly).toContain('已保存的件都在')
  expect(recordRefusalText({ why: 'diskNearlyFull', freeBytes: 52_428_800 }, names)).toContain('50 MB')
  expect(recordRefusalText({ why: 'writeFailed', incident: '7F3A' }, names)).toContain('7F3A')
  expect(recordRefusalText({ why: 'signedOut' }, names)).toContain('已填内容仍在此窗口')
})
