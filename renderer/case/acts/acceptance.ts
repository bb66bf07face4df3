/** 受理, 容缺受理, 补办视为受理. */
import { acceptanceOf, countsFrom, startOf } from '../../../shared/case/clock.ts'
import { usualOwed } from '../../../shared/case/late-until.ts'
import { missingMaterials } from '../../../shared/case/materials.ts'
import { countedFrom, limitWords } from '../../../shared/paper/say.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import { type Act, deep, textOrNull } from './act.ts'
import { reasonField, today } from './pieces.ts'
import { allYes, openAnswers, openFields } from './questions.ts'

const LATE_WORKDAYS = 5
const remark = { kind: 'longText', name: 'remark', label: actWords.remark, maxLength: 2000 } as const

function missing({ item, kase }: Around) {
  return missingMaterials(item, kase.form, kase.materials, kase.committed)
}

function usual(around: Around) {
  const { kase, item, books, now } = around
  const from = startOf(kase, item, countsFrom(kase, books.calendar, now))
  return usualOwed(item, books.calendar, today(around), LATE_WORKDAYS, from)
}

export const accepted: Act = {
  event: 'accepted',
  about: ({ item, kase, books, now }) => {
    if (acceptanceOf(kase, books.calendar, now).deemed) return actWords.deemedAbout
    return item.limits.promised === null
      ? undefined
      : actWords.acceptedAbout(limitWords(item.limits.promised), countedFrom(item, item.limits.promised))
  },
  fields: (around) => [...openFields(around), remark],
  start: () => ({ answers: {}, remark: '' }),
  data: (values, around) => ({ editions: null, ...openAnswers(values, around), remark: textOrNull(values.remark) }),
  probe: (around) => ({ editions: null, ...allYes(around), remark: null }),
}

export const acceptedIncomplete: Act = {
  event: 'acceptedIncomplete',
  about: () => actWords.incompleteAbout,
  fields: (around) => [
    ...openFields(around),
    ...missing(around).map(
      ({ key, name }) =>
        ({ kind: 'day', name: `owed.${key}`, label: actWords.owedUntil(name), required: true }) as const,
    ),
    remark,
  ],
  start: (around) => {
    const until = usual(around)
    return { answers: {}, owed: Object.fromEntries(missing(around).map(({ key }) => [key, until])), remark: '' }
  },
  data: (values, around) => ({
    editions: null,
    owed: missing(around).map(({ key }) => ({ key, until: deep(values, `owed.${key}`) })),
    ...openAnswers(values, around),
    remark: textOrNull(values.remark),
  }),
  probe: (around) => {
    const until = usual(around)
    return { editions: null, owed: missing(around).map(({ key }) => ({ key, until })), ...allYes(around), remark: null }
  },
  fieldOf: (path, around) => {
    const material = missing(around)[Number(/^owed\.(\d+)\./.exec(path)?.[1] ?? Number.NaN)]
    return material === undefined ? undefined : `owed.${material.key}`
  },
}

export const deemedAcceptanceNoted: Act = {
  event: 'deemedAcceptanceNoted',
  about: () => actWords.deemedAbout,
  fields: () => [reasonField(actWords.cause, 'cause')],
  start: () => ({ cause: '' }),
  data: (values) => ({ cause: values.cause }),
  probe: () => ({ cause: '—' }),
}
