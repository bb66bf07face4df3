/** The shape of the contract between window and machine: a door has what goes in and what comes out. */
import type { z } from 'zod'

export type Door<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly input: I
  readonly output: O
}

export function door<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Door<I, O> {
  return { input, output }
}

/** What a caller hands in (before parsing) and gets back. */
export type Client<D extends Record<string, Door>> = {
  [N in keyof D]: (input: z.input<D[N]['input']>) => Promise<z.output<D[N]['output']>>
}
/** What a handler is given (parsed) and must give. A missing handler does not compile. */
export type Handlers<D extends Record<string, Door>, Caller> = {
  [N in keyof D]: (
    input: z.output<D[N]['input']>,
    caller: Caller,
  ) => Promise<z.input<D[N]['output']>> | z.input<D[N]['output']>
}

/** Every answer crosses as one of these: the unexpected has a number to tell the administrator. `nobody`: whoever it was asked for
 *  has left meanwhile; nothing is wrong, and it has no number. */
export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; incident: string; problem: 'invalid' | 'failed' | 'stranger' | 'unknownDoor' | 'nobody' }

/** A client of the contract's shape; `carry` takes a letter across and brings the answer. The contract itself stays on the other
 *  side, where every letter is parsed. */
export function makeClient<D extends Record<string, Door>>(
  carry: (name: string, input: unknown) => Promise<Answer>,
): Client<D> {
  const ask = async (name: string, input: unknown) => {
    const answer = await carry(name, input)
    if (!answer.ok) throw new DoorError(name, answer.incident, answer.problem)
    return answer.value
  }
  const get = (_: unknown, name: string | symbol) =>
    // Something with a `then` would be taken for a promise.
    typeof name === 'string' && name !== 'then' ? (input: unknown) => ask(name, input) : undefined
  return new Proxy({}, { get }) as Client<D>
}

/** Something unexpected behind a door; `incident` is what the person reads out to the administrator. */
export class DoorError extends Error {
  constructor(
    readonly door: string,
    readonly incident: string,
    readonly problem: string,
  ) {
    super(`${door} failed (${problem}, ${incident})`)
    this.name = 'DoorError'
  }
}

/** A question of a page whose person has left while it was on its way: nobody is there to be told. */
export function askedForNobody(error: unknown): boolean {
  return error instanceof DoorError && error.problem === ('nobody' satisfies Extract<Answer, { ok: false }>['problem'])
}
