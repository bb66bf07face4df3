/** F2 reads a card, F4 takes a picture. Where neither is set up that is said, with where to type instead, and the cursor put there. */
import type { IdCard } from '../../shared/identity/id-card.ts'
import { machine } from '../machine.ts'
import { say, sayWhile } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { showProblem } from '../ui/problem.ts'
import { cardWords } from '../words/devices.ts'
import { cameraPlaceIn } from './camera/camera-places.ts'

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

/** Asks the box for files that the cursor is in, else the first of this part of the page (`undefined`: of the whole); `none`: there is
 *  no such box. */
export function useCameraKey(part: { readonly current: Element | null } | undefined, none: () => void): void {
  useHotkey('F4', () => {
    const place = cameraPlaceIn(part?.current ?? document.body)
    if (place === undefined) none()
    else place.open()
  })
}
