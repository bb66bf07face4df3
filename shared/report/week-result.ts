/** 周五出结果: what became of each line of a plan by the end of its week, made from the events; nobody types it. Where a case itself
 *  says why it is not done, that is the reason; else the person is asked. */
import { z } from 'zod'
import { Day, dayOf } from '../calendar/day.ts'
import { type Case, Outcome } from '../case/case.ts'
import { clockOf } from '../case/clock.ts'
import { type CaseId, OfficeKey, PrintedNumber } from '../case/ids.ts'
import { runningDay } from '../case/running-day.ts'
import { sitsIn } from '../case/seats.ts'
import { currentStep, lastStep } from '../case/steps.ts'
import type { Item } from '../item/item.ts'
import { holdingsOn, Role } from '../people/role.ts'
import { isInHand } from './figures.ts'
import { byDay, nextSeats, type PlanBooks, PlanLine, planLine } from './plan.ts'

const Reason = z.discriminatedUnion('why', [
  /** 等补正, since it was told. */
  z.strictObject({ why: z.literal('correction'), since: Day }),
  /** 停表: for what, and on which paper. */
  z.strictObject({
    why: z.literal('standing'),
    since: Day,
    suspension: z.string(),
    paper: PrintedNumber.nullable(),
  }),
  z.strictObject({ why: z.literal('hearing') }),
  /** 公示 still hangs out. */
  z.strictObject({ why: z.literal('notice'), until: Day }),
  z.strictObject({ why: z.literal('extended'), until: Day }),
  /** 容缺: something is owed until then. */
  z.strictObject({ why: z.literal('owed'), until: Day }),
  /** It is another's turn: an office's that signs in here, or one whose document is waited for. */
  z.strictObject({ why: z.literal('elsewhere'), role: Role, office: OfficeKey.nullable() }),
  /** 待取: everything is ready, and nobody came. */
  z.strictObject({ why: z.literal('collect'), since: Day }),
  /** The case does not say. */
  z.strictObject({ why: z.literal('unknown') }),
])
export type Reason = z.infer<typeof Reason>

const State = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done'), on: Day, outcome: Outcome.nullable(), late: z.boolean() }),
  z.strictObject({ state: z.literal('open'), reason: Reason }),
])

export const ResultLine = PlanLine.extend({
  /** It fell due within the week and came after the plan was made. */
  added: z.boolean(),
  state: State,
  /** What the person said of it. */
  said: z.string().nullable(),
})
export type ResultLine = z.infer<typeof ResultLine>

export type ResultAsked = {
  plan: readonly PlanLine[]
  /** Each case of the plan, and those that fell due meanwhile, as they stood at the end. */
  pictures: ReadonlyMap<CaseId, Case>
  /** `at`: up to when events count. */
  books: Omit<PlanBooks, 'undone'>
  said: ReadonlyMap<CaseId, string>
}

/** Every line of the plan once, and what fell due after it was made and is not done. */
export function resultOf({ plan, pictures, books, said }: ResultAsked): ResultLine[] {
  const planned = plan.flatMap((line): ResultLine[] => {
    const kase = pictures.get(line.case)
    if (kase === undefined) return []
    return [{ ...line, added: false, state: stateOf(line, kase, books), said: said.get(line.case) ?? null }]
  })
  const known = new Set(plan.map((line) => line.case))
  const added = [...pictures.values()].flatMap((kase): ResultLine[] => {
    if (known.has(kase.id)) return []
    const line = planLine(kase, { ...books, undone: new Set() })
    if (line === null || line.why !== 'due') return []
    return [{ ...line, added: true, state: stateOf(line, kase, books), said: said.get(kase.id) ?? null }]
  })
  return [...planned, ...added].toSorted(byDay)
}

function stateOf(line: PlanLine, kase: Case, books: Omit<PlanBooks, 'undone'>): ResultLine['state'] {
  const on = doneOn(line.duty, kase)
  if (on !== null) return { state: 'done', on, outcome: kase.outcome, late: line.due !== null && on > line.due }
  return { state: 'open', reason: reasonOf(line, kase, books) }
}

/** The day on which what had to be done was done; null while it is not. */
function doneOn(duty: PlanLine['duty'], kase: Case): Day | null {
  if (duty === 'deliver') return kase.closedAt === null ? null : dayOf(kase.closedAt)
  if (duty === 'tell' && kase.answeredAt !== null) return dayOf(kase.answeredAt)
  if (isInHand(kase)) return null
  return dayOf(kase.decided?.at ?? kase.readyAt ?? kase.closedAt ?? kase.lastAt)
}

