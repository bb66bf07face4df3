/** A link that came from outside opens its page, once somebody works here; where something is being filled, they are asked first. */
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { type PagePath, pageAt } from '../../shared/contract/pages.ts'
import { machine, onNotice } from '../machine.ts'
import { ask, say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { linkWords } from '../words/links.ts'

/** Where people fill something in that other pages do not have. */
const filled: ReadonlySet<PagePath | undefined> = new Set<PagePath>([
  '/intake/form/:form',
  '/today/check',
  '/supervise/exports',
  '/supervise/ratings',
  '/supervise/audit/:audit',
  '/stand-ins',
])

/** Behind the lock a link waits. */
export function Linked({ locked }: { locked: boolean }): null {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  // Both change with every page; a link is asked for when one comes.
  const here = useRef({ pathname, navigate })
  here.current = { pathname, navigate }
  useEffect(() => {
    if (locked) return
    const take = async () => {
      const link = await machine['link.take'](null)
      if (link === null) return
      if (link.address === null) return say(linkWords.noLink, 'warning')
      const { ask: title, askText: content, open: yes, stay: no } = linkWords
      if (isFilled(here.current.pathname) && !(await ask({ title, content, yes, no }))) return
      void here.current.navigate(link.address)
    }
    const run = () => void take().catch(showProblem)
    run()
    return onNotice('link', run)
  }, [locked])
  return null
}

function isFilled(pathname: string): boolean {
  const dialogs = [...document.querySelectorAll('.ant-modal')].filter((each) => each.checkVisibility())
  return filled.has(pageAt(pathname)?.path) || dialogs.some((each) => each.querySelector('input, textarea') !== null)
}
