/** Into practice, or back to the real desk: another start of the program. */
import { Button, type ButtonProps } from 'antd'
import { type ReactNode, useRef } from 'react'
import { machine } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import { trainingWords } from '../words/training.ts'

/** `training`: whether one practises now. */
export function TrainingSwitch({ training, ...rest }: ButtonProps & { training: boolean }): ReactNode {
  const gone = useRef(false)
  const go = () => {
    if (gone.current) return
    gone.current = true
    machine['training.switch']({ on: !training }).catch(showProblem)
  }
  return (
    <Button {...rest} title={training ? undefined : trainingWords.enterTitle} onClick={go}>
      {training ? trainingWords.leave : trainingWords.enter}
    </Button>
  )
}
