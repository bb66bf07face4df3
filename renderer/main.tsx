/** Puts the window's page on the screen. */
import { createRoot } from 'react-dom/client'
import { DeskApp } from './app.tsx'
import { machine } from './machine.ts'
import { listenForHotkeys } from './ui/hotkeys.ts'
import { showProblem } from './ui/problem.ts'
import { swallowSecondPress } from './ui/second-press.ts'
import './style.css'

listenForHotkeys(window)
const onPress = swallowSecondPress(() => location.hash)
// The button going down moves the cursor, and a click presses.
for (const press of ['mousedown', 'click'] as const) window.addEventListener(press, onPress, { capture: true })
window.addEventListener('unhandledrejection', (event) => showProblem(event.reason))
/** Until then nothing is drawn that would be drawn again a moment later. */
const WAIT_FOR_MACHINE_MS = 300

const root = createRoot(document.getElementById('root')!)
void Promise.race([
  Promise.all([machine['terminal.state'](null), machine['session.now'](null)]).then(
    ([terminal, session]) => ({ terminal, session }),
    // It is asked again by who shows what went wrong.
    () => null,
  ),
  new Promise<null>((resolve) => setTimeout(() => resolve(null), WAIT_FOR_MACHINE_MS)),
]).then((first) => root.render(<DeskApp first={first} />))
