/** What the whole window should know: the cache is being made again, the ledger takes nothing, the disk is nearly full. */
import { Alert, Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useSession, useTerminal } from '../session/session.tsx'
import { rebuildCache } from '../session/use-desk-cache.ts'
import type { CacheState } from '../store/desk-cache.ts'
import { useCacheState } from '../store/use-cache.ts'
import { bureauWords } from '../words/bureau.ts'
import { readOnlyCauses } from '../words/record-refusals.ts'
import { sessionWords } from '../words/session.ts'
import { shellWords } from '../words/shell.ts'
import { PrintTrouble } from './printer.tsx'

/** A cache that is made in a moment is not worth a banner. */
const WORTH_SHOWING = 200

export function Banners({ onLock }: { onLock: () => void }): ReactNode {
  const { ledger } = useTerminal()
  const cache = useCacheState()
  return (
    <div className="banners" aria-live="polite">
      {ledger.state === 'readOnly' && (
        <Alert banner type="error" title={shellWords.readOnly(readOnlyCauses[ledger.why] ?? '')} />
      )}
      {ledger.state === 'nearlyFull' && (
        <Alert banner type="warning" title={shellWords.nearlyFull(Math.floor(ledger.freeBytes / 1_048_576))} />
      )}
      <SessionEnded onLock={onLock} />
      <PrintTrouble />
      <CacheBanner state={cache} />
    </div>
  )
}

/** The bureau takes the sign-in no longer: what is done goes on being saved and sent, and the bureau answers no questions. */
function SessionEnded({ onLock }: { onLock: () => void }): ReactNode {
  const { ended } = useSession()
  if (!ended) return null
  return <WithButton type="warning" title={sessionWords.ended} button={sessionWords.signInAgain} onPress={onLock} />
}

type WithButtonProps = { type: 'warning' | 'error'; title: string; button: string; onPress: () => void }

function WithButton({ type, title, button, onPress }: WithButtonProps): ReactNode {
  const action = (
    <Button size="small" onClick={onPress}>
      {button}
    </Button>
  )
  return <Alert banner type={type} title={title} action={action} />
}

function CacheBanner({ state }: { state: CacheState }): ReactNode {
  if (state.phase === 'failed') {
    const { cacheFailed, retryCache } = bureauWords
    return <WithButton type="error" title={cacheFailed} button={retryCache} onPress={rebuildCache} />
  }
  if (state.phase !== 'building' || (state.why === 'first' && state.done < WORTH_SHOWING)) return null
  return (
    <div className="building" role="status">
      <span>{bureauWords.building[state.why]}</span>
      {state.total !== null && state.total > 0 && (
        <Progress
          percent={Math.min(99, Math.floor((state.done / state.total) * 100))}
          size="small"
          strokeColor="#3f4650"
          aria-label={bureauWords.building[state.why]}
        />
      )}
      <span className="building-count">{bureauWords.buildingCount(state.done)}</span>
    </div>
  )
}
