/** Steps of an audit that found their place taken: a restored bureau on which somebody went on before the terminals had sent theirs
 *  again. They are kept with all they say and shown beside the audit; nothing of them counts. */
import { sql } from 'kysely'
import { type AuditStep, AuditStep as AuditStepSchema } from '../shared/audit/audit.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'

/** Keeps those of `sent` that do not stand among `all`, the steps of their audit. */
export async function setAside(
  { sealer, log }: Bureau,
  tx: Tx,
  sent: readonly AuditStep[],
  all: readonly AuditStep[],
): Promise<void> {
  const lost = sent.filter((step) => !stands(step, all))
  for (const { audit, no } of lost) log.warn({ audit, no }, 'a step of an audit found its place taken; it is set aside')
  await insertMany(
    tx,
    'audit_asides',
    lost.map((step) => ({
      ...{ hall: step.hall, audit: step.audit, no: step.no, act: step.act, at: step.at },
      body: sealer.sealJson(step),
    })),
    'do nothing',
  )
}

/** Asked for once more, a step may stand under another number; what it says is what matters. */
function stands(step: AuditStep, all: readonly AuditStep[]): boolean {
  const other = all.find(({ act }) => act === step.act) ?? all.find(({ no }) => no === step.no)
  return other?.act === step.act && JSON.stringify(other.done) === JSON.stringify(step.done)
}

/** The oldest first. */
export async function readAside({ sealer }: Bureau, tx: Tx, hall: string, audit: string): Promise<AuditStep[]> {
  const rows = await tx
    .selectFrom('audit_asides')
    .select('body')
    .where('hall', '=', hall)
    .where('audit', '=', audit)
    .orderBy('at')
    .orderBy('no')
    .execute()
  return rows.map(({ body }) => AuditStepSchema.parse(sealer.openJson(body)))
}

/** How many each of these audits has. */
export async function asidesAmong(
  db: Bureau['db'],
  hall: string,
  audits: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ audit: string; n: number }>`
    select audit, count(*)::integer as n from audit_asides where hall = ${hall} and audit = any(${[...audits]}::text[])
      group by audit`.execute(db)
  return new Map(rows.map(({ audit, n }) => [audit, n]))
}
