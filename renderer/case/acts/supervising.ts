/** 转派, 催办, 会办, 会办意见, 回填外部编号, 更正文书. */
import { couldGoOn } from '../../../shared/case/turn.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { holdingsOn } from '../../../shared/people/role.ts'
import { actWords } from '../../words/acts.ts'
import type { Around } from '../around.ts'
import { madePapers } from '../made-papers.ts'
import { type Act, type Choice, textOrNull } from './act.ts'
import { reasonField, today } from './pieces.ts'

type Known = Around['books']['published']['people'][number]

function people({ books }: Around, fits: (person: Known) => boolean = () => true): Choice[] {
  return books.published.people.filter(fits).map(({ id, name, badge }) => ({ value: id, label: `${name}（${badge}）` }))
}

/** Who sits where the case goes on; where that is not known here, the bureau says. */
function ableToTakeOver(around: Around): Choice[] {
  const { kase, item } = around
  return people(
    around,
    ({ holdings }) => holdings === undefined || couldGoOn(holdingsOn({ holdings }, today(around)), kase, item),
  )
}

/** 会办: somebody else who sits where the case goes on. */
function others(around: Around): Choice[] {
  const { kase, session } = around
  const taken = [session.person.id, kase.assignee, ...kase.coExaminers]
  return ableToTakeOver(around).filter(({ value }) => !taken.some((id) => id === value))
}

export const reassigned: Act = {
  event: 'reassigned',
  fields: (around) => [
    {
      kind: 'choice',
      name: 'to',
      label: actWords.reassignTo,
      choices: [{ value: '', label: actWords.toCommonList }, ...ableToTakeOver(around)],
    },
    reasonField(actWords.reason),
  ],
  start: () => ({ to: '', reason: '' }),
  data: (values) => ({ to: textOrNull(values.to), office: null, reason: values.reason }),
}

export const urged: Act = {
  event: 'urged',
  fields: () => [reasonField(actWords.urgeReason), { kind: 'day', name: 'answerBy', label: actWords.answerBy }],
  start: () => ({ reason: '', answerBy: '' }),
  data: (values) => ({ reason: values.reason, answerBy: textOrNull(values.answerBy) }),
}

export const coExaminerAdded: Act = {
  event: 'coExaminerAdded',
  fields: (around) => [
    { kind: 'choice', name: 'person', label: actWords.coExaminer, required: true, choices: others(around) },
    reasonField(actWords.reason),
  ],
  start: () => ({ person: '', reason: '' }),
  data: (values) => ({ person: values.person, reason: values.reason }),
}

export const opinionGiven: Act = {
  event: 'opinionGiven',
  about: () => actWords.jointAbout,
  fields: () => [
    { kind: 'longText', name: 'opinion', label: actWords.opinion, required: true, phrases: actWords.opinions },
  ],
  start: () => ({ opinion: '' }),
  data: (values) => ({ opinion: values.opinion }),
  probe: () => ({ opinion: '—' }),
}

export const numberLinked: Act = {
  event: 'numberLinked',
  about: () => actWords.linkAbout,
  fields: () => [
    { kind: 'text', name: 'system', label: actWords.linkSystem, required: true, maxLength: 200 },
    { kind: 'text', name: 'number', label: actWords.linkNumber, required: true, maxLength: 80 },
  ],
  start: ({ item }) => ({ system: item.secondSystem?.name ?? '', number: '' }),
  data: (values) => ({ system: values.system, number: values.number }),
}

export const paperCorrected: Act = {
  event: 'paperCorrected',
  about: () => actWords.paperCorrectedAbout,
  fields: ({ kase, events }) => [
    {
      kind: 'choice',
      name: 'number',
      label: actWords.wrongPaper,
      required: true,
      choices: madePapers(kase, events).map(({ number, title }) => ({
        value: number,
        label: `${title} ${numberWords(number)}`,
      })),
    },
    reasonField(actWords.wrongText, 'wrong'),
    reasonField(actWords.rightText, 'right'),
  ],
  // Which of several is wrong is chosen, not pressed through.
  start: ({ kase }) => ({ number: kase.papers.length === 1 ? kase.papers[0]!.number : '', wrong: '', right: '' }),
  data: (values) => ({ number: values.number, wrong: values.wrong, right: values.right }),
  probe: ({ kase }) => ({ number: kase.papers.at(-1)?.number ?? '000000000000', wrong: '—', right: '—' }),
}
