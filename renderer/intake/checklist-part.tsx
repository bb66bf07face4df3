/** 申请材料: the checklist, which follows the form's answers. */
import { Button } from 'antd'
import { memo, type ReactNode, useCallback } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import { partWords } from '../words/intake.ts'
import { gotColumns } from '../words/items.ts'
import type { IntakeForm, MaterialNote } from './intake-form.ts'
import { gots, MaterialRow } from './material-row.tsx'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'list' | 'changeBeside'> &
  Pick<IntakeForm, 'materials'> & { lateUntil: Day; onAll: () => void }

export const ChecklistPart = memo(function ChecklistPart(props: Props): ReactNode {
  const { list, materials, lateUntil, onAll, changeBeside } = props
  const change = useCallback(
    (key: string, note: MaterialNote) =>
      changeBeside((beside) => ({ materials: { ...beside.materials, [key]: note } })),
    [changeBeside],
  )
  const missing = new Set(list.missing.map((material) => material.key))
  return (
    <section className="part" aria-labelledby="materials-title" data-field="materials">
      <h2 id="materials-title">
        {partWords.materials}
        <span className="part-hint">{partWords.materialsHint(list.needed.length, list.missing.length)}</span>
        <Button className="part-key" onClick={onAll} disabled={list.missing.length === 0}>
          {partWords.allHandedIn} <kbd>F7</kbd>
        </Button>
      </h2>
      <div className="material material-head" aria-hidden="true">
        <span />
        <span className="material-got">
          {gots.map((got, index) => (
            <span key={got} className="material-cell">
              <kbd>{index + 1}</kbd> {gotColumns[got]}
            </span>
          ))}
        </span>
        <span>{partWords.pieces}</span>
        <span />
      </div>
      {list.needed.map((material) => (
        <MaterialRow
          key={material.key}
          material={material}
          note={materials[material.key]}
          missing={missing.has(material.key)}
          lateUntil={lateUntil}
          onChange={change}
        />
      ))}
    </section>
  )
})
