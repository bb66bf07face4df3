/** Progress for people who wait: a bar in a terminal, a line every tenth where the output goes to a file. */
import { SingleBar } from 'cli-progress'

export interface Progress {
  /** Shows how far it is, from 0 to 1; never moves back. */
  reach(fraction: number): void
  /** Ends the bar at its full length. */
  done(): void
  /** Ends the bar where it stands, so that an error can be printed below it. */
  stop(): void
}

/** Starts a progress bar with the given label, such as `Fetching Electron`. */
export function showProgress(label: string): Progress {
  return process.stdout.isTTY ? bar(label) : lines(label)
}

function bar(label: string): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {percentage} %`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream: process.stdout,
  })
  single.start(1000, 0)
  let reached = 0
  const reach = (fraction: number) => {
    reached = Math.max(reached, Math.min(1, fraction))
    single.update(Math.round(reached * 1000))
  }
  return {
    reach,
    done: () => {
      reach(1)
      single.stop()
    },
    stop: () => single.stop(),
  }
}

function lines(label: string): Progress {
  let tenth = 0
  console.log(`${label} …`)
  return {
    reach: (fraction) => {
      const now = Math.floor(Math.min(1, fraction) * 10)
      if (now <= tenth || now >= 10) return
      tenth = now
      console.log(`${label} … ${now * 10} %`)
    },
    done: () => console.log(`${label} … done`),
    stop: () => undefined,
  }
}
