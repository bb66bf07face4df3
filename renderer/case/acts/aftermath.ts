/** 视为撤回, 终止, and what follows a closed case: 事后核查, 撤销, 注销, 重新办理. */
import { coolingOf } from '../../../shared/case/cooling.ts'
import { terminationsOf } from '../../../shared/case/terminations.ts'
import { actWords } from '../../words/acts.ts'
import { dayText } from '../../words/dates.ts'
import { type Act, type ActField, textOrNull } from './act.ts'
import { documentFields, documentOf, reasonField, startDocument, text, today } from './pieces.ts'

export const lapsed: Act = {
  event: 'lapsed',
  about: ({ kase, item, books }) => {
    const cooling = coolingOf(kase, item, books.calendar)
    return cooling === null ? actWords.lapsedAbout : actWords.lapsedAfter(dayText(cooling.collectEnd))
  },
  fields: () => [reasonField(actWords.basis, 'basis')],
  start: ({ item }) => ({ basis: item.lapse?.basis ?? '' }),
  data: (values) => ({ basis: values.basis }),
}

export const terminated: Act = {
  event: 'terminated',
  about: () => actWords.terminatedAbout,
  fields: ({ item }) => [
    {
      kind: 'choice',
      name: 'which',
      label: actWords.terminationCause,
      required: true,
      choices: terminationsOf(item).map(({ cause, basis }, index) => ({
        value: String(index),
        label: `${cause}（${basis}）`,
      })),
    },
  ],
  // What ends an application is chosen, not pressed through.
  start: () => ({ which: '' }),
  data: (values, { item }) => terminationsOf(item)[Number(text(values, 'which') || Number.NaN)],
  fieldOf: (path) => (path === '' ? 'which' : undefined),
}

export const commitmentVerified: Act = {
  event: 'commitmentVerified',
  about: () => actWords.commitmentAbout,
  fields: () => [
    {
      kind: 'choice',
      name: 'true',
      label: actWords.commitmentTrue,
      required: true,
      choices: [
        { value: 'yes', label: actWords.commitmentYes },
        { value: 'no', label: actWords.commitmentNo },
      ],
    },
    reasonField(actWords.found, 'found'),
  ],
  start: () => ({ true: '', found: '' }),
  data: (values) => ({ true: values.true === '' ? undefined : values.true === 'yes', found: values.found }),
  probe: () => ({ true: true, found: '—' }),
}

const reasons: ActField[] = [reasonField(actWords.reasons, 'reasons'), reasonField(actWords.basis, 'basis')]

/** 撤销, 注销 have a law of their own where they take back a permit (行政许可法第六十九、七十条); what it was given on is none. */
const startTaking =
  (article: string): Act['start'] =>
  ({ kase }) => ({ reasons: '', basis: kase.kind === 'permit' ? article : '' })

export const revoked: Act = {
  event: 'revoked',
  about: () => actWords.revokedAbout,
  fields: () => reasons,
  start: startTaking(actWords.revokedBasis),
  data: (values) => ({ reasons: values.reasons, basis: values.basis }),
  probe: () => ({ reasons: '—', basis: '—' }),
}

export const cancelled: Act = {
  ...revoked,
  event: 'cancelled',
  about: () => actWords.cancelledAbout,
  start: startTaking(actWords.cancelledBasis),
}

export const reopened: Act = {
  event: 'reopened',
  about: () => actWords.reopenedAbout,
  fields: () => [...documentFields(true), reasonField(actWords.reason)],
  start: (around) => ({
    document: startDocument(around.books.hall.reviewBody, actWords.reviewDocument, today(around)),
    reason: '',
  }),
  data: (values) => ({ document: documentOf(values, true), reason: textOrNull(values.reason) ?? '' }),
  probe: (around) => ({ document: { office: '—', name: '—', number: '', day: today(around) }, reason: '—' }),
}
