/** 撤回, 误收作废. */
import { partnerOf } from '../../../shared/case/applicant.ts'
import { coolingOf } from '../../../shared/case/cooling.ts'
import { isHandedIn } from '../../../shared/case/materials.ts'
import { actWords } from '../../words/acts.ts'
import { dayText } from '../../words/dates.ts'
import type { Around } from '../around.ts'
import type { Act, Values } from './act.ts'
import { deliveredNow, materialChoices, needed, reasonField, receiver } from './pieces.ts'

const held = (around: Around) => needed(around).filter((each) => isHandedIn(each, around.kase.materials))

/** Of two who applied together: who withdraws signs. */
function signer(by: unknown, around: Around): string {
  const partner = partnerOf(around.item, around.kase.form)?.name ?? ''
  return by === 'partner' ? partner : by === 'applicant' ? around.kase.applicant.name : receiver(around)
}

/** The papers go to who withdrew. */
const takenBackBy = (values: Values, around: Around) =>
  around.item.partner === undefined ? receiver(around) : signer(values.by, around)

export const withdrawn: Act = {
  event: 'withdrawn',
  about: ({ kase, item, books }) => {
    const cooling = coolingOf(kase, item, books.calendar)
    return cooling === null ? actWords.withdrawnAbout : actWords.withdrawnCooling(dayText(cooling.coolingEnd))
  },
  fields: (around) => [
    ...(around.item.partner === undefined
      ? []
      : [
          {
            kind: 'choice',
            name: 'by',
            label: actWords.withdrawnBy,
            required: true,
            choices: [
              { value: 'applicant', label: around.kase.applicant.name },
              { value: 'partner', label: partnerOf(around.item, around.kase.form)?.name ?? '' },
              { value: 'both', label: actWords.both },
            ],
          } as const,
        ]),
    reasonField(actWords.withdrawReason, 'reason', actWords.withdrawReasons),
    ...(around.item.partner === undefined
      ? [{ kind: 'text', name: 'signedBy', label: actWords.signedBy, required: true, maxLength: 200 } as const]
      : []),
    ...(held(around).length === 0
      ? []
      : [
          {
            kind: 'ticks',
            name: 'returned',
            label: actWords.returned,
            choices: materialChoices(held(around)),
          } as const,
        ]),
    { kind: 'tick', name: 'handNow', label: '', text: actWords.handBackNow },
  ],
  start: (around) => ({
    // Which of two is chosen, not pressed through: one of them may not know of it.
    by: '',
    reason: '',
    signedBy: receiver(around),
    returned: held(around).map(({ key }) => key),
    handNow: true,
  }),
  data: (values, around) => ({
    reason: values.reason,
    returned: values.returned ?? [],
    signedBy: around.item.partner === undefined ? values.signedBy : signer(values.by, around),
    ...(around.item.partner === undefined ? {} : { by: values.by }),
  }),
  probe: (around) => ({ reason: '—', returned: held(around).map(({ key }) => key), signedBy: '—' }),
  also: (values, around) => (values.handNow === true ? [deliveredNow(around, takenBackBy(values, around))] : []),
}

export const voided: Act = {
  event: 'voided',
  about: () => actWords.voidedAbout,
  fields: () => [
    reasonField(actWords.voidReason),
    {
      kind: 'choice',
      name: 'paper',
      label: actWords.voidPaper,
      required: true,
      choices: [
        { value: 'recovered', label: actWords.paperRecovered },
        { value: 'notHandedOut', label: actWords.paperNotHandedOut },
        { value: 'lost', label: actWords.paperLost },
      ],
    },
  ],
  start: () => ({ reason: '', paper: '' }),
  data: (values) => ({ reason: values.reason, paper: values.paper }),
  probe: () => ({ reason: '—', paper: 'recovered' }),
}
