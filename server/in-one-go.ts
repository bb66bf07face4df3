/** Statements of one transaction sent without waiting for each: the database works on one while the next is made. */
import { setImmediate as turn } from 'node:timers/promises'

/** Sends a statement on its way, after all that were sent before; it is waited for with the rest. */
export type Send = (statement: Promise<unknown>) => Promise<void>

/** What statements give that were sent together. Waits for all of them, whatever becomes of one; throws the first error. */
export async function together<T extends readonly unknown[]>(
  statements: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const ended: PromiseSettledResult<unknown>[] = await Promise.allSettled(statements)
  const bad = ended.find((each): each is PromiseRejectedResult => each.status === 'rejected')
  if (bad !== undefined) throw bad.reason
  return ended.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T
}

/** Does a transaction's work, and gives what it gives once all that it sent has been done. Throws the first error of any of them, for
 *  what comes after one says no more than that the transaction is aborted; by then nothing is on its way any more, so that nothing can
 *  arrive after it is rolled back. */
export async function inOneGo<T>(work: (send: Send) => Promise<T>): Promise<T> {
  const sent: Promise<unknown>[] = []
  let failed: { error: unknown } | undefined
  const send: Send = async (statement) => {
    sent.push(
      statement.catch((error: unknown) => {
        failed ??= { error }
      }),
    )
    // What was handed over leaves with the next turn.
    await turn()
  }
  try {
    return await work(send)
  } catch (error) {
    failed ??= { error }
    throw error
  } finally {
    await Promise.all(sent)
    // biome-ignore lint/correctness/noUnsafeFinally: the first error is the one to be told
    if (failed !== undefined) throw failed.error
  }
}
