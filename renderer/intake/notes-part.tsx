/** 核对与备注: what differs is noted, not walled; questions that the form cannot answer are ticked here. */
import { Checkbox, Input } from 'antd'
import { memo, type ReactNode } from 'react'
import { partWords, standingNotes } from '../words/intake.ts'
import type { IntakeForm } from './intake-form.ts'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'item' | 'changeBeside'> & Pick<IntakeForm, 'notes' | 'remark'>

export const NotesPart = memo(function NotesPart({ item, notes, remark, changeBeside }: Props): ReactNode {
  const standing = standingNotes(item)
  // What a card gave cause to note stands beside them, and is unticked like them.
  const offered = [...standing, ...notes.filter((note) => !standing.includes(note))]
  const tick = (note: string, ticked: boolean) =>
    changeBeside((beside) => ({
      notes: ticked ? [...beside.notes, note] : beside.notes.filter((each) => each !== note),
    }))
  return (
    <section className="part" aria-labelledby="notes-title">
      <h2 id="notes-title">
        {partWords.notes}
        <span className="part-hint">{partWords.notesHint}</span>
      </h2>
      <div className="notes" data-field="notes">
        {offered.map((note) => (
          <Checkbox key={note} checked={notes.includes(note)} onChange={(event) => tick(note, event.target.checked)}>
            {note}
          </Checkbox>
        ))}
      </div>
      <Input.TextArea
        value={remark}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000}
        placeholder={partWords.remark}
        aria-label={partWords.remark}
        onChange={(event) => changeBeside({ remark: event.target.value })}
      />
    </section>
  )
})
