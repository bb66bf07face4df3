/** Which files of this terminal the bureau has not got yet; asked again whenever main says that something went up. */
import { useEffect, useState } from 'react'
import { machine, onNotice } from '../../machine.ts'

export function useWaitingFiles(): ReadonlySet<string> {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let left = false
    const ask = () =>
      void machine['file.waiting'](null).then(
        (answer) => left || setWaiting(new Set(answer.waiting)),
        // Locked meanwhile: the page is covered, and asks again when it is not.
        () => {},
      )
    ask()
    const stop = onNotice('bureau', ask)
    return () => {
      left = true
      stop()
    }
  }, [])
  return waiting
}
