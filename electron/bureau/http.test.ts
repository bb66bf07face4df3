import { expect, test } from 'vitest'
import { makeBureauClient } from './http.ts'

test('a question that waits for the page to be drawn ends at once when it is given up', async () => {
  const never = new Promise(() => {})
  const client = makeBureauClient({
    bureau: 'http://127.0.0.1:9',
    certificate: null,
    sign: null,
    monotonic: () => 0,
    after: never,
  })
  const stopping = new AbortController()
  const asked = client.call('GET /v1/mark', null, { timeoutMs: 1000, signal: stopping.signal })
  stopping.abort()
  expect(await asked).toEqual({ ok: false, failure: { kind: 'offline', cause: 'aborted' } })
  await client.close()
})
