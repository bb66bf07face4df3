/** The right rail: who this is, whether they may apply and why, what they applied for before, what still lacks. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { EligibilityLine } from '../../shared/item/eligibility.ts'
import type { CaseSummary } from '../store/find.ts'
import { railWords, verdictWords } from '../words/intake.ts'
import { EarlierCases } from './earlier-cases.tsx'
import type { IntakeInHand } from './use-intake.ts'

type Props = {
  intake: IntakeInHand
  eligibility: readonly EligibilityLine[]
  earlier: readonly CaseSummary[] | null
  /** Cases of the same item: taking it again needs a reason. */
  again: readonly CaseSummary[]
  /** Fields that are wrong or not filled yet; the first is gone to. */
  open: number
  onGoToFirst: () => void
}

export function Rail({ intake, eligibility, earlier, again, open, onGoToFirst }: Props): ReactNode {
  return (
    <aside className="rail" aria-label={railWords.title}>
      <PersonCard intake={intake} />
      <section className="rail-part">
        <h3>{railWords.eligibility}</h3>
        <ul className="verdicts">
          {eligibility.map((line) => (
            <li key={line.key} className={`verdict verdict-${line.state} verdict-${line.weight}`}>
              <span className="verdict-mark">{verdictWords[line.state]}</span>
              <span>
                {line.words}
                {line.why !== '' && <span className="verdict-why">{line.why}</span>}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {earlier !== null && <EarlierCases intake={intake} earlier={earlier} again={again} />}
      <section className="rail-part">
        <h3>{railWords.lacking}</h3>
        {open > 0 && (
          <Button type="link" className="rail-link" onClick={onGoToFirst}>
            {railWords.fieldsOpen(open)}
          </Button>
        )}
        <MissingMaterials intake={intake} />
      </section>
    </aside>
  )
}

function PersonCard({ intake: { item, values, derived } }: { intake: IntakeInHand }): ReactNode {
  const name = String(values[item.applicant.name] ?? '').trim()
  const facts = item.fields.flatMap((field) => {
    const value = derived[field.key]
    const said = field.derive !== undefined && field.derive.from === item.applicant.idNo && value != null
    return said ? [railWords.derived(field.derive!.what, String(value))] : []
  })
  return (
    <section className="rail-part person">
      <div className="person-name">{name === '' ? railWords.nobody : name}</div>
      <div className="person-facts">
        {facts.length === 0 ? railWords.numberFirst(item.applicantKind) : facts.join(' · ')}
      </div>
    </section>
  )
}

function MissingMaterials({ intake: { list, form } }: { intake: IntakeInHand }): ReactNode {
  if (list.missing.length === 0) return <p className="rail-good">{railWords.materialsComplete}</p>
  return (
    <>
      <p className="rail-count">{railWords.materialsMissing(list.missing.length)}</p>
      <ul className="missing">
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
