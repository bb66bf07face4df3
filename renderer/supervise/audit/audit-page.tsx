/** 稽核: who opened whose personal data, and whether the bureau's copy of each book is what the terminals sent. */
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { auditWords } from '../../words/audit.ts'
import { Books } from './books.tsx'
import { Openings } from './openings.tsx'
import '../../parts/parts.css'
import './audit.css'

type Part = 'openings' | 'books'

export function AuditPage(): ReactNode {
  const [part, setPart] = useState<Part>('openings')
  return (
    <div className="page audit">
      <div className="page-head">
        <h1>{auditWords.title}</h1>
        <Segmented<Part>
          value={part}
          options={[
            { value: 'openings', label: auditWords.openings },
            { value: 'books', label: auditWords.books },
          ]}
          onChange={setPart}
        />
      </div>
      {part === 'openings' ? <Openings /> : <Books />}
    </div>
  )
}
