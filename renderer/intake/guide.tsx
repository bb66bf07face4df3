/** What to tell somebody before a single key is typed: who may apply, what to bring, how long, what it costs, on which law. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { fieldsIn } from '../../shared/item/condition.ts'
import type { Item } from '../../shared/item/item.ts'
import { askedWords } from '../../shared/paper/say.ts'
import type { Elsewhere } from '../parts/item-search.ts'
import { guideWords } from '../words/finder.ts'
import { feeWords, howLong } from '../words/items.ts'
import { kindNames, processingNames } from '../words/statuses.ts'

export function ItemGuide({
  item,
  onOpen,
  onPrint,
}: {
  item: Item
  onOpen: () => void
  onPrint: () => void
}): ReactNode {
  return (
    <article className="guide" aria-label={item.name}>
      <h2>{item.name}</h2>
      <p className="guide-kind">
        {processingNames[item.processing]} · {item.kindName ?? kindNames[item.kind]} · {item.code}
      </p>
      <dl>
        <dt>{guideWords.who}</dt>
        <dd>
          <ul>
            {rulesToTell(item).map((rule) => (
              <li key={rule.key}>{rule.words}</li>
            ))}
          </ul>
        </dd>
        <dt>{guideWords.bring}</dt>
        <dd>
          <ol>
            {item.materials.map((material) => (
              <li key={material.key}>
                {material.name}
                <span className="guide-form">{askedWords(material)}</span>
                {material.whenWords !== undefined && <span className="guide-when">{material.whenWords}</span>}
                {material.tolerable && <span className="guide-when">{guideWords.tolerable}</span>}
              </li>
            ))}
          </ol>
        </dd>
        <dt>{guideWords.long}</dt>
        <dd>{howLong(item)}</dd>
        <dt>{guideWords.fee}</dt>
        <dd>{feeWords(item.feeFen)}</dd>
        <dt>{guideWords.result}</dt>
        <dd>{item.result.name}</dd>
        <dt>{guideWords.basis}</dt>
        <dd className="guide-basis">
          {item.legalBasis.map(({ name, article }) => (
            <div key={name}>
              《{name}》{article ?? ''}
            </div>
          ))}
        </dd>
      </dl>
      <div className="guide-keys">
        <Button type="primary" size="large" onClick={onOpen}>
          {guideWords.open} <kbd>Enter</kbd>
        </Button>
        <Button size="large" onClick={onPrint}>
          {guideWords.print} <kbd>F8</kbd>
        </Button>
      </div>
    </article>
  )
}

/** What the form only reminds the clerk of (an age band that does not fit the number) is nothing to tell anybody. */
function rulesToTell(item: Item): Item['eligibility'] {
  const byNumber = item.fields.filter((field) => field.derive?.from === item.applicant.idNo).map((field) => field.key)
  return item.eligibility.filter(
    ({ when, weight }) =>
      when === undefined || weight === 'wall' || !fieldsIn(when).some((name) => byNumber.includes(name)),
  )
}

type ElsewhereProps = { elsewhere: Elsewhere; phone: string | undefined; onPrint: () => void; onNote: () => void }

export function ElsewhereGuide({ elsewhere, phone, onPrint, onNote }: ElsewhereProps): ReactNode {
  return (
    <article className="guide" aria-label={elsewhere.name}>
      <h2>{elsewhere.name}</h2>
      <p className="guide-kind">{guideWords.notTaken}</p>
      <dl>
        <dt>{guideWords.goTo}</dt>
        <dd className="guide-goto">{elsewhere.goTo}</dd>
        {phone !== undefined && (
          <>
            <dt>{guideWords.phone}</dt>
            <dd>{phone}</dd>
          </>
        )}
        <dt>{guideWords.why}</dt>
        <dd>{elsewhere.reason}</dd>
      </dl>
      <div className="guide-keys">
        <Button type="primary" size="large" onClick={onPrint}>
          {guideWords.printSlip} <kbd>F8</kbd>
        </Button>
        <Button size="large" onClick={onNote}>
          {guideWords.onlyNote} <kbd>Enter</kbd>
        </Button>
      </div>
    </article>
  )
}
