/** The doors of files beside a form: kept before anything names them, looked at by who put them there, shown to others for a reason. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type KeptFile, MOST_FILE_BYTES } from '../../shared/item/kept-file.ts'
import type { Desk } from '../desk.ts'
import type { KeptAnswer } from '../kept-files/kept-files.ts'
import { NobodyThere } from '../nobody-there.ts'
import type { DeskHandlers } from '../serve.ts'
import type { WithDesk } from './with-desk.ts'

type Behind = 'file.choose' | 'file.keep' | 'file.look' | 'file.show' | 'file.waiting'

/** Shows the system's dialog for scans and pictures; none when the person chose none. */
export type ChooseScans = (most: number) => Promise<string[]>

export function keptFileHandlers({ desk }: WithDesk, choose: ChooseScans): Pick<DeskHandlers, Behind> {
  /** What was kept since the program began, by person: it may be looked at before the draft names it. */
  const fresh = new Map<string, string>()
  const worker = () => {
    const { current, person } = desk().session
    if (person === undefined) throw new NobodyThere()
    if (current === undefined) throw new Error('files are kept and looked at behind no lock')
    return person.id
  }
  const keep = (name: string, bytes: Uint8Array): KeptAnswer => {
    const person = worker()
    const answer = desk().keptFiles.keep(name, bytes)
    if (answer.ok) fresh.set(answer.value.sha256, person)
    return answer
  }
  const mayLook = (sha256: string, person: string) =>
    fresh.get(sha256) === person ||
    desk()
      .drafts.list()
      .some((draft) => draft.person === person && JSON.stringify(draft.content).includes(sha256))

  return {
    'file.choose': async ({ most }) => {
      const began = worker()
      const answers = []
      const chosen = await choose(most)
      // Behind the system's dialog somebody else may have sat down.
      if (worker() !== began) throw new NobodyThere()
      for (const file of chosen) answers.push({ name: path.basename(file), answer: fromDisk(file, keep) })
      return answers
    },
    'file.keep': ({ name, content }) => keep(name, Buffer.from(content, 'base64')),
    'file.look': ({ sha256 }) => {
      const bytes = mayLook(sha256, worker()) ? desk().keptFiles.read(sha256) : undefined
      if (bytes === undefined) return { ok: false, refusal: { why: 'notHere' } }
      return { ok: true, value: { content: bytes.toString('base64') } }
    },
    'file.show': async ({ case: kase, sha256, reason }) => {
      // The trace first: nothing is shown without one.
      const noted = desk().recorder.note({ type: 'opened', case: kase, what: 'file', reason })
      if (!noted.ok) return { ok: false, refusal: { why: 'notNoted' } }
      return shown(desk(), kase, sha256)
    },
    'file.waiting': () => {
      worker()
      return { waiting: desk().namedFiles.waiting() }
    },
  }
}

function fromDisk(file: string, keep: (name: string, bytes: Uint8Array) => KeptAnswer) {
  try {
    // Not read at all when it is too large: it may be a film.
    if (statSync(file).size > MOST_FILE_BYTES) return { ok: false as const, refusal: { why: 'tooLarge' as const } }
    return keep(file, readFileSync(file))
  } catch {
    return { ok: false as const, refusal: { why: 'unreadable' as const } }
  }
}

type Show = Parameters<DeskHandlers['file.show']>[0]
type Shown = Awaited<ReturnType<DeskHandlers['file.show']>>

async function shown({ keptFiles, bureau }: Desk, kase: Show['case'], sha256: KeptFile['sha256']): Promise<Shown> {
  const here = keptFiles.read(sha256)
  if (here !== undefined) return { ok: true, value: { content: here.toString('base64') } }
  const answer = await bureau.ask('POST /v1/file', { case: kase, sha256 })
  if (answer === null) return { ok: false, refusal: { why: 'unreachable' } }
  if (!answer.ok) return { ok: false, refusal: { why: answer.why } }
  return { ok: true, value: { content: answer.content } }
}
