/** Steps of an audit that found their place taken: a restored bureau on which somebody went on before the terminals had sent theirs
 *  again. They are kept with all they say and shown beside the audit; nothing of them counts. */
import { sql } from 'kysely'
import { type AuditStep, AuditStep as AuditStepSchema } from '../shared/audit/audit.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import type { CaseReader } from './readable-case.ts'
import { hiddenFrom } from './scope.ts'

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

/** By their audits, the oldest first: those that this reader may read. Sealed cases are for the offices that handle them, and so is what
 *  was set aside of one. */
export async function readAsides(
  { db, known, sealer }: Pick<Bureau, 'db' | 'known' | 'sealer'>,
  { hall, offices }: CaseReader,
  audits: readonly string[],
): Promise<ReadonlyMap<string, AuditStep[]>> {
  if (audits.length === 0) return new Map()
  const rows = await db
    .selectFrom('audit_asides')
    .select(['audit', 'body'])
    .where('hall', '=', hall)
    .where('audit', 'in', audits)
    .orderBy('at')
    .orderBy('no')
    .execute()
  const steps = rows.map(({ body }) => AuditStepSchema.parse(sealer.openJson(body)))
  const hidden = hiddenFrom(offices, known)
  const open = hidden.length === 0 ? steps : await openAmong(db, hall, steps, hidden)
  const byAudit = new Map<string, AuditStep[]>()
  for (const step of open) byAudit.set(step.audit, [...(byAudit.get(step.audit) ?? []), step])
  return byAudit
}

/** A case that the bureau has not got back may be a sealed one. */
async function openAmong(
  db: Bureau['db'],
  hall: string,
  steps: readonly AuditStep[],
  hidden: readonly string[],
): Promise<AuditStep[]> {
  const caseOfFinding = new Map(
    steps.flatMap(({ done }) => (done.type === 'found' ? [[done.finding, done.case] as const] : [])),
  )
  const caseOf = ({ done }: AuditStep) => {
    if (done.type === 'checked' || done.type === 'found') return done.case
    return done.type === 'sentBack' || done.type === 'closed' ? caseOfFinding.get(done.finding) : undefined
  }
  const { rows } = await sql<{ id: string; item: string }>`
    select id, item from cases where hall = ${hall} and id = any(${steps.flatMap((step) => caseOf(step) ?? [])}::text[])`.execute(
    db,
  )
  const items = new Map(rows.map(({ id, item }) => [id, item]))
  return steps.filter((step) => {
    if (step.done.type === 'drawn') return !step.done.cases.some(({ item }) => hidden.includes(item))
    const about = caseOf(step)
    if (about === undefined) return true
    const item = items.get(about)
    return item !== undefined && !hidden.includes(item)
  })
}
