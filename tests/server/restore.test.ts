/** A server restored from a backup is noticed, and gets again what it lost. */

import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { expect, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { backup, restore } from '../../server/backup.ts'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { makeCode } from '../../server/terminals.ts'
import type { CaseId, PersonId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import { realItem } from '../make/catalogue.ts'
import { make } from '../make/make.ts'
import { pdf } from '../make/scan.ts'
import { testBureau } from './bureau-for-tests.ts'
import { emptyDatabase, testSealer } from './databases.ts'
import { VirtualTerminal } from './virtual-terminal.ts'

const clerk = { person: 'wang.ck' as PersonId, name: '王示例', role: 'clerk', office: 'window' } as By
const moment = '2026-11-24T01:00:00.000Z'

function receivedFact(terminal: VirtualTerminal, serial: number) {
  const fact = make.life({ item: realItem('GL-BT'), seed: serial, at: moment }).fact('received')
  return {
    ...fact,
    case: randomUUID() as CaseId,
    data: { ...(fact.data as object), number: makeNumber(terminal.no, serial) },
  }
}

test.each([
  ['the embedded database', 'PostgreSQL'],
  ['PostgreSQL', 'the embedded database'],
] as const)(
  'R-SERVER-17: from %s into %s: a restored server has a new life, gets again what it lost, and gives no terminal number twice',
  async (from, into) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'restore-'))
    const first = await testBureau(from)
    const terminal = await first.terminal('wang.ck')
    terminal.act(clerk, [receivedFact(terminal, 1)], moment)
    const before = await terminal.send()
    // R-FILE-10: the files go with it.
    const scans = Array.from({ length: 6 }, (_, nth) => pdf(`第${nth}份`))
    for (const scan of scans) await sendFile(terminal, scan)
    const entry = (id: string) => ({
      ...{ hall: 'demo', from_day: '2026-11-23', id, person: clerk.person, word: '{}', by_person: clerk.person },
      at: moment,
    })
    await first.bureau.db
      .insertInto('plan_entries')
      .values([entry('1'), entry('2')])
      .execute()
    const file = path.join(folder, 'backup.jsonl')
    await backup(first.bureau, file)
    expect((await terminal.send()).backedUp).toBe(1)
    terminal.act(clerk, [receivedFact(terminal, 2)], moment)
    await terminal.send()
    await sendFile(terminal, pdf('备份以后'))
    const later = await first.terminal('wang.ck')
    await first.close()

    const place = await emptyDatabase(into)
    const db = await openDatabase(place.url, place.folder)
    const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
    await restore(bureau, file)
    await expect(restore(bureau, file)).rejects.toThrow('not empty')
    const app = await makeApp(bureau)
    terminal.url = await app.listen({ port: 0, host: '127.0.0.1' })
    const mark = (await terminal.ask('GET', '/v1/mark')).body as typeof before
    expect(mark).toMatchObject({ taken: 1, digest: before.digest })
    expect(mark.incarnation).not.toBe(before.incarnation)
    expect(await terminal.send()).toMatchObject({ taken: 2, digest: terminal.digest, problem: null })
    expect((await terminal.pullAll()).cases.size).toBe(2)
    const all = [...scans, pdf('备份以后')].map(hashOf)
    expect((await terminal.ask('POST', '/v1/files-missing', { files: all })).body).toEqual({ missing: [all.at(-1)] })
    const parts = await bureau.db.selectFrom('file_parts').select(['sha256', 'body']).execute()
    for (const { sha256, body } of parts) expect(hashOf(bureau.sealer.open(body))).toBe(sha256)
    const old = await terminal.ask('POST', '/v1/pull', {
      cursor: { incarnation: before.incarnation, position: 9, judged: 9 },
      limit: 10,
    })
    expect(old.body).toMatchObject({ restart: true })
    // R-PLAN-8: what is said after it stands after what was said before.
    const next = await bureau.db.insertInto('plan_entries').values(entry('3')).returning('no').executeTakeFirstOrThrow()
    expect(Number(next.no)).toBe(3)
    const fresh = await VirtualTerminal.enrol(terminal.url, await makeCode(bureau, 'demo', null))
    expect(fresh.no).toBeGreaterThan(later.no)
    await app.close()
    await db.destroy()
    await place.drop()
    rmSync(folder, { recursive: true, force: true })
  },
  120_000,
)

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function sendFile(terminal: VirtualTerminal, bytes: Buffer): Promise<void> {
  const sent = { sha256: hashOf(bytes), content: bytes.toString('base64') }
  expect((await terminal.ask('POST', '/v1/file-send', sent)).body).toEqual({ ok: true })
}
