import { expect, test } from 'vitest'
import { linkHandlers } from '../handlers/link-handlers.ts'
import { makeDeskLinks } from './desk-links.ts'

const id = '11111111-1111-4111-8111-111111111111'

function opened() {
  const copied: string[] = []
  const heard: string[] = []
  const links = makeDeskLinks(() => heard.push('link'))
  const clipboard = { read: () => '', write: (text: string) => void copied.push(text), clear: () => {} }
  const handlers = linkHandlers(links, clipboard)
  return { links, heard, copied, take: () => handlers['link.take'](null, null), copy: handlers['link.copy'] }
}

test('R-LINK-4: of the words of a start the link is found, waits, and is given out once; the last one counts', async () => {
  const { links, heard, take } = opened()
  links.arrive(['pioneer-desk', '--no-sandbox', '/opt/pioneer', '--training'])
  expect([heard.length, await take()]).toEqual([0, null])
  links.arrive(['pioneer-desk', '--flag', 'pioneer-desk://desk/today'])
  links.arrive(['pioneer-desk', `pioneer-desk://desk/case/${id}`, '--flag'])
  expect(heard).toHaveLength(2)
  expect([await take(), await take()]).toEqual([{ address: `/case/${id}` }, null])
})

test('R-LINK-4: what calls itself a link and is none is told as such, and nothing of it comes through', async () => {
  const { links, take } = opened()
  for (const link of ['pioneer-desk://desk/nowhere', 'pioneer-desk:--inspect', 'PIONEER-DESK://desk/today']) {
    links.arrive([link])
    expect(await take()).toEqual({ address: null })
  }
})

test('R-LINK-1: what is copied is the link that leads back', async () => {
  const { links, copied, copy, take } = opened()
  await copy({ address: '/today?day=2026-11-24' as never }, null)
  links.arrive(copied)
  expect([copied, await take()]).toEqual([
    ['pioneer-desk://desk/today?day=2026-11-24'],
    { address: '/today?day=2026-11-24' },
  ])
})
