/** The figures for what the page asks: the bureau's, asked again when it has confirmed more; and while it cannot be reached or does not
 *  answer this terminal's own, until the bureau's are there. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Day } from '../../../shared/calendar/day.ts'
import type { Notice } from '../../../shared/contract/doors.ts'
import type { FiguresAnswer, FiguresAsked } from '../../../shared/contract/figures.ts'
import { readableFigures } from '../../../shared/people/whose-figures.ts'
import { machine } from '../../machine.ts'
import { type Heard, useHeard } from '../../parts/hear.ts'
import { useHallAsked } from '../../parts/looked-at.ts'
import { useOtherHallNews } from '../../parts/other-hall-news.ts'
import { usePublished, useSession } from '../../session/session.tsx'
import { isToldHere, type Unsaid, unsaidIn } from '../../store/answer-figures.ts'
import { readFigures } from '../../store/period-figures.ts'
import { useCache } from '../../store/use-cache.ts'
import { beginWaiting, type WhyHere, whyHere } from './why-here.ts'

export type HeardFigures = Heard<FiguresAnswer>
/** `here`: why what is shown is what this terminal counts; of `unsaid` it can say nothing, and where that is how the question is put
 *  there is no answer at all. */
export type Figures = { heard: HeardFigures; here: WhyHere | null; unsaid: Unsaid; ask: () => void }

const news: readonly Notice[] = ['pulled']
const nothing: Unsaid = { by: [], figures: [] }

/** `offline`: the status bar knows already that nobody answers; then nobody waits for that. Of another hall this terminal counts nothing. */
export function useFigures(asked: FiguresAsked, { offline, today }: { offline: boolean; today: Day }): Figures {
  const { hall } = useHallAsked()
  const text = JSON.stringify({ ...asked, hall })
  const { heard, lost, again } = useHeard(
    useCallback(() => machine['bureau.figures'](JSON.parse(text) as FiguresAsked), [text]),
    news,
  )
  useOtherHallNews(again)
  const { ended } = useSession()
  const slow = useSlow(heard === 'asking', text)
  const here = hall === undefined ? whyHere({ heard, lost }, { offline, ended, slow }) : null
  const known = useFiguresHere(asked, today, here !== null)
  const ask = () => void again()
  // Figures of a while ago are not shown as those of now.
  return here !== null ? { ...known, here, ask } : { heard: lost ?? heard, here, unsaid: nothing, ask }
}

/** Whether this question has waited for its answer too long. */
function useSlow(isAsking: boolean, question: string): boolean {
  const [slow, setSlow] = useState<string | null>(null)
  useEffect(() => {
    if (!isAsking) return
    return beginWaiting(() => setSlow(question))
  }, [isAsking, question])
  return isAsking && slow === question
}

/** This terminal's answer; nothing is read while it is not wanted. */
function useFiguresHere(asked: FiguresAsked, today: Day, wanted: boolean): Pick<Figures, 'heard' | 'unsaid'> {
  const { person, capacities } = useSession()
  const systemOf = useSystems()
  const { people } = usePublished().published
  const roles = capacities.map(({ role }) => role)
  const only = readableFigures({ person: person.id, roles }, asked.only)
  const unsaid = unsaidIn(asked)
  const told = wanted && only !== undefined && isToldHere(unsaid, asked)
  const question = told ? JSON.stringify({ ...asked, only }) : null
  const { value, error } = useCache(
    async (cache) => {
      if (question === null) return null
      const nameOf = (id: string) => people.find((each) => each.id === id)?.name
      const answer = await readFigures(cache, JSON.parse(question) as FiguresAsked, { today, systemOf, nameOf })
      return { question, answer }
    },
    [question, today, systemOf, people],
  )
  if (!wanted) return { heard: 'asking', unsaid: nothing }
  if (only === undefined) return { heard: 'forbidden', unsaid: nothing }
  if (question === null) return { heard: 'unreachable', unsaid }
  if (error !== null) return { heard: 'bad', unsaid }
  // What was read for another question is no answer to this one.
  return { heard: value?.question === question ? value.answer : 'asking', unsaid }
}

/** The system (救助、养老 …) of each item, by the newest edition that has it. */
export function useSystems(): (item: string) => string | undefined {
  const { catalogues } = usePublished().published
  return useMemo(() => {
    const inOrder = catalogues.toSorted((a, b) => (a.edition < b.edition ? -1 : 1))
    const systems = new Map<string, string>(
      inOrder.flatMap(({ items }) => items.map(({ code, system }) => [code, system] as const)),
    )
    return (item) => systems.get(item)
  }, [catalogues])
}
