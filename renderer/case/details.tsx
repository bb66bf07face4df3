/** What the form says, section by section; personal data masked until opened with a reason that is written down. */
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/calendar/day.ts'
import type { Field } from '../../shared/item/field.ts'
import { visibleFields } from '../../shared/item/form-schema.ts'
import { filesOf } from '../../shared/item/kept-file.ts'
import { caseWords } from '../words/case.ts'
import type { Around } from './around.ts'
import { CaseFiles } from './case-files.tsx'
import { fieldText, tableRows } from './field-text.ts'
import { OpenDialog } from './open-dialog.tsx'

export function Details({ around }: { around: Around }): ReactNode {
  /** Why it was opened; null: it is not. */
  const [reason, setReason] = useState<string | null>(null)
  const open = reason !== null
  const [asking, setAsking] = useState(false)
  const { item, kase } = around
  const fields = visibleFields(item, kase.form, dayOf(kase.received.at))
  const personal = fields.some((field) => field.personal)
  return (
    <section className="case-part" aria-label={caseWords.details}>
      <h2>
        {caseWords.details}
        {personal && !open && (
          <Button size="small" onClick={() => setAsking(true)}>
            {caseWords.open}
          </Button>
        )}
        {open && <span className="case-opened">{caseWords.opened}</span>}
      </h2>
      {item.sections.map((section) => {
        const mine = fields.filter((field) => field.section === section.key)
        if (mine.length === 0) return null
        return (
          <div key={section.key} className="case-section">
            <h3>{section.title}</h3>
            <dl>
              {mine.map((field) => (
                <Detail key={field.key} field={field} around={around} reason={reason} />
              ))}
            </dl>
          </div>
        )
      })}
      {kase.remark !== null && <Alert type="info" title={`${caseWords.remark}：${kase.remark}`} />}
      {asking && (
        <OpenDialog
          kase={kase}
          onOpened={(because) => {
            setAsking(false)
            setReason(because)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}

function Detail({ field, around, reason }: { field: Field; around: Around; reason: string | null }): ReactNode {
  const open = reason !== null
  const value = around.kase.form[field.key] ?? null
  const isTable = field.type === 'table' && Array.isArray(value) && (!field.personal || open)
  const files = field.type === 'files' ? filesOf(value) : []
  return (
    <div className={isTable || files.length > 0 ? 'detail detail-wide' : 'detail'}>
      <dt>{field.label}</dt>
      <dd>
        {files.length > 0 ? (
          <CaseFiles kase={around.kase} field={field} files={files} reason={reason} />
        ) : isTable ? (
          <table className="detail-table">
            <thead>
              <tr>
                {(field.columns ?? []).map(({ key, label }) => (
                  <th key={key}>{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tableRows(field, value).map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          fieldText(field, value, open)
        )}
      </dd>
    </div>
  )
}
