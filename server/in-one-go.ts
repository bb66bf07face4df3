/** Statements of one transaction sent without waiting for each: the database works on one while the next is made. */
import { setImmediate as turn } from 'node:timers/promises'

/** Sends a statement on its way, after all that were sent before; it is waited for with the rest. */
export type Send = (statement: Promise<unknown>) => Promise<void>

/** Does a transaction's work, and gives what it gives once all that it sent has been done. Throws the first error of any of them; by
 *  then nothing is on its way any more, so that nothing can arrive after the transaction is rolled back. */
export async function inOneGo<T>(work: (send: Send) => Promise<T>): Promise<T> {
  const sent: Promise<unknown>[] = []
  const send: Send = async (statement) => {
    sent.push(statement)
    // Whoever waits for all hears of it; until then it is nobody's.
    statement.catch(() => undefined)
    // What was handed over leaves with the next turn.
    await turn()
  }
  try {
    const result = await work(send)
    await Promise.all(sent)
    return result
  } finally {
    await Promise.allSettled(sent)
  }
}
