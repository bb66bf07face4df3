/** 报送: the reports that go upward and the files for other systems are made here, not typed; and who took what out is read here. */
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { dayOf } from '../../../shared/calendar/day.ts'
import { useOtherHall } from '../../parts/looked-at.ts'
import { useSession } from '../../session/session.tsx'
import { useNow } from '../../ui/use-now.ts'
import { exportWords } from '../../words/exports.ts'
import { hallWords } from '../../words/halls.ts'
import { ExportForm } from './export-form.tsx'
import { ExportList } from './export-list.tsx'
import { ExportState } from './export-state.tsx'
import { useExportList, useExportNow } from './use-exports.ts'
import '../../parts/parts.css'
import './exports.css'

export function ExportsPage(): ReactNode {
  const { capacities } = useSession()
  const today = dayOf(useNow(60_000))
  const [now, setNow] = useExportNow()
  const { listed, older } = useExportList(`${now?.asked.export} ${now?.state}`)
  const busy = now?.state === 'running' || now?.state === 'choosing'
  const roles = capacities.map(({ role }) => role)
  const other = useOtherHall()
  const isOfThis = now?.asked.hall === other?.id
  return (
    <div className="page exports">
      <div className="page-head">
        <h1>{exportWords.title}</h1>
      </div>
      <p className="page-about">{exportWords.about}</p>
      <ExportForm today={today} roles={roles} busy={busy} onBegun={setNow} />
      {now !== null && isOfThis && <ExportState now={now} />}
      {busy && !isOfThis && <Alert type="info" showIcon role="status" title={hallWords.exporting} />}
      <section aria-label={exportWords.list}>
        <h2>{exportWords.list}</h2>
        <p className="page-about">{exportWords.listAbout(other?.name ?? hallWords.here)}</p>
        <ExportList listed={listed} today={today} onOlder={older} />
      </section>
    </div>
  )
}
