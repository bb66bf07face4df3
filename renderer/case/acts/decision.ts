/** 拟办意见, 退回审查, 准予, 不予, 备案. */
import { isIssuedHere } from '../../../shared/case/certificate.ts'
import { passedSteps } from '../../../shared/case/steps.ts'
import { decidingOf } from '../../../shared/paper/deciding.ts'
import { actWords } from '../../words/acts.ts'
import { proposalName } from '../../words/history.ts'
import type { Around } from '../around.ts'
import { type Act, type ActField, type FactData, textOrNull, type Values } from './act.ts'
import {
  basisOf,
  deliveredNow,
  documentFields,
  documentOf,
  falsehoodField,
  falsehoodOf,
  numberField,
  numberOf,
  reasonField,
  receiver,
  startDocument,
  today,
  usualUntil,
} from './pieces.ts'
import { allYes, openAnswers, openFields } from './questions.ts'

/** The opinion the decision rests on. */
function proposalSaid({ events, item }: Around): string | undefined {
  const last = events.findLast(({ event, standing }) => event.type === 'proposed' && standing !== 'refused')
  const data = last?.event.data as { proposal?: string; opinion?: string } | undefined
  if (data?.opinion === undefined) return undefined
  const by = last?.event.stamp.by.name ?? ''
  return actWords.proposalSaid(by, proposalName(data.proposal === 'refuse', item), data.opinion)
}

/** A decider without a sign-in here is recorded with the document. */
function byDocument({ item }: Around): boolean {
  return item.decider.recordedBy !== undefined
}

/** What a permit allows is the matter itself; the certificate only tells of it. */
function resultOf({ item }: Around): string {
  return item.kind === 'permit' ? item.name : item.result.name
}

/** A marriage or a card is given or not; a permit and a benefit may bear conditions. */
const hasConditions = ({ item }: Around) => item.kind === 'permit' || item.kind === 'benefit'

const onTheSpot = (around: Around) => around.kase.status === 'underReview' && around.item.processing === 'onTheSpot'
const finishNow: ActField = { kind: 'tick', name: 'finish', label: '', text: actWords.finishNow }

/** Handed over at once, what bears a number is issued with it first; its days are asked for where the item limits them. */
function certificateFields({ item, kase }: Around): ActField[] {
  if (kase.status !== 'underReview' || !isIssuedHere(item)) return []
  const when = ({ finish }: Values) => finish === true
  const until = { kind: 'day', name: 'validUntil', label: actWords.validUntil, when } as const
  return [{ ...numberField(item.result), when }, ...(item.result.validYears === null ? [] : [until])]
}

function issued(values: Values, around: Around): FactData[] {
  if (values.finish !== true || certificateFields(around).length === 0) return []
  const data = {
    name: around.item.result.name,
    number: numberOf(values, around),
    validUntil: textOrNull(values.validUntil),
  }
  return [{ type: 'certificateIssued', data }]
}

/** An on-the-spot result is prepared and handed over in the same act. */
function finished(values: Values, around: Around): FactData[] {
  if (values.finish !== true) return []
  return [{ type: 'prepared', data: { bring: null } }, deliveredNow(around, receiver(around))]
}

export const proposed: Act = {
  event: 'proposed',
  fields: ({ item }) => [
    {
      kind: 'choice',
      name: 'proposal',
      label: actWords.proposal,
      required: true,
      choices: [
        { value: 'grant', label: proposalName(false, item) },
        { value: 'refuse', label: proposalName(true, item) },
      ],
    },
    reasonField(actWords.opinion, 'opinion', actWords.opinions),
  ],
  start: () => ({ proposal: '', opinion: '' }),
  data: (values) => ({ proposal: values.proposal, opinion: values.opinion }),
  probe: () => ({ proposal: 'grant', opinion: '—' }),
}

