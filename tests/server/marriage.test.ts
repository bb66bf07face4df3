/** What the bureau asks of who registers a marriage, and how it finds both who married. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCases } from '../../server/ask.ts'
import { setQualifications } from '../../server/people.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import { eventId } from '../../shared/case/ids.ts'
import { realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { accepted, at, clerk, fact, receivedFact } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'

let desk: TestBureau
beforeAll(async () => {
  desk = await testBureau()
})
afterAll(() => desk.close())

/** A marriage registered in one act. */
async function married(minute: number): Promise<{ event: AnyEvent; codes: unknown[] }> {
  const terminal = await desk.terminal('wang.ck')
  const [event] = terminal.act(clerk, [receivedFact(terminal, { item: 'HY-JH' })], at(minute))
  const [second] = terminal.act(clerk, [accepted(event!)], at(minute + 1))
  const result = { result: '准予登记', from: null, conditions: null, document: null }
  terminal.act(clerk, [fact('granted', { ...event!, id: eventId(second!.stamp.act, 0) }, result)], at(minute + 2))
  await terminal.send()
  const { verdicts } = await terminal.pullAll()
  return { event: event!, codes: verdicts.flatMap((act) => act.verdicts.flatMap(({ refusal }) => refusal?.code ?? [])) }
}

test('R-LAW-11: the bureau refuses who is no registrar, and takes the act of one who is', async () => {
  await setQualifications(desk.bureau, 'wang.ck', [])
  expect((await married(1)).codes).toContain('notQualified')
  await setQualifications(desk.bureau, 'wang.ck', ['婚姻登记员'])
  expect((await married(11)).codes).toEqual([])
})

test('R-LAW-13: the bureau finds a marriage by the number of either', async () => {
  const { event } = await married(21)
  const { maleIdNo, femaleIdNo } = (event.data as { form: Record<string, string> }).form
  for (const idNo of [maleIdNo!, femaleIdNo!]) {
    const found = await findCases(desk.bureau, { hall: 'demo' as never, offices: [] }, { number: null, idNo })
    expect(found.map(({ id }) => id)).toContain(event.case)
    expect(found[0]!.applicant).toMatch(/、/)
  }
})

test('R-LAW-45, R-LAW-47: the bureau takes no grant that nobody asked for, and no marriage handed over without its number', async () => {
  const terminal = await desk.terminal('wang.ck')
  const received = receivedFact(terminal, { item: 'HY-JH' })
  const unasked = { ...received, data: { ...(received.data as object), answers: {} } }
  const result = { result: '准予登记', from: null, conditions: null, document: null }
  const [first] = terminal.act(clerk, [unasked], at(31))
  const [second] = terminal.act(clerk, [accepted(first!)], at(32))
  const [third] = terminal.act(clerk, [fact('granted', second!, result)], at(33))
  const answers = make.answers(realItem('HY-JH'))
  const [granted] = terminal.act(clerk, [fact('granted', second!, { ...result, answers })], at(34))
  const [ready] = terminal.act(clerk, [fact('prepared', granted!, { bring: null })], at(35))
  const numbered = { name: '结婚证', number: 'J530102-2026-000001', validUntil: null }
  const [issued] = terminal.act(clerk, [fact('certificateIssued', granted!, numbered)], at(36))
  const [handed] = terminal.act(clerk, [fact('prepared', issued!, { bring: null })], at(37))
  await terminal.send()
  const { verdicts } = await terminal.pullAll()
  const said = new Map(
    verdicts.flatMap((act) => act.verdicts.map(({ event, standing, refusal }) => [event, refusal?.code ?? standing])),
  )
  expect([third, granted, ready, issued, handed].map((event) => said.get(event!.id))).toEqual([
    'questionsOpen',
    'confirmed',
    'certificateMissing',
    'confirmed',
    'confirmed',
  ])
})
