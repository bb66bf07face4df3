/** The bureau as a service: is it well, what does it write down, how does it end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { at, clerk, fact, receivedFact } from './acts.ts'
import { testBureau } from './bureau-for-tests.ts'
import { emptyDatabase, filledDatabase, testSealer, testSealKey } from './databases.ts'

describe.each(['the embedded database', 'PostgreSQL'] as const)('on %s', (kind) => {
  test('R-SERVER-29: it says that it lives, and that it is ready only with its database and something published', async () => {
    const { url: databaseUrl, folder, drop } = await emptyDatabase(kind)
    const db = await openDatabase(databaseUrl, folder)
    const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
    const app = await makeApp(bureau)
    const ask = async (url: string) => {
      const { statusCode, body } = await app.inject({ url })
      return { statusCode, ...JSON.parse(body) }
    }
    expect(await ask('/health')).toEqual({ statusCode: 200, alive: true })
    expect(await ask('/ready')).toEqual({ statusCode: 503, ready: false, database: true, published: false })
    await db.destroy()
    expect(await ask('/health')).toEqual({ statusCode: 200, alive: true })
    expect(await ask('/ready')).toMatchObject({ statusCode: 503, ready: false, database: false })
    await app.close()
    await drop()
  }, 60_000)

  test('R-SERVER-30: what it writes down is JSON, line by line, and names nobody: no number, name, telephone or password', async () => {
    const lines: string[] = []
    const into = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(...String(chunk).split('\n').filter(Boolean))
        done()
      },
    })
    const desk = await testBureau(kind, undefined, pino({ level: 'trace' }, into))
    const terminal = await desk.terminal('wang.ck')
    const received = receivedFact(terminal)
    const { applicant } = received.data as { applicant: { name: string; idNo: string; phone: string } }
    const [first] = terminal.act(clerk, [received], at(1))
    terminal.act(clerk, [fact('urged', first!, { reason: `请快办，${applicant.name}`, answerBy: null })], at(2))
    terminal.append({ strange: applicant.idNo })
    await terminal.send()
    await terminal.signIn('wang.ck', 'a-wrong-Password')
    await terminal.ask('POST', '/v1/find', { number: null, idNo: applicant.idNo })
    await terminal.ask('POST', '/v1/find', { number: applicant.idNo, idNo: { not: applicant.phone } })
    await fetch(`${desk.url}/v1/enrol`, { method: 'POST', body: `{"code":"${applicant.phone}"` })
    const { db } = desk.bureau
    const broken = Object.assign(new Error('terminating connection'), { code: '57P01', detail: applicant.name })
    desk.bureau.db = new Proxy(db, {
      get: () => () => {
        throw broken
      },
    })
    expect((await terminal.ask('POST', '/v1/find', { number: null, idNo: applicant.idNo })).status).toBe(503)
    desk.bureau.db = db
    await desk.close()
    expect(lines.length).toBeGreaterThan(8)
    const read = lines.map((line) => JSON.parse(line) as { level: number; msg: string })
    expect(read.every(({ level, msg }) => level > 0 && msg.length > 0)).toBe(true)
    expect(read.some(({ msg }) => msg === 'a request failed')).toBe(true)
    const all = lines.join('\n')
    for (const secret of [applicant.name, applicant.idNo, applicant.phone, 'a-wrong-Password', 'Demo-2026'])
      expect(all).not.toContain(secret)
  }, 60_000)
})

test('R-SERVER-31: a letter that is too large is refused, and so are too many from one terminal; others go on', async () => {
  const desk = await testBureau('PostgreSQL')
  const terminal = await desk.terminal('wang.ck')
  expect(
    await terminal.ask('POST', '/v1/pull', { cursor: null, limit: 10, more: 'x'.repeat(1_100_000) }),
  ).toMatchObject({ status: 413, body: { code: 'tooLarge' } })
  const app = await makeApp(desk.bureau)
  const from = (no: number) => `.${Buffer.from(`{"terminal":${no},"at":"now"}`).toString('base64url')}.`
  const ask = async (no: number) => app.inject({ url: '/health', headers: { 'x-terminal': from(no) } })
  for (let sent = 0; sent < 1200; sent += 1) expect((await ask(7)).statusCode).toBe(200)
  const refused = await ask(7)
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'tooMany'])
  expect((await ask(8)).statusCode).toBe(200)
  await app.close()
  await desk.close()
})

test('R-SERVER-32: asked to stop, it finishes what it has begun, takes nothing new, and ends with 0', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'service-'))
  const { url: databaseUrl, drop } = await filledDatabase('PostgreSQL')
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', path.resolve(import.meta.dirname, '../../server/main.ts'), 'serve'],
    {
      env: {
        ...process.env,
        PIONEER_PORT: '0',
        PIONEER_DATA: folder,
        DATABASE_URL: databaseUrl ?? '',
        PIONEER_SEAL_KEY: testSealKey.toString('base64'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(async () => {
    if (server.exitCode === null) server.kill('SIGKILL')
    await drop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  const port = await ready(server)
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // A request of which the head and half of the body have arrived.
  const body = '{"code":"AAAA-BBBB-CCCC"}'
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/v1/enrol' })
  request.setHeader('content-length', body.length)
  const answered = new Promise<number>((resolve, reject) => {
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
  })
  await new Promise((resolve) => request.write(body.slice(0, 10), resolve))
  await listening(port)
  server.kill('SIGTERM')
  await untilRefused(port)
  request.end(body.slice(10))
  expect(await answered).toBe(400)
  expect(await ended).toBe(0)
}, 60_000)

function ready(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)))
    createInterface({ input: server.stdout! }).on('line', (line) => {
      if (!line.startsWith('{"ready":true')) return
      server.removeAllListeners('exit')
      resolve(JSON.parse(line).port)
    })
  })
}

/** It has answered a later request: the earlier one has surely reached it. */
async function listening(port: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: 'close' } })
}

/** Asks, each time over a line of its own, until nobody listens any more. */
async function untilRefused(port: number): Promise<void> {
  for (;;) {
    const refused = await new Promise<boolean>((resolve) => {
      const request = http.get({ port, host: '127.0.0.1', path: '/health', agent: false }, (response) => {
        response.resume()
        response.on('end', () => resolve(false))
      })
      request.on('error', () => resolve(true))
    })
    if (refused) return
  }
}
