/** The acts that end an intake: which of them are open now, which one the big button does, and the facts each records. */
import { addMonths, type Day } from '../../shared/calendar/day.ts'
import { agentOf, applicantOf } from '../../shared/case/applicant.ts'
import { asNumbered, isIssuedHere } from '../../shared/case/certificate.ts'
import { eventVersion, type NewFact } from '../../shared/case/event.ts'
import type { Editions } from '../../shared/case/events/intake.ts'
import { type CaseId, eventId } from '../../shared/case/ids.ts'
import { findRow } from '../../shared/case/rows.ts'
import type { FormValues } from '../../shared/item/field.ts'
import type { Item, Material } from '../../shared/item/item.ts'
import { promiseOf } from '../../shared/item/promise.ts'
import type { Holding } from '../../shared/people/role.ts'
import { commitmentWords } from '../words/acts.ts'
import type { IntakeForm } from './intake-form.ts'
import { asLacks, lackLines } from './lacks.ts'
import { checklist, receivedMaterials } from './materials.ts'
import { remarkOf } from './remark.ts'

/** finish 当场办结 · accept 收件并受理 · acceptIncomplete 容缺受理 · correct 一次性告知 · record 收件并备案 · receive 收件. */
export type IntakeAct = 'finish' | 'accept' | 'acceptIncomplete' | 'correct' | 'record' | 'receive'

export type Situation = {
  item: Item
  missing: readonly Material[]
  /** Of the missing, those without a day to bring them by. */
  lacking: readonly Material[]
  /** The clerk wrote down something that is there but not as asked. */
  flawed: boolean
  /** The form itself shows that it cannot be granted. */
  ineligible: boolean
  /** The clerk holds the seat that decides this item. */
  decides: boolean
}

/** The acts open now, the one for the big button first. Receiving is always open: nobody is sent away with a whole form. */
export function actsFor({ item, missing, lacking, flawed, ineligible, decides }: Situation): readonly IntakeAct[] {
  const tolerable = missing.every((material) => material.tolerable)
  if (flawed) return ['correct', 'receive']
  if (missing.length > 0) {
    if (item.kind === 'filing' || !tolerable) return ['correct', 'receive']
    return lacking.length === 0
      ? ['acceptIncomplete', 'correct', 'receive']
      : ['correct', 'acceptIncomplete', 'receive']
  }
  if (item.kind === 'filing') return ['record', 'receive']
  // Acceptance turns on the papers, not on the answer; but nobody accepts by the big button what cannot be granted.
  if (ineligible) return ['receive', 'accept']
  // A permit is decided on a proposal even on the spot: the law's table has the last word.
  const mayFinish = item.processing === 'onTheSpot' && decides && findRow('granted', 'underReview', item.kind)
  return mayFinish ? ['finish', 'accept', 'receive'] : ['accept', 'receive']
}

/** Does one of these capacities fill the seat that decides the item? */
export function decides(
  item: Item,
  capacities: readonly Pick<Holding, 'role' | 'office' | 'qualifications'>[],
): boolean {
  const { role, office, mustHold } = item.decider
  return capacities.some(
    (held) =>
      held.role === role &&
      held.office === office &&
      (mustHold === undefined || (held.qualifications ?? []).includes(mustHold)),
  )
}

export type Making = {
  item: Item
  editions: Editions
  today: Day
  /** When late materials are due unless a day was agreed. */
  lateUntil: Day
  /** Until when a promise made with it is looked into (事后核查). */
  checkBy: Day
  /** The form's values as its schema read them. */
  values: FormValues
  settings: Readonly<Record<string, string>>
  /** Where something else was typed than the number says, in words. */
  differences: readonly string[]
  /** The applicant's cases that stood beside the form, with the reason for taking this one all the same. */
  repeats?: readonly CaseId[]
  /** The applicant broke an earlier promise: no paper tells them that they may promise. */
  promiseBarred?: boolean
}

type Step = Pick<NewFact, 'type' | 'data'>

