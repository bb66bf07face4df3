/** How far the export has come, and what became of it. */
import { Alert, Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import type { ExportProgress } from '../../../shared/contract/exports.ts'
import { machine } from '../../machine.ts'
import { useHotkey } from '../../ui/hotkeys.ts'
import { exportWords } from '../../words/exports.ts'

export function ExportState({ now }: { now: ExportProgress }): ReactNode {
  const running = now.state === 'running'
  const stop = () => void machine['export.cancel'](null)
  useHotkey('Esc', running ? stop : undefined)
  if (now.state === 'choosing') return <Alert type="info" showIcon title={exportWords.choosing} role="status" />
  if (running)
    return (
      <div className="export-running">
        <Progress percent={percentOf(now)} status="active" showInfo={now.of !== null} />
        <span role="status">{exportWords.running(now.rows, now.of)}</span>
        <Button onClick={stop}>
          {exportWords.cancel} <kbd>Esc</kbd>
        </Button>
      </div>
    )
  if (now.state === 'done') return <Done now={now} />
  const words = now.why === null ? exportWords.cancelled : exportWords.why[now.why]
  return <Alert type={now.state === 'failed' ? 'error' : 'warning'} showIcon title={words} role="status" />
}

function Done({ now }: { now: ExportProgress }): ReactNode {
  const { file, rows, sealed, sha256, asked } = now
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={`${exportWords.done(file ?? '')}（${exportWords.doneRows(asked.what, rows)}）`}
      description={
        <>
          {sealed > 0 && <p>{exportWords.sealed(sealed)}</p>}
          <small>
            {exportWords.fingerprint} <code>{sha256}</code>
          </small>
        </>
      }
    />
  )
}

function percentOf({ rows, of }: ExportProgress): number {
  if (of === null) return 50
  return of === 0 ? 100 : Math.floor((rows / of) * 100)
}
