/** How times are kept: a working day of tenths of an hour to a row. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../../server/database.ts'
import { addText, blockInSql, blockOf, NO_TIMES, textInSql, textOf } from '../../server/kept-times.ts'
import { migrate } from '../../server/migrations.ts'
import { timesOf } from '../../shared/report/sums.ts'
import { testBureau } from './bureau-for-tests.ts'

const minutes = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 })
const bucketsOf = (amounts: readonly number[]) =>
  timesOf(amounts.map((amount) => ({ part: 'granted' as const, amount }))).granted ?? {}

test('R-REPORT-9: how times are spread is one text, adds up, and is what it was when what was added is taken away', () => {
  fc.assert(
    fc.property(minutes, minutes, (some, more) => {
      const text = textOf(bucketsOf(some))
      const both = addText(addText({}, text), textOf(bucketsOf(more)))
      expect(both).toEqual(bucketsOf([...some, ...more]))
      expect(textOf(addText(both, textOf(bucketsOf(more)), -1))).toBe(text)
      expect(textOf(addText(addText({}, text), text, -1))).toBe(NO_TIMES)
    }),
  )
})

/** As the table was before a row held more than one of them. */
async function asBefore(db: Database): Promise<void> {
  await sql`drop table report_times`.execute(db)
  await sql`create table report_times (hall text not null, grain text not null, dim text not null, part text not null, period text not null,
    key text not null, bucket integer not null, n bigint not null, primary key (hall, grain, dim, part, period, key, bucket))`.execute(
    db,
  )
  await sql`delete from meta where key = 'migration:0026-times-in-few-rows'`.execute(db)
}

test.each(['the embedded database', 'PostgreSQL'] as const)(
  'R-REPORT-9: %s writes the same text, and what was kept a tenth of an hour to a row is kept on',
  async (kind) => {
    const desk = await testBureau(kind)
    const { db } = desk.bureau
    try {
      const amounts = [0, 5, 6, 100, 479, 480, 481, 700, 100, 12_345]
      const all = Object.entries(bucketsOf(amounts)).map(([bucket, n]) => ({ bucket: Number(bucket), n }))
      const blocks = [...new Set(all.map(({ bucket }) => blockOf(bucket)))]
      const expected = blocks.map((block) => {
        const own = all.filter(({ bucket }) => blockOf(bucket) === block)
        return { block, times: textOf(Object.fromEntries(own.map(({ bucket, n }) => [bucket, n]))) }
      })
      const rows = sql.join(all.map(({ bucket, n }) => sql`(${bucket}::integer, ${n}::bigint)`))
      const { rows: said } = await sql`
        select ${blockInSql} as block, ${textInSql} as times from (values ${rows}) each (bucket, n) group by 1 order by 1`.execute(
        db,
      )
      expect(said).toEqual(expected)

      await asBefore(db)
      await sql`insert into report_times select 'demo', 'month', 'item', 'granted', '2026-11', 'GL-BT', bucket, n from (values ${rows}, (7, 0)) each (bucket, n)`.execute(
        db,
      )
      await migrate(db)
      const kept = await db.selectFrom('report_times').select(['block', 'times']).orderBy('block').execute()
      expect(kept).toEqual(expected)
    } finally {
      await desk.close()
    }
  },
)

test('R-REPORT-9: what a process of the program before still writes while times are carried over is carried over too', async () => {
  const desk = await testBureau('PostgreSQL')
  const { db } = desk.bureau
  try {
    await asBefore(db)
    let carried: Promise<void> | undefined
    await db.transaction().execute(async (old) => {
      await sql`insert into report_times values ('demo', 'month', 'item', 'granted', '2026-11', 'GL-BT', 7, 1)`.execute(
        old,
      )
      carried = migrate(db)
      const waits = sql<{
        n: number
      }>`select count(*)::integer as n from pg_locks where not granted and relation = 'report_times'::regclass`
      while ((await waits.execute(old)).rows[0]?.n === 0);
    })
    await carried
    expect(await db.selectFrom('report_times').select('times').execute()).toEqual([{ times: '[7,1]' }])
  } finally {
    await desk.close()
  }
})