function reasonOf(line: PlanLine, kase: Case, books: Omit<PlanBooks, 'undone'>): Reason {
  const item = books.itemOf(kase)
  if (item === undefined) return { why: 'unknown' }
  const told = kase.corrections.at(-1)
  if (kase.status === 'awaitingCorrection' && told !== undefined) return { why: 'correction', since: dayOf(told.at) }
  if (line.duty === 'deliver')
    return kase.status === 'ready' && kase.readyAt !== null
      ? { why: 'collect', since: dayOf(kase.readyAt) }
      : elsewhere(line, kase, item, books)
  return stopped(kase, item, books) ?? waiting(line, kase, item, books) ?? elsewhere(line, kase, item, books)
}

function stopped(kase: Case, item: Item, { calendar, at }: Pick<PlanBooks, 'calendar' | 'at'>): Reason | null {
  const standing = tried(() => clockOf(kase, item, calendar, at).standing)
  if (standing === null) return null
  const suspension = item.suspensions.find(({ key }) => key === standing.suspension)
  const papers = ['specialProcedureNotice', suspension?.paper]
  const paper = kase.papers.findLast(({ key }) => papers.includes(key))?.number ?? null
  return { why: 'standing', since: standing.since, suspension: suspension?.name ?? standing.suspension, paper }
}

function waiting(
  { due }: PlanLine,
  kase: Case,
  item: Item,
  { calendar, at }: Pick<PlanBooks, 'calendar' | 'at'>,
): Reason | null {
  if (kase.hearing === 'requested' || kase.hearing === 'noticed') return { why: 'hearing' }
  if (kase.publicity !== undefined && kase.publicity.until >= dayOf(at))
    return { why: 'notice', until: kase.publicity.until }
  const now = tried(() => runningDay(kase, item, calendar, at)?.last.day ?? null)
  if (kase.extension !== null && now !== null && due !== null && now > due) return { why: 'extended', until: now }
  const owed = kase.owed.map(({ until }) => until).toSorted()[0]
  return owed === undefined ? null : { why: 'owed', until: owed }
}

/** It went on to somebody else, or waits for an office that does not sign in here. */
function elsewhere(line: PlanLine, kase: Case, item: Item, books: Pick<PlanBooks, 'people' | 'at'>): Reason {
  const step = kase.status === 'underReview' ? (currentStep(kase, item) ?? lastStep(kase, item)) : undefined
  if (step?.seat.recordedBy !== undefined && !kase.stepsDone.includes(step.key))
    return { why: 'elsewhere', role: step.seat.role, office: step.seat.office }
  const seats = nextSeats(kase, item)
  const person = books.people.find(({ id }) => id === line.person)
  const held = person === undefined ? [] : holdingsOn(person, dayOf(books.at))
  const [first] = seats
  if (first === undefined || person === undefined || held.some((each) => sitsIn(each, seats))) return { why: 'unknown' }
  return { why: 'elsewhere', role: first.role, office: first.office }
}

/** Nothing one case says may stop the others. */
function tried<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null
  }
}

export type ResultCounts = { due: number; done: number; late: number; open: number; unsaid: number; added: number }

/** How many lines, done, of these late, not done, of these without a reason, and of all that came meanwhile. */
export function resultCounts(lines: readonly ResultLine[]): ResultCounts {
  const counts: ResultCounts = { due: 0, done: 0, late: 0, open: 0, unsaid: 0, added: 0 }
  for (const line of lines) for (const count of countedAs(line)) counts[count] += 1
  return counts
}

/** Which of the counts a line stands in. */
export function countedAs({ state, said, added }: ResultLine): (keyof ResultCounts)[] {
  const due: (keyof ResultCounts)[] = added ? ['due', 'added'] : ['due']
  if (state.state === 'done') return state.late ? [...due, 'done', 'late'] : [...due, 'done']
  return state.reason.why === 'unknown' && said === null ? [...due, 'open', 'unsaid'] : [...due, 'open']
}

/** The cases that the week leaves undone: the next plan begins with them. */
export function undoneIn(lines: readonly ResultLine[]): Set<CaseId> {
  return new Set(lines.filter(({ state }) => state.state === 'open').map((line) => line.case))
}

/** The lines that read otherwise than when they were signed; null: it was, or is, not there. */
export function changedLines(
  signed: readonly ResultLine[],
  now: readonly ResultLine[],
): { was: ResultLine | null; is: ResultLine | null }[] {
  const [before, after] = [byCase(signed), byCase(now)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ was: before.get(key) ?? null, is: after.get(key) ?? null }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
}

function byCase(lines: readonly ResultLine[]): Map<CaseId, ResultLine> {
  return new Map(lines.map((line) => [line.case, line]))
}
