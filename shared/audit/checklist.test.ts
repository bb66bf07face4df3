import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryEvent } from '../../tests/make/arbitrary.ts'
import { calendar, catalogue, hall } from '../../tests/make/catalogue.ts'
import type { Life } from '../../tests/make/life.ts'
import { make } from '../../tests/make/make.ts'
import { apply } from '../case/apply.ts'
import type { Case } from '../case/case.ts'
import { type AnyEvent, eventVersion } from '../case/event.ts'
import { eventId, type Instant } from '../case/ids.ts'
import { findRow } from '../case/rows.ts'
import type { EventType } from '../case/workflow.ts'
import { type Item, kinds } from '../item/item.ts'
import { checklistOf, Point } from './checklist.ts'
import { pointKeys } from './points.ts'
import { sourcesOf } from './sources.ts'

const onTheSpot = kinds.map((kind) => make.item({ kind, processing: 'onTheSpot' }))
const items = [make.item(), ...catalogue.items, ...onTheSpot]

function ask(events: readonly AnyEvent[], item: Item, now = events.at(-1)!.stamp.at): Point[] {
  const itemOf = (_: string, code: string) => (code === item.code ? item : undefined)
  return checklistOf(events, { itemOf, calendar, now, settings: hall.settings })
}

/** The life with every paper that its acts hand over, as a machine makes them in the same act. */
function withPapers({ events, item }: Life): AnyEvent[] {
  let kase: Case | undefined
  return events.flatMap((event) => {
    const key = findRow(event.type as EventType, kase?.status ?? 'new', item.kind)?.handsOver
    const before = kase
    kase = apply(kase, event)
    const done = events.filter(({ stamp }) => stamp.act === event.stamp.act).length
    if (key == null) return [event]
    const { data } = make.life({ item }).do('received').fact('printed') as { data: { paper: object } }
    const printed = { ...data, paper: { ...data.paper, key } }
    const id = eventId(event.stamp.act, done)
    return [event, { ...event, type: 'printed', v: eventVersion, after: before?.last ?? null, data: printed, id }]
  })
}

const told = (points: readonly Point[]) =>
  points
    .filter(({ verdict }) => verdict !== 'ok')
    .map(({ key, verdict, whys }) => [key, verdict, ...whys.map(({ code }) => code)].join(' '))
const wrong = (points: readonly Point[]) => told(points).filter((line) => line.includes(' bad'))
const keys = (points: readonly Point[]) => points.map(({ key }) => key)
const at = (text: string) => new Date(`${text}:00+08:00`).toISOString() as Instant
const sent = (life: Life) => ask(withPapers(life), life.item)

/** What nobody can answer but with the file in hand. */
const forPeople = ['materialsTrue ask', 'noInterest ask', 'papersTrue ask']

