/** What a new version of an item changes, before it is published: parts, and the papers that will say something else. */
import type { ReactNode } from 'react'
import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { PaperKey } from '../../shared/case/workflow.ts'
import type { Item } from '../../shared/item/item.ts'
import { type Detail, type ItemChange, itemChanges } from '../../shared/item/item-changes.ts'
import { papersTouched } from '../../shared/paper/papers-touched.ts'
import { usePublished } from '../session/session.tsx'
import { useNow } from '../ui/use-now.ts'
import { adminWords, changeNames } from '../words/admin.ts'
import { dayText } from '../words/dates.ts'
import { partNames, propName, valueWords } from '../words/item-parts.ts'
import { paperTitles } from '../words/papers.ts'

export function ItemPreview({ item, before }: { item: Item; before: Item | undefined }): ReactNode {
  const today = dayOf(useNow(60_000))
  const changes = before === undefined ? null : itemChanges(before, item)
  return (
    <>
      <h2>{before === undefined ? adminWords.adds(item.name, item.code) : adminWords.changes(item.name, item.code)}</h2>
      <p>{whenWords(item, today)}</p>
      {changes === null ? (
        <p>{adminWords.newItem(item.materials.length, item.fields.length, item.steps.length)}</p>
      ) : (
        <>
          <h3>{adminWords.changed}</h3>
          <Changes changes={changes} />
          <h3>{adminWords.papers}</h3>
          <Papers item={item} changes={changes} />
        </>
      )}
    </>
  )
}

function whenWords({ inForce: { from, until } }: Item, today: Day): string {
  if (until !== null && until < today) return adminWords.alreadyOver(dayText(until))
  return from > today ? adminWords.fromDay(dayText(from)) : adminWords.fromToday
}

function Changes({ changes }: { changes: readonly ItemChange[] }): ReactNode {
  return (
    <ul className="admin-changes">
      {changes.map((change) => (
        <li key={`${change.part} ${change.entry} ${change.is}`}>
          <span className={`admin-change admin-change-${change.is}`}>{changeNames[change.is]}</span>
          {partNames[change.part]}
          {change.name !== null && `：${change.name}`}
          {change.details.map((detail) => (
            <div key={detail.prop} className="admin-detail">
              {detail.prop !== change.part && `${propName(detail.prop)}：`}
              <FromTo {...detail} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}

function FromTo({ prop, before, after }: Detail): ReactNode {
  return (
    <>
      <del>{valueWords(prop, before)}</del> → <ins>{valueWords(prop, after)}</ins>
    </>
  )
}

/** As the life of a case brings them. */
function inOrder(keys: readonly PaperKey[]): string {
  return (Object.keys(paperTitles) as PaperKey[])
    .filter((key) => keys.includes(key))
    .map((key) => paperTitles[key])
    .join('、')
}

function Papers({ item, changes }: { item: Item; changes: readonly ItemChange[] }): ReactNode {
  const { published } = usePublished()
  const book = published.papers.find(({ edition }) => edition === published.current.papers)
  const parts = [...new Set(changes.map(({ part }) => part))]
  const touched = book === undefined ? [] : papersTouched(item, parts, book)
  return <p>{touched.length === 0 ? adminWords.noPapers : inOrder(touched)}</p>
}
