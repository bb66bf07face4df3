/** A link that came from outside opens its page, once somebody works here; where something is being filled, they are asked first. */
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { machine, onNotice } from '../machine.ts'
import { ask, say } from '../ui/feedback.ts'
import { showProblem } from '../ui/problem.ts'
import { linkWords } from '../words/links.ts'
import { isFilled } from './filled.ts'

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
