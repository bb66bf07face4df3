/** 申请材料: the checklist, which follows the form's answers. */
import { Button } from 'antd'
import { memo, type ReactNode, useCallback } from 'react'
import type { Day } from '../../shared/calendar/day.ts'
import type { BrokenPromise } from '../../shared/case/former.ts'
import { partWords } from '../words/intake.ts'
import { gotColumns } from '../words/items.ts'
import type { IntakeForm, MaterialNote } from './intake-form.ts'
import { gots, MaterialRow } from './material-row.tsx'
import { nothingYet } from './materials.ts'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'list' | 'changeBeside'> &
  Pick<IntakeForm, 'materials'> & {
    lateUntil: Day
    checkBy: Day
    /** The applicant's promise that was found untrue: who made it may not promise (国办发〔2020〕42号). */
    brokenPromise: BrokenPromise | undefined
    onAll: () => void
  }

export const ChecklistPart = memo(function ChecklistPart(props: Props): ReactNode {
  const { list, materials, lateUntil, checkBy, brokenPromise, onAll, changeBeside } = props
  const change = useCallback(
    (key: string, note: MaterialNote) =>
      changeBeside(({ materials, promised }) => ({
        materials: { ...materials, [key]: note },
        promised: promised.filter((each) => each !== key),
      })),
    [changeBeside],
  )
  // What is promised is neither handed in nor owed.
  const promise = useCallback(
    (key: string, is: boolean) =>
      changeBeside(({ materials, promised }) => ({
        materials: { ...materials, [key]: { ...nothingYet, note: materials[key]?.note ?? null } },
        promised: [...promised.filter((each) => each !== key), ...(is ? [key] : [])],
      })),
    [changeBeside],
  )
  const missing = new Set(list.missing.map((material) => material.key))
  const promised = new Set(list.promised.map((material) => material.key))
  return (
    <section className="part" aria-labelledby="materials-title" data-field="materials">
      <h2 id="materials-title">
        {partWords.materials}
        <span className="part-hint">
          {partWords.materialsHint(list.needed.length, list.missing.length, list.promised.length)}
        </span>
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
          promised={promised.has(material.key)}
          broken={brokenPromise?.number}
          lateUntil={lateUntil}
          checkBy={checkBy}
          onChange={change}
          onPromise={promise}
        />
      ))}
    </section>
  )
})
