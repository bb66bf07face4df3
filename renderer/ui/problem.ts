/** The unexpected, shown with the number that the administrator asks for. */
import { askedForNobody, DoorError } from '../../shared/contract/door.ts'
import { machine } from '../machine.ts'
import { problemWords } from '../words/errors.ts'
import { tell } from './feedback.ts'

/** Shows what happened, what is safe and what to do. An error of the page itself gets its number from the machine. */
export function showProblem(error: unknown): void {
  if (askedForNobody(error)) return
  void incidentOf(error).then((incident) => {
    const words = problemWords(error instanceof DoorError ? error.door : null, incident)
    tell('error', words.title, words.text, words.close)
  })
}

/** The incident number of an error; the machine writes the error down if it has not yet. */
export async function incidentOf(error: unknown): Promise<string> {
  if (error instanceof DoorError) return error.incident
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  try {
    const { incident } = await machine['page.problem']({ message: message.slice(0, 2000), stack: stack.slice(0, 8000) })
    return incident
  } catch {
    return '————'
  }
}
