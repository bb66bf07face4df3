/** What is asked for again and again, done no more often than it takes. Pure. */

/** Runs `work` at once; called while it runs, however often, it runs once more when it is done: the last call has its answer. `work`
 *  does not throw. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let underWay = false
  let more = false
  const run = async (): Promise<void> => {
    underWay = true
    do {
      more = false
      await work()
    } while (more)
    underWay = false
  }
  return () => {
    more = true
    if (!underWay) void run()
  }
}
