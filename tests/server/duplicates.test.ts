/** The same matter taken at two windows that did not know of each other comes to light when both have sent. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyFact } from '../../shared/case/event.ts'
import { at, clerk, fact, otherClerk, receivedFact, supervisor } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
beforeAll(async () => {
  desk = await testBureau()
})
afterAll(() => desk.close())

/** One more application of the same person. */
function again(terminal: VirtualTerminal, first: AnyFact, known: string[] = []): AnyFact {
  const next = receivedFact(terminal, { seed: 900 })
  const { applicant, form } = first.data as { applicant: object; form: object }
  const data = { ...(next.data as object), applicant, form, ...(known.length === 0 ? {} : { repeats: known }) }
  return { ...next, data } as AnyFact
}
const duplicates = async (terminal: VirtualTerminal) =>
  (await terminal.pullAll()).tasks.filter(({ kind }) => kind === 'possibleDuplicate')

test('R-DUPLICATE-2: the clerk who took the later one is told, whichever came to the bureau first; it ends with either case', async () => {
  const [one, two] = [await desk.terminal('wang.ck', 'wu.dc'), await desk.terminal('li.ck')]
  const first = receivedFact(one, { seed: 801 })
  const [taken] = one.act(clerk, [first], at(1))
  const [later] = two.act(otherClerk, [again(two, first)], at(5))
  // What was taken later comes in first.
  await two.send()
  expect(await duplicates(two)).toEqual([])
  await one.send()
  expect(await duplicates(two)).toMatchObject([
    {
      case: later!.case,
      event: later!.id,
      to: 'li.ck',
      other: { case: taken!.case, item: 'GL-BT', number: (taken!.data as { number: string }).number },
    },
  ])
  one.act(supervisor, [fact('voided', taken!, { reason: '重复收件', paper: 'recovered' })], at(9))
  await one.send()
  expect(await duplicates(two)).toEqual([])
})

test('R-DUPLICATE-2: what the clerk saw beside the form, and another person’s case, are nobody’s task', async () => {
  const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('li.ck')]
  const first = receivedFact(one, { seed: 811 })
  const [taken] = one.act(clerk, [first], at(1))
  await one.send()
  two.act(otherClerk, [again(two, first, [taken!.case])], at(5))
  two.act(otherClerk, [receivedFact(two, { seed: 812 })], at(6))
  await two.send()
  expect(await duplicates(two)).toEqual([])
})

test('R-DUPLICATE-2: two people of whom nobody knows a number are not one person', async () => {
  const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('li.ck')]
  const unknown = (terminal: VirtualTerminal, seed: number): AnyFact => {
    const told = receivedFact(terminal, { seed })
    const { applicant, ...data } = told.data as { applicant: object }
    return { ...told, data: { ...data, applicant: { ...applicant, idNo: '' } } } as AnyFact
  }
  one.act(clerk, [unknown(one, 821)], at(1))
  await one.send()
  two.act(otherClerk, [unknown(two, 822)], at(5))
  await two.send()
  expect(await duplicates(two)).toEqual([])
})

test('R-DUPLICATE-2: husband and wife who apply for one household at two windows come to light, neighbours do not', async () => {
  const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('li.ck')]
  const first = receivedFact(one, { seed: 831, item: 'DB-SQ' })
  const husband = (first.data as { applicant: { idNo: string } }).applicant.idNo
  const [taken] = one.act(clerk, [first], at(1))
  await one.send()
  const second = receivedFact(two, { seed: 832, item: 'DB-SQ' })
  const { form } = second.data as { form: { members: object[] } }
  const members = [...form.members, { ...form.members[0], name: '王示例', relation: '配偶', idNo: husband }]
  const [later] = two.act(
    otherClerk,
    [{ ...second, data: { ...(second.data as object), form: { ...form, members } } }],
    at(5),
  )
  two.act(otherClerk, [receivedFact(two, { seed: 833, item: 'DB-SQ' })], at(6))
  await two.send()
  expect(await duplicates(two)).toMatchObject([{ case: later!.case, to: 'li.ck', other: { case: taken!.case } }])
})
