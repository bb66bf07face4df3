/** 日清 at the bureau: every window's evening check, for whoever oversees the hall. */
import type { Day } from '../shared/calendar/day.ts'
import type { RecordBody } from '../shared/record/record.ts'
import { signedCheck } from '../shared/record/record.ts'
import type { SignedCheck } from '../shared/report/bags.ts'
import type { Bureau } from './bureau.ts'
import type { Database, Tx } from './database.ts'
import type { Schema } from './schema.ts'
import type { Sealer } from './seal.ts'

/** The row of a record that is a window's check; undefined for every other record. */
export function checkRow(sealer: Sealer, hall: string, record: RecordBody): Schema['day_checks'] | undefined {
  const signed = signedCheck(record)
  if (signed === undefined) return undefined
  const { terminal, seq, at } = record
  return { hall, day: signed.check.day, window: signed.window, terminal, seq, at, body: sealer.sealJson(signed) }
}

/** The check of each window that stands for a day: the one signed last. */
export async function checksOf(bureau: Bureau, hall: string, day: Day): Promise<SignedCheck[]> {
  return standingChecks(bureau, bureau.db, hall, day)
}

/** The same inside a transaction. */
export async function standingChecks(
  { sealer }: Bureau,
  tx: Database | Tx,
  hall: string,
  day: Day,
): Promise<SignedCheck[]> {
  const rows = await tx
    .selectFrom('day_checks')
    .distinctOn('window')
    .select(['window', 'body'])
    .where('hall', '=', hall)
    .where('day', '=', day)
    .orderBy('window')
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ body }) => sealer.openJson(body) as SignedCheck)
}
