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

/** Every answer crosses as one of these: the unexpected has a number to tell the administrator. */
export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; incident: string; problem: 'invalid' | 'failed' | 'stranger' | 'unknownDoor' }

/** A client made from the contract; `carry` takes a letter across and brings the answer. */
export function makeClient<D extends Record<string, Door>>(
  doors: D,
  carry: (name: string, input: unknown) => Promise<Answer>,
): Client<D> {
  const entries = Object.keys(doors).map((name) => [
    name,
    async (input: unknown) => {
      const answer = await carry(name, input)
      if (!answer.ok) throw new DoorError(name, answer.incident, answer.problem)
      return answer.value
    },
  ])
  return Object.fromEntries(entries) as Client<D>
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
