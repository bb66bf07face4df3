import fc from 'fast-check'
import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { linkTo, readLink, TellableAddress, tellable } from './desk-link.ts'
import { type PagePath, pageAt, pages } from './pages.ts'

const id = '11111111-1111-4111-8111-111111111111'
const good = [
  '/today?day=2026-11-24&by=person',
  '/today?day=2026-11-24&by=item&open=received&of-item=GL-BT',
  '/supervise/figures?period=2026-11-01~2026-11-30&by=street&open=decided&of-street=%E6%A0%B7%E6%9D%BF%E8%A1%97%E9%81%93&sort=-received',
  '/tasks?list=overdue&window=3',
  '/supervise/plans/month?month=2026-11&open=inTime&window=2',
  '/supervise/plans/week?week=2026-11-24&count=open&of=li.ck',
  `/case/${id}`,
  '/supervise/close/2026-11-24?month=2026-10',
  `/supervise/audit/${'0f'.repeat(16)}?case=${id}`,
  '/admin/item/GL-BT',
]

test('R-LINK-1: what a page says in its address is told by a link, and read from it again', () => {
  for (const address of good) {
    expect([address, tellable(address)]).toEqual([address, address])
    expect(readLink(linkTo(address))).toBe(address)
    expect(TellableAddress.parse(address)).toBe(address)
  }
  // As launchers hand them over.
  expect(readLink('pioneer-desk://desk/today/')).toBe('/today')
  expect(readLink('pioneer-desk://desk/supervise/in-time?by=window&group=%E7%8E%8B+%E7%A4%BA%E4%BE%8B')).toBe(
    '/supervise/in-time?by=window&group=%E7%8E%8B%20%E7%A4%BA%E4%BE%8B',
  )
})

test.each([
  '',
  'pioneer-desk:',
  'pioneer-desk://desk',
  'pioneer-desk://desk/',
  'pioneer-desk://elsewhere/today',
  'pioneer-desk://desk@elsewhere/today',
  'pioneer-desk://desk:80/today',
  'PIONEER-DESK://desk/today',
  'https://desk/today',
  'pioneer-desk://desk/nowhere',
  'pioneer-desk://desk//today',
  'pioneer-desk://desk/../today',
  'pioneer-desk://desk/today#x',
  'pioneer-desk://desk/today?day=2026-11-24#x',
  'pioneer-desk://desk/today?day=2026-13-24',
  'pioneer-desk://desk/today?day=2026-11-24&day=2026-11-25',
  'pioneer-desk://desk/today?hall=east',
  'pioneer-desk://desk/today?__proto__=x',
  'pioneer-desk://desk/today?day=%',
  'pioneer-desk://desk/today?day',
  'pioneer-desk://desk/today?by=a?by=b',
  'pioneer-desk://desk/case/1',
  `pioneer-desk://desk/case/${id}/..`,
  'pioneer-desk://desk/search',
  `pioneer-desk://desk/intake/form/${id}`,
  'pioneer-desk://desk/admin/item-file',
  `pioneer-desk://desk/today?by=${'x'.repeat(31)}`,
  `pioneer-desk://desk/supervise/in-time?group=${'样'.repeat(400)}`,
  'pioneer-desk://desk/supervise/in-time?group=<script>',
  'pioneer-desk://desk/today --no-sandbox',
])('R-LINK-2: no link of this desk: %s', (link) => {
  expect(readLink(link)).toBeUndefined()
})

test('R-LINK-2: whatever is not a page with what it may say is refused, and nothing else comes through', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `pioneer-desk://desk/${text}`),
    fc
      .tuple(fc.constantFrom(...(Object.keys(pages) as PagePath[])), fc.string())
      .map(([path, text]) => linkTo(path + text)),
    fc.tuple(fc.constantFrom(...good), fc.nat(120), fc.string()).map(([address, at, text]) => {
      const link = linkTo(address)
      return link.slice(0, at) + text + link.slice(at + 1)
    }),
  )
  fc.assert(
    fc.property(anything, (link) => {
      const address = readLink(link)
      if (address === undefined) return
      expect(pageAt(address.split('?')[0]!)).toBeDefined()
      expect(address).toMatch(/^\/[-a-zA-Z0-9/]+(\?[-a-z]+=[^?#<>\s]*(&[-a-z]+=[^?#<>\s]*)*)?$/)
      expect(readLink(linkTo(address))).toBe(address)
    }),
    { numRuns: 2000 },
  )
})

test('R-LINK-3: no number of a person goes into a link, whatever box it was typed into', () => {
  const numbers = [make.idNumber(1, { birth: '1938-03-05' }), make.phone(1), make.bankAccount(1)]
  for (const number of numbers) {
    const spaced = `${number.slice(0, 4)} ${number.slice(4)}`
    for (const text of [number, spaced, `王${number}`]) {
      for (const place of [
        '/supervise/in-time?group=',
        '/supervise/audit/openings?number=',
        '/supervise/figures?of-cause=',
      ]) {
        expect(readLink(linkTo(place + encodeURIComponent(text)))).toBeUndefined()
        expect(tellable(place + encodeURIComponent(text))).toBe(place.split('?')[0])
      }
    }
    expect(tellable(`/search?text=${number}`)).toBeUndefined()
  }
  expect(tellable(`/supervise/audit/openings?number=000020000011`)).toContain('000020000011')
})
