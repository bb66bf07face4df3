/** Puts the window's page on the screen. */
// Before the style sheets of the pages, which change some of it.
import 'antd/dist/antd.css'
import { createRoot } from 'react-dom/client'
import { DeskApp } from './app.tsx'
import { listenForHotkeys } from './ui/hotkeys.ts'
import { showProblem } from './ui/problem.ts'
import './style.css'

listenForHotkeys(window)
window.addEventListener('unhandledrejection', (event) => showProblem(event.reason))
createRoot(document.getElementById('root')!).render(<DeskApp />)
