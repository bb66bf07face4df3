/** Forms that were never submitted: a bag too many is most often one of them. */
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { machine } from '../machine.ts'
import { showProblem } from '../ui/problem.ts'
import { checkWords } from '../words/day-check.ts'

export function Unfinished(): ReactNode {
  const [titles, setTitles] = useState<readonly string[]>([])
  useEffect(() => {
    void machine['draft.list'](null).then((drafts) => setTitles(drafts.map(({ title }) => title)), showProblem)
  }, [])
  if (titles.length === 0) return null
  return (
    <p>
      {checkWords.drafts(titles.length)}
      {titles.join('；')}。<Link to="/intake">{checkWords.toDrafts}</Link>
    </p>
  )
}
