/** Look at this: the page as it stands, as a link for a colleague. */
import { LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { tellable } from '../../shared/contract/desk-link.ts'
import { machine } from '../machine.ts'
import { say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { linkWords } from '../words/links.ts'
import { useHallNamed } from './looked-at.ts'

/** `at`: where what is looked at is said whole; without it, the address as it is. */
export function CopyLink({ at }: { at?: string }): ReactNode {
  const { pathname, search } = useLocation()
  const named = useHallNamed()
  const address = tellable(named(at ?? pathname + search))
  if (address === undefined) return null
  const copy = () => machine['link.copy']({ address }).then(() => say(linkWords.copied), showProblem)
  return (
    <Button type="text" icon={<LinkOutlined />} className="print-never" onClick={copy}>
      {linkWords.copy}
    </Button>
  )
}
