/** Turns a plan into sealed rows, ready to be written in one transaction. */
import type { AnyEvent } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import type { Task } from '../../shared/contract/views.ts'
import { caseRows } from './case-rows.ts'
import type { Changes } from './changes.ts'
import { pack } from './counted.ts'
import {
  type ApartRow,
  apartPlace,
  type CaseRow,
  type CheckRow,
  checkPlace,
  type EventsRow,
  eventsPlace,
  type Marks,
  type NamesRow,
  type OwnRow,
  type RefusedRow,
  type TaskRow,
} from './database.ts'
import type { NameEntry } from './names.ts'
import type { OpenDesk } from './open-desk.ts'
import type { Held } from './picture.ts'
import type { After } from './plan.ts'
import { countersIn } from './queue-keys.ts'
import { changedSegments } from './segments.ts'

type Planned = {
  after: After
  marks: Marks
  rows: ReadonlyMap<CaseId, CaseRow>
  /** Cases that the sums held something of though they had no row. */
  apart: ReadonlySet<CaseId>
  tasks: readonly Task[] | null
}

/** Seals everything a plan changes. */
export async function sealChanges(desk: OpenDesk, { after, marks, rows, apart, tasks }: Planned): Promise<Changes> {
  const cases = await caseRows(desk, after.cases, { marks, rows })
  const gone = new Set(cases.gone)
  return {
    marks: { ...marks, ...cases.marks, revision: marks.revision + 1, applied: after.applied, cursor: after.cursor },
    readRevision: marks.revision,
    casesPut: cases.put,
    casesGone: cases.gone,
    eventsPut: await sealEvents(desk, after, gone),
    ownPut: await sealOwn(desk, after.cases),
    ownGone: after.ownGone,
    refusedPut: await sealRefused(desk, after),
    settledAdded: after.settledAdded,
    settledGone: after.settledGone,
    figuresPut: after.figuresPut,
    figuresGone: after.figuresGone,
    ...after.sums,
    ...(await sealApart(desk, apartOf(after, cases.put, apart))),
    counters: countersDelta(cases.put, cases.gone, rows),
    namesSealed: await sealNames(desk, cases.segments, cases.names, cases.gone),
    namesPut: cases.names,
    checks: await sealChecks(desk, after),
    tasks: tasks === null ? null : await sealTasks(desk, tasks),
  }
}

function sealEvents({ sealer }: OpenDesk, { confirmed }: After, gone: ReadonlySet<CaseId>): Promise<EventsRow[]> {
  const together = new Map<CaseId, { order: number; events: AnyEvent[] }>()
  for (const { order, event } of confirmed) {
    if (gone.has(event.case)) continue
    const known = together.get(event.case)
    if (known === undefined) together.set(event.case, { order, events: [event] })
    else known.events.push(event)
  }
  return Promise.all(
    [...together].map(async ([id, { order, events }]) => ({
      case: id,
      order,
      sealed: await sealer.seal(eventsPlace(id, order), events),
    })),
  )
}

function sealOwn({ sealer }: OpenDesk, cases: ReadonlyMap<CaseId, Held>): Promise<OwnRow[]> {
  return Promise.all(
    [...cases.values()]
      .flatMap((held) => held.own)
      .map(async ({ event, judged, conflict }) => ({
        id: event.id,
        case: event.case,
        seq: event.stamp.seq,
        judged,
        ...(conflict === null ? {} : { conflict: 1 as const }),
        sealed: await sealer.seal(`own ${event.id}`, { event, conflict }),
      })),
  )
}

function sealRefused({ sealer }: OpenDesk, { refused }: After): Promise<RefusedRow[]> {
  return Promise.all(
    refused.map(async ({ event, case: id, id: eventId, refusal }) => ({
      id: eventId,
      case: id,
      ...(event === null ? { unread: 1 as const } : {}),
      sealed: await sealer.seal(`refused ${eventId}`, { event, refusal }),
    })),
  )
}

/** What the sums hold of cases that have no row now, so that it can be taken back when they come again. */
export function apartOf(
  { cases }: Pick<After, 'cases'>,
  put: readonly Pick<CaseRow, 'id'>[],
  before: ReadonlySet<CaseId>,
): { kept: Map<CaseId, Held['counted']>; gone: CaseId[] } {
  const withRow = new Set(put.map(({ id }) => id))
  const kept = new Map(
    [...cases].flatMap(([id, { counted }]) =>
      withRow.has(id) || counted.length === 0 ? [] : [[id, counted] as const],
    ),
  )
  return { kept, gone: [...before].filter((id) => !kept.has(id)) }
}

async function sealApart(
  { sealer }: OpenDesk,
  { kept, gone }: ReturnType<typeof apartOf>,
): Promise<Pick<Changes, 'apartPut' | 'apartGone'>> {
  const sealed = [...kept].map(
    async ([id, counted]): Promise<ApartRow> => ({
      case: id,
      sealed: await sealer.seal(apartPlace(id), pack(counted)),
    }),
  )
  return { apartPut: await Promise.all(sealed), apartGone: gone }
}

async function sealNames(
  { sealer, db }: OpenDesk,
  segments: ReadonlyMap<CaseId, number>,
  put: readonly NameEntry[],
  gone: readonly CaseId[],
): Promise<NamesRow[]> {
  const changed = await changedSegments({ db, sealer }, segments, put, gone)
  return Promise.all(
    [...changed].map(async ([segment, list]) => ({ segment, sealed: await sealer.seal(`names ${segment}`, list) })),
  )
}

function sealChecks({ sealer }: OpenDesk, { checks }: After): Promise<CheckRow[]> {
  return Promise.all(
    checks.map(async ({ seq, check }) => {
      const { day } = check.check
      const { window } = check
      return { day, window, seq, sealed: await sealer.seal(checkPlace(day, window), check) }
    }),
  )
}

function sealTasks({ sealer }: OpenDesk, tasks: readonly Task[]): Promise<TaskRow[]> {
  return Promise.all(
    tasks.map(async (task) => ({
      id: task.id,
      to: task.to,
      raised: task.raised,
      settled: false,
      ...(task.kind === 'deadlineMoved' ? { moved: task.case } : {}),
      sealed: await sealer.seal(`tasks ${task.id}`, task),
    })),
  )
}

/** How the lists grow and shrink. */
function countersDelta(
  put: readonly CaseRow[],
  gone: readonly CaseId[],
  before: ReadonlyMap<CaseId, CaseRow>,
): Map<string, number> {
  const delta = new Map<string, number>()
  const add = (row: CaseRow | undefined, sign: 1 | -1) => {
    for (const key of countersIn(row?.queue ?? [])) {
      delta.set(key, (delta.get(key) ?? 0) + sign)
    }
  }
  for (const row of put) {
    add(before.get(row.id), -1)
    add(row, 1)
  }
  for (const id of gone) add(before.get(id), -1)
  return new Map([...delta].filter(([, change]) => change !== 0))
}
