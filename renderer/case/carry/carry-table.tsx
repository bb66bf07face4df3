/** The fields as the other system asks for them: which is next, which were copied, which it shows otherwise. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { Compared } from '../../../shared/item/compare-pasted.ts'
import type { Carried } from '../../../shared/item/second-system.ts'
import { carryWords } from '../../words/carry.ts'

type Props = {
  fields: readonly Carried[]
  at: number
  copied: ReadonlySet<number>
  /** Null while nothing was pasted. */
  compared: readonly Compared[] | null
  onCopy: (index: number) => void
}

export function CarryTable({ fields, at, copied, compared, onCopy }: Props): ReactNode {
  const here = useRef<HTMLTableRowElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that is next comes into sight when another one is
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [at])
  const count = (state: Compared['state']) => compared?.filter((each) => each.state === state).length ?? 0
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys too */}
      <section className="carry-fields" tabIndex={0} aria-label={carryWords.text}>
        <table>
          <thead>
            <tr>
              <th>{carryWords.label}</th>
              <th>{carryWords.text}</th>
              {compared !== null && <th>{carryWords.theirs}</th>}
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, label, text }, index) => (
              <tr
                key={`${field} ${label}`}
                ref={index === at ? here : undefined}
                className={index === at ? 'carry-next' : undefined}
                aria-current={index === at ? 'step' : undefined}
                data-state={compared?.[index]?.state}
              >
                <th scope="row">{label}</th>
                <td>
                  {text === '' ? (
                    <span className="carry-quiet">{carryWords.empty}</span>
                  ) : (
                    <button type="button" className="carry-text" tabIndex={-1} onClick={() => onCopy(index)}>
                      {text}
                    </button>
                  )}
                </td>
                {compared !== null && <Theirs compared={compared[index]!} />}
                <td className="carry-quiet">{copied.has(index) ? carryWords.copied : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={count('differs') > 0 ? 'carry-differs' : 'carry-quiet'} role="status">
        {compared === null ? '' : carryWords.summary(count('differs'), count('notShown'))}
      </p>
    </>
  )
}

function Theirs({ compared: { theirs, state } }: { compared: Compared }): ReactNode {
  if (state === 'notShown') return <td className="carry-quiet">{carryWords.notShown}</td>
  return (
    <td className={state === 'differs' ? 'carry-differs' : 'carry-same'}>
      {theirs === '' ? carryWords.empty : theirs} <b>{carryWords[state]}</b>
    </td>
  )
}
