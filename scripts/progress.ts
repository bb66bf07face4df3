/** Progress for people who wait: a bar in a terminal, a line every tenth where the output goes to a file. */
import { MultiBar } from 'cli-progress'

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

/** Those that are shown now, below each other: what takes long may go on side by side. */
let bars: MultiBar | undefined
let shown = 0

/** A line for whoever waits, above the bars that are shown. */
export function say(line: string): void {
  if (bars === undefined) console.log(line)
  else bars.log(`${line}\n`)
}

function bar(label: string): Progress {
  bars ??= new MultiBar({
    format: '{label} {bar} {percentage} %',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream: process.stdout,
  })
  const single = bars.create(1000, 0, { label })
  shown += 1
  let reached = 0
  const reach = (fraction: number) => {
    reached = Math.max(reached, Math.min(1, fraction))
    single.update(Math.round(reached * 1000))
  }
  const stop = () => {
    single.stop()
    shown -= 1
    if (shown > 0) return
    bars?.stop()
    bars = undefined
  }
  return {
    reach,
    done: () => {
      reach(1)
      stop()
    },
    stop,
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
