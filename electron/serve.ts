/** What happens to a letter from the window: who speaks, which door, is it readable, the answer. Plain Node, so that tests serve the same. */
import type { Answer, Door, Handlers } from '../shared/contract/door.ts'
import { doors as contract, type Doors } from '../shared/contract/doors.ts'
import { NobodyThere } from './nobody-there.ts'

/** desk: the window's own page. Anybody else is a stranger and gets nothing. */
export type Speaker = 'desk' | 'stranger'
export type DeskHandlers = Handlers<Doors, null>
export type Serve = (speaker: Speaker, name: unknown, input: unknown) => Promise<Answer>

export type ServeOptions = {
  /** Writes an unexpected error down and gives its incident number. */
  report(error: unknown, where: string): string
  /** Tests ask that every answer keeps the contract too. */
  checkAnswers?: boolean
}

/** Answers every letter, with the incident number of what went wrong; it never rejects. */
export function serve(handlers: DeskHandlers, { report, checkAnswers = false }: ServeOptions): Serve {
  return async (speaker, name, input) => {
    if (speaker !== 'desk')
      return refuse('stranger', report(new Error('somebody else spoke at a door'), doorName(name)))
    if (typeof name !== 'string' || !Object.hasOwn(contract, name))
      return refuse('unknownDoor', report(new Error('no such door'), doorName(name)))
    const door = contract[name as keyof Doors] as Door
    const letter = door.input.safeParse(input)
    if (!letter.success) return refuse('invalid', report(new Error(faults(letter.error.issues)), name))
    try {
      const handle = handlers[name as keyof Doors] as (input: unknown, caller: null) => unknown
      const value = await handle(letter.data, null)
      return { ok: true, value: checkAnswers ? door.output.parse(value) : value }
    } catch (error) {
      if (error instanceof NobodyThere) return refuse('nobody', '')
      return refuse('failed', report(error, name))
    }
  }
}

/** The same for letters as they cross: one text there and one back, because an object is copied property by property between the
 *  page, its letterbox and here. What is no JSON is a letter that cannot be read. */
export function byText(answer: Serve): (speaker: Speaker, name: unknown, letter: unknown) => Promise<string> {
  return async (speaker, name, letter) => JSON.stringify(await answer(speaker, name, read(letter)))
}

function read(letter: unknown): unknown {
  if (typeof letter !== 'string') return undefined
  try {
    return JSON.parse(letter)
  } catch {
    return undefined
  }
}

function refuse(problem: Extract<Answer, { ok: false }>['problem'], incident: string): Answer {
  return { ok: false, incident, problem }
}

/** Where and how a letter is unreadable, without what it says: it may hold personal data. */
function faults(issues: readonly { path: PropertyKey[]; code?: string | undefined }[]): string {
  return issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.')} ${issue.code ?? ''}`)
    .join('; ')
}

/** A door's name as it may be written into a log: a stranger can say anything. */
function doorName(name: unknown): string {
  return typeof name === 'string' && Object.hasOwn(contract, name) ? name : 'unknown door'
}
