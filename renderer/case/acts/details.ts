/** 当场更正, 更正信息: what was typed wrong is put right; the time of receipt never. */
import { dayOf } from '../../../shared/calendar/day.ts'
import { agentOf, applicantOf } from '../../../shared/case/applicant.ts'
import type { Case } from '../../../shared/case/case.ts'
import type { FormValues } from '../../../shared/item/field.ts'
import { formSchema } from '../../../shared/item/form-schema.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import type { Act, Values } from './act.ts'
import { reasonField } from './pieces.ts'
import { answersCorrected, answersHere, everyField } from './questions.ts'

/** Only what differs from what was seen here, as the form's schema keeps it; as typed while something is wrong, for the
 *  check to say so. */
function changesOf(values: Values, seen: FormValues, { kase, item }: Around): FormValues {
  const typed = (values.form ?? {}) as FormValues
  const read = formSchema(item, dayOf(kase.received.at)).safeParse(typed)
  const form = read.success ? read.data : typed
  const differs = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(seen[key] ?? null)
  return Object.fromEntries(Object.entries(form).filter(differs))
}

function corrected(values: Values, around: Around) {
  const seen = (values.seen ?? around.kase.form) as FormValues
  const changes = changesOf(values, seen, around)
  const was = Object.fromEntries(Object.keys(changes).map((key) => [key, seen[key] ?? null]))
  const form = { ...around.kase.form, ...changes }
  return {
    changes,
    was,
    ...answersCorrected(values, (values.seenAnswers ?? around.kase.answers) as Case['answers'], around),
    applicant: applicantOf(around.item, form),
    agent: agentOf(around.item, form),
  }
}

/** `seen`: as it stood when the dialog opened; another window may have put something right since. */
const startOf = (around: Around) => ({
  form: { ...around.kase.form },
  seen: { ...around.kase.form },
  answers: answersHere(around),
  seenAnswers: { ...around.kase.answers },
})

const details = { kind: 'details', name: 'form', label: '' } as const

/** What is wrong with the form now is what this dialog puts right: only row and seat are asked before it opens. */
const notProbed = () => null

export const detailsCorrected: Act = {
  event: 'detailsCorrected',
  opens: true,
  about: () => actWords.detailsAbout,
  fields: (around) => [details, ...everyField(around), reasonField(actWords.reason, 'reason', actWords.detailsReasons)],
  start: (around) => ({ ...startOf(around), reason: '' }),
  data: (values, around) => ({ ...corrected(values, around), reason: values.reason }),
  probe: notProbed,
}

export const correctedOnSpot: Act = {
  event: 'correctedOnSpot',
  opens: true,
  about: () => actWords.onSpotAbout,
  fields: (around) => [details, ...everyField(around), reasonField(actWords.remark, 'remark')],
  start: (around) => ({ ...startOf(around), remark: '' }),
  data: (values, around) => ({ ...corrected(values, around), remark: values.remark }),
  probe: notProbed,
}
