/** What is kept up to date by events instead of being recounted: one row a case. */
import { partnerOf } from '../shared/case/applicant.ts'
import type { Case } from '../shared/case/case.ts'
import { turnOf } from '../shared/case/turn.ts'
import { convertOldIdNumber } from '../shared/identity/old-id-number.ts'
import { normaliseUscc } from '../shared/identity/uscc.ts'
import type { Item } from '../shared/item/item.ts'
import { isInHand } from '../shared/report/figures.ts'
import { dueDay } from '../shared/report/pending.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import type { Schema } from './schema.ts'
import type { Sealer } from './seal.ts'

type CaseRow = Schema['cases']

/** The row of a case. A clock that cannot be computed leaves the day empty: nothing a case says may stop the others. */
export function caseRow({ known, sealer, log }: Bureau, hall: string, kase: Case): CaseRow {
  const item = known.itemOf(kase.editions.catalogue, kase.item)
  const partner = item === undefined ? null : partnerOf(item, kase.form)
  return {
    hall,
    id: kase.id,
    number: kase.number,
    item: kase.item,
    status: kase.status,
    window: kase.window,
    office: item === undefined ? null : (turnOf(kase, item)[0]?.office ?? null),
    due: item === undefined ? null : dueOf(kase, item),
    in_hand: isInHand(kase),
    received_at: kase.received.at,
    id_hash: hashOfNumber(sealer, kase.applicant.idNo),
    partner_hash: partner === null || partner.idNo === '' ? null : hashOfNumber(sealer, partner.idNo),
    body: sealer.sealJson(kase),
  }

  function dueOf(of: Case, by: Item): string | null {
    if (known.calendar === null) return null
    try {
      return dueDay(of, by, known.calendar)
    } catch (error) {
      log.error({ case: of.id, error: String(error) }, 'the clock of a case cannot be computed')
      return null
    }
  }
}

/** What a person's or a body's number is found by, however it was typed; a 15-digit number finds its holder. */
export function hashOfNumber(sealer: Sealer, number: string): string {
  return sealer.hashNumber(convertOldIdNumber(number) ?? normaliseUscc(number))
}

/** What of a row is read without opening the case. */
export const caseColumns = [
  ...(['number', 'item', 'status', 'window', 'office', 'due', 'in_hand', 'received_at'] as const),
  ...(['id_hash', 'partner_hash'] as const),
] satisfies (keyof CaseRow)[]

export async function writeCases(tx: Tx, rows: readonly CaseRow[]): Promise<void> {
  const renewed = [...caseColumns, 'body'].map((name) => `"${name}" = excluded."${name}"`)
  await insertMany(tx, 'cases', rows, `(hall, id) do update set ${renewed.join(', ')}`)
}
