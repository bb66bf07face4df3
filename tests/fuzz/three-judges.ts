/** One form before the three that judge it: the window's schema, the machine before it writes, the bureau when it judges. */

import { proposedEvents } from '../../electron/acts/facts.ts'
import { foldAct } from '../../electron/acts/fold.ts'
import { makeBooks } from '../../electron/published/books.ts'
import { type Bench, judge } from '../../server/judge.ts'
import { agentOf, applicantOf } from '../../shared/case/applicant.ts'
import { eventVersion } from '../../shared/case/event.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { doors } from '../../shared/contract/doors.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item } from '../../shared/item/item.ts'
import type { Person } from '../../shared/people/role.ts'
import { type ActRecord, eventsOf, RecordBody } from '../../shared/record/record.ts'
import { calendar, catalogue, hall, paperBook } from '../make/catalogue.ts'
import { item as kite } from '../make/item.ts'
import { actor, testMoment } from '../make/life.ts'
import { editions } from '../make/payloads.ts'

const clerk = actor('clerk')
const act = '00000000-0000-4000-8000-000000000001'
const kase = '00000000-0000-4000-8000-000000000002' as CaseId
const person = {
  id: clerk.person,
  name: '测试员',
  badge: '001',
  partyMember: false,
  holdings: [{ role: 'clerk', office: clerk.office, from: '2020-01-01', until: null }],
} as unknown as Person
const books = makeBooks({
  catalogues: [{ ...catalogue, edition: editions.catalogue, items: [kite(), ...catalogue.items] }],
  papers: [paperBook],
  calendar,
  hall,
} as never)

const bench: Bench = {
  calendar,
  settings: hall.settings,
  itemOf: (_, code) => books.itemOf(editions.catalogue, code),
  person: () => person,
  signedInHere: () => true,
  kase: () => undefined,
  fate: () => 'unknown',
  brokenPromise: () => undefined,
  isBlocked: () => false,
  patient: false,
}

/** What the window hands over for a form, whatever stands in it. */
function requestOf(item: Item, form: unknown, who: FormValues) {
  return {
    act,
    facts: [
      {
        type: 'received',
        v: eventVersion,
        case: kase,
        after: null,
        data: {
          item: item.code,
          kind: item.kind,
          processing: item.processing,
          editions,
          applicant: applicantOf(item, who),
          agent: agentOf(item, who),
          form,
          materials: [],
          answers: {},
          visit: null,
          remark: null,
        },
      },
    ],
    kases: [],
    dateConfirmed: false,
    draft: kase,
  }
}

/** Does the machine take this form? `who`: from whose form the applicant is read. */
export function machineTakes(item: Item, form: unknown, who: FormValues): boolean {
  const read = doors['act.record'].input.safeParse(structuredClone(requestOf(item, form, who)))
  if (!read.success) return false
  const stamp = { act, at: testMoment, by: by(), hall: hall.id, terminal: 1, seq: 1, window: 1 } as never
  return foldAct(proposedEvents(read.data.facts, stamp), new Map(), [clerk], books).ok
}

/** Does the bureau find it in order? It never refuses a receipt: what it doubts becomes a task. */
export function bureauTakes(item: Item, form: unknown, who: FormValues): boolean {
  const { facts } = requestOf(item, form, who)
  const body = {
    format: 1,
    kind: 'act',
    act,
    terminal: 1,
    seq: 1,
    at: testMoment,
    clock: { offsetMs: 0, ageMs: 0, confirmed: false },
    hall: hall.id,
    window: 1,
    by: by(),
    facts: facts.map((fact) => ({ ...fact, data: { number: '000010000012', ...fact.data } })),
  }
  // A record travels as text.
  const read = RecordBody.safeParse(JSON.parse(JSON.stringify(body)))
  if (!read.success) return false
  const judged = judge(read.data as ActRecord, bench)
  return judged.waits === null && judged.tasks.length === 0 && eventsOf(read.data as ActRecord).length > 0
}

function by() {
  return { person: clerk.person, name: person.name, role: clerk.role, office: clerk.office }
}
