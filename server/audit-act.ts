/** Each step of an audit: drawn once, checked case by case, found, answered, closed and signed; one after another under the lock of its
 *  hall, so that a second click or a second supervisor finds what stands. */
import { createHash } from 'node:crypto'
import {
  type Audit,
  type AuditStep,
  answeredPoints,
  auditAfter,
  type DrawAsked,
  type Finding,
} from '../shared/audit/audit.ts'
import type { AnyEvent } from '../shared/case/event.ts'
import type { Instant, PersonId, TerminalNo } from '../shared/case/ids.ts'
import type {
  AuditActAsked,
  AuditActed,
  AuditDo,
  AuditDrawn,
  AuditFault,
  AuditView,
} from '../shared/contract/stored-audits.ts'
import { auditPaper } from '../shared/paper/audit-paper.ts'
import { caseEvents } from './ask.ts'
import { readAudit, sealStep, writeSteps } from './audit-steps.ts'
import { auditViewIn, pointsOf } from './audits.ts'
import type { Bureau } from './bureau.ts'
import { closeNumber } from './close-sign.ts'
import type { Tx } from './database.ts'
import { lockHall } from './judging.ts'
import { sampleIn } from './sample.ts'
import { hiddenFrom } from './scope.ts'
import { checkPassword } from './sign-in.ts'

type Auditor = { hall: string; terminal: number; offices: readonly string[]; person: PersonId }
type No = Extract<AuditActed, { ok: false }>
type Done = AuditStep['done']

const no = (why: AuditFault, more: Partial<No> = {}): No => ({ ok: false, why, tryAgainAt: null, point: null, ...more })

/** The same cases asked for with the same seed are one audit, however often and by whomever; who draws from another box, without the
 *  sealed cases that are not theirs to read, draws another. */
function idOf(hall: string, asked: DrawAsked, without: readonly string[]): string {
  const { from, until, part, item, window, size, seed } = asked
  const said = JSON.stringify([hall, from, until, part, item, window, size, seed, without])
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}

export async function drawAudit(bureau: Bureau, auditor: Auditor, asked: DrawAsked): Promise<AuditDrawn> {
  const { hall, offices } = auditor
  const without = hiddenFrom(offices, bureau.known)
  const id = idOf(hall, asked, without)
  return bureau.db.transaction().execute(async (tx) => {
    await lockHall(tx, hall)
    const [first] = await readAudit(bureau, tx, hall, id)
    if (first !== undefined) return { ok: true, id, stood: true, kept: [sealStep(bureau.sealer, first)] }
    const drawn = await sampleIn(tx, { hall, ...asked, person: null, without })
    if (drawn.cases.length === 0) return { ok: false, why: 'nothing' }
    const { method, population, populationDigest, position, cases } = drawn
    const done = { type: 'drawn', asked, method, population, populationDigest, position, without, cases } as Done
    const step = stepOf(bureau, auditor, { audit: id, no: 1, act: id, done })
    await writeSteps(bureau, tx, [step])
    return { ok: true, id, stood: false, kept: [sealStep(bureau.sealer, step)] }
  })
}

function stepOf(
  { known, now }: Bureau,
  { hall, terminal, person }: Auditor,
  { audit, no: place, act, done }: Pick<AuditStep, 'audit' | 'no' | 'act' | 'done'>,
): AuditStep {
  const who = known.people.get(person)
  const by = { person, name: who?.name ?? person, badge: who?.badge ?? '' }
  const at = now().toISOString() as Instant
  return { hall, audit, no: place, act, at, terminal: terminal as TerminalNo, by, done }
}

export async function actOnAudit(bureau: Bureau, auditor: Auditor, asked: AuditActAsked): Promise<AuditActed> {
  const { audit: id, act, what } = asked
  if (what.do === 'sign') {
    const right = await checkPassword(bureau, auditor.person, what.password)
    if (!right.ok) return no(right.why, { tryAgainAt: right.tryAgainAt })
  }
  return bureau.db.transaction().execute(async (tx) => {
    await lockHall(tx, auditor.hall)
    const steps = await readAudit(bureau, tx, auditor.hall, id)
    const before = steps.find((step) => step.act === act)
    const view = await auditViewIn(bureau, tx, auditor, id)
    if (view === null) return no('unknown')
    if (before !== undefined) return { ok: true, view, kept: [sealStep(bureau.sealer, before)] }
    const done = await doneBy(bureau, tx, auditor, view, what)
    if ('ok' in done) return done
    const step = stepOf(bureau, auditor, { audit: id, no: view.audit.last + 1, act, done })
    await writeSteps(bureau, tx, [step])
    const audit = auditAfter(view.audit, step) ?? view.audit
    return { ok: true, view: { ...view, audit }, kept: [sealStep(bureau.sealer, step)] }
  })
}

