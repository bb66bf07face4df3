/** TLS with the bureau's certificate pinned. The authorities in certificates/ are made up and speak for nobody. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBureauClient } from '../../electron/bureau/http.ts'
import { isSafeAddress } from '../../electron/enrolment/bureau-address.ts'
import { makeApp } from '../../server/app.ts'
import type { Day } from '../../shared/calendar/day.ts'
import { openTestDesk, signIn } from './desk.ts'
import { type Office, openOffice } from './office.ts'

const pem = (name: string) => readFileSync(path.join(import.meta.dirname, 'certificates', name), 'utf8')

let office: Office
let secure: FastifyInstance
let url: string

beforeAll(async () => {
  office = await openOffice()
  secure = await makeApp(office.bureau, { key: pem('bureau.key'), cert: pem('bureau.pem') })
  url = await secure.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  secure.server.closeAllConnections()
  await secure.close()
  await office.close()
})

test('R-TERMINAL-45: once enrolled, the terminal speaks to nobody whose certificate another authority gave', async () => {
  const desk = await openTestDesk({ url, code: await office.code() }, { certificate: pem('bureau-ca.pem') })
  expect(await signIn(desk)).toMatchObject({ online: true })
  expect(await desk.ask['bureau.sendNow'](null)).toMatchObject({ unsent: 0 })
  const { port } = new URL(url)
  secure.server.closeAllConnections()
  await secure.close()
  const impostor = await makeApp(office.bureau, { key: pem('other.key'), cert: pem('other.pem') })
  await impostor.listen({ port: Number(port), host: '127.0.0.1' })
  await desk.ask['session.signOut'](null)
  expect(await desk.ask['bureau.sendNow'](null)).toMatchObject({ state: 'offline', cause: 'certificate', unsent: 1 })
  impostor.server.closeAllConnections()
  await impostor.close()
  secure = await makeApp(office.bureau, { key: pem('bureau.key'), cert: pem('bureau.pem') })
  await secure.listen({ port: Number(port), host: '127.0.0.1' })
  expect(await desk.ask['bureau.sendNow'](null)).toMatchObject({ state: 'connected', unsent: 0 })
  await desk.close()
})

test('R-TERMINAL-46: a bureau whose certificate nobody vouches for gives no number', async () => {
  const desk = await openTestDesk(null)
  const code = await office.code()
  const asked = await desk.ask['terminal.enrol']({ bureau: url, code })
  expect(asked).toMatchObject({ ok: false, refusal: { why: 'bureauUnreachable' } })
  expect((await desk.ask['terminal.state'](null)).phase).toBe('unenrolled')
  await desk.close()
})

test('R-TERMINAL-47: passwords and records go nowhere in the open, but to this very machine', async () => {
  expect(
    ['https://bureau.example', 'http://127.0.0.1:7300', 'http://localhost', 'http://[::1]:1'].map(isSafeAddress),
  ).toEqual([true, true, true, true])
  expect(
    ['http://bureau.example', 'http://127.0.0.1.example', 'ftp://127.0.0.1', 'nothing'].map(isSafeAddress),
  ).toEqual([false, false, false, false])
  const desk = await openTestDesk(null)
  expect(await desk.ask['terminal.enrol']({ bureau: 'http://bureau.example', code: 'ABCD-EFGH' })).toMatchObject({
    refusal: { why: 'badAddress' },
  })
  await desk.close()
})

test('R-TERMINAL-48: a code that is wrong or used gives no number; a try that failed leaves nothing in the way of the next', async () => {
  const code = await office.code()
  const first = await openTestDesk({ url: office.url, code })
  const desk = await openTestDesk(null)
  const enrol = (asked: string) => desk.ask['terminal.enrol']({ bureau: office.url, code: asked })
  expect(await enrol('WRONG-CODE')).toMatchObject({ refusal: { why: 'badCode' } })
  expect(await enrol(code)).toMatchObject({ refusal: { why: 'usedCode' } })
  await office.stop()
  expect(await enrol(await office.code())).toMatchObject({ refusal: { why: 'bureauUnreachable' } })
  await office.start()
  const enrolled = await enrol(await office.code())
  expect(enrolled).toMatchObject({ ok: true, value: { phase: 'ready', hall: 'demo' } })
  expect(enrolled.ok && enrolled.value.terminal! > first.terminalNo).toBe(true)
  await first.close()
  await desk.close()
})

test('R-TERMINAL-58: a line that the bureau closed while it was kept is opened anew, once, and nobody is told', async () => {
  const lines: Socket[] = []
  let heard = 0
  const closing = createServer((request, answer) => {
    heard++
    if (heard === 2 || heard > 3) return request.socket.destroy()
    request.resume()
    answer.setHeader('content-type', 'application/json').end('{"incarnation":"x","upTo":0,"trouble":null}')
  }).on('connection', (line) => lines.push(line))
  await once(closing.listen(0, '127.0.0.1'), 'listening')
  const { port } = closing.address() as AddressInfo
  const client = makeBureauClient({
    bureau: `http://127.0.0.1:${port}`,
    certificate: null,
    sign: null,
    monotonic: () => 0,
  })
  const first = await client.call('GET /v1/mark', null, { timeoutMs: 5000 })
  expect([first, await client.call('GET /v1/mark', null, { timeoutMs: 5000 })]).toEqual([first, first])
  expect({ heard, lines: lines.length }).toEqual({ heard: 3, lines: 2 })
  const hungUp = { failure: { kind: 'offline', cause: 'unreachable' } }
  expect(await client.call('GET /v1/mark', null, { timeoutMs: 5000 })).toMatchObject(hungUp)
  expect(heard).toBe(5)
  const code = {
    code: 'ABCD-EFGH',
    publicKey: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'A'.repeat(43) },
    machine: '测试机',
  }
  expect(await client.call('POST /v1/enrol', code, { timeoutMs: 5000 })).toMatchObject(hungUp)
  expect(heard).toBe(6)
  // A signature has its password tried once, and is not told that it was given before.
  const close = { day: '2026-11-24' as Day, no: 0, proof: '', password: 'x', remark: null, early: false }
  expect(await client.call('POST /v1/sign-close', close, { timeoutMs: 5000 })).toMatchObject(hungUp)
  expect(heard).toBe(7)
  await client.close()
  closing.close()
})

test('R-TERMINAL-49: an answer in other words, or none in time, is told apart from a no', async () => {
  const client = makeBureauClient({ bureau: url, certificate: pem('bureau-ca.pem'), sign: null, monotonic: () => 0 })
  expect(await client.call('GET /v1/mark', null, { timeoutMs: 5000 })).toEqual({
    ok: false,
    failure: { kind: 'bureau', status: 401, code: 'badSignature' },
  })
  const gone = makeBureauClient({
    bureau: `${url}/elsewhere`,
    certificate: pem('bureau-ca.pem'),
    sign: null,
    monotonic: () => 0,
  })
  expect(await gone.call('GET /v1/mark', null, { timeoutMs: 5000 })).toMatchObject({ failure: { code: 'notFound' } })
  const aborted = AbortSignal.abort()
  expect(await client.call('GET /v1/mark', null, { timeoutMs: 5000, signal: aborted })).toMatchObject({
    failure: { kind: 'offline', cause: 'aborted' },
  })
  await client.close()
  await gone.close()
})
