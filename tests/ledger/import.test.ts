/** A machine that died with unsent records: the bureau's recovery key takes them in under their old numbers. */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { importLedgers } from '../../scripts/import-ledger.ts'
import { makeApp } from '../../server/app.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { seedDemo } from '../../server/demo.ts'
import { initBureau } from '../../server/life.ts'
import { makeCode } from '../../server/terminals.ts'
import { emptyDatabase, testSealer } from '../server/databases.ts'
import { openTestDesk, receiving, signIn } from '../terminal/desk.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

/** A bureau whose private recovery key is in somebody's hands. */
async function openOffice() {
  const { url: databaseUrl, folder, drop } = await emptyDatabase('PostgreSQL')
  const db = await openDatabase(databaseUrl, folder)
  const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
  let recoveryKey = {}
  await initBureau(bureau, (key) => {
    recoveryKey = key
  })
  await seedDemo(bureau, path.resolve(import.meta.dirname, '../../catalogue'))
  const app = await makeApp(bureau)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const close = async () => {
    await app.close()
    await db.destroy()
    await drop()
  }
  return { bureau, recoveryKey, url, close }
}

/** A terminal that recorded three cases which it never sent, and then died; what is left is a copy of its data folder. */
async function deadMachine() {
  const { bureau, url } = office
  const desk = await openTestDesk({ url, code: await makeCode(bureau, 'demo', null) })
  const { terminalNo } = desk
  await signIn(desk)
  // Before them one with a photograph.
  const photo = await desk.ask['file.keep']({
    name: '照片.jpg',
    content: Buffer.from('ffd8ffe0ffd9', 'hex').toString('base64'),
  })
  if (!photo.ok) throw new Error(photo.refusal.why)
  const withPhoto = receiving(desk.clock.now(), [], { item: 'YL-YD', set: { photo: [photo.value] } })
  const first = await desk.ask['act.record'](withPhoto)
  if (!first.ok) throw new Error(first.refusal.why)
  const numbers: string[] = []
  for (let i = 0; i < 3; i++) {
    const answer = await desk.ask['act.record'](receiving(desk.clock.now()))
    if (!answer.ok) throw new Error(answer.refusal.why)
    numbers.push((answer.value.events[0]!.data as { number: string }).number)
  }
  const copy = mkdtempSync(path.join(tmpdir(), 'dead-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  cpSync(path.join(desk.folder, 'data'), copy, { recursive: true })
  await desk.close()
  /** The numbers of this machine that the bureau knows. */
  const received = async () => {
    const known = await bureau.db.selectFrom('cases').select('number').where('number', 'in', numbers).execute()
    return known.map(({ number }) => number).sort()
  }
  return { copy, terminalNo, numbers, received }
}

test('R-LEDGER-17, R-FILE-14: a dead machine’s unsent acts and their files reach the bureau under their old numbers, once, and only with the recovery key', async () => {
  const { bureau, recoveryKey } = office
  const { copy, terminalNo, numbers, received } = await deadMachine()
  const other = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }) as { kty: string }
  await expect(importLedgers(bureau, copy, other)).rejects.toThrow()
  expect(await received()).toEqual([])
  const [book] = await importLedgers(bureau, copy, recoveryKey)
  expect(book).toMatchObject({ terminal: terminalNo, problem: null, files: { added: 1, damaged: 0 } })
  expect(book!.added).toBeGreaterThanOrEqual(3)
  expect(await received()).toEqual([...numbers].sort())
  expect(await importLedgers(bureau, copy, recoveryKey)).toEqual([
    { ...book, added: 0, files: { added: 0, damaged: 0 } },
  ])
  expect(await received()).toHaveLength(3)
})

test('R-LEDGER-17: of a damaged book all before the damage is taken in, and where it ends is said', async () => {
  const { bureau, recoveryKey } = office
  const { copy, numbers, received } = await deadMachine()
  const dir = path.join(copy, readdirSync(copy).find((name) => name.startsWith('terminal-'))!, 'ledger')
  const segment = path.join(dir, readdirSync(dir).find((name) => name.endsWith('.ledger'))!)
  const bytes = readFileSync(segment)
  bytes[bytes.byteLength - 40]! ^= 1
  writeFileSync(segment, Buffer.concat([bytes, Buffer.from('and more that is no record')]))
  const [book] = await importLedgers(bureau, copy, recoveryKey)
  expect(book!.problem).toContain('cannot be read from record')
  expect(await received()).toEqual(numbers.slice(0, 2).sort())
})
