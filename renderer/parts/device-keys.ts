/** F2 and F4 where no card reader and no camera is set up: that is said, with where to type instead, and the cursor put there. */
import { say } from '../ui/feedback.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { deviceWords } from '../words/devices.ts'

/** `places`: puts the cursor into the box of the number, or on the materials, where the page has them. */
export function useDeviceKeys(places?: { number: () => void; materials: () => void }): void {
  useHotkey('F2', () => {
    say(places === undefined ? deviceWords.noReaderHere : deviceWords.noReader, 'warning')
    places?.number()
  })
  useHotkey('F4', () => {
    say(places === undefined ? deviceWords.noCameraHere : deviceWords.noCamera, 'warning')
    places?.materials()
  })
}
