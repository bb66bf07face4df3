/** What was handed in, and what is owed. */
import type { ReactNode } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import { isHandedIn, neededMaterials } from '../../shared/case/materials.ts'
import { askedWords, gotWords } from '../../shared/paper/say.ts'
import { leftUntil } from '../parts/owed-left.ts'
import { caseWords } from '../words/case.ts'
import { dayText } from '../words/dates.ts'
import { owedWords } from '../words/owed.ts'
import type { Around } from './around.ts'

export function Materials({ around }: { around: Around }): ReactNode {
  const { item, kase } = around
  const needed = neededMaterials(item, kase.form)
  return (
    <section className="case-part" aria-label={caseWords.materials}>
      <h2>{caseWords.materials}</h2>
      <ul className="case-materials">
        {needed.map((material) => {
          const got = kase.materials.find(({ key }) => key === material.key)
          const owed = kase.owed.find(({ key }) => key === material.key)
          const there = isHandedIn(material, kase.materials)
          const promised = kase.committed.includes(material.key)
          return (
            <li key={material.key} className={there || promised ? undefined : 'material-lacking'}>
              <span>{material.name}</span>
              <span>
                {promised
                  ? caseWords.promised
                  : there && got !== undefined
                    ? `${gotWords[got.got]}${got.got === 'shared' ? '' : ` ${got.count}份`}`
                    : owed !== undefined
                      ? owedWords.until(
                          dayText(owed.until),
                          leftUntil(owed.until, around.books.calendar, dayOf(around.now)).words,
                        )
                      : caseWords.lacking(askedWords(material))}
              </span>
              {got?.note != null && <span className="case-note">{got.note}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