describe('R-AUDIT-8: the checklist of a case says what its events show, by the law itself', () => {
  test('a permit handled by the book: each point in its order, none against it', () => {
    const points = sent(make.lifeOf({ status: 'closed' }))
    expect(told(points)).toEqual(forPeople)
    expect(keys(points)).toEqual([
      ...['materialsThere', 'eligible', 'materialsTrue', 'inOrder', 'rightPerson', 'otherPersonDecides', 'twoPeople'],
      ...[
        'noInterest',
        'toldInTime',
        'inPromise',
        'inStatute',
        'deliveredInTime',
        'papersMade',
        'served',
        'papersTrue',
      ],
    ])
    expect(points.find(({ key }) => key === 'toldInTime')?.sources).toEqual(['《行政许可法》第三十二条第一款第四项'])
    expect(points.find(({ key }) => key === 'inStatute')?.sources).toEqual(['《风筝放飞条例（虚构）》第三条'])
  })

  test('each item of the catalogue, handled by the book to its end: nothing against it', () => {
    const found = items.flatMap((item) => {
      const refused = make.item() === item ? [make.lifeOf({ item, status: 'closed', outcome: 'refused' })] : []
      return [make.lifeOf({ item, status: 'closed' }), ...refused].flatMap((life) =>
        wrong(sent(life)).map((line) => `${item.code} ${line}`),
      )
    })
    expect(found).toEqual([])
  })

  test('nothing said within five working days, and decided after the promise but within the law', () => {
    const life = make.life({ at: at('2026-03-02T09:00') }).do('received')
    life.do('deemedAcceptanceNoted', { at: at('2026-03-11T09:00') }).goTo(at('2026-03-13T09:00'))
    const points = sent(life.to('decided'))
    expect(wrong(points)).toEqual(['toldInTime bad silent', 'inPromise bad overdue'])
    const [silent] = points.find(({ key }) => key === 'toldInTime')!.whys
    expect(silent).toMatchObject({ type: 'deemedAcceptanceNoted', facts: { due: '2026-03-09' } })
    expect(keys(points)).toContain('inStatute')
  })

  test('a case in hand is late today, and says so of no act', () => {
    const life = make.life({ at: at('2026-03-02T09:00') }).act(['received', 'accepted'])
    const points = ask(withPapers(life), life.item, at('2026-04-20T09:00'))
    expect(wrong(points)).toEqual(['inPromise bad overdue', 'inStatute bad overdue'])
    expect(points.flatMap(({ whys }) => whys).every(({ event }) => event === null)).toBe(true)
    const inTime = ask(withPapers(life), life.item, at('2026-03-04T09:00'))
    expect(keys(inTime)).not.toContain('inPromise')
  })

  test('owed materials: brought in time, too late, and never', () => {
    const owing = () => make.lifeOf({ missing: ['照片'], status: 'received' }).do('acceptedIncomplete')
    const due = owing().kase.owed[0]!.until
    const brought = sent(owing().do('lateMaterialReceived', { at: at(`${due}T10:00`) }))
    expect(brought.find(({ key }) => key === 'owedBrought')?.verdict).toBe('ok')
    const late = owing().do('lateMaterialReceived', { at: at('2027-01-20T10:00') })
    expect(wrong(ask(withPapers(late), late.item))).toContain('owedBrought bad owedLate')
    const never = owing()
    expect(wrong(ask(withPapers(never), never.item, at('2027-01-20T10:00')))).toContain('owedBrought bad owedNever')
  })

  test('who accepted decided, out of turn, and without its paper', () => {
    const { item } = make.lifeOf({ status: 'awaitingDecision' })
    const life = make.lifeOf({ status: 'decided' })
    const acceptor = life.events.find(({ type }) => type === 'accepted')!.stamp.by
    const same = life.events.map((event) => {
      const isDecision = event.type === 'granted'
      return isDecision
        ? { ...event, stamp: { ...event.stamp, by: { ...event.stamp.by, person: acceptor.person } } }
        : event
    })
    expect(wrong(ask(same, item))).toContain('otherPersonDecides bad acceptorDecides')
    expect(wrong(ask(same, item))).toContain(
      `papersMade bad ${Array.from({ length: 3 }, () => 'paperMissing').join(' ')}`,
    )
    const outOfTurn = [...life.events, { ...life.events.at(-1)!, standing: 'outOfTurn' as const }]
    expect(wrong(ask(outOfTurn, item))).toContain('inOrder bad outOfTurn')
  })

  test('a second list of what is lacking, and a refusal, are for a person to read', () => {
    const life = make.lifeOf({ missing: ['申请表'], status: 'awaitingCorrection' }).do('correctionAmended')
    expect(told(sent(life))).toContain('toldOnce ask toldAgain')
    const refused = make.lifeOf({ status: 'decided', outcome: 'refused' })
    expect(told(sent(refused))).toContain('reasonsGiven ask')
  })

  test('what was promised instead of shown is looked into by its day', () => {
    const item = make.item({
      kind: 'benefit',
      materials: make.item().materials.map((material) => ({ ...material, committable: true })),
    })
    const life = make.life({ item }).do('received')
    life.do(['committed', { materials: ['kitePhoto'], promise: '属实', checkBy: '2027-01-05' as never }]).to('closed')
    expect(told(ask(withPapers(life), item)).join()).not.toContain('promiseChecked')
    expect(wrong(ask(withPapers(life), item, at('2027-02-01T09:00')))).toEqual(['promiseChecked bad promiseUnchecked'])
    life.do('commitmentVerified', { at: at('2027-01-04T09:00') })
    expect(wrong(ask(withPapers(life), item, at('2027-02-01T09:00')))).toEqual([])
  })

  test('handed over too late, and not handed over yet', () => {
    const life = make.lifeOf({ status: 'ready' })
    expect(wrong(ask(withPapers(life), life.item, at('2027-03-01T09:00')))).toEqual([
      'deliveredInTime bad notDelivered',
    ])
    life.do('delivered', { at: at('2027-03-01T09:00') })
    expect(wrong(sent(life))).toEqual(['deliveredInTime bad deliveredLate'])
  })

  test('an item or an act that this program does not know is left to people', () => {
    const life = make.lifeOf({ status: 'closed' })
    const unknown = checklistOf(life.events, { itemOf: () => undefined, calendar, now: life.at })
    expect(unknown.map(({ verdict }) => verdict)).toEqual(pointKeys.map(() => 'ask'))
    expect(checklistOf([], { itemOf: () => undefined, calendar, now: life.at })).toEqual([])
  })

  test('whatever events arrive, it answers, changes nothing, and answers the same again', () => {
    const begun = make.life().do('received')
    const histories = fc
      .tuple(fc.constantFrom(...items), fc.array(arbitraryEvent(begun.kase.id), { maxLength: 8 }))
      .map(([item, rest]) => ({ item, events: [...make.events({ item }), ...rest] }))
    fc.assert(
      fc.property(histories, ({ item, events }) => {
        const before = JSON.stringify(events)
        const points = ask(events, item, '2026-12-24T02:00:00.000Z' as Instant)
        for (const point of points) Point.parse(point)
        expect(JSON.stringify(events)).toBe(before)
        expect(ask(events, item, '2026-12-24T02:00:00.000Z' as Instant)).toEqual(points)
      }),
      { numRuns: 150 },
    )
  })
})

test('R-AUDIT-8: a benefit is held to 社会救助暂行办法 where its item names it, by those articles, and to no other', () => {
  const benefits = catalogue.items.filter(({ kind }) => kind === 'benefit')
  const said = benefits.map((item) => {
    const kase = { kind: item.kind, form: {} } as unknown as Case
    const own = item.legalBasis.find(({ name }) => name === '社会救助暂行办法')
    const named = (['reasonsGiven', 'lookedInto'] as const).map((key) =>
      sourcesOf(key, { item, kase }).filter((source) => source.includes('社会救助')),
    )
    const right = own === undefined ? [] : [`《社会救助暂行办法》${own.article ?? ''}`]
    return { code: item.code, named, right: [right, right] }
  })
  expect(said.map(({ code, named }) => [code, named])).toEqual(said.map(({ code, right }) => [code, right]))
  expect(said.filter(({ right }) => right[0]!.length > 0).length).toBeGreaterThan(2)
  expect(said.filter(({ right }) => right[0]!.length === 0).length).toBeGreaterThan(2)
})
