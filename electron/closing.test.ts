import { expect, test } from 'vitest'
import type { SignClose } from '../shared/contract/closes.ts'
import { signClose } from './closing.ts'

const asked = { day: '2026-11-24', no: 0, proof: 'p', password: 'x', remark: null, early: false } as SignClose
const signed = {
  ok: true,
  close: { day: '2026-11-24', no: 0, position: 7, number: '100000000001' },
  sealed: 'sealed',
}
const unreachable = { ok: false, why: 'unreachable' }

/** A desk of a supervisor, whose bureau gives these answers one after another. */
function deskHearing(answers: unknown[]) {
  const [told, notes]: [unknown[], unknown[]] = [[], []]
  const desk = {
    session: { person: { id: 'wu.dc' }, current: { capacities: [{ role: 'supervisor' }] } },
    bureau: {
      status: () => ({ state: 'connected', unsent: 0 }),
      now: async () => undefined,
      tell: async (_: string, input: unknown) => {
        told.push(input)
        return answers.shift()
      },
    },
    recorder: { note: (note: unknown) => notes.push(note) },
  }
  return { desk: desk as never, told, notes }
}

test('R-CLOSE-11: an answer that is lost on the way is asked for once more, and the ledger keeps the close once', async () => {
  const { desk, told, notes } = deskHearing([unreachable, signed])
  expect(await signClose(desk, asked)).toEqual(signed)
  expect(told).toEqual([asked, { ...asked, again: true }])
  expect(notes).toEqual([
    { type: 'dayClosed', day: '2026-11-24', no: 0, position: 7, number: '100000000001', sealed: 'sealed' },
  ])
})

test('R-CLOSE-11: whoever is out of reach twice hears so, and what is refused is not asked again', async () => {
  const twice = deskHearing([unreachable, unreachable])
  expect(await signClose(twice.desk, asked)).toEqual(unreachable)
  const refused = deskHearing([{ ok: false, why: 'wrong', tryAgainAt: null }])
  expect(await signClose(refused.desk, asked)).toMatchObject({ why: 'wrong' })
  expect([twice.notes, refused.told, refused.notes]).toEqual([[], [asked], []])
})
