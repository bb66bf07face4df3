/** What this terminal does not hold is asked of the bureau, shown and not kept. */
import { Alert, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { CaseLine } from '../../shared/contract/views.ts'
import { machine } from '../machine.ts'
import type { ReadQuery } from '../store/query.ts'
import { showProblem } from '../ui/problem.ts'
import { searchWords } from '../words/search.ts'

type Asked = { is: 'idle' } | { is: 'asking' } | { is: 'unreachable' } | { is: 'found'; lines: CaseLine[] }

type Props = { query: ReadQuery; children: (lines: readonly CaseLine[]) => ReactNode }

/** Mounted anew for each text typed. */
export function BureauSearch({ query, children }: Props): ReactNode {
  const [asked, setAsked] = useState<Asked>({ is: 'idle' })
  const underWay = useRef(false)
  const whole = query.number !== null || query.idNo !== null
  const ask = () => {
    if (underWay.current) return
    underWay.current = true
    setAsked({ is: 'asking' })
    machine['bureau.find']({ number: query.number, idNo: query.idNo })
      .then(
        (lines) => setAsked(lines === null ? { is: 'unreachable' } : { is: 'found', lines }),
        (error: unknown) => {
          setAsked({ is: 'idle' })
          showProblem(error)
        },
      )
      .finally(() => {
        underWay.current = false
      })
  }
  return (
    <section className="bureau-search">
      <Button onClick={ask} loading={asked.is === 'asking'} disabled={!whole}>
        {searchWords.ask}
      </Button>
      {!whole && <span className="search-quiet">{searchWords.needWhole}</span>}
      <div aria-live="polite">
        {asked.is === 'unreachable' && <Alert type="warning" showIcon title={searchWords.unreachable} />}
        {asked.is === 'found' && asked.lines.length === 0 && (
          <Alert type="info" showIcon title={searchWords.notFound} />
        )}
      </div>
      {asked.is === 'found' && asked.lines.length > 0 && (
        <>
          <h2>{searchWords.fromBureau}</h2>
          {children(asked.lines)}
        </>
      )}
    </section>
  )
}
