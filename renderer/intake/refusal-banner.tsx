/** Why the act was not taken: what stands in the way on the page, or what the machine refused. What was typed is still there. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { RecordRefusal } from '../../shared/contract/views.ts'
import { usePublished } from '../session/session.tsx'
import { hurdleWords } from '../words/intake.ts'
import { recordRefusalText } from '../words/record-refusals.ts'
import type { Hurdle } from './hurdles.ts'

type Props = { refusal: RecordRefusal | null; hurdle: Hurdle | null; open: number }

export function RefusalBanner({ refusal, hurdle, open }: Props): ReactNode {
  const books = usePublished()
  if (refusal !== null)
    return <Alert type="error" showIcon className="refusal" title={recordRefusalText(refusal, books)} />
  if (hurdle === null) return null
  return <Alert type="warning" showIcon className="refusal" title={hurdleWords[hurdle](open)} />
}
