/** An item as a page for people: who may have it, what to bring, what is filled in, how it goes, how long it takes, on which law. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Item, ItemCode, Limit, Seat } from '../../shared/item/item.ts'
import { uncertainIn } from '../../shared/item/uncertain.ts'
import { askedWords, limitWords } from '../../shared/paper/say.ts'
import { type PublishedBooks, usePublished } from '../session/session.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { adminWords } from '../words/admin.ts'
import { certaintyNames, propName, systemNames } from '../words/item-parts.ts'
import { feeWords } from '../words/items.ts'
import { seatText } from '../words/roles.ts'
import { kindNames, processingNames } from '../words/statuses.ts'
import { whereWords } from './confirm-list.tsx'
import { forceWords } from './items-table.tsx'

export function ItemPage(): ReactNode {
  const { code } = useParams()
  const books = usePublished()
  const navigate = useNavigate()
  const today = dayOf(useNow(60_000))
  const back = () => void navigate('/admin')
  useHotkey('Esc', back)
  const item = books.itemOf(code as ItemCode)
  if (item === undefined)
    return (
      <p>
        {adminWords.unknownItem} <Button onClick={back}>{adminWords.back}</Button>
      </p>
    )
  const former =
    item.inForce.from > today ? books.takenOn(today).find((each) => each.item.code === item.code) : undefined
  return (
    <article className="admin-item" aria-label={item.name}>
      <header>
        <h2>{item.name}</h2>
        <Button size="small" onClick={back}>
          {adminWords.back} <kbd>Esc</kbd>
        </Button>
      </header>
      <p>
        {[
          item.code,
          item.kindName ?? kindNames[item.kind],
          processingNames[item.processing],
          systemNames[item.system],
          `${adminWords.certainty}${certaintyNames[item.certainty]}`,
          forceWords(item, today),
          ...(former === undefined ? [] : [adminWords.formerUntil(former.edition)]),
        ].join(' · ')}
      </p>
      <dl>
        <Open item={item} />
        <Rules item={item} />
        <Bring item={item} />
        <Form item={item} />
        <Steps item={item} books={books} />
        <Time item={item} />
        <Part title={adminWords.result}>{item.result.name}</Part>
        <Part title={adminWords.fee}>{feeWords(item.feeFen)}</Part>
        {item.followUp.length > 0 && <Part title={adminWords.after}>{item.followUp.join('；')}</Part>}
        <Part title={adminWords.basis}>
          {item.legalBasis.map(({ name, article }) => (
            <div key={`${name} ${article}`}>
              《{name}》{article ?? ''}
            </div>
          ))}
        </Part>
      </dl>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Open({ item }: { item: Item }): ReactNode {
  const open = uncertainIn(item)
  if (open.length === 0) return null
  return (
    <Part title={adminWords.open}>
      <ul className="admin-open">
        {open.map((each) => (
          <li key={`${each.path.join('.')} ${each.words}`}>
            {each.certainty !== null &&
              `${whereWords(each)}（${adminWords.certainty}${certaintyNames[each.certainty]}）`}
            {each.words !== '' && ` ${each.words}`}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Rules({ item }: { item: Item }): ReactNode {
  return (
    <Part title={adminWords.conditions}>
      <ul>
        {item.eligibility.map((rule) => (
          <li key={rule.key}>
            {rule.words}
            {rule.when === undefined && adminWords.question}
            {rule.weight === 'hint' && adminWords.hint}
          </li>
        ))}
        {item.inPerson !== undefined && <li>{item.inPerson.words}</li>}
      </ul>
    </Part>
  )
}

function Bring({ item }: { item: Item }): ReactNode {
  return (
    <Part title={adminWords.bring}>
      <ol>
        {item.materials.map((material) => (
          <li key={material.key}>
            {material.name} <span className="admin-note">{askedWords(material)}</span>
            <Marks
              marks={[
                material.whenWords,
                material.tolerable && propName('tolerable'),
                material.shareable && propName('shareable'),
                material.committable === true && propName('committable'),
              ]}
            />
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Form({ item }: { item: Item }): ReactNode {
  return (
    <Part title={adminWords.form}>
      {item.sections.map((section) => (
        <div key={section.key} className="admin-section">
          <strong>{section.title}</strong>
          {item.fields
            .filter((field) => field.section === section.key)
            .map((field) => (
              <span key={field.key} className="admin-field">
                {field.label}
                <Marks
                  marks={[
                    field.required === true && adminWords.required,
                    field.when !== undefined && adminWords.sometimes,
                    field.personal && adminWords.personal,
                  ]}
                />
              </span>
            ))}
        </div>
      ))}
    </Part>
  )
}

function Steps({ item, books }: { item: Item; books: PublishedBooks }): ReactNode {
  const who = (seat: Seat) => {
    const by = seat.recordedBy
    return [
      seatText(seat.role, books.officeName(seat.office)),
      ...(seat.persons === 2 ? [adminWords.twoPersons] : []),
      ...(by === undefined ? [] : [adminWords.recordedBy(seatText(by.role, books.officeName(by.office)))]),
    ].join('，')
  }
  return (
    <Part title={adminWords.steps}>
      {item.steps.length === 0 && <p>{adminWords.noSteps}</p>}
      <ol>
        {item.steps.map((step) => (
          <li key={step.key}>
            {step.name} <span className="admin-note">{who(step.seat)}</span>
            <Marks
              marks={[
                step.whenWords,
                step.days !== null && adminWords.workdays(step.days),
                step.notice !== undefined && adminWords.notice(step.notice.title, limitWords(step.notice.term)),
                step.note,
              ]}
            />
          </li>
        ))}
        <li>
          {adminWords.decides} <span className="admin-note">{who(item.decider)}</span>
        </li>
      </ol>
    </Part>
  )
}

function Time({ item }: { item: Item }): ReactNode {
  const { statutory, promised } = item.limits
  const rows: [string, Limit | null][] = [
    [adminWords.statutory, statutory],
    [adminWords.promised, promised],
    [adminWords.delivery, item.delivery],
    [adminWords.extension, item.extension?.max ?? null],
  ]
  return (
    <Part title={adminWords.time}>
      {rows.map(
        ([name, limit]) =>
          limit !== null && (
            <div key={name}>
              {name}：{limitWords(limit)} <span className="admin-note">{limit.basis}</span>
            </div>
          ),
      )}
      {item.suspensions.length > 0 && (
        <div>
          {adminWords.suspensions}：
          {item.suspensions
            .map(
              ({ name, stopsClock, whenWords }) =>
                `${name}（${[whenWords, stopsClock ? adminWords.stops : adminWords.runsOn].filter(Boolean).join('，')}）`,
            )
            .join('、')}
        </div>
      )}
    </Part>
  )
}

function Marks({ marks }: { marks: readonly (string | false | undefined)[] }): ReactNode {
  return marks
    .filter((mark) => mark !== false && mark !== undefined)
    .map((mark) => (
      <span key={mark} className="admin-mark">
        {mark}
      </span>
    ))
}
