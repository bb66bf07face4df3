/** 告知利害关系人 and the hearing (行政许可法第36条、第46–48条). */
import { addDays, dayOf } from '../../../shared/calendar/day.ts'
import { hearingFrom, hearingRequestBy } from '../../../shared/calendar/permit-terms.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import type { Act, ActField } from './act.ts'
import { reasonField, receiver, text, today } from './pieces.ts'

/** Names in one line, parted by 、. */
function names(typed: string): string[] {
  return typed
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const partiesField = (name: string, label: string): ActField => ({
  kind: 'text',
  name,
  label,
  required: true,
  maxLength: 1000,
  help: actWords.partiesHelp,
})

export const partiesInformed: Act = {
  event: 'partiesInformed',
  about: () => actWords.partiesAbout,
  fields: () => [
    partiesField('parties', actWords.parties),
    reasonField(actWords.stake, 'stake'),
    { kind: 'day', name: 'answerBy', label: actWords.answerBy, required: true },
  ],
  start: (around) => ({ parties: '', stake: '', answerBy: requestBy(around) }),
  data: (values) => ({ parties: names(text(values, 'parties')), stake: values.stake, answerBy: values.answerBy }),
  fieldOf: (path) => (path.startsWith('parties') ? 'parties' : undefined),
  probe: (around) => ({ parties: ['—'], stake: '—', answerBy: today(around) }),
}

export const partiesHeard: Act = {
  event: 'partiesHeard',
  about: () => actWords.partiesHeardAbout,
  fields: () => [
    { kind: 'text', name: 'by', label: actWords.partiesHeardBy, required: true, maxLength: 200 },
    reasonField(actWords.partiesSaid, 'said', actWords.partiesSaidUsual),
    { kind: 'tick', name: 'all', label: '', text: actWords.partiesAll },
  ],
  start: () => ({ by: '', said: '', all: false }),
  data: (values) => ({ by: values.by, said: values.said, all: values.all === true }),
  probe: () => ({ by: '—', said: '—', all: false }),
}

function requestBy(around: Around) {
  return hearingRequestBy(around.books.calendar, today(around)).day
}

export const hearingOffered: Act = {
  event: 'hearingOffered',
  about: () => actWords.hearingAbout,
  fields: () => [
    partiesField('to', actWords.hearingTo),
    { kind: 'day', name: 'requestBy', label: actWords.hearingRequestBy, required: true },
  ],
  start: (around) => ({ to: around.kase.applicant.name, requestBy: requestBy(around) }),
  data: (values) => ({ to: names(text(values, 'to')), requestBy: values.requestBy }),
  fieldOf: (path) => (path.startsWith('to') ? 'to' : undefined),
}

export const hearingRequested: Act = {
  event: 'hearingRequested',
  about: () => actWords.hearingRequestAbout,
  fields: () => [
    { kind: 'text', name: 'by', label: actWords.hearingBy, required: true, maxLength: 200 },
    { kind: 'day', name: 'on', label: actWords.hearingOn, required: true },
  ],
  start: (around) => ({ by: receiver(around), on: today(around) }),
  data: (values) => ({ by: values.by, on: values.on }),
}

export const hearingWaived: Act = {
  event: 'hearingWaived',
  about: () => actWords.hearingWaiveAbout,
  fields: () => [
    { kind: 'text', name: 'by', label: actWords.hearingWaivedBy, required: true, maxLength: 200 },
    { kind: 'tick', name: 'all', label: '', text: actWords.hearingWaivedAll },
  ],
  start: (around) => ({ by: receiver(around), all: false }),
  data: (values) => ({ by: values.by, all: values.all === true }),
}

/** Beijing time, as it is typed. */
function moment(day: unknown, time: string): string {
  const at = new Date(`${String(day)}T${time.replace('：', ':').padStart(5, '0')}:00+08:00`)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}

export const hearingNoticed: Act = {
  event: 'hearingNoticed',
  about: ({ kase }) =>
    kase.hearing === 'requested' || kase.hearing === 'noticed'
      ? actWords.hearingNoticeAbout
      : actWords.hearingPublicAbout,
  fields: () => [
    { kind: 'day', name: 'day', label: actWords.hearingDay, required: true, half: true },
    {
      kind: 'text',
      name: 'time',
      label: actWords.hearingTime,
      required: true,
      maxLength: 5,
      help: actWords.timeHelp,
      half: true,
    },
    { kind: 'text', name: 'place', label: actWords.hearingPlace, required: true, maxLength: 200 },
  ],
  start: (around) => ({
    day: hearingFrom(around.books.calendar, addDays(today(around), 1)).day,
    time: '09:30',
    place: around.books.hall.name,
  }),
  data: (values) => ({ at: moment(values.day, text(values, 'time')), place: values.place }),
  fieldOf: (path) => (path === 'at' ? 'time' : undefined),
}

export const hearingHeld: Act = {
  event: 'hearingHeld',
  about: () => actWords.hearingHeldAbout,
  fields: () => [
    { kind: 'day', name: 'on', label: actWords.hearingHeldOn, required: true, half: true },
    { kind: 'text', name: 'chair', label: actWords.hearingChair, required: true, maxLength: 200, half: true },
    reasonField(actWords.hearingSummary, 'summary'),
  ],
  start: (around) => ({
    on: around.kase.hearingAt === undefined ? today(around) : dayOf(around.kase.hearingAt),
    chair: '',
    summary: '',
  }),
  data: (values) => ({ on: values.on, chair: values.chair, summary: values.summary }),
  probe: (around) => ({ on: today(around), chair: '—', summary: '—' }),
}
