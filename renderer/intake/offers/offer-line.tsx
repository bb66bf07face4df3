/** Beside a number: what earlier cases say of whom it belongs to, taken over with one key; and what was, taken back with one. */
import { Button } from 'antd'
import { type ReactNode, useContext, useEffect, useState } from 'react'
import { useHotkey } from '../../ui/hotkeys.ts'
import { offerWords } from '../../words/offers.ts'
import { OffersContext, useOfferAt } from './use-offers.ts'
import './offers.css'

export function OfferLine({ at }: { at: string }): ReactNode {
  const offers = useContext(OffersContext)
  const said = useOfferAt(at)
  if (offers === null || said === undefined) return null
  const { is, offer } = said
  const what = offerWords.what(offer)
  return (
    <div className={`offer offer-${is}`} role="status">
      {is === 'taken' ? (
        <Undo undo={offers.undo} />
      ) : (
        <Button type="link" tabIndex={-1} onClick={() => offers.take(offer)}>
          {offerWords.take(offer)} <kbd>F5</kbd>
        </Button>
      )}
      <span>{offerWords.from[is](offer)}</span>
      <span className="offer-what" title={what}>
        {what}
      </span>
    </div>
  )
}

function Undo({ undo }: { undo: () => void }): ReactNode {
  // After the next thing that is typed the key is for that again.
  const [typed, setTyped] = useState(false)
  useEffect(() => {
    const now = () => setTyped(true)
    window.addEventListener('input', now, { once: true })
    return () => window.removeEventListener('input', now)
  }, [])
  useHotkey('Ctrl+Z', typed ? undefined : undo)
  return (
    <Button type="link" tabIndex={-1} onClick={undo}>
      {offerWords.undo} {!typed && <kbd>Ctrl+Z</kbd>}
    </Button>
  )
}
