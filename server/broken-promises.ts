/** 曾作出虚假承诺: who promises instead of proving is looked up first (国办发〔2020〕42号). A terminal may not have the earlier case. */
import { sql } from 'kysely'
import type { Case } from '../shared/case/case.ts'
import { payloads } from '../shared/case/event.ts'
import type { CaseId } from '../shared/case/ids.ts'
import type { ActRecord } from '../shared/record/record.ts'
import type { Bureau } from './bureau.ts'
import type { Tx } from './database.ts'
import { hashOfNumber } from './projections.ts'

/** The hall's cases of whoever promises in these acts. `kaseOf`: as the case stands before them. */
export async function casesOfPromisers(
  { sealer }: Pick<Bureau, 'sealer'>,
  tx: Tx,
  hall: string,
  acts: readonly ActRecord[],
  kaseOf: (id: CaseId) => Case | undefined,
): Promise<Case[]> {
  const facts = acts.flatMap((act) => act.facts)
  const promising = new Set(facts.flatMap(({ type, case: id }) => (type === 'committed' ? [id] : [])))
  if (promising.size === 0) return []
  const numbers = [...promising].flatMap((id) => {
    const known = kaseOf(id)?.applicant.idNo
    if (known !== undefined) return [known]
    const first = facts.find((fact) => fact.case === id && fact.type === 'received')
    return payloads.received.safeParse(first?.data).data?.applicant.idNo ?? []
  })
  const hashes = numbers.filter((number) => number !== '').map((number) => hashOfNumber(sealer, number))
  if (hashes.length === 0) return []
  const { rows } = await sql<{ body: Uint8Array }>`
    select body from cases where hall = ${hall} and id_hash = any(${[...new Set(hashes)]}::text[])`.execute(tx)
  return rows.map(({ body }) => sealer.openJson(body) as Case)
}
