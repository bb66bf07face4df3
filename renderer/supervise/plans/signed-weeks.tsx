/** Every revision of a week's result that was signed, the newest first: looked at, and printed, as it was signed. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { WeekAnswer } from '../../../shared/contract/plans.ts'
import { usePublished } from '../../session/session.tsx'
import { momentText } from '../../words/dates.ts'
import { planWords } from '../../words/plans.ts'
import { contentOf } from './revisions.ts'

type Props = {
  known: WeekAnswer
  /** The revision that is looked at. */
  looked: number | null
  onLook: (revision: number) => void
  onPrint: (revision: number) => void
}

export function SignedWeeks({ known, looked, onLook, onPrint }: Props): ReactNode {
  const { nameOf } = usePublished()
  return (
    <ul className="plans-signed" aria-label={planWords.revisions}>
      {known.signed.map(({ revision, by, at, reason }) => (
        <li key={revision} className={revision === looked ? 'plans-looked' : undefined}>
          <span>{planWords.signedBy(revision, nameOf(by), momentText(at, known.today), reason)}</span>
          {contentOf(known, revision) !== null && (
            <>
              <Button
                size="small"
                aria-label={planWords.lookAt(revision)}
                aria-pressed={revision === looked}
                onClick={() => onLook(revision)}
              >
                {planWords.view}
              </Button>
              <Button size="small" aria-label={planWords.printOf(revision)} onClick={() => onPrint(revision)}>
                {planWords.print}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
