/** Puts the window's page on the screen. */
import { createRoot } from 'react-dom/client'
import { DeskApp } from './app.tsx'
import { listenForHotkeys } from './ui/hotkeys.ts'
import { showProblem } from './ui/problem.ts'
import './style.css'

listenForHotkeys(window)
window.addEventListener('unhandledrejection', (event) => showProblem(event.reason))
createRoot(document.getElementById('root')!).render(<DeskApp />)
