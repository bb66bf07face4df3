/** 环节通过, 退回上一环节: an item's own steps, walked by one general description. */
import { currentStep, passedSteps } from '../../../shared/case/steps.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import type { Act } from './act.ts'
import { documentFields, documentOf, reasonField, secondField, secondOf, startDocument, today } from './pieces.ts'

/** The step that waits, and what it asks of who writes it down. */
function waiting(around: Around) {
  const step = currentStep(around.kase, around.item)
  return {
    step,
    two: step?.seat.persons === 2,
    byDocument: step?.seat.recordedBy !== undefined,
    office: step === undefined ? '' : around.books.officeName(step.seat.office),
  }
}

/** Who checked with the first, where a record of it says so already. */
function checkedWith({ events }: Around): string {
  const last = events.findLast(({ event, standing }) => event.type === 'factsChecked' && standing !== 'refused')
  return (last?.event.data as { second?: { name?: string } } | undefined)?.second?.name ?? ''
}

export const stepPassed: Act = {
  event: 'stepPassed',
  about: (around) => {
    const { step, byDocument, office } = waiting(around)
    if (step === undefined) return undefined
    return byDocument ? actWords.stepByDocument(step.name, office) : step.note
  },
  fields: (around) => {
    const { two, byDocument } = waiting(around)
    return [
      reasonField(actWords.opinion, 'opinion', actWords.opinions),
      ...(two ? [secondField()] : []),
      ...(byDocument ? documentFields(true) : []),
    ]
  },
  start: (around) => {
    const { step, office } = waiting(around)
    return {
      opinion: '',
      second: checkedWith(around),
      document: startDocument(office, actWords.stepDocument(step?.name ?? ''), today(around)),
    }
  },
  data: (values, around) => {
    const { step, byDocument } = waiting(around)
    return {
      step: step?.key ?? '',
      opinion: values.opinion,
      second: secondOf(values, around),
      document: byDocument ? documentOf(values, true) : null,
    }
  },
  fieldOf: (path) => (path.startsWith('second') ? 'second' : undefined),
  probe: (around) => {
    const { step } = waiting(around)
    return {
      step: step?.key ?? 'none',
      opinion: '—',
      second: { person: null, name: '—' },
      document: { office: '—', name: '—', number: '', day: today(around) },
    }
  },
}

export const stepReturned: Act = {
  event: 'stepReturned',
  fields: (around) => [
    {
      kind: 'choice',
      name: 'to',
      label: actWords.returnTo,
      required: true,
      choices: passedSteps(around.kase, around.item).map(({ key, name }) => ({ value: key, label: name })),
    },
    reasonField(actWords.reason),
    ...(waiting(around).byDocument ? documentFields(false) : []),
  ],
  start: (around) => ({
    to: passedSteps(around.kase, around.item).at(-1)?.key ?? '',
    reason: '',
    document: startDocument('', '', today(around)),
  }),
  data: (values, around) => ({
    step: waiting(around).step?.key ?? '',
    to: values.to,
    reason: values.reason,
    document: waiting(around).byDocument ? documentOf(values, false) : null,
  }),
  probe: (around) => ({
    step: waiting(around).step?.key ?? 'none',
    to: passedSteps(around.kase, around.item).at(-1)?.key ?? 'none',
    reason: '—',
    document: null,
  }),
}
