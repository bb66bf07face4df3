/** Steps that found no place after the bureau was restored: what each said, so that nothing of it is lost and it can be done again. */
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Audit, type AuditStep, faultsOf } from '../../../shared/audit/audit.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { pointNames } from '../../../shared/paper/audit-say.ts'
import type { Paper } from '../../../shared/paper/paper.ts'
import { numberWords } from '../../../shared/paper/say.ts'
import { PaperView } from '../../papers/paper-view.tsx'
import { momentText } from '../../words/dates.ts'
import { asideWords, oneAuditWords } from '../../words/stored-audits.ts'

type Props = { steps: readonly AuditStep[]; audit: Audit; today: Day }

export function Asides({ steps, audit, today }: Props): ReactNode {
  const [viewed, setViewed] = useState<Paper | null>(null)
  return (
    <section className="audit-asides" aria-label={asideWords.title(steps.length)}>
      <h2>{asideWords.title(steps.length)}</h2>
      <p>{asideWords.about}</p>
      <ul>
        {steps.map((step) => (
          <li key={`${step.no} ${step.act} ${step.at}`}>
            {momentText(step.at, today)} {step.by.name}：{saidBy(step, audit)}
            {step.done.type === 'signed' && <PaperButton paper={step.done.paper} onView={setViewed} />}
          </li>
        ))}
      </ul>
      {viewed !== null && <PaperView paper={viewed} onClose={() => setViewed(null)} />}
    </section>
  )
}

function PaperButton({ paper, onView }: { paper: Paper; onView: (paper: Paper) => void }): ReactNode {
  return (
    <Button size="small" onClick={() => onView(paper)}>
      {oneAuditWords.view}
    </Button>
  )
}

function saidBy({ done }: AuditStep, { drawn, findings }: Audit): string {
  const { said } = asideWords
  const number = (of: string) =>
    drawn.cases
      .filter(({ id }) => id === of)
      .map((each) => numberWords(each.number))
      .join('')
  const textOf = (id: string) => findings.find(({ finding }) => finding === id)?.text ?? null
  switch (done.type) {
    case 'drawn':
      return said.drawn(done.population, done.cases.map((each) => numberWords(each.number)).join('、'))
    case 'checked': {
      const faults = faultsOf(done).map((key) => pointNames[key])
      const notes = done.points.flatMap(({ key, note }) => (note === null ? [] : [`${pointNames[key]}：${note}`]))
      return said.checked(number(done.case), faults, notes, done.remark)
    }
    case 'found':
      return said.found(number(done.case), done.text, done.todo, done.toName)
    case 'sentBack':
      return said.sentBack(textOf(done.finding), done.reason)
    case 'closed':
      return said.closed(textOf(done.finding), done.how, done.remark)
    case 'signed':
      return said.signed(numberWords(done.number), done.remark)
  }
}
