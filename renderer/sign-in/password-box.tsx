/** A box for a password, which may be looked at while it is typed. */
import { type ReactNode, useState } from 'react'
import { sessionWords } from '../words/session.ts'

type Props = { id: string; value: string; autoFocus: boolean; readOnly: boolean; onChange: (value: string) => void }

export function PasswordBox({ id, value, autoFocus, readOnly, onChange }: Props): ReactNode {
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="front-password">
      <input
        id={id}
        className="line"
        type={isShown ? 'text' : 'password'}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the page is for this box
        autoFocus={autoFocus}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={isShown ? sessionWords.hidePassword : sessionWords.showPassword}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M1.5 10C3.4 6.4 6.5 4.6 10 4.6S16.6 6.4 18.5 10c-1.9 3.6-5 5.4-8.5 5.4S3.4 13.6 1.5 10z" />
          <circle cx="10" cy="10" r="2.6" />
          {!isShown && <path d="M3.5 17L16.5 3" />}
        </svg>
      </button>
    </div>
  )
}
