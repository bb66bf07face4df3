import { describe, expect, test } from 'vitest'
import { calendar, catalogue, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { replay } from '../case/apply.ts'
import { findRow } from '../case/rows.ts'
import type { EventType } from '../case/workflow.ts'
import { type Item, kinds } from '../item/item.ts'
import { composePapers } from './compose.ts'
import { decidingOf } from './deciding.ts'

/** The title of the paper that the last act of a life hands over, and all its words. */
function decisionOf({ item, events }: Life): { title: string; words: string } {
  const before = replay(events.slice(0, -1))
  const event = events.at(-1)!
  const row = findRow(event.type as EventType, before?.status ?? 'new', item.kind)!
  const acted = [{ row, event, before, after: replay(events)! }]
  const [paper] = composePapers(acted, { item, hall, calendar, book: paperBook, now: event.stamp.at })
  return { title: paper?.title ?? '', words: JSON.stringify(paper) }
}

const decidable = catalogue.items.filter(({ kind }) => kind !== 'filing')
const standing = (item: Item) =>
  make.lifeOf({ item, status: item.processing === 'onTheSpot' ? 'underReview' : 'awaitingDecision' })

describe('R-PAPER-45: deciding is called by its kind, and where its law has a word of its own, by that', () => {
  test('each kind has its words', () => {
    expect(kinds.map((kind) => [kind, decidingOf({ kind }).grant, decidingOf({ kind }).refuse])).toEqual([
      ['permit', '准予许可', '不予许可'],
      ['filing', '备案', '不予备案'],
      ['benefit', '予以给付', '不予给付'],
      ['confirmation', '予以确认', '不予确认'],
      ['service', '办结', '不予办理'],
    ])
  })

  test.each([
    ['ST-CL', '准予登记', '不予登记', '拟准予登记', '拟不予登记'],
    ['ST-ZX', '准予注销登记', '不予注销登记', '拟准予注销登记', '拟不予注销登记'],
    ['CS-GM', '准予许可', '不予许可', '拟准予许可', '拟不予许可'],
    ['DM-MG', '出具初审意见', '不予报送', '拟出具初审意见', '拟不予报送'],
    ['HY-JH', '予以登记', '不予登记', '拟予以登记', '拟不予登记'],
    ['CS-RD', '予以认定', '不予认定', '拟予以认定', '拟不予认定'],
    ['LS-JZ', '予以救助', '不予救助', '拟予以救助', '拟不予救助'],
    ['GL-BT', '予以给付', '不予给付', '拟予以给付', '拟不予给付'],
    ['KJ-DJ', '办结', '不予办理', '拟予以办理', '拟不予办理'],
  ] as const)('%s', (code, grant, refuse, wouldGrant, wouldRefuse) => {
    expect(decidingOf(realItem(code))).toMatchObject({ grant, refuse, wouldGrant, wouldRefuse })
  })

  test.each(decidable.map((item) => [item.code, item] as const))('%s: only a permit is permitted', (_, item) => {
    const { grant, wouldGrant } = decidingOf(item)
    if (item.kind !== 'permit') expect(`${grant} ${wouldGrant}`).not.toMatch(/准予|许可/)
    const life = standing(item)
    // A divorce is decided in the days after its cooling off.
    const { title, words } = decisionOf(item.coolingOff === undefined ? life.do('granted') : life.next())
    expect(title).not.toBe('')
    if (item.kind !== 'permit') expect(words).not.toMatch(/准予|行政许可/)
  })

  test('large over what is decided: a permit is permitted, all else was approved', () => {
    const label = (code: string) => decisionOf(standing(realItem(code)).do('granted')).words
    expect(label('ST-CL')).toContain('您的申请，准予')
    expect(label('GL-BT')).toContain('您的申请，通过了')
    expect(label('CS-RD')).toContain('您的申请，通过了')
  })

  test.each([
    ['HY-JH', 'granted', '登记决定书（当场办结）'],
    ['CS-RD', 'granted', '认定决定书'],
    ['CS-RD', 'refused', '不予认定决定书'],
    ['LS-JZ', 'refused', '不予救助决定通知书'],
    ['GL-BT', 'granted', '给付决定通知书'],
    ['ST-CL', 'granted', '准予行政许可决定书'],
    ['ST-CL', 'refused', '不予行政许可决定书'],
    ['KJ-DJ', 'refused', '不予办理告知书'],
  ] as const)('%s, %s: %s', (code, event, title) => {
    expect(decisionOf(standing(realItem(code)).do(event)).title).toBe(title)
  })
})
