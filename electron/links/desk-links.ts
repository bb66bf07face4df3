/** Links that come from outside, by the words of a start of the program: the last one waits until whoever works here can be shown it. It
 *  is read at the door that gives it out. */
import { LINK_SCHEME } from '../../shared/contract/link-scheme.ts'

export type DeskLinks = {
  /** Looks for a link among the words of a start; what is none is passed over. */
  arrive(words: readonly string[]): void
  /** Given out once. What it says is written down nowhere. */
  take(): string | null
}

/** `changed`: there is one to be taken. */
export function makeDeskLinks(changed: () => void): DeskLinks {
  let waiting: string | null = null
  return {
    arrive: (words) => {
      const link = words.find(isLink)
      if (link === undefined) return
      waiting = link
      changed()
    },
    take: () => {
      const taken = waiting
      waiting = null
      return taken
    },
  }
}

export function isLink(word: string): boolean {
  return word.toLowerCase().startsWith(`${LINK_SCHEME}:`)
}
