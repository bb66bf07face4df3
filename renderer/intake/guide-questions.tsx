/** The few questions before the form; unanswered ones are no obstacle. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Answer, Question } from '../../shared/item/questions.ts'
import { ChoiceBox } from '../ui/fields/choice-box.tsx'
import { moveOnEnter } from '../ui/fields/enter-moves.ts'
import { FieldFrame } from '../ui/fields/field-frame.tsx'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { SeveralBox } from '../ui/fields/several-box.tsx'
import { labelId } from '../ui/fields/widget.ts'
import { YesNoBox } from '../ui/fields/yes-no-box.tsx'
import { questionText, questionWords } from '../words/questions.ts'
import type { VisitPlan } from './visit-plan.ts'

export function GuideQuestions({ plan }: { plan: VisitPlan }): ReactNode {
  const { questions, answers, answer, isAsked, clear } = plan
  if (questions.length === 0) return null
  return (
    <section className="guide-questions" aria-label={questionWords.title} onKeyDown={moveOnEnter}>
      <h3>
        {questionWords.title}
        <small>{questionWords.hint}</small>
        {isAsked && (
          <Button size="small" onClick={clear}>
            {questionWords.clear}
          </Button>
        )}
      </h3>
      {questions.map((question, index) => (
        <FieldFrame key={question.key} id={`ask-${index}`} label={questionText(question)} required={false}>
          <AnswerBox
            id={`ask-${index}`}
            question={question}
            value={answers[question.key] ?? null}
            onChange={(said) => answer(question.key, said)}
          />
        </FieldFrame>
      ))}
    </section>
  )
}

type BoxProps = { id: string; question: Question; value: Answer | null; onChange: (answer: Answer) => void }

function AnswerBox({ id, question: { about, kind, options }, value, onChange }: BoxProps): ReactNode {
  const widget = {
    id,
    value: Array.isArray(value) ? [...value] : (value as string | boolean | null),
    status: '' as const,
    onBlur: () => undefined,
    onChange: (said: unknown) => onChange(said as Answer),
  }
  if (about === 'agent' && kind === 'yesNo')
    return (
      <RadioRow
        id={id}
        labelledBy={labelId(id)}
        value={typeof value === 'boolean' ? value : null}
        options={[
          { value: false, label: questionWords.self },
          { value: true, label: questionWords.agent },
        ]}
        onChange={onChange}
      />
    )
  if (kind === 'yesNo') return <YesNoBox {...widget} />
  return kind === 'choice' ? <ChoiceBox {...widget} options={options} /> : <SeveralBox {...widget} options={options} />
}
