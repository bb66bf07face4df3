/** 不予受理, 无需办理, 告知转办: the application goes no further here, and the applicant gets it in writing. */
import { actWords } from '../../words/acts.ts'
import { type Act, textOrNull, type Values } from './act.ts'
import { deliveredNow, falsehoodField, falsehoodOf, reasonField, receiver } from './pieces.ts'

const handNow = { kind: 'tick', name: 'handNow', label: '', text: actWords.handNow } as const
const handed: NonNullable<Act['also']> = (values: Values, around) =>
  values.handNow === true ? [deliveredNow(around, receiver(around))] : []

export const notAccepted: Act = {
  event: 'notAccepted',
  about: () => actWords.notAcceptedAbout,
  fields: (around) => [
    reasonField(actWords.reason),
    reasonField(actWords.basis, 'basis'),
    { kind: 'text', name: 'goTo', label: actWords.goTo, maxLength: 2000 },
    ...falsehoodField(around),
  ],
  start: () => ({ reason: '', basis: '', goTo: '', falsehood: false }),
  data: (values) => ({
    reason: values.reason,
    basis: values.basis,
    goTo: textOrNull(values.goTo),
    ...falsehoodOf(values),
  }),
  probe: () => ({ reason: '—', basis: '—', goTo: null }),
}

export const notRequired: Act = {
  event: 'notRequired',
  fields: () => [reasonField(actWords.reason), reasonField(actWords.basis, 'basis'), handNow],
  start: () => ({ reason: '', basis: '', handNow: true }),
  data: (values) => ({ reason: values.reason, basis: values.basis }),
  also: handed,
  probe: () => ({ reason: '—', basis: '—' }),
}

export const redirected: Act = {
  event: 'redirected',
  fields: () => [
    { kind: 'text', name: 'to', label: actWords.redirectTo, required: true, maxLength: 2000 },
    { kind: 'text', name: 'phone', label: actWords.redirectPhone, maxLength: 60 },
    reasonField(actWords.reason),
    handNow,
  ],
  start: () => ({ to: '', phone: '', reason: '', handNow: true }),
  data: (values) => ({ to: values.to, reason: values.reason, phone: textOrNull(values.phone) }),
  also: handed,
}
