/** 报送 at this machine: one export at a time, from the dialog to the file with its name; each ends with a record in the ledger. */
import { basename } from 'node:path'
import type { ExportProgress, ExportTrouble } from '../../shared/contract/exports.ts'
import type { NotHeard, Published, Session } from '../../shared/contract/views.ts'
import { type ExportAsked, type ExportedNote, mayExport } from '../../shared/report/export.ts'
import type { Desk } from '../desk.ts'
import { codeOf } from '../disk/disk.ts'
import type { Sheet } from '../printing/paper-html.ts'
import { type AskBureau, piecesOf } from './pieces.ts'
import { ExportStopped } from './report.ts'
import { fileNameOf } from './words.ts'
import { type Written, writeFile } from './write-file.ts'

/** Shows the system's dialog for where a file goes; undefined when nothing was chosen. */
export type ChooseSave = (suggested: string, format: ExportAsked['format']) => Promise<string | undefined>

export interface Exporting {
  /** Answers once it is known where the file goes, and why there will be none. */
  begin(asked: ExportAsked): Promise<ExportProgress>
  /** Of whoever works here now. */
  now(): ExportProgress | null
  cancel(): void
  /** Cancels, and answers when nothing of it is left and its end is noted. */
  close(): Promise<void>
}

export type ExportingOptions = {
  desk(): Desk
  chooseSave: ChooseSave
  renderPdf(sheet: Sheet): Promise<Uint8Array>
  now(): Session['since']
  changed(): void
  report(error: unknown, where: string): string
  /** Closing the window asks while it runs. */
  during<T>(work: () => Promise<T>): Promise<T>
}

class Cancelled extends Error {}

/** `books`: with the hall that it is of. */
type Begun = { file: string; who: Session; books: Published }

export function makeExporting(options: ExportingOptions): Exporting {
  let progress: ExportProgress | null = null
  let whose: string | undefined
  let stop: AbortController | undefined
  let underWay: Promise<unknown> | undefined

  const set = (part: Partial<ExportProgress>): ExportProgress => {
    progress = { ...(progress as ExportProgress), ...part }
    options.changed()
    return progress
  }

  const begin = async (asked: ExportAsked): Promise<ExportProgress> => {
    if (progress?.state === 'choosing' || progress?.state === 'running') return progress
    const { session, published } = options.desk()
    const who = session.current
    const books = published.published
    if (who === undefined || books === undefined) throw new Error('nobody works here now')
    progress = { ...nothingYet, asked }
    whose = who.person.id
    const held = who.capacities.map(({ role }) => role)
    if (!mayExport(asked.what, held)) return set({ state: 'failed', why: 'notMine' })
    set({ state: 'choosing' })
    const hall = await options.desk().halls.find(asked.hall)
    // The dialog is for who asked: somebody else may sit here by now, or nobody.
    if (session.current?.person.id !== who.person.id) return set({ state: 'cancelled' })
    if (hall !== null && 'why' in hall) return set({ state: 'failed', why: notOfHall[hall.why] })
    const file = await options
      .chooseSave(fileNameOf(asked, { bureau: books.hall.bureau, hall: hall?.name ?? null }), asked.format)
      .catch((error: unknown) => void options.report(error, 'export'))
    if (file === undefined) return set({ state: 'cancelled', why: 'nothingChosen' })
    const controller = new AbortController()
    stop = controller
    const running = set({ state: 'running', file: basename(file) })
    underWay = options
      .during(() => run(asked, { file, who, books: { ...books, hall: hall ?? books.hall } }, controller.signal))
      .catch((error) => options.report(error, 'export'))
    return running
  }

  const run = async (asked: ExportAsked, { file, who, books }: Begun, signal: AbortSignal): Promise<void> => {
    const desk = options.desk()
    let rows = 0
    let positions: ExportedNote['positions'] = null
    let begunAtBureau = false
    const goesOn = () => {
      // Behind a lock it goes on; for somebody else it does not.
      if (signal.aborted || desk.session.person?.id !== who.person.id) throw new Cancelled()
    }
    const ask: AskBureau = async (route, input) => {
      goesOn()
      const answer = await desk.bureau.reach(route, input, signal)
      goesOn()
      if (answer.ok) return answer.value
      throw new ExportStopped(begunAtBureau && answer.why === 'forbidden' ? 'over' : troubleOf(answer.why, asked))
    }
    const note = (outcome: ExportedNote['outcome'], written: Written | null) =>
      desk.recorder.note(
        {
          type: 'exported',
          ...asked,
          outcome,
          rows,
          bytes: written?.bytes ?? 0,
          sha256: written?.sha256 ?? null,
          positions,
        },
        who,
      )
    try {
      const begun = await ask('POST /v1/export-begin', asked)
      begunAtBureau = true
      set({ of: begun.rows, sealed: begun.sealed })
      const maker = { name: who.person.name, at: options.now(), published: books }
      const came = (more: number, position: number) => {
        goesOn()
        rows += more
        positions = { first: positions?.first ?? position, last: position }
        set({ rows })
      }
      const pieces = piecesOf({ asked, begun, ask, maker, renderPdf: options.renderPdf, came })
      const written = await writeFile(file, pieces, (whole) => {
        goesOn()
        if (!note('done', whole).ok) throw new ExportStopped('notNoted')
      })
      set({ state: 'done', ...written })
    } catch (error) {
      const cancelled = error instanceof Cancelled || signal.aborted
      if (begunAtBureau) note(cancelled ? 'cancelled' : 'failed', null)
      const why = cancelled ? null : whyOf(error)
      if (why === 'failed') options.report(error, 'export')
      set({ state: cancelled ? 'cancelled' : 'failed', why })
    }
  }

  return {
    begin,
    now: () => (options.desk().session.person?.id === whose ? progress : null),
    cancel: () => stop?.abort(),
    close: async () => {
      stop?.abort()
      await underWay
    },
  }
}

const nothingYet: Omit<ExportProgress, 'asked'> = {
  state: 'choosing',
  rows: 0,
  of: null,
  sealed: 0,
  file: null,
  bytes: 0,
  sha256: null,
  why: null,
}

const notOfHall: Record<NotHeard['why'], ExportTrouble> = {
  forbidden: 'notYourHall',
  unreachable: 'unreachable',
  signInAgain: 'signInAgain',
  bad: 'failed',
}

function troubleOf(why: 'unreachable' | 'forbidden' | 'signInAgain', { hall }: ExportAsked): ExportTrouble {
  if (why !== 'forbidden') return why
  return hall === undefined ? 'notMine' : 'notYourHall'
}

function whyOf(error: unknown): ExportTrouble {
  if (error instanceof ExportStopped) return error.why
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull'
  return /^(EACCES|EPERM|EROFS|ENOENT|EISDIR|EBUSY|ENOTDIR)$/.test(code ?? '') ? 'notWritable' : 'failed'
}
