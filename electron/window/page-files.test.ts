import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'
import { fileOf, openPageFiles } from './page-files.ts'
import { isPageOf, PAGE } from './trusted-page.ts'

const around = mkdtempSync(path.join(tmpdir(), 'page-'))
const folder = path.join(around, 'renderer')
mkdirSync(path.join(folder, 'assets'), { recursive: true })
writeFileSync(path.join(folder, 'index.html'), '<p>先锋岗</p>')
writeFileSync(path.join(folder, 'assets/a b.js'), '1')
writeFileSync(path.join(around, 'secret.json'), '{}')
writeFileSync(path.join(around, 'renderer.json'), '{}')

const get = (url: string, method = 'GET') => openPageFiles(folder).answer({ method, url })

test('R-DOORS-8: the page gets its own files with the headers that close it in', async () => {
  const page = await get(PAGE)
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<p>先锋岗</p>',
  ])
  expect(page.headers.get('content-security-policy')).toBe(contentPolicy)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get('app://desk/assets/a%20b.js?v=1#x')).status).toBe(200)
})

test('R-DOORS-9: no address leads out of the page’s folder, or to another kind of file', async () => {
  const ways = [
    'app://desk/../secret.json',
    'app://desk/%2e%2e/secret.json',
    'app://desk/%2e%2e%2fsecret.json',
    'app://desk/assets/..%2f..%2fsecret.json',
    'app://desk/..%5csecret.json',
    'app://desk/..\\secret.json',
    'app://desk//secret.json',
    'app://desk/%00/secret.json',
    'app://desk/%2e%2e/renderer.json',
    `app://desk/${folder}/index.html`,
    'app://desk/',
    'app://desk/assets',
    'app://desk/assets/x.exe',
    'app://desk/%',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://desk/index.html',
    'nothing',
  ]
  for (const way of ways) expect([way, (await get(way)).status]).toEqual([way, 404])
  expect((await get(PAGE, 'POST')).status).toBe(404)
  expect((await get('app://desk/gone.js')).headers.get('content-security-policy')).toBe(contentPolicy)
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('.', '/', '%2e', '%2f', '%5c', '\\', 'a', '.js', '%00', '?', '#') }),
      (name) => {
        const file = fileOf(folder, `app://desk/${name}`)
        if (file !== undefined) expect(path.resolve(file).startsWith(`${folder}${path.sep}`)).toBe(true)
      },
    ),
  )
})

test('R-DOORS-8: the page has its program when nothing that it asked for is on its way any more', async () => {
  const files = openPageFiles(folder)
  let handedOver = false
  void files.handedOver.then(() => {
    handedOver = true
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  await (await files.answer({ method: 'GET', url: PAGE })).text()
  await turn()
  expect(handedOver).toBe(false)
  const program = await files.answer({ method: 'GET', url: 'app://desk/assets/a%20b.js' })
  const page = await files.answer({ method: 'GET', url: PAGE })
  await program.text()
  await turn()
  expect(handedOver).toBe(false)
  await page.body?.cancel()
  await files.handedOver
})

test('R-DOORS-10: the policy allows nothing by default, no foreign script, no inline script, no eval', () => {
  const parts = new Map(contentPolicy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]))
  expect(parts.get('default-src')).toEqual(["'none'"])
  expect(parts.get('script-src')).toEqual(["'self'"])
  expect(parts.get('connect-src')).toEqual(["'self'"])
  for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect([closed, parts.get(closed)]).toEqual([closed, ["'none'"]])
  expect(contentPolicy).not.toMatch(/unsafe-eval|https?:|\*/)
})

test('R-DOORS-11: only the desk’s own page is listened to, told by scheme and host', () => {
  expect(isPageOf('app://desk/index.html#/intake', PAGE)).toBe(true)
  const others = [
    'app://desk.example/index.html',
    'app://other/',
    'https://desk/',
    'about:blank',
    'file:///index.html',
    '',
    'blob:app://desk/1',
  ]
  for (const other of others) expect([other, isPageOf(other, PAGE)]).toEqual([other, false])
  expect(isPageOf('http://localhost:5173/#/x', 'http://localhost:5173')).toBe(true)
  expect(isPageOf('http://localhost:5174/', 'http://localhost:5173')).toBe(false)
})
