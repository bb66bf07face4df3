/** Notices that the network came back. Electron says whether there is one, and no event tells main when. */
import { net } from 'electron'

const LOOK_EVERY_MS = 2000

/** Calls `returned` each time the machine has a network again. */
export function watchNetwork(returned: () => void): void {
  let online = net.isOnline()
  setInterval(() => {
    const now = net.isOnline()
    if (now && !online) returned()
    online = now
  }, LOOK_EVERY_MS).unref()
}
