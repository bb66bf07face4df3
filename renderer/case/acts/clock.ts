/** 停表, 恢复计时, 延长期限. */
import { suspensionsOf } from '../../../shared/case/steps.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import { type Act, type Choice, textOrNull } from './act.ts'
import { documentFields, documentOf, reasonField, startDocument, today } from './pieces.ts'

function stopping({ item, kase }: Around): Choice[] {
  return suspensionsOf(kase, item)
    .filter(({ phase, stopsClock }) => phase === 'afterAcceptance' && stopsClock)
    .filter(({ key }) => !kase.pauses.some((pause) => pause.suspension === key && pause.until === null))
    .map(({ key, name }) => ({ value: key, label: name }))
}

function standing({ item, kase }: Around): Choice[] {
  return kase.pauses
    .filter(({ until }) => until === null)
    .map(({ suspension }) => ({
      value: suspension,
      label: item.suspensions.find(({ key }) => key === suspension)?.name ?? suspension,
    }))
}

export const clockPaused: Act = {
  event: 'clockPaused',
  about: () => actWords.pausedAbout,
  fields: (around) => [
    { kind: 'choice', name: 'suspension', label: actWords.suspension, required: true, choices: stopping(around) },
    { kind: 'day', name: 'from', label: actWords.pausedFrom, required: true, half: true },
    { kind: 'text', name: 'expected', label: actWords.expected, required: true, maxLength: 200, half: true },
    { kind: 'text', name: 'approvedBy', label: actWords.approvedBy, required: true, maxLength: 200 },
    ...documentFields(false),
  ],
  start: (around) => ({
    suspension: stopping(around)[0]?.value ?? '',
    from: today(around),
    expected: '',
    approvedBy: '',
    document: startDocument('', '', today(around)),
  }),
  data: (values) => ({
    suspension: values.suspension,
    from: values.from,
    expected: values.expected,
    approvedBy: values.approvedBy,
    document: documentOf(values, false),
  }),
  probe: (around) => ({
    suspension: stopping(around)[0]?.value ?? 'none',
    from: today(around),
    expected: '—',
    approvedBy: '—',
    document: null,
  }),
}

export const clockResumed: Act = {
  event: 'clockResumed',
  fields: (around) => [
    { kind: 'choice', name: 'suspension', label: actWords.suspension, required: true, choices: standing(around) },
    { kind: 'day', name: 'until', label: actWords.pausedUntil, required: true },
    { kind: 'longText', name: 'result', label: actWords.pauseResult, maxLength: 2000 },
  ],
  start: (around) => ({ suspension: standing(around)[0]?.value ?? '', until: today(around), result: '' }),
  data: (values) => ({ suspension: values.suspension, until: values.until, result: textOrNull(values.result) }),
  probe: (around) => ({ suspension: standing(around)[0]?.value ?? 'none', until: today(around), result: null }),
}

const unitOf = ({ extension }: Around['item']) =>
  extension?.max.unit === 'calendarDays' ? 'calendarDays' : 'workingDays'

export const extended: Act = {
  event: 'extended',
  about: ({ item }) =>
    item.extension?.approver === undefined
      ? actWords.extendedAbout
      : actWords.extendedByOthers(item.extension.approver),
  fields: ({ item }) => [
    { kind: 'number', name: 'workdays', label: actWords.extendBy[unitOf(item)], required: true },
    reasonField(actWords.extendReason),
    reasonField(actWords.basis, 'basis'),
    ...(item.extension?.approver === undefined ? [] : documentFields(true)),
  ],
  start: (around) => ({
    workdays: around.item.extension?.max.count ?? '',
    reason: '',
    basis: around.item.extension?.max.basis ?? '',
    document: startDocument(around.item.extension?.approver ?? '', actWords.approval, today(around)),
  }),
  data: (values, { item }) => ({
    workdays: values.workdays,
    reason: values.reason,
    basis: values.basis,
    ...(item.extension?.approver === undefined ? {} : { document: documentOf(values, true) }),
  }),
  probe: (around) => ({
    workdays: 1,
    reason: '—',
    basis: '—',
    document: { office: '—', name: '—', number: '', day: today(around) },
  }),
}
