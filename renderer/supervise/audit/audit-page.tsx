/** 稽核: samples that are looked through, who opened whose personal data, and whether the bureau's copy of each book is what the terminals
 *  sent. */
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { AuditId } from '../../../shared/audit/audit.ts'
import { auditWords } from '../../words/audit.ts'
import { AuditList } from './audit-list.tsx'
import { Books } from './books.tsx'
import { OneAudit } from './one-audit.tsx'
import { Openings } from './openings.tsx'
import '../../parts/parts.css'
import './audit.css'

const parts = { '': <AuditList />, openings: <Openings />, books: <Books /> }
type Part = keyof typeof parts

export function AuditPage(): ReactNode {
  const place = useParams()['*'] ?? ''
  const go = useNavigate()
  const audit = AuditId.safeParse(place).data
  if (audit !== undefined) return <OneAudit key={audit} id={audit} />
  const part: Part = Object.hasOwn(parts, place) ? (place as Part) : ''
  return (
    <div className="page audit">
      <div className="page-head">
        <h1>{auditWords.title}</h1>
        <Segmented<Part>
          value={part}
          options={[
            { value: '', label: auditWords.audits },
            { value: 'openings', label: auditWords.openings },
            { value: 'books', label: auditWords.books },
          ]}
          onChange={(next) => void go(`/supervise/audit/${next}`)}
        />
      </div>
      {parts[part]}
    </div>
  )
}