/** What is written down for this; or why it may not be. */
async function doneBy(bureau: Bureau, tx: Tx, auditor: Auditor, view: AuditView, what: AuditDo): Promise<Done | No> {
  const { audit } = view
  switch (what.do) {
    case 'check':
    case 'find': {
      if (audit.signed !== null) return no('signed')
      // Within the transaction: the embedded database has one connection, and would wait for itself.
      const events = audit.drawn.cases.some(({ id }) => id === what.case)
        ? await caseEvents({ ...bureau, db: tx }, auditor, what.case)
        : []
      if (events.length === 0) return no('unknown')
      return what.do === 'check' ? checked(bureau, auditor, what, events) : found(bureau, audit, what, events)
    }
    case 'sendBack':
    case 'close':
      return onFinding(view, what)
    case 'sign':
      return signed(bureau, tx, auditor, view, what)
  }
}

/** The program's own word is taken here, and never from the page. */
function checked(
  bureau: Bureau,
  { hall }: Auditor,
  { case: id, answers, remark }: Extract<AuditDo, { do: 'check' }>,
  events: readonly AnyEvent[],
): Done | No {
  const answered = answeredPoints(pointsOf(bureau, hall, events), answers)
  if (!answered.ok) return no(answered.why, { point: answered.point })
  return { type: 'checked', case: id, points: answered.points, remark }
}

function found(
  { known }: Bureau,
  { findings }: Audit,
  { finding, case: id, point, text, todo, to }: Extract<AuditDo, { do: 'find' }>,
  events: readonly AnyEvent[],
): Done | No {
  const person = known.people.get(to)
  const act = events.findLast(({ stamp, type }) => stamp.by.person === to && type !== 'printed' && type !== 'reprinted')
  if (person === undefined || act === undefined) return no('over')
  if (findings.some((each) => each.finding === finding)) return no('over')
  const about = { event: act.id, eventType: act.type }
  return { type: 'found', finding, case: id, point, text, todo, to, toName: person.name, ...about }
}

/** Whoever was asked does not close it; the supervisor does, and only what was answered counts as mended. */
function onFinding({ audit, answers }: AuditView, what: Extract<AuditDo, { do: 'sendBack' | 'close' }>): Done | No {
  const finding = audit.findings.find((each) => each.finding === what.finding)
  if (finding === undefined) return no('unknown')
  if (finding.closed !== null) return no('over')
  const answered = isAnswered(finding, answers)
  if (what.do === 'sendBack')
    return answered ? { type: 'sentBack', finding: what.finding, reason: what.reason } : no('notAnswered')
  if (what.how === 'mended' && !answered) return no('notAnswered')
  return { type: 'closed', finding: what.finding, how: what.how, remark: what.remark }
}

function isAnswered({ finding, back }: Finding, answers: AuditView['answers']): boolean {
  return answers.some((each) => each.finding === finding && each.round === back.length)
}

async function signed(
  bureau: Bureau,
  tx: Tx,
  { hall, person }: Auditor,
  { audit, answers }: AuditView,
  { seen, remark }: Extract<AuditDo, { do: 'sign' }>,
): Promise<Done | No> {
  if (audit.signed !== null) return no('taken')
  if (seen !== audit.last) return no('changed')
  if (audit.checked.length < audit.drawn.cases.length) return no('unchecked')
  const { known } = bureau
  const [book, settings, signer] = [known.papers.at(-1), known.halls.get(hall as never), known.people.get(person)]
  if (
    book?.templates.some(({ key }) => key === 'auditRecord') !== true ||
    settings === undefined ||
    signer === undefined
  )
    return no('noTemplate')
  const number = await closeNumber(bureau, tx, hall)
  const names = new Map(known.catalogues.flatMap(({ items }) => items.map(({ code, name }) => [code as string, name])))
  const stateOf = (finding: Finding) => {
    if (finding.closed !== null) return finding.closed.how === 'mended' ? '已整改。' : '经核实不是问题。'
    return isAnswered(finding, answers) ? '已答复，待核。' : '待整改。'
  }
  const paper = auditPaper(
    audit,
    { number, by: { name: signer.name, badge: signer.badge }, at: bureau.now().toISOString() as Instant, remark },
    { hall: settings, book, itemName: (code) => names.get(code) ?? code, stateOf },
  )
  return paper === undefined ? no('noTemplate') : { type: 'signed', number, remark, paper }
}
