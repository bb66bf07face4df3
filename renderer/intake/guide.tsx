/** What to tell somebody before a single key is typed: who may apply, what to bring, how long, what it costs, on which law. */
import { Button, Checkbox } from 'antd'
import { memo, type ReactNode } from 'react'
import { fieldsIn } from '../../shared/item/condition.ts'
import type { Item } from '../../shared/item/item.ts'
import { needOf, unmetRules } from '../../shared/item/questions.ts'
import { articleWords, askedWords } from '../../shared/paper/say.ts'
import type { Elsewhere } from '../parts/item-search.ts'
import { guideWords } from '../words/finder.ts'
import { feeWords, howLong } from '../words/items.ts'
import { questionWords } from '../words/questions.ts'
import { kindNames, processingNames } from '../words/statuses.ts'
import { GuideQuestions } from './guide-questions.tsx'
import { neededSoFar, type Planned, type VisitPlan } from './visit-plan.ts'

type GuideProps = { plan: VisitPlan; onOpen: () => void; onPrint: () => void; onAdd: (() => void) | undefined }

/** The visit's matters: one in full, several by what each asks of this person. */
export const VisitGuide = memo(function VisitGuide({ plan, onOpen, onPrint, onAdd }: GuideProps): ReactNode {
  const { all, added, remove } = plan
  const [first] = all
  if (first === undefined) return null
  const alone = all.length === 1 ? first : null
  return (
    <article className="guide" aria-label={all.map(({ item }) => item.name).join('、')}>
      {alone === null ? (
        <h2>{questionWords.plan(all.length)}</h2>
      ) : (
        <>
          <h2>{first.item.name}</h2>
          <p className="guide-kind">{kindText(first.item)}</p>
        </>
      )}
      <GuideQuestions plan={plan} />
      {all.map((planned) => (
        <section key={planned.item.code} className="guide-item">
          {alone === null && (
            <h3>
              {planned.item.name}
              <small>{kindText(planned.item)}</small>
              {added.includes(planned.item) && (
                <Button
                  size="small"
                  aria-label={questionWords.remove(planned.item.name)}
                  onClick={() => remove(planned.item)}
                >
                  ×
                </Button>
              )}
            </h3>
          )}
          <ItemFacts planned={planned} plan={plan} whole={alone !== null} />
        </section>
      ))}
      <div className="guide-keys">
        <Button type="primary" size="large" onClick={onOpen}>
          {guideWords.open} <kbd>Enter</kbd>
        </Button>
        <Button size="large" onClick={onPrint}>
          {guideWords.print} <kbd>F8</kbd>
        </Button>
        {onAdd !== undefined && (
          <Button size="large" onClick={onAdd}>
            {questionWords.add} <kbd>+</kbd>
          </Button>
        )}
      </div>
    </article>
  )
})

function kindText(item: Item): string {
  return `${processingNames[item.processing]} · ${item.kindName ?? kindNames[item.kind]} · ${item.code}`
}

function ItemFacts({ planned, plan, whole }: { planned: Planned; plan: VisitPlan; whole: boolean }): ReactNode {
  const { item, situation } = planned
  const unmet = new Set(unmetRules(item, situation).map(({ key }) => key))
  const rules = rulesToTell(item).filter(({ key }) => whole || unmet.has(key))
  return (
    <dl>
      {rules.length > 0 && (
        <>
          <dt>{guideWords.who}</dt>
          <dd>
            <ul>
              {rules.map((rule) => (
                <li key={rule.key} className={unmet.has(rule.key) ? 'guide-unmet' : undefined}>
                  {unmet.has(rule.key) && questionWords.unmet}
                  {rule.words}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>{guideWords.bring}</dt>
      <dd>
        <MaterialsToBring planned={planned} plan={plan} />
      </dd>
      <dt>{guideWords.long}</dt>
      <dd>{howLong(item)}</dd>
      <dt>{guideWords.fee}</dt>
      <dd>{feeWords(item.feeFen)}</dd>
      {whole && (
        <>
          <dt>{guideWords.result}</dt>
          <dd>{item.result.name}</dd>
          <dt>{guideWords.basis}</dt>
          <dd className="guide-basis">
            {item.legalBasis.map(({ name, article }) => (
              <div key={name}>
                《{name}》{articleWords(article)}
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

/** What this person has to bring; what lies here already is ticked, and what is left is what will be missing. */
function MaterialsToBring({ planned, plan }: { planned: Planned; plan: VisitPlan }): ReactNode {
  const { item, situation, brought } = planned
  const needs = item.materials.map((material) => ({ material, need: needOf(material, situation) }))
  const notNeeded = needs.filter(({ need }) => need === 'not').length
  const lacking = neededSoFar(item, situation).filter(({ key }) => !brought.has(key)).length
  return (
    <>
      <ol className="guide-materials">
        {needs
          .filter(({ need }) => need !== 'not')
          .map(({ material, need }) => (
            <li key={material.key}>
              <Checkbox
                checked={brought.has(material.key)}
                onChange={() => plan.bring(material.name)}
                aria-label={`${questionWords.brought}：${material.name}`}
              />{' '}
              {material.name}
              <span className="guide-form">{askedWords(material)}</span>
              {need === 'open' && material.whenWords !== undefined && (
                <span className="guide-when">{material.whenWords}</span>
              )}
              {material.tolerable && <span className="guide-when">{guideWords.tolerable}</span>}
              {material.committable && <span className="guide-when">{guideWords.committable}</span>}
            </li>
          ))}
      </ol>
      {(brought.size > 0 || notNeeded > 0) && (
        <p className={brought.size > 0 && lacking > 0 ? 'guide-lacking' : 'guide-none'}>
          {brought.size > 0 && (lacking === 0 ? questionWords.complete : questionWords.lacking(lacking))}
          {brought.size > 0 && notNeeded > 0 && ' · '}
          {notNeeded > 0 && questionWords.notNeeded(notNeeded)}
        </p>
      )}
    </>
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
