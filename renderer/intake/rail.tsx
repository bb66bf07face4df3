/** The right rail: who this is, whether they may apply and why, what they applied for before, what still lacks. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type UsccKind, usccKindWords } from '../../shared/identity/uscc.ts'
import type { EligibilityLine } from '../../shared/item/eligibility.ts'
import { factsOf } from '../../shared/item/form-facts.ts'
import { visibleFields } from '../../shared/item/form-schema.ts'
import type { CaseSummary } from '../store/find.ts'
import { railWords, unsetWords, verdictWords } from '../words/intake.ts'
import type { Beside } from './earlier.ts'
import { EarlierCases } from './earlier-cases.tsx'
import type { IntakeInHand } from './use-intake.ts'

/** A hint that the form itself answers is said only when it does not hold. */
function isShown(line: EligibilityLine): boolean {
  return line.weight === 'wall' || line.state === 'unmet' || line.state === 'ask' || line.why === ''
}

const order: readonly EligibilityLine['state'][] = ['unmet', 'ask', 'unknown', 'met']
/** Of many rules that hold, why they do is not told: what still stands open must be in sight. */
const TOLD_WHY = 3

function openFirst(lines: readonly EligibilityLine[]): EligibilityLine[] {
  const many = lines.length > TOLD_WHY
  return lines
    .map((line) => (many && line.state === 'met' ? { ...line, why: '' } : line))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

type Props = {
  intake: IntakeInHand
  eligibility: readonly EligibilityLine[]
  earlier: readonly CaseSummary[] | null
  /** What of them, or of others, stands beside this application. */
  beside: readonly Beside[]
  /** Fields that are wrong or not filled yet; the first is gone to. */
  open: number
  onGoToFirst: () => void
}

export function Rail({ intake, eligibility, earlier, beside, open, onGoToFirst }: Props): ReactNode {
  // What has to be answered for is said first, what stands beside next; what was only done before comes last.
  const asked = beside.some(({ needsReason }) => needsReason)
  const before =
    earlier === null && beside.length === 0 ? null : (
      <EarlierCases intake={intake} earlier={earlier ?? []} beside={beside} />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is read by the arrow keys
    <aside className="rail" aria-label={railWords.title} tabIndex={0}>
      <PersonCard intake={intake} />
      {asked && before}
      <Verdicts lines={eligibility.filter(isShown)} />
      {beside.length > 0 && !asked && before}
      <section className="rail-part">
        <h3>{railWords.lacking}</h3>
        {open > 0 && (
          <Button type="link" className="rail-link" onClick={onGoToFirst}>
            {railWords.fieldsOpen(open)}
          </Button>
        )}
        <MissingMaterials intake={intake} />
      </section>
      {beside.length === 0 && before}
    </aside>
  )
}

/** What lacks at the hall is said in the place of what it would have been computed from. */
function whyOf({ why, lacking }: EligibilityLine): string {
  return lacking.length > 0 ? unsetWords.why(lacking) : why
}

/** Nothing stands here where the item asks for nothing that could be seen. */
function Verdicts({ lines }: { lines: readonly EligibilityLine[] }): ReactNode {
  if (lines.length === 0) return null
  return (
    <section className="rail-part">
      <h3>{railWords.eligibility}</h3>
      <ul className="verdicts">
        {openFirst(lines).map((line) => (
          <li key={line.key} className={`verdict verdict-${line.state} verdict-${line.weight}`}>
            <span className="verdict-mark">{line.lacking.length > 0 ? unsetWords.mark : verdictWords[line.state]}</span>
            <span>
              {line.words}
              {whyOf(line) !== '' && <span className="verdict-why">{whyOf(line)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonCard({ intake: { item, values, today } }: { intake: IntakeInHand }): ReactNode {
  const name = String(values[item.applicant.name] ?? '').trim()
  const { sexByNumber, birthByNumber, age, usccKind } = factsOf(item, values, today)
  const hasCode = item.fields.some((field) => field.key === item.applicant.idNo && field.type === 'uscc')
  // Who cannot say who they are is not asked for a number.
  const asked = visibleFields(item, values, today).some(({ key }) => key === item.applicant.idNo)
  // A body not registered yet is asked for by a person's number: that person's age is not its own.
  const facts =
    item.applicantKind === 'organisation' && !hasCode
      ? []
      : [
          ...(typeof sexByNumber === 'string' ? [sexByNumber] : []),
          ...(typeof birthByNumber === 'string' ? [railWords.born(birthByNumber)] : []),
          ...(typeof age === 'number' ? [railWords.age(age)] : []),
          ...(typeof usccKind === 'string' ? [railWords.codeOf(usccKindWords[usccKind as UsccKind])] : []),
        ]
  return (
    <section className="rail-part person">
      <div className="person-name">{name === '' ? railWords.nobody : name}</div>
      {facts.length > 0 && <div className="person-facts">{facts.join(' · ')}</div>}
      {facts.length === 0 && asked && (
        <div className="person-facts">{railWords.numberFirst(item.applicantKind, hasCode)}</div>
      )}
    </section>
  )
}

function MissingMaterials({ intake: { list, form } }: { intake: IntakeInHand }): ReactNode {
  return (
    <>
      {list.missing.length === 0 ? (
        <p className="rail-good">{railWords.materialsComplete}</p>
      ) : (
        <p className="rail-count">{railWords.materialsMissing(list.missing.length)}</p>
      )}
      <ul className="missing" hidden={list.missing.length + list.promised.length === 0}>
        {list.promised.map((material) => (
          <li key={material.key}>
            {material.name}
            <span className="missing-late">{railWords.promised}</span>
          </li>
        ))}
        {list.missing.map((material) => (
          <li key={material.key}>
            {material.name}
            {list.late.includes(material) && (
              <span className="missing-late">{railWords.late(form.materials[material.key]?.lateUntil ?? '')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
