/** Around every page: the strip above, the ways beside, the bureau below. */
import { type ReactNode, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { pageAt } from '../../shared/contract/pages.ts'
import { useCameraKey, useCardKey } from '../parts/device-keys.ts'
import { keepSearch } from '../store/last-search.ts'
import { ask, say } from '../ui/feedback.ts'
import { useHotkey } from '../ui/hotkeys.ts'
import { cameraWords, cardWords } from '../words/devices.ts'
import { pageNames } from '../words/pages.ts'
import { sessionWords } from '../words/session.ts'
import { Banners } from './banners.tsx'
import { Navigation } from './navigation.tsx'
import { StatusBar } from './status-bar.tsx'
import { Strip } from './strip.tsx'
import { UrgedNotice } from './urged-notice.tsx'
import './shell.css'

type ShellProps = {
  onLock: () => void
  onChangeClerk: () => void
  onSignOut: () => void
  children: ReactNode
}

export function Shell({ onLock, onChangeClerk, onSignOut, children }: ShellProps): ReactNode {
  const navigate = useNavigate()
  const { key, pathname } = useLocation()
  const page = pageAt(pathname)
  const now = useRef(key)
  now.current = key
  useHotkey('Ctrl+F', () => void navigate('/search', { state: { at: Date.now() } }))
  useHotkey('Ctrl+L', onLock)
  // Where nothing is being filled, a card is looked for.
  useCardKey({
    take: ({ number }) => {
      // Somebody went on to something else while the card was read.
      if (now.current !== key) return
      keepSearch(number)
      void navigate('/search', { state: { at: Date.now() } })
    },
    none: () => say(cardWords.noReaderHere, 'warning'),
  })
  useCameraKey(undefined, () => say(cameraWords.noPlaceHere, 'info'))
  const signOut = async () => {
    const sure = await ask({
      title: sessionWords.signOutAsk,
      content: sessionWords.signOutText,
      yes: sessionWords.signOut,
      no: sessionWords.stay,
    })
    if (sure) onSignOut()
  }
  return (
    <div className="shell">
      <Strip onLock={onLock} onChangeClerk={onChangeClerk} onSignOut={() => void signOut()} />
      <Navigation />
      <div className="shell-page">
        <Banners onLock={onLock} />
        <main className="shell-main" aria-label={page && pageNames[page.path]}>
          {children}
        </main>
      </div>
      <StatusBar />
      <UrgedNotice />
    </div>
  )
}
