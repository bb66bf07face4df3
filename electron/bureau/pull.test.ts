import { expect, test } from 'vitest'
import type { PullPage } from '../../shared/contract/views.ts'
import type { BureauClient } from './http.ts'
import { makePuller } from './pull.ts'

/** A puller whose bureau gives these pages, one after another, and how often the page was told of news. */
function pulling(pages: readonly Partial<PullPage>[]) {
  let [asked, news] = [0, 0]
  const nothing = { entries: [], verdicts: [], tasks: null, restart: false, more: false, cursor: null }
  const call = async () => ({ ok: true, value: { ...nothing, ...pages[asked++] } })
  const puller = makePuller({
    client: { call: call as unknown as BureauClient['call'] },
    token: () => 'token',
    refused: () => undefined,
    pulled: () => undefined,
    current: () => undefined,
    news: () => {
      news += 1
    },
    unreachable: () => undefined,
    lastCursor: null,
    synced: { standsAt: () => undefined, complete: () => undefined },
    now: () => '2026-11-24T02:00:00.000Z' as never,
  })
  return { puller, news: () => news }
}
const some = { verdicts: [{} as never] }

test('R-REPORT-23: what the page fetched by itself is told of too, once it has all; nothing is no news', async () => {
  const { puller, news } = pulling([{ ...some, more: true }, {}, {}, some])
  await puller.pull(null, 300)
  expect(news()).toBe(0)
  await puller.pull(null, 300)
  expect(news()).toBe(1)
  await puller.pull(null, 300)
  expect(news()).toBe(1)
  await puller.pull(null, 300)
  expect(news()).toBe(2)
})
