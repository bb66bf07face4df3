import { expect, test } from 'vitest'
import { calendar, hall, paperBook, realItem } from '../../tests/make/catalogue.ts'
import { make } from '../../tests/make/make.ts'
import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { maskId } from '../identity/mask.ts'
import { casePlaces } from './places.ts'

/** What the receipt of a case of this item says of its people; `is`: what of the case is otherwise. */
function received(code: string, is: (kase: Case) => Partial<Case> = () => ({})) {
  const item = realItem(code)
  const life = make.life({ item }).do('received')
  const kase = { ...life.kase, ...is(life.kase) }
  const scene = { event: life.events[0]! as Event, after: kase, end: kase, item, hall, calendar, now: life.at }
  return {
    kase,
    text: Object.assign({}, ...casePlaces({ ...scene, before: undefined }).texts) as Record<string, string>,
  }
}

test('R-PAPER-16: a child’s guardian acts, signs and comes for it, and is named as that', () => {
  const { kase, text } = received('GE-RD')
  expect(text).toMatchObject({
    applicantIs: '申请人',
    contactIs: '监护人',
    contact: kase.form.guardianName,
    signer: '监护人（代办人）',
    bring: '监护人身份证',
    applicantId: maskId(kase.applicant.idNo),
  })
  expect(received('GL-BT').text).toMatchObject({ contact: '', signer: '申请人（代办人）', bring: '本人身份证' })
  expect(received('ST-BG').text).toMatchObject({ contactIs: '单位经办人', signer: '申请单位（经办人）' })
})

test('R-PAPER-17: a body that is still to be founded is known by a person’s number, named as that and never whole', () => {
  const { kase, text } = received('ST-CL')
  expect(text).toMatchObject({ idIs: '拟任法定代表人公民身份号码', applicantId: maskId(kase.applicant.idNo) })
  const registered = received('ST-BG')
  expect(registered.text).toMatchObject({ idIs: '统一社会信用代码', applicantId: registered.kase.applicant.idNo })
})

test('each paper that names who acts says whether that is a guardian or whom an organisation sent', () => {
  expect(JSON.stringify(paperBook)).not.toContain('["单位经办人"')
})

test('R-PAPER-16: whoever came for somebody is named with how they belong together, where that is known', () => {
  const agent = { name: '赵样例', idNo: make.idNumber(9), phone: '19900000009', relation: '子女' }
  const named = (relation: string | null) => received('GL-BT', () => ({ agent: { ...agent, relation } })).text.agent
  expect([named('子女'), named(null)]).toEqual(['赵样例（子女）', '赵样例'])
  expect(received('GL-BT', () => ({ agent: null })).text.agent).toBe('')
})

test('R-PAPER-4: a number is called what the form calls it, and where there is none nothing stands for it', () => {
  const without = (changes: object) =>
    received('LL-JZ', ({ applicant }) => ({ applicant: { ...applicant, ...changes } })).text
  expect(without({ idType: null }).idIs).toBe('证件号码')
  expect(without({ idType: '护照' }).idIs).toBe('护照')
  expect(without({ idNo: '', phone: '' })).toMatchObject({ applicantId: '', applicantPhone: '' })
})

test('a paper says which window made it, or which office where none did, and where to come', () => {
  const { kase } = received('GL-BT')
  const item = realItem('GL-BT')
  const from = (office: string, window: number | null) => {
    const made = make.life({ item }).do('received').events[0]!
    const event = { ...made, stamp: { ...made.stamp, window, by: { ...made.stamp.by, office } } } as Event
    const { texts } = casePlaces({
      event,
      before: undefined,
      after: kase,
      end: kase,
      item,
      hall,
      calendar,
      now: made.stamp.at,
    })
    const [{ window: said, counter } = {}] = texts
    return [said, counter]
  }
  expect(from('window', 2)).toEqual(['2号窗口（党员先锋岗）', '2号窗口'])
  expect(from('section.elderly', null)).toEqual(['养老服务科', hall.name])
  expect(from('nowhere', null)).toEqual(['', hall.name])
})
