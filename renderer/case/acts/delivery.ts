/** 制证, 结果备妥, 送达未成, 送达. */
import type { Case } from '../../../shared/case/case.ts'
import { mannerWords, selfWord } from '../../../shared/paper/say.ts'
import { actWords } from '../../words/acts.ts'
import { type Act, type ActField, type Choice, textOrNull, type Values } from './act.ts'
import { numberField, numberOf, reasonField, receiver, text, usualUntil } from './pieces.ts'

const manners: Choice[] = Object.entries(mannerWords).map(([value, label]) => ({ value, label }))
const by = (manner: string) => (values: Values) => values.manner === manner
/** Nobody takes what is served by a notice, and who does not sign has it left there. */
const taken = (values: Values) => values.manner !== 'publicNotice'
const signed = (values: Values) => taken(values) && !by('left')(values)

/** Who signed, or ought to have. */
function receiverFields(
  kase: Case,
  labels: { name: string; relation: string },
  when: NonNullable<ActField['when']>,
): ActField[] {
  return [
    { kind: 'text', name: 'receiver', label: labels.name, required: true, maxLength: 200, when },
    {
      kind: 'choice',
      name: 'relation',
      label: labels.relation,
      required: true,
      when,
      choices: [
        { value: 'self', label: selfWord(kase.applicant.kind, kase.applicant.contact !== null) },
        { value: 'agent', label: actWords.relationAgent },
        { value: 'other', label: actWords.relationOther },
      ],
    },
  ]
}

export const certificateIssued: Act = {
  event: 'certificateIssued',
  fields: ({ item: { result } }) => [
    { kind: 'text', name: 'name', label: actWords.certificateName, required: true, maxLength: 200 },
    numberField(result),
    { kind: 'day', name: 'validUntil', label: actWords.validUntil },
    { kind: 'tick', name: 'prepare', label: '', text: actWords.prepareNow },
  ],
  start: (around) => ({
    name: around.item.result.name,
    number: '',
    validUntil: usualUntil(around),
    prepare: true,
  }),
  data: (values, around) => ({
    name: values.name,
    number: numberOf(values, around),
    validUntil: textOrNull(values.validUntil),
  }),
  also: (values) => (values.prepare === true ? [{ type: 'prepared', data: { bring: null } }] : []),
  probe: ({ item: { result } }) => ({ name: '—', number: result.numbered?.example ?? '—', validUntil: null }),
}

export const prepared: Act = {
  event: 'prepared',
  about: () => actWords.preparedAbout,
  fields: () => [{ kind: 'longText', name: 'bring', label: actWords.bring, maxLength: 2000 }],
  start: ({ kase }) => ({
    bring: actWords.bringUsual(selfWord(kase.applicant.kind, kase.applicant.contact !== null)),
  }),
  data: (values) => ({ bring: textOrNull(values.bring) }),
}

export const delivered: Act = {
  event: 'delivered',
  fields: ({ kase }) => [
    { kind: 'choice', name: 'manner', label: actWords.manner, required: true, choices: manners },
    ...receiverFields(kase, { name: actWords.receiver, relation: actWords.relation }, signed),
    ...receiverFields(kase, { name: actWords.leftTo, relation: actWords.leftRelation }, by('left')),
    { ...reasonField(actWords.refusedWhy, 'refusedWhy', actWords.refusedWhyUsual), when: by('left') },
    { kind: 'text', name: 'second', label: actWords.witness, required: true, maxLength: 200, when: by('left') },
    { kind: 'text', name: 'tracking', label: actWords.tracking, maxLength: 60, when: by('post') },
    { kind: 'day', name: 'noticeFrom', label: actWords.noticeFrom, required: true, when: by('publicNotice') },
    { kind: 'tick', name: 'consent', label: '', text: actWords.consent, when: by('electronic') },
  ],
  start: (around) => ({
    // The manner that was left open when it could not be handed over.
    manner: around.kase.attempts?.at(-1)?.next ?? 'inPerson',
    receiver: receiver(around),
    relation: around.kase.agent === null ? 'self' : 'agent',
    refusedWhy: '',
    second: '',
    tracking: '',
    noticeFrom: '',
    consent: false,
  }),
  data: (values, { kase }) => ({
    manner: values.manner,
    ...(taken(values)
      ? { receiver: values.receiver, relation: values.relation }
      : { receiver: kase.applicant.name, relation: 'self' }),
    witness:
      by('left')(values) && text(values, 'second') !== '' ? { person: null, name: text(values, 'second') } : null,
    ...(by('left')(values) ? { refusedWhy: values.refusedWhy } : {}),
    consent: by('electronic')(values) && values.consent === true,
    tracking: by('post')(values) ? textOrNull(values.tracking) : null,
    ...(by('publicNotice')(values) ? { noticeFrom: textOrNull(values.noticeFrom) } : {}),
  }),
  probe: (around) => ({
    manner: 'inPerson',
    receiver: receiver(around),
    relation: 'self',
    witness: null,
    consent: false,
    tracking: null,
  }),
}

export const deliveryAttempted: Act = {
  event: 'deliveryAttempted',
  about: () => actWords.attemptAbout,
  fields: () => [
    { kind: 'choice', name: 'manner', label: actWords.mannerTried, required: true, choices: manners },
    reasonField(actWords.whyFailed, 'why'),
    { kind: 'choice', name: 'next', label: actWords.mannerNext, required: true, choices: manners },
  ],
  start: () => ({ manner: 'inPerson', why: '', next: 'post' }),
  data: (values) => ({ manner: values.manner, why: values.why, next: values.next }),
}
