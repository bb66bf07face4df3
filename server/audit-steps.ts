/** The steps of audits as they are kept: written one after another, never changed, and taken back from the ledgers of the terminals by
 *  a bureau that was restored from an older backup. */
import type { Audit, AuditStep } from '../shared/audit/audit.ts'
import { AuditStep as AuditStepSchema, auditOf, findingTask } from '../shared/audit/audit.ts'
import type { Task } from '../shared/contract/views.ts'
import { Note, type NoteRecord } from '../shared/record/record.ts'
import { setAside } from './audit-aside.ts'
import type { Bureau } from './bureau.ts'
import { insertMany, type Tx } from './database.ts'
import { openFromLedger, sealForLedger } from './ledger-words.ts'
import type { Schema } from './schema.ts'
import type { Sealer } from './seal.ts'

/** As a terminal keeps it. */
export function sealStep(sealer: Sealer, step: AuditStep): { no: number; sealed: string } {
  return { no: step.no, sealed: sealForLedger(sealer, step) }
}

/** The step that a record keeps; undefined for every other record, and for words that this bureau did not seal. */
export function keptStep({ sealer, log }: Bureau, hall: string, { note }: NoteRecord): AuditStep | undefined {
  const { data } = Note.safeParse(note)
  if (data?.type !== 'audited') return undefined
  try {
    const step = openFromLedger(sealer, data.sealed, AuditStepSchema)
    return step.hall === hall ? step : undefined
  } catch {
    log.warn(
      { audit: data.audit, no: data.no },
      'a note of an audit holds what this bureau did not seal; it is not taken',
    )
    return undefined
  }
}

export async function readAudit({ sealer }: Bureau, tx: Tx, hall: string, id: string): Promise<AuditStep[]> {
  const rows = await tx
    .selectFrom('audit_steps')
    .select('body')
    .where('hall', '=', hall)
    .where('audit', '=', id)
    .orderBy('no')
    .execute()
  return rows.map(({ body }) => AuditStepSchema.parse(sealer.openJson(body)))
}

/** Writes steps, the tasks that they make, and what the audits come to. What is known stays as it is. `restored`: they come back in
 *  whichever order, and what stood there already may have waited for them. */
export async function writeSteps(bureau: Bureau, tx: Tx, steps: readonly AuditStep[], restored = false): Promise<void> {
  const { sealer } = bureau
  await insertMany(
    tx,
    'audit_steps',
    steps.map((step) => ({
      hall: step.hall,
      audit: step.audit,
      no: step.no,
      act: step.act,
      by_person: step.by.person,
      at: step.at,
      body: sealer.sealJson(step),
    })),
    'do nothing',
  )
  for (const [hall, id] of new Map(steps.map((step) => [step.audit, [step.hall, step.audit] as const])).values()) {
    const all = await readAudit(bureau, tx, hall, id)
    const own = steps.filter((step) => step.hall === hall && step.audit === id)
    if (restored) await setAside(bureau, tx, own, all)
    const audit = auditOf(all)
    if (audit === undefined) continue
    await keep(bureau, tx, hall, audit)
    await tellFindings(bureau, tx, audit, all, restored ? all : steps)
  }
}

async function keep({ sealer }: Bureau, tx: Tx, hall: string, audit: Audit): Promise<void> {
  const body = sealer.sealJson(audit)
  await tx
    .insertInto('audits')
    .values({ hall, id: audit.id, drawn_at: audit.drawn.by.at, body })
    .onConflict((oc) => oc.columns(['hall', 'id']).doUpdateSet({ body }))
    .execute()
}

/** 问题: what is found, or sent back, becomes a task of whoever has to answer; what is closed is nobody's task any more. */
async function tellFindings(
  bureau: Bureau,
  tx: Tx,
  audit: Audit,
  all: readonly AuditStep[],
  steps: readonly AuditStep[],
): Promise<void> {
  for (const { done, at, hall, terminal, no } of steps) {
    if (done.type !== 'found' && done.type !== 'sentBack' && done.type !== 'closed') continue
    const finding = audit.findings.find((each) => each.finding === done.finding)
    if (finding === undefined) continue
    const round = all.filter(
      (each) => each.no <= no && each.done.type === 'sentBack' && each.done.finding === done.finding,
    ).length
    // Whatever was asked before is over with it, also where a restored bureau has lost the answer.
    const over = Array.from({ length: done.type === 'closed' ? round + 1 : round }, (_, each) =>
      findingTask(finding, each),
    )
    if (over.length > 0)
      await tx
        .updateTable('tasks')
        .set({ settled: 'over', settled_by: '' })
        .where('hall', '=', hall)
        .where('id', 'in', over)
        .where('settled', 'is', null)
        .execute()
    if (done.type === 'closed') continue
    const said: NonNullable<Task['finding']> = {
      text: finding.text,
      todo: finding.todo,
      back: done.type === 'sentBack' ? done.reason : null,
    }
    const row: Schema['tasks'] = {
      id: findingTask(finding, round),
      hall,
      terminal,
      kind: 'finding',
      case_id: finding.case,
      number: audit.drawn.cases.find(({ id }) => id === finding.case)?.number ?? null,
      event: finding.event,
      event_type: finding.eventType,
      to_person: finding.to,
      since: at,
      refusal: null,
      moved: null,
      other: null,
      settled: null,
      settled_by: null,
      settled_at: null,
      day: null,
      said: bureau.sealer.sealJson(said),
    }
    await tx
      .insertInto('tasks')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}
