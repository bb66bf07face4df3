/** 核查, 公示, 异议: what is done inside the review. */
import { shownApplicant } from '../../../shared/case/applicant.ts'
import { isMinor } from '../../../shared/case/needs.ts'
import { hungOutUsual } from '../../../shared/case/notice.ts'
import { currentStep, publicityStep, stepsOf } from '../../../shared/case/steps.ts'
import { noticeText } from '../../../shared/paper/notice-text.ts'
import { limitWords } from '../../../shared/paper/say.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import type { Act } from './act.ts'
import { documentFields, documentOf, reasonField, secondField, secondOf, startDocument, text, today } from './pieces.ts'

/** Is it written down for an office that has no sign-in here? Then its document names who did it. */
function recorded({ kase, item, session }: Around, step = currentStep(kase, item)): boolean {
  const recordedBy = step?.seat.recordedBy
  return (
    recordedBy !== undefined &&
    session.capacities.some(({ role, office }) => role === recordedBy.role && office === recordedBy.office)
  )
}

function office(around: Around, step = currentStep(around.kase, around.item)): string {
  return step === undefined ? '' : around.books.officeName(step.seat.office)
}

export const factsChecked: Act = {
  event: 'factsChecked',
  about: (around) => (recorded(around) ? actWords.factsByDocument(office(around)) : actWords.factsAbout),
  fields: (around) => [
    { kind: 'text', name: 'place', label: actWords.place, required: true, maxLength: 200 },
    ...(recorded(around)
      ? [
          {
            kind: 'text',
            name: 'first',
            label: actWords.firstChecker,
            required: true,
            maxLength: 200,
            half: true,
          } as const,
        ]
      : []),
    recorded(around) ? { ...secondField(), label: actWords.secondChecker, half: true } : secondField(),
    reasonField(actWords.found, 'found', actWords.foundUsual),
    ...(recorded(around) ? documentFields(true) : []),
  ],
  start: (around) => ({
    place: around.kase.applicant.address ?? '',
    first: '',
    second: '',
    found: '',
    document: startDocument(office(around), actWords.factsDocument, today(around)),
  }),
  data: (values, around) => ({
    place: values.place,
    second: secondOf(values, around) ?? { person: null, name: '' },
    found: values.found,
    ...(recorded(around)
      ? { first: { person: null, name: text(values, 'first') }, document: documentOf(values, true) }
      : {}),
  }),
  fieldOf: (path) => (path.startsWith('second') ? 'second' : path.startsWith('first') ? 'first' : undefined),
  probe: (around) => ({
    place: '—',
    second: { person: null, name: '—' },
    found: '—',
    first: { person: null, name: '——' },
    document: { office: '—', name: '—', number: '', day: today(around) },
  }),
}

/** The step it is hung out for, and the law's own notice where it asks for one. */
function hungOutFor({ kase, item }: Around) {
  const step = publicityStep(kase, item)
  return { step, notice: step?.notice }
}

const usual = (around: Around, step: ReturnType<typeof publicityStep>) =>
  hungOutUsual(around.books.calendar, step, today(around))

export const publicized: Act = {
  event: 'publicized',
  about: (around) => {
    const { step, notice } = hungOutFor(around)
    if (notice !== undefined) return actWords.noticeAbout(notice.title, limitWords(notice.term), notice.term.basis)
    return isMinor(around.kase, around.item, today(around))
      ? undefined
      : actWords.publicAbout(usual(around, step).days, step?.hangs !== undefined)
  },
  fields: (around) => {
    const { step, notice } = hungOutFor(around)
    const said = notice === undefined ? actWords.publicText : actWords.noticeText
    return [
      { kind: 'text', name: 'place', label: actWords.publicPlace, required: true, maxLength: 200 },
      { kind: 'day', name: 'from', label: actWords.publicFrom, required: true, half: true },
      { kind: 'day', name: 'until', label: actWords.publicUntil, required: true, half: true },
      { ...reasonField(said, 'text'), ...(notice === undefined ? { help: actWords.publicTextHelp } : {}) },
      ...(recorded(around, step) ? documentFields(true) : []),
    ]
  },
  start: (around) => {
    const { step, notice } = hungOutFor(around)
    const from = today(around)
    return {
      place: '',
      from,
      until: usual(around, step).until,
      text:
        notice === undefined
          ? actWords.publicUsual(shownApplicant(around.kase, around.item), around.item.name)
          : noticeText(around.item, notice, around.kase.form),
      document: startDocument(office(around, step), actWords.publicDocument, from),
    }
  },
  data: (values, around) => ({
    place: values.place,
    from: values.from,
    until: values.until,
    text: values.text,
    ...(recorded(around, hungOutFor(around).step) ? { document: documentOf(values, true) } : {}),
  }),
  probe: (around) => {
    const from = today(around)
    return {
      place: '—',
      from,
      until: usual(around, hungOutFor(around).step).until,
      text: '—',
      document: { office: '—', name: '—', number: '', day: from },
    }
  },
}

export const objectionRaised: Act = {
  event: 'objectionRaised',
  about: () => actWords.objectionAbout,
  fields: () => [
    { kind: 'text', name: 'by', label: actWords.objectionBy, required: true, maxLength: 200 },
    reasonField(actWords.objectionText, 'text'),
  ],
  start: () => ({ by: '', text: '' }),
  data: (values) => ({ by: values.by, text: values.text }),
  probe: () => ({ by: '—', text: '—' }),
}

export const objectionResolved: Act = {
  event: 'objectionResolved',
  fields: () => [
    {
      kind: 'choice',
      name: 'upheld',
      label: actWords.upheld,
      required: true,
      choices: [
        { value: 'no', label: actWords.upheldNo },
        { value: 'yes', label: actWords.upheldYes },
      ],
    },
    reasonField(actWords.objectionResult, 'result'),
  ],
  start: () => ({ upheld: '', result: '' }),
  data: (values) => ({ result: values.result, upheld: values.upheld === '' ? undefined : values.upheld === 'yes' }),
  probe: () => ({ result: '—', upheld: false }),
}

/** Has this case a step that waits for a check by two? */
export function asksForCheck({ kase, item }: Pick<Around, 'kase' | 'item'>): boolean {
  return stepsOf(kase, item).some(({ needs }) => needs === 'factsChecked')
}
