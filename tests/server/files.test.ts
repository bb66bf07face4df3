/** Files beside the forms at the bureau: taken by their hash, sealed, shown to who may read the case. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseId, PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { realItem } from '../make/catalogue.ts'
import { fileNamed } from '../make/form.ts'
import { make } from '../make/make.ts'
import { jpeg } from '../make/scan.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'
import type { VirtualTerminal } from './virtual-terminal.ts'

const clerk = { person: 'wang.ck' as PersonId, name: '王示例', role: 'clerk', office: 'window' } as By
const moment = '2026-11-24T01:00:00.000Z'
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const send = (terminal: VirtualTerminal, bytes: Buffer, sha256 = hashOf(bytes)) =>
  terminal.ask('POST', '/v1/file-send', { sha256, content: bytes.toString('base64') })
const missing = async (terminal: VirtualTerminal, ...files: string[]) =>
  ((await terminal.ask('POST', '/v1/files-missing', { files })).body as { missing: string[] }).missing
const show = (terminal: VirtualTerminal, kase: string, sha256: string) =>
  terminal.ask('POST', '/v1/file', { case: kase, sha256 })

/** A case whose form names these bytes as its photograph. */
function receivedWith(terminal: VirtualTerminal, serial: number, bytes: Buffer) {
  const photo = [fileNamed('照片.jpg', { sha256: hashOf(bytes), bytes: bytes.length })]
  const life = make.life({ item: realItem('YL-YD'), seed: serial, at: moment, set: { photo } })
  const kase = randomUUID() as CaseId
  const fact = life.fact('received')
  terminal.act(
    clerk,
    [{ ...fact, case: kase, data: { ...(fact.data as object), number: makeNumber(terminal.no, serial) } }],
    moment,
  )
  return kase
}

let office: TestBureau
let terminal: VirtualTerminal
beforeAll(async () => {
  office = await testBureau(null)
  terminal = await office.terminal('wang.ck')
})
afterAll(() => office.close())

test('R-FILE-8: a file is taken once, by its hash, and lies sealed', async () => {
  const bytes = jpeg('王样本的照片')
  const sha256 = hashOf(bytes)
  expect(await missing(terminal, sha256)).toEqual([sha256])
  expect((await send(terminal, bytes)).body).toEqual({ ok: true })
  expect((await send(terminal, bytes)).body).toEqual({ ok: true })
  expect(await missing(terminal, sha256, '0'.repeat(64))).toEqual(['0'.repeat(64)])
  const rows = await office.bureau.db.selectFrom('file_parts').selectAll().where('sha256', '=', sha256).execute()
  expect(rows).toHaveLength(1)
  expect(Buffer.from(rows[0]!.body).includes('王样本')).toBe(false)
})

test.each([
  ['differs', jpeg('真的'), hashOf(jpeg('假的'))],
  ['wrongKind', Buffer.from('<script>'), undefined],
  ['damaged', jpeg('断了').subarray(0, 90), undefined],
])('R-FILE-8: bytes that do not give the hash, or are no scan, are refused: %s', async (why, bytes, sha256) => {
  expect((await send(terminal, bytes, sha256)).body).toEqual({ ok: false, why })
  expect(await missing(terminal, sha256 ?? hashOf(bytes))).toHaveLength(1)
})

test('R-FILE-8: one that is too large is refused, and nobody sends without a signature', async () => {
  const large = await send(terminal, jpeg('大', 8 * 1024 * 1024))
  expect(large.status).toBe(413)
  const stranger = await fetch(`${office.url}/v1/file-send`, {
    method: 'POST',
    body: JSON.stringify({ sha256: '0'.repeat(64), content: '' }),
  })
  expect(stranger.status).toBe(401)
})

test('R-FILE-9: a file is shown to who has signed in and may read a case that names it, and to nobody else', async () => {
  // Of several parts.
  const bytes = jpeg('给看的', 200_000)
  const kase = receivedWith(terminal, 1, bytes)
  await terminal.send()
  expect((await show(terminal, kase, hashOf(bytes))).body).toEqual({ ok: false, why: 'notYet' })
  await send(terminal, bytes)
  const other = await office.terminal('li.ck')
  const shown = (await show(other, kase, hashOf(bytes))).body as { ok: true; content: string }
  expect(Buffer.from(shown.content, 'base64').equals(bytes)).toBe(true)
  await send(terminal, jpeg('别的'))
  expect((await show(other, kase, hashOf(jpeg('别的')))).body).toEqual({ ok: false, why: 'unknown' })
  expect((await show(other, randomUUID(), hashOf(bytes))).body).toEqual({ ok: false, why: 'unknown' })
  expect((await show(await office.terminal(), kase, hashOf(bytes))).status).toBe(401)
})