/** What the act records, in order. Throws on an act whose own words are still empty: the page asks for them first. */
export function factsFor(act: IntakeAct, form: IntakeForm, making: Making): NewFact[] {
  const steps: Step[] = [received(form, making), ...committed(form, making), ...furtherSteps[act](form, making)]
  return steps.map(
    (step, index) =>
      ({
        ...step,
        v: eventVersion,
        case: form.case,
        after: index === 0 ? null : eventId(form.act, index - 1),
      }) as NewFact,
  )
}

function received(form: IntakeForm, { item, editions, values, differences, repeats = [] }: Making): Step {
  return {
    type: 'received',
    data: {
      item: item.code,
      kind: item.kind,
      processing: item.processing,
      editions,
      applicant: applicantOf(item, values),
      agent: agentOf(item, values),
      form: values,
      materials: receivedMaterials(item, values, form.materials),
      answers: form.answers,
      visit: form.visit,
      ...(repeats.length === 0 ? {} : { repeats: repeats.slice(0, 50) }),
      remark: remarkOf(form, differences),
    },
  }
}

/** 告知承诺: goes with every act, before it: what is promised is not missing. */
function committed(form: IntakeForm, making: Making): Step[] {
  const { promised } = listOf(form, making)
  if (promised.length === 0) return []
  const promise = commitmentWords(promised.map(({ name }) => name))
  return [{ type: 'committed', data: { materials: promised.map(({ key }) => key), promise, checkBy: making.checkBy } }]
}

const listOf = (form: IntakeForm, { item, values }: Making) => checklist(item, values, form.materials, form.promised)

const accepted: Step = { type: 'accepted', data: { editions: null, remark: null } }
const prepared: Step = { type: 'prepared', data: { bring: null } }

/** What bears a number is issued with it before it is handed over. */
function issued({ certificateNumber }: IntakeForm, { item, today }: Making): Step[] {
  if (!isIssuedHere(item)) return []
  const { name, numbered, validYears } = item.result
  const number = numbered === undefined ? certificateNumber.trim() : asNumbered(certificateNumber, numbered)
  const validUntil = validYears === null ? null : addMonths(today, 12 * validYears)
  return [{ type: 'certificateIssued', data: { name, number, validUntil } }]
}

/** The paper is handed over the counter to who stands there. */
function delivered({ item, values }: Making): Step {
  const agent = agentOf(item, values)
  const receiver = agent?.name ?? applicantOf(item, values).contact ?? applicantOf(item, values).name
  const relation =
    agent === null && receiver === applicantOf(item, values).name ? 'self' : agent === null ? 'other' : 'agent'
  return {
    type: 'delivered',
    data: { manner: 'inPerson', receiver, relation, witness: null, consent: false, tracking: null },
  }
}

const furtherSteps: Record<IntakeAct, (form: IntakeForm, making: Making) => Step[]> = {
  receive: () => [],
  accept: () => [accepted],
  acceptIncomplete: (form, making) => {
    const owed = listOf(form, making).missing.map((material) => ({
      key: material.key,
      until: form.materials[material.key]?.lateUntil ?? making.lateUntil,
    }))
    return [{ type: 'acceptedIncomplete', data: { editions: null, owed, remark: null } }]
  },
  correct: (form, making) => {
    const lines = lackLines(making.item, listOf(form, making).missing, form, making.promiseBarred)
    const lacks = asLacks(lines)
    if (lacks === undefined) throw new Error('a notice of what lacks needs every line filled')
    const witness = form.signingWitness?.trim()
    return [
      {
        type: 'correctionRequested',
        data: { lacks, signing: witness ? { how: 'refused', witness } : { how: 'signed' } },
      },
    ]
  },
  finish: (form, making) => [
    accepted,
    {
      type: 'granted',
      data: {
        result: promiseOf(making.item, making.settings, making.values),
        from: making.today,
        conditions: null,
        document: null,
      },
    },
    ...issued(form, making),
    prepared,
    delivered(making),
  ],
  record: (_, making) => [{ type: 'recorded', data: { remark: null } }, prepared, delivered(making)],
}
