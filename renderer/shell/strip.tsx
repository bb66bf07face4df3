/** The strip that the hall's rules ask for: which window, and who serves here with name and badge. */
import { LockOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Session } from '../../shared/contract/views.ts'
import { stoodInFor } from '../../shared/people/role.ts'
import { useTrainingSwitch } from '../parts/use-training-switch.ts'
import { type PublishedBooks, usePublished, useSession, useTerminal } from '../session/session.tsx'
import { roleNames, seatText, standInText } from '../words/roles.ts'
import { sessionWords } from '../words/session.ts'
import { shellWords } from '../words/shell.ts'
import { trainingWords } from '../words/training.ts'

type Props = { onLock: () => void; onChangeClerk: () => void; onSignOut: () => void }

export function Strip({ onLock, onChangeClerk, onSignOut }: Props): ReactNode {
  const session = useSession()
  const books = usePublished()
  const { hall } = books
  const window_ = hall.windows.find(({ no }) => no === session.window)
  const { person } = session
  const training = useTerminal().training === true
  const practice = useTrainingSwitch(training)
  return (
    <header className="strip">
      {training && <span className="strip-pioneer">{trainingWords.badge}</span>}
      {window_?.pioneer === true && <span className="strip-pioneer">{sessionWords.pioneer}</span>}
      <span className="strip-window">
        {window_ === undefined ? sessionWords.office : shellWords.window(window_.no)}
      </span>
      {window_ !== undefined && window_.name !== shellWords.window(window_.no) && (
        <span className="strip-what">{window_.name}</span>
      )}
      <span className="strip-hall">{hall.name}</span>
      <span className="strip-space" />
      <span className="strip-person">
        <strong>{person.name}</strong>
        <span>{rolesText(session)}</span>
        {standInTexts(session, books).map((text) => (
          <span key={text} className="strip-stand-in">
            {text}
          </span>
        ))}
        <span>{shellWords.badge(person.badge)}</span>
        {person.partyMember && <span className="strip-party">{shellWords.partyMember}</span>}
      </span>
      {training && (
        <Button ghost title={practice.title} onClick={practice.go}>
          {practice.text}
        </Button>
      )}
      <Button ghost icon={<SwapOutlined />} onClick={onChangeClerk}>
        {sessionWords.changeClerk}
      </Button>
      <Button ghost icon={<LockOutlined />} onClick={onLock}>
        {sessionWords.lock} <kbd>Ctrl+L</kbd>
      </Button>
      <Button ghost onClick={onSignOut}>
        {sessionWords.signOut}
      </Button>
    </header>
  )
}

function rolesText({ capacities }: Session): string {
  const own = capacities.filter(({ standsInFor }) => standsInFor === undefined)
  return [...new Set(own.map(({ role }) => roleNames[role]))].join('、')
}

/** Whose place somebody takes today, and as what. */
function standInTexts({ capacities }: Session, books: PublishedBooks): string[] {
  return stoodInFor(capacities).map((away) => {
    const seats = capacities.filter(({ standsInFor }) => standsInFor === away)
    return standInText(
      books.nameOf(away),
      seats.map(({ role, office }) => seatText(role, books.officeName(office))),
    )
  })
}
