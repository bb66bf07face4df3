/** Into practice, or back to the real desk: another start of the program. */
import { useRef } from 'react'
import { machine } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import { trainingWords } from '../words/training.ts'

export type TrainingSwitch = { text: string; title: string | undefined; go(): void }

/** What the button says and does; a second press does nothing. `training`: whether one practises now. */
export function useTrainingSwitch(training: boolean): TrainingSwitch {
  const gone = useRef(false)
  return {
    text: training ? trainingWords.leave : trainingWords.enter,
    title: training ? undefined : trainingWords.enterTitle,
    go: () => {
      if (gone.current) return
      gone.current = true
      machine['training.switch']({ on: !training }).catch((error: unknown) => {
        // It did not begin anew: it may be asked for again.
        gone.current = false
        showProblem(error)
      })
    },
  }
}