export const decisionReturned: Act = {
  event: 'decisionReturned',
  about: proposalSaid,
  fields: (around) => [
    {
      kind: 'choice',
      name: 'to',
      label: actWords.returnTo,
      choices: [
        { value: '', label: actWords.returnToProposal },
        ...passedSteps(around.kase, around.item).map(({ key, name }) => ({ value: key, label: name })),
      ],
    },
    reasonField(actWords.reason),
  ],
  start: () => ({ to: '', reason: '' }),
  data: (values) => ({ reason: values.reason, to: textOrNull(values.to) }),
  probe: () => ({ reason: '—', to: null }),
}

export const granted: Act = {
  event: 'granted',
  about: proposalSaid,
  fields: (around) => [
    ...openFields(around),
    ...(around.item.result.grades === undefined
      ? []
      : [
          {
            kind: 'choice',
            name: 'grade',
            label: actWords.grade,
            required: true,
            choices: around.item.result.grades.map((grade) => ({ value: grade, label: grade })),
          } as const,
        ]),
    { kind: 'longText', name: 'result', label: decidingOf(around.item).content, required: true, maxLength: 2000 },
    ...(around.item.result.reasonedGrades === undefined
      ? []
      : [
          {
            kind: 'longText',
            name: 'reasons',
            label: actWords.gradeReasons(around.item.result.reasonedGrades),
            maxLength: 2000,
          } as const,
        ]),
    ...(onTheSpot(around) ? [] : [{ kind: 'day', name: 'from', label: actWords.grantFrom, half: true } as const]),
    ...(hasConditions(around)
      ? [{ kind: 'longText', name: 'conditions', label: actWords.conditions, maxLength: 2000 } as const]
      : []),
    ...(byDocument(around) ? documentFields(true) : []),
    ...certificateFields(around),
    ...(onTheSpot(around) ? [finishNow] : []),
  ],
  start: (around) => ({
    answers: {},
    grade: '',
    reasons: '',
    number: '',
    validUntil: usualUntil(around),
    result: resultOf(around),
    from: '',
    conditions: '',
    document: startDocument('', '', today(around)),
    finish: onTheSpot(around),
  }),
  data: (values, around) => ({
    result: values.result,
    from: textOrNull(values.from),
    conditions: textOrNull(values.conditions),
    document: byDocument(around) ? documentOf(values, true) : null,
    ...(around.item.result.grades === undefined ? {} : { grade: values.grade }),
    ...(around.item.result.reasonedGrades === undefined ? {} : { reasons: textOrNull(values.reasons) }),
    ...openAnswers(values, around),
  }),
  also: (values, around) => [...issued(values, around), ...finished(values, around)],
  probe: (around) => ({
    result: '—',
    from: null,
    conditions: null,
    document: { office: '—', name: '—', number: '', day: today(around) },
    ...(around.item.result.grades === undefined ? {} : { grade: around.item.result.grades[0] }),
    ...allYes(around),
  }),
}

export const refused: Act = {
  event: 'refused',
  about: (around) => proposalSaid(around) ?? actWords.refusedAbout,
  fields: (around) => [
    reasonField(actWords.refuseReasons, 'reasons'),
    reasonField(actWords.basis, 'basis'),
    ...falsehoodField(around),
    ...(byDocument(around) ? documentFields(true) : []),
    ...(onTheSpot(around) ? [finishNow] : []),
  ],
  start: (around) => ({
    reasons: '',
    basis: basisOf(around),
    falsehood: false,
    document: startDocument('', '', today(around)),
    finish: onTheSpot(around),
  }),
  data: (values, around) => ({
    reasons: values.reasons,
    basis: values.basis,
    ...falsehoodOf(values),
    document: byDocument(around) ? documentOf(values, true) : null,
  }),
  also: finished,
  probe: () => ({ reasons: '—', basis: '—', document: null }),
}

export const recorded: Act = {
  event: 'recorded',
  fields: () => [{ kind: 'longText', name: 'remark', label: actWords.remark, maxLength: 2000 }, { ...finishNow }],
  start: () => ({ remark: '', finish: true }),
  data: (values) => ({ remark: textOrNull(values.remark) }),
  also: finished,
}
