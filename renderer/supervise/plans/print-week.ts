/** The plan, or its result, on paper: the same words as on the page. */
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import { momentWords, numberWords } from '../../../shared/paper/say.ts'
import { resultCounts } from '../../../shared/report/week-result.ts'
import { machine } from '../../machine.ts'
import type { PublishedBooks } from '../../session/session.tsx'
import { say } from '../../ui/feedback.ts'
import { showProblem } from '../../ui/problem.ts'
import { dayText, listDay } from '../../words/dates.ts'
import { dutyWords, planWords, whyWords } from '../../words/plans.ts'
import { contentOf } from './revisions.ts'
import { stateText } from './week-text.ts'

/** So many lines the machine prints at once; some are kept for the signatures. */
const MOST_LINES = 200 - 12

/** `look`: as it stands now, or as the revision of this number was signed. */
type Asked = { look: 'now' | number; people: readonly string[] }

export async function printWeek(known: WeekAnswer, asked: Asked, books: PublishedBooks): Promise<void> {
  try {
    const job = await machine['slip.print'](weekPaper(known, asked, books))
    say(job.state === 'savedAsPdf' ? planWords.savedAsFile : planWords.printed)
  } catch (error) {
    showProblem(error)
  }
}

/** Title and lines; before the first result is due it is a plan, then a result. */
export function weekPaper(
  known: WeekAnswer,
  { look, people }: Asked,
  books: PublishedBooks,
): { title: string; lines: string[] } {
  const { week, today, signed } = known
  const shown = look === 'now' ? known : contentOf(known, look)
  // Another revision's words under this one's number would be a false paper.
  if (shown === null) throw new Error(`revision ${look} of the week from ${week.from} was not read`)
  // A paper is read later too: its days and moments bear their year, and nothing on it is today.
  const name = planWords.title(dayText(week.from), dayText(week.to))
  const isResult = look !== 'now' || today >= (week.workdays.at(-1) ?? week.to)
  const title = isResult ? planWords.paperResult(name, look === 'now' ? null : look) : planWords.paperPlan(name)
  const lines = people.flatMap((id) => {
    const mine = shown.lines.filter((line) => (line.person ?? '') === id)
    const own = shown.own.find(({ person }) => person === id)
    const kept = (own?.lines ?? []).filter(({ state }) => state !== 'dropped')
    return [
      planWords.paperWho(id === '' ? planWords.nobody : books.nameOf(id)),
      ...(isResult ? [`${planWords.counts(resultCounts(mine))}；${planWords.decided(shown.decided[id] ?? 0)}`] : []),
      ...(mine.length === 0 ? [planWords.noLines] : []),
      ...mine.map((line, at) => {
        const due = line.due === null ? planWords.noDay : listDay(line.due, today)
        const what = `${at + 1}. ${numberWords(line.number)} ${books.itemName(line.item)} ${dutyWords[line.duty]} ${due} ${whyWords[line.added ? 'added' : line.why]}`
        return isResult ? `${what}；${stateText(line, today, books)}` : what
      }),
      ...(kept.length === 0 ? [] : [planWords.paperOwn]),
      ...kept.map(({ text, state }) => `· ${text}${isResult && state === 'done' ? `（${planWords.ownDone}）` : ''}`),
      ...(own?.remark == null
        ? []
        : [`${planWords.remark}　${planWords.remarkBy(own.remark.text, books.nameOf(own.remark.by))}`]),
      '',
    ]
  })
  // What is not as it was signed bears no signature, and no revision those of later ones.
  const signatures = signed
    .filter(({ revision }) => look !== 'now' && revision <= look)
    .map(({ revision, by, at, reason }) => planWords.signedBy(revision, books.nameOf(by), momentWords(at), reason))
    .toReversed()
  const newest = signed[0]?.revision ?? 0
  const later = look !== 'now' && newest > look ? [planWords.paperLater(newest)] : []
  return {
    title,
    lines: [...cut(lines), ...signatures.slice(-8), ...later, planWords.paperEnd, planWords.paperSignature],
  }
}

/** What is not on the paper is said on it. */
function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), planWords.paperCut(lines.length - MOST_LINES + 1)]
}
