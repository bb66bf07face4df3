import { expect, test } from 'vitest'
import { makeListener } from './listen.ts'

type Answer = { ok: true; value: { position: number } } | { ok: false; failure: { kind: 'offline'; cause: 'timeout' } }

/** A bureau whose answers are given one by one. */
function bureauOf() {
  const asked: (number | null)[] = []
  const waiting: ((answer: Answer) => void)[] = []
  return {
    asked,
    answer: async (answer: Answer) => {
      waiting.shift()!(answer)
      await new Promise((resolve) => setImmediate(resolve))
    },
    client: {
      call: (_route: string, input: unknown) => {
        asked.push((input as { position: number | null }).position)
        return new Promise<Answer>((resolve) => waiting.push(resolve))
      },
    },
  }
}
const at = (position: number): Answer => ({ ok: true, value: { position } })
const timeout: Answer = { ok: false, failure: { kind: 'offline', cause: 'timeout' } }

test('R-AUDIT-3: it tells of each new position once, and goes on listening from there', async () => {
  const { client, asked, answer } = bureauOf()
  let told = 0
  const listener = makeListener({
    client: client as never,
    isAsked: () => true,
    changed: async () => {
      told += 1
    },
    book: () => ({ seq: 3, digest: 'a'.repeat(64) }),
    report: () => {},
  })
  listener.begin()
  listener.begin()
  await answer(at(7))
  await answer(at(7))
  expect({ told, asked }).toEqual({ told: 1, asked: [null, 7, 7] })
  await answer(at(9))
  expect({ told, asked }).toEqual({ told: 2, asked: [null, 7, 7, 9] })
  // The line is gone: it waits for the next time the bureau is reached, and begins anew.
  await answer(timeout)
  expect(asked).toHaveLength(4)
  listener.begin()
  expect(asked).toEqual([null, 7, 7, 9, null])
  listener.close()
  await answer(at(10))
  expect(asked).toHaveLength(5)
})

test('R-AUDIT-3: with nobody signed in nothing is listened to', async () => {
  const { client, asked } = bureauOf()
  const listener = makeListener({
    client: client as never,
    isAsked: () => false,
    changed: async () => {},
    book: () => ({ seq: 3, digest: 'a'.repeat(64) }),
    report: () => {},
  })
  listener.begin()
  expect(asked).toEqual([])
  listener.close()
})
