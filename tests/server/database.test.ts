/** How rows are written: whole columns at a time, statements on their way while the next are made. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { insertMany, ofEach } from '../../server/database.ts'
import { inOneGo } from '../../server/in-one-go.ts'
import { type TestBureau, testBureau } from './bureau-for-tests.ts'

describe.each(['the embedded database', 'PostgreSQL'] as const)('on %s', (kind) => {
  let bureau: TestBureau
  beforeAll(async () => {
    bureau = await testBureau(kind)
  })
  afterAll(() => bureau?.close())

  const rowsOf = (terminal: number) =>
    ['', '一', 'quote " \\ { } , null', '\n'].map((text, n) => ({
      terminal,
      seq: n + 1,
      hash: text,
      body: Buffer.from([...Array(n * 3)].map((_, byte) => 255 - byte)),
      taken_at: 'NULL',
    }))
  const stored = async (terminal: number) =>
    (
      await bureau.bureau.db.selectFrom('records').selectAll().where('terminal', '=', terminal).orderBy('seq').execute()
    ).map(({ seq, body, ...row }) => ({ ...row, seq: Number(seq), body: Buffer.from(body) }))

  test('R-SERVER-42: rows come back as they were written, bytes and signs of the language of databases among them', async () => {
    await bureau.bureau.db.transaction().execute((tx) => insertMany(tx, 'records', rowsOf(901)))
    expect(await stored(901)).toEqual(rowsOf(901))
  })

  test('R-SERVER-42: lists and nothing at all come back as they were written', async () => {
    const codes = ['a', 'b'].map((hash, n) => ({
      hash,
      hall: 'demo',
      window: n === 0 ? null : 3,
      offices: n === 0 ? [] : ['window', '科室 "一", {二}'],
      made_at: '',
      used_by: n === 0 ? 7 : null,
    }))
    const { db } = bureau.bureau
    await db.transaction().execute((tx) => insertMany(tx, 'codes', codes))
    const found = db.selectFrom('codes').selectAll().where('hash', 'in', ['a', 'b']).orderBy('hash').execute()
    expect(await found).toEqual(codes)
  })

  test('R-SERVER-43: rows are looked up by their key, one by one, in a table that the database knows nothing of yet', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => ({ terminal: 904, judged: n, seq: n, act: 'a', body: '' }))
    const plan = await bureau.bureau.db.transaction().execute(async (tx) => {
      await insertMany(tx, 'verdicts', rows)
      const { rows: lines } = await sql<Record<string, string>>`
        explain select v.* from unnest(${[1, 2, 3]}::integer[]) as asked(judged)
        ${ofEach(sql`verdicts`, sql`found.terminal = 904 and found.judged = asked.judged`)} as v`.execute(tx)
      return lines.map((line) => Object.values(line)[0]).join('\n')
    })
    expect(plan).toMatch(/Index Cond: \(+terminal = 904\) AND \(judged = asked.judged\)/)
    expect(plan).not.toMatch(/Hash|Merge|Seq Scan/)
  })

  test('R-SERVER-44: what is sent after the first insert into a table does not overtake it', async () => {
    // As another process would: nothing is known yet of any table.
    vi.resetModules()
    const fresh = await import('../../server/database.ts')
    const seen = await bureau.bureau.db.transaction().execute((tx) =>
      inOneGo(async (send) => {
        await fresh.knowTypes(tx, ['records'])
        await send(fresh.insertMany(tx, 'records', rowsOf(920)))
        return (await sql`select seq from records where terminal = 920`.execute(tx)).rows
      }),
    )
    expect(seen).toHaveLength(rowsOf(920).length)
  })

  test('R-SERVER-42: what was sent before an error is gone with the transaction, and nothing comes after it', async () => {
    const { db } = bureau.bureau
    const broken = db.transaction().execute((tx) =>
      inOneGo(async (send) => {
        await send(insertMany(tx, 'records', rowsOf(902)))
        await send(sql`select 1 / 0`.execute(tx))
        await send(insertMany(tx, 'records', rowsOf(903)))
      }),
    )
    await expect(broken).rejects.toThrow(/division by zero/)
    const hidden = db.transaction().execute((tx) =>
      inOneGo(async (send) => {
        await send(sql`select 1 / 0`.execute(tx))
        await insertMany(tx, 'records', rowsOf(902))
      }),
    )
    await expect(hidden, 'the cause, not what came of it').rejects.toThrow(/division by zero/)
    const thrown = db.transaction().execute((tx) =>
      inOneGo(async (send) => {
        for (let terminal = 904; terminal < 910; terminal += 1) void send(insertMany(tx, 'records', rowsOf(terminal)))
        throw new Error('no more')
      }),
    )
    await expect(thrown).rejects.toThrow('no more')
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from records where terminal between 902 and 910`.execute(db)
    expect(rows).toEqual([{ n: 0 }])
  })
})
