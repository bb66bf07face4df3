/** The 一次性告知 as it will be handed over, before the act: every line can be put into better words here. */
import { Button, Checkbox, Input } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Material } from '../../shared/item/item.ts'
import { noticeWords } from '../words/intake.ts'
import type { IntakeForm, LackLine } from './intake-form.ts'
import { basisOf, lackLines } from './lacks.ts'
import type { IntakeInHand } from './use-intake.ts'

type Props = Pick<IntakeInHand, 'item' | 'changeBeside'> &
  Pick<IntakeForm, 'materials' | 'lackEdits' | 'lackExtras' | 'signingWitness'> & {
    missing: readonly Material[]
    promiseBarred: boolean
  }

export const LackNotice = memo(function LackNotice(props: Props): ReactNode {
  const { item, missing, promiseBarred, materials, lackEdits, lackExtras, signingWitness, changeBeside } = props
  const lines = lackLines(item, missing, { materials, lackEdits, lackExtras }, promiseBarred)
  const edit = (line: LackLine, index: number, part: Partial<LackLine>) => {
    const changed = { ...line, ...part }
    const about = line.about
    if (about !== null) changeBeside((beside) => ({ lackEdits: { ...beside.lackEdits, [about]: changed } }))
    else {
      const at = index - missing.length
      changeBeside((beside) => ({ lackExtras: beside.lackExtras.map((each, i) => (i === at ? changed : each)) }))
    }
  }
  const add = () =>
    changeBeside((beside) => ({
      lackExtras: [...beside.lackExtras, { about: null, name: '', lacks: '', todo: '', basis: basisOf(item) }],
    }))
  const drop = (index: number) =>
    changeBeside((beside) => ({ lackExtras: beside.lackExtras.filter((_, i) => i !== index - missing.length) }))
  return (
    <section className="part" aria-labelledby="notice-title" data-field="notice">
      <h2 id="notice-title">
        {noticeWords.title}
        <span className="part-hint">{lines.length === 0 ? noticeWords.nothing : noticeWords.hint}</span>
      </h2>
      {lines.map((line, index) => (
        <div
          className="lack"
          data-no-stop={line.about === null ? undefined : ''}
          key={line.about ?? `extra-${index}`}
          data-field={`lack-${index}`}
        >
          <span className="lack-number">{index + 1}</span>
          {line.about === null ? (
            <LackBox label={noticeWords.name} value={line.name} onChange={(name) => edit(line, index, { name })} />
          ) : (
            <span>{line.name}</span>
          )}
          <LackBox label={noticeWords.lacks} value={line.lacks} onChange={(lacks) => edit(line, index, { lacks })} />
          <LackBox label={noticeWords.todo} value={line.todo} onChange={(todo) => edit(line, index, { todo })} />
          {line.about === null && (
            <Button type="text" onClick={() => drop(index)}>
              {noticeWords.remove}
            </Button>
          )}
        </div>
      ))}
      <div className="lack-foot">
        <Button onClick={add}>{noticeWords.add}</Button>
        {lines.length > 0 && (
          <>
            <Checkbox
              checked={signingWitness !== null}
              onChange={(event) => changeBeside({ signingWitness: event.target.checked ? '' : null })}
            >
              {noticeWords.refusedToSign}
            </Checkbox>
            {signingWitness !== null && (
              <Input
                className="lack-witness"
                value={signingWitness}
                placeholder={noticeWords.witness}
                aria-label={noticeWords.witness}
                onChange={(event) => changeBeside({ signingWitness: event.target.value })}
              />
            )}
          </>
        )}
      </div>
    </section>
  )
})

type BoxProps = { label: string; value: string; onChange: (value: string) => void }
function LackBox({ label, value, onChange }: BoxProps): ReactNode {
  return (
    <Input
      value={value}
      status={value.trim() === '' ? 'error' : ''}
      placeholder={label}
      aria-label={label}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
