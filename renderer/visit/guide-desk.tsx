/** 引导台: numbers for the whole hall by the kind of matter, each with its slip; who waits stands beside. */
import { type ReactNode, useEffect } from 'react'
import { queueKinds } from '../../shared/visit/hall-queue.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { hallWords, queueWords } from '../words/visit.ts'
import { useHallActs } from './hall-acts.ts'
import { HallPart } from './hall-part.tsx'
import { useVisits } from './use-visits.ts'

export function GuideDesk({ onClose }: { onClose: () => void }): ReactNode {
  const { hall, known, ask } = useVisits()
  const { give } = useHallActs()
  useEffect(() => void ask(), [ask])
  const giveOne = (at: number) => {
    const kind = queueKinds[at]
    if (kind !== undefined) void give(kind).then(ask)
  }
  useHotkey('Alt+1', () => giveOne(0))
  useHotkey('Alt+2', () => giveOne(1))
  useHotkey('Alt+3', () => giveOne(2))
  useHotkey('Alt+4', () => giveOne(3))
  return (
    <Dialog title={hallWords.desk} width={860} footer={null} onClose={onClose}>
      <div className="queue">
        {known?.heardAt === null && <p className="queue-alone">{queueWords.onlyHere}</p>}
        <HallPart waiting={hall.waiting} onGive={(kind) => giveOne(queueKinds.indexOf(kind))} withKeys />
      </div>
    </Dialog>
  )
}
