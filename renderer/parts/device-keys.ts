/** F2 and F4 where no card reader and no camera is set up: that is said, with where to type instead, and the cursor put there. */
import { say } from '../ui/feedback.tsx'
import { useHotkey } from '../ui/hotkeys.ts'
import { deviceWords } from '../words/devices.ts'

type Places = {
  number: () => void
  materials: () => void
  /** The field for pictures, where the form has one. */
  files: { label: string; go: () => void } | undefined
}

/** `places`: puts the cursor into the box of the number, on the field for pictures or on the materials, where the page has them. */
export function useDeviceKeys(places?: Places): void {
  useHotkey('F2', () => {
    say(places === undefined ? deviceWords.noReaderHere : deviceWords.noReader, 'warning')
    places?.number()
  })
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
