/** Makers of test data: seeded, valid by the schemas, visibly made up. */
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent } from '../../shared/case/event.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import { answers, form, materials, testDay } from './form.ts'
import { item } from './item.ts'
import { type ActAsked, actor, type CaseAsked, life, lifeOf, type Step } from './life.ts'
import { bankAccount, idNumber, organisationName, personName, phone, uscc } from './numbers.ts'

/** A case in a status, by replaying real events: `make.kase({ status: 'received', missing: ['身份证'] })`. */
function kase(asked: CaseAsked = {}): Case {
  return lifeOf(asked).kase
}

/** The events a case in a status has behind it. */
function events(asked: CaseAsked = {}): readonly AnyEvent[] {
  return lifeOf(asked).events
}

/** One more event on a case in a status; of a case not yet received, its first. */
function event(step: Step, asked: CaseAsked & ActAsked = {}): AnyEvent {
  const type: EventType = typeof step === 'string' ? step : step[0]
  const { by, standing, status, outcome, ...rest } = asked
  const options = { ...(by === undefined ? {} : { by }), ...(standing === undefined ? {} : { standing }) }
  const lived =
    type === 'received'
      ? life(rest)
      : lifeOf({ ...rest, ...(status ? { status } : {}), ...(outcome ? { outcome } : {}) })
  return lived.do(step, options).events.at(-1)!
}

export const make = {
  actor,
  answers,
  bankAccount,
  event,
  events,
  form,
  idNumber,
  item,
  kase,
  life,
  lifeOf,
  materials,
  organisationName,
  personName,
  phone,
  testDay,
  uscc,
}
