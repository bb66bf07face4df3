/** The cases behind a figure of a period: as the bureau counts them, and while it cannot be reached, as this terminal does. */
import type { ReactNode } from 'react'
import { FigureCasesDrawer } from '../../parts/figure-cases.tsx'
import { useOtherHall } from '../../parts/looked-at.ts'
import { CasesHere, type CasesProps } from './cases-here.tsx'

/** `here`: the bureau cannot be reached. */
type Props = CasesProps & { here: boolean; onClose: () => void }

export function CaseList({ here, onClose, ...of }: Props): ReactNode {
  const { figure, period, only, title, today } = of
  const ownList = useOtherHall() === null ? <CasesHere {...of} /> : null
  return <FigureCasesDrawer {...{ figure, period, only, title, today, here, ownList, onClose }} />
}
