/** What only the applicant can say: questions of the item that no field answers. */
import { memo, type ReactNode } from 'react'
import { FieldFrame } from '../ui/fields/field-frame.tsx'
import { sentenceId } from '../ui/fields/widget.ts'
import { YesNoBox } from '../ui/fields/yes-no-box.tsx'
import { partWords } from '../words/intake.ts'
import type { IntakeForm } from './intake-form.ts'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'item' | 'changeBeside'> & Pick<IntakeForm, 'answers'>

export const QuestionsPart = memo(function QuestionsPart({ item, answers, changeBeside }: Props): ReactNode {
  const questions = item.eligibility.filter((rule) => rule.when === undefined)
  if (questions.length === 0) return null
  return (
    <section className="part part-fields questions" aria-labelledby="questions-title" data-field="questions">
      <h2 id="questions-title">{partWords.questions}</h2>
      <div className="fields">
        {questions.map((question) => {
          const id = `question-${question.key}`
          return (
            <FieldFrame key={question.key} id={id} label={question.words} required={false}>
              <YesNoBox
                id={id}
                value={answers[question.key] ?? null}
                status=""
                describedBy={sentenceId(id)}
                onBlur={() => undefined}
                onChange={(answer) =>
                  changeBeside((beside) => ({ answers: { ...beside.answers, [question.key]: answer === true } }))
                }
              />
            </FieldFrame>
          )
        })}
      </div>
    </section>
  )
})
