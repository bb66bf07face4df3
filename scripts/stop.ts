/** The way a script ends with a sentence for the person who typed it. */

/** Something the person at the terminal can put right; its message is a sentence that says how. */
export class Stop extends Error {
  override name = 'Stop'
}

/**
 * Runs a script's main function; a `Stop` prints its sentence alone, anything else its stack. Exit status 1 for both.
 * A signal ends the script through its `exit` listeners, so that what it started ends with it.
 */
export async function run(main: () => Promise<number | undefined>): Promise<void> {
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => process.exit(128 + number))
  }
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
