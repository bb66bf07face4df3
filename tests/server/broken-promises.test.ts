/** The bureau knows of a promise that was broken where the terminal does not. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent, AnyFact } from '../../shared/case/event.ts'
import { at, clerk, fact, otherClerk, receivedFact } from './acts.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

let desk: TestBureau
beforeAll(async () => {
  desk = await testBureau()
})
afterAll(() => desk.close())

const asked = { item: 'DB-SQ', missing: ['incomeProof'] }

/** One more application of whoever applied first, with a promise instead of the proof. */
function promise(terminal: VirtualTerminal, minute: number, first: AnyFact): AnyEvent {
  const next = receivedFact(terminal, { ...asked, seed: 41 })
  const { applicant, form } = first.data as { applicant: object; form: object }
  const [received] = terminal.act(
    otherClerk,
    [{ ...next, data: { ...(next.data as object), applicant, form } } as AnyFact],
    at(minute),
  )
  const data = { materials: ['incomeProof'], promise: '所述属实', checkBy: null }
  return terminal.act(otherClerk, [fact('committed', received!, data)], at(minute + 1))[0]!
}

/** As 事后核查 leaves it, long after. */
async function found(id: string, commitmentBroken: string | undefined): Promise<void> {
  const { db, sealer } = desk.bureau
  const { rows } = await sql<{ body: Uint8Array }>`select body from cases where id = ${id}`.execute(db)
  const kase = sealer.openJson(rows[0]!.body) as Case
  await sql`update cases set body = ${sealer.sealJson({ ...kase, commitmentBroken })} where id = ${id}`.execute(db)
}

test('R-LAW-41: the bureau refuses a promise of who broke one, whatever the terminal knew, until it was put right', async () => {
  const [one, two] = [await desk.terminal('wang.ck'), await desk.terminal('li.ck')]
  const first = receivedFact(one, { ...asked, seed: 41 })
  const [taken] = one.act(clerk, [first], at(1))
  await one.send()
  await found(taken!.case, at(2))
  const refused = promise(two, 5, first)
  await two.send()
  const fate = async ({ id }: AnyEvent) =>
    (await two.pullAll()).verdicts.flatMap(({ verdicts }) => verdicts).find(({ event }) => event === id)
  expect(await fate(refused)).toMatchObject({
    standing: 'refused',
    refusal: { code: 'promiseBarred', facts: { number: (first.data as { number: string }).number, day: '2026-11-24' } },
  })
  await found(taken!.case, undefined)
  const stands = promise(two, 9, first)
  await two.send()
  expect(await fate(stands)).toMatchObject({ standing: 'confirmed' })
})
