/** F2 reads a card, F4 takes a picture. Where neither is set up that is said, with where to type instead, and the cursor put there. */
import type { IdCard } from '../../shared/identity/id-card.ts'
import { machine } from '../machine.ts'
import { say, sayWhile } from '../ui/feedback.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { cardWords, deviceWords } from '../words/devices.ts'

type CardTaker = {
  /** `at`: what the cursor stood on when the key was pressed; somebody may have typed on. */
  take: (card: IdCard, at: Element | null) => void
  /** Where no reader is set up. */
  none: () => void
}

/** What was said of the card before is over when the next one is read. */
const CARD = 'card'

let underWay = false

export function useCardKey(taker: CardTaker): void {
  useHotkey('F2', () => {
    if (underWay) return
    underWay = true
    const at = document.activeElement
    const done = sayWhile(cardWords.reading, CARD)
    void machine['card.read'](null)
      .then(
        (answer) => {
          done()
          if (answer.ok) return taker.take(answer.value, at)
          if (answer.refusal.why === 'noReader') return taker.none()
          say(cardWords.refusals[answer.refusal.why], 'error', CARD)
        },
        (error: unknown) => {
          done()
          showProblem(error)
        },
      )
      .finally(() => {
        underWay = false
      })
  })
}

type Places = {
  materials: () => void
  /** The field for pictures, where the form has one. */
  files: { label: string; go: () => void } | undefined
}

/** `places`: puts the cursor on the field for pictures or on the materials, where the page has them. */
export function useCameraKey(places?: Places): void {
  useHotkey('F4', () => {
    const { files } = places ?? {}
    if (files !== undefined) {
      say(deviceWords.noCameraButFiles(files.label), 'warning')
      return files.go()
    }
    say(places === undefined ? deviceWords.noCameraHere : deviceWords.noCamera, 'warning')
    places?.materials()
  })
}
