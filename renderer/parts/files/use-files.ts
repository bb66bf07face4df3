/** Files on their way into a field: kept by the machine first, then named in the form. What was taken away comes back with one key. */
import { useCallback, useRef, useState } from 'react'
import type { KeptFile } from '../../../shared/item/kept-file.ts'
import { machine } from '../../machine.ts'
import { showProblem } from '../../ui/problem.ts'
import { filesWords } from '../../words/files.ts'
import { base64Of } from './base64.ts'
import { type Fault, type Limits, mostBytes, mostFiles, type Offered, offerEach, take } from './taking.ts'

export type Gone = { file: KeptFile; at: number; replaced: boolean }

type Props = { files: readonly KeptFile[]; limits: Limits; onChange: (files: KeptFile[]) => void }

export function useFiles(props: Props) {
  const now = useRef(props)
  now.current = props
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [gone, setGone] = useState<Gone | null>(null)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)

  /** One at a time: a second press while the dialog is open opens no other. */
  const during = useCallback(async (work: (offered: Offered[]) => Promise<void>) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    const offered: Offered[] = []
    try {
      await work(offered).catch(showProblem)
      // Those that were kept before one failed stand in the field all the same.
      if (offered.length === 0) return
      // What stands there now: something may have been taken away meanwhile.
      const { files, limits, onChange } = now.current
      const taken = take(files, offered, limits)
      setFaults(taken.faults)
      setGone(taken.replaced === null ? null : { file: taken.replaced, at: 0, replaced: true })
      if (taken.files.length !== files.length || taken.replaced !== null) onChange(taken.files)
    } catch (error) {
      showProblem(error)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }, [])

  const choose = useCallback(
    () =>
      during(async (offered) => {
        const most = mostFiles(now.current.limits)
        for (const { name, answer } of await machine['file.choose']({ most }))
          offered.push(answer.ok ? { name, file: answer.value } : { name, why: answer.refusal.why })
      }),
    [during],
  )
  const add = useCallback(
    (given: readonly File[]) =>
      during((offered) => offerEach(given, (each) => keepOne(each, now.current.limits), offered)),
    [during],
  )
  const remove = useCallback((sha256: string) => {
    const { files, onChange } = now.current
    const at = files.findIndex((file) => file.sha256 === sha256)
    if (at < 0) return
    setFaults([])
    setGone({ file: files[at]!, at, replaced: false })
    onChange(files.toSpliced(at, 1))
  }, [])
  const undo = useCallback(() => {
    if (gone === null) return
    const { files, onChange } = now.current
    setGone(null)
    onChange(gone.replaced ? [gone.file] : files.toSpliced(gone.at, 0, gone.file))
  }, [gone])

  return { faults, gone, busy, choose, add, remove, undo }
}

async function keepOne(given: File, limits: Limits): Promise<Offered> {
  const name = given.name === 'image.png' ? filesWords.pasted : given.name
  // Not read at all: it may be a film.
  if (given.size > mostBytes(limits)) return { name, why: 'tooLarge' }
  let content: string
  try {
    content = await base64Of(given)
  } catch {
    // A folder was dropped, or the file went away.
    return { name, why: 'unreadable' }
  }
  const answer = await machine['file.keep']({ name, content })
  return answer.ok ? { name, file: answer.value } : { name, why: answer.refusal.why }
}
