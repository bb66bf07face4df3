/** 发证: the number that is printed on the blank certificate, for what is issued while the applicant waits. */
import { memo, type ReactNode } from 'react'
import { asNumbered, isIssuedHere } from '../../shared/case/certificate.ts'
import { FieldFrame } from '../ui/fields/field-frame.tsx'
import { TextBox } from '../ui/fields/text-box.tsx'
import { sentenceId } from '../ui/fields/widget.ts'
import { partWords } from '../words/intake.ts'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'item' | 'changeBeside'> & { number: string }
const id = 'certificate-number'

export const CertificatePart = memo(function CertificatePart({ item, number, changeBeside }: Props): ReactNode {
  const { result } = item
  if (!isIssuedHere(item)) return null
  const { numbered } = result
  return (
    <section className="part part-fields" aria-labelledby="certificate-title" data-field="certificate">
      <h2 id="certificate-title">{partWords.certificate}</h2>
      <div className="fields">
        <FieldFrame
          id={id}
          label={partWords.certificateNumber(result.name)}
          required={false}
          help={numbered === undefined ? undefined : partWords.numberHelp(numbered.example)}
        >
          <TextBox
            id={id}
            value={number}
            status=""
            describedBy={sentenceId(id)}
            maxLength={80}
            keep={numbered === undefined ? undefined : (typed) => asNumbered(typed, numbered)}
            onBlur={() => undefined}
            onChange={(typed) => changeBeside({ certificateNumber: typeof typed === 'string' ? typed : '' })}
          />
        </FieldFrame>
      </div>
    </section>
  )
})
