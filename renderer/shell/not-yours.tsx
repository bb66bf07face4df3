/** In place of a page: whoever may not open it reads who does. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { type PagePath, whoOpens } from '../../shared/contract/pages.ts'
import { useSession } from '../session/session.tsx'
import { notYoursWords, pageNames } from '../words/pages.ts'
import { roleNames } from '../words/roles.ts'
import '../parts/parts.css'

export function NotYours({ path }: { path: PagePath }): ReactNode {
  const { capacities } = useSession()
  const navigate = useNavigate()
  const opens = whoOpens(path) ?? []
  const mine = [...new Set(capacities.map(({ role }) => role))]
  const say = (roles: readonly (keyof typeof roleNames)[]) => roles.map((role) => roleNames[role]).join('、')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{notYoursWords.title(pageNames[path])}</h1>
      </div>
      <p role="status">
        {mine.some((role) => opens.includes(role)) ? notYoursWords.ownOnly : notYoursWords.text(say(opens), say(mine))}
      </p>
      <Button autoFocus onClick={() => void navigate('/')}>
        {notYoursWords.back}
      </Button>
    </div>
  )
}
