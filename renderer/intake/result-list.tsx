/** What was found, the chosen one marked. */
import { memo, type ReactNode } from 'react'
import type { Item } from '../../shared/item/item.ts'
import type { Found } from '../parts/item-search.ts'
import { finderWords } from '../words/finder.ts'
import { howLong } from '../words/items.ts'
import { processingNames } from '../words/statuses.ts'

type Props = {
  found: readonly Found[]
  chosen: number
  onChoose: (index: number) => void
  onOpen: (item: Item) => void
}

/** More than anybody reads; typing one letter more is quicker. */
const SHOWN = 12

export const ResultList = memo(function ResultList({ found, chosen, onChoose, onOpen }: Props): ReactNode {
  return (
    <ul className="results" id="finder-results">
      {found.slice(0, SHOWN).map((each, index) => (
        <li key={each.is === 'item' ? each.item.code : each.elsewhere.name}>
          <button
            type="button"
            className={index === chosen ? 'result result-chosen' : 'result'}
            tabIndex={-1}
            // Only a mouse that moves chooses, not one that lies where the list appears.
            onMouseMove={() => index !== chosen && onChoose(index)}
            onClick={() => (each.is === 'item' ? onOpen(each.item) : onChoose(index))}
          >
            {each.is === 'item' ? (
              <>
                <span className="result-name">
                  {each.item.name}
                  {each.by !== null && <span className="result-by">{each.by}</span>}
                </span>
                <span className="result-facts">
                  {each.item.code} · {processingNames[each.item.processing]} · {howLong(each.item)}
                </span>
              </>
            ) : (
              <>
                <span className="result-name result-elsewhere">{each.elsewhere.name}</span>
                <span className="result-facts">{finderWords.notHere(each.elsewhere.goTo)}</span>
              </>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
})
