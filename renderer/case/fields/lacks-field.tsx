/** Everything that is lacking, in words for the applicant; prefilled from the checklist, to be added to. */
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Control, useController } from 'react-hook-form'
import { FieldFrame } from '../../ui/fields/field-frame.tsx'
import { actWords } from '../../words/acts.ts'
import type { ActField, Values } from '../acts/act.ts'
import { fieldId } from './field-id.ts'

type Lack = { about: string | null; name: string; lacks: string; todo: string }
type Props = { field: Extract<ActField, { kind: 'lacks' }>; control: Control<Values> }

const parts = [
  { key: 'name', label: actWords.lackName },
  { key: 'lacks', label: actWords.lackWhat },
  { key: 'todo', label: actWords.lackTodo },
] as const

export function LacksField({ field, control }: Props): ReactNode {
  const { field: held, fieldState, formState } = useController({ control, name: field.name })
  const lacks = (held.value ?? []) as Lack[]
  const set = (at: number, lack: Partial<Lack>) =>
    held.onChange(lacks.map((each, index) => (index === at ? { ...each, ...lack } : each)))
  const list = useRef<HTMLOListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  /** The line that the cursor goes to once it stands: a line that is gone takes no cursor with it. */
  const goTo = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a line came or went
  useEffect(() => {
    if (goTo.current === null) return
    const box = list.current?.children[goTo.current]?.querySelector('input')
    goTo.current = null
    if (box == null) add.current?.focus()
    else box.focus()
  }, [lacks.length])
  const become = (next: Lack[], line: number) => {
    goTo.current = line
    held.onChange(next)
  }
  const wrong = (formState.errors[field.name] ?? {}) as Record<number, Record<string, unknown> | undefined>
  return (
    <FieldFrame
      id={fieldId(field.name)}
      label={field.label}
      required
      wide
      error={fieldState.error?.message ?? fieldState.error?.root?.message}
    >
      <ol className="act-lacks" ref={list}>
        {lacks.map((lack, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and only the last ones come and go
          <li key={at}>
            {parts.map(({ key, label }) => (
              <Input
                key={key}
                value={lack[key]}
                aria-label={`${label} ${at + 1}`}
                placeholder={label}
                status={wrong[at]?.[key] === undefined ? '' : 'error'}
                maxLength={500}
                onChange={(event) => set(at, { [key]: event.target.value })}
              />
            ))}
            <Button
              type="text"
              onClick={() =>
                become(
                  lacks.filter((_, index) => index !== at),
                  Math.min(at, lacks.length - 2),
                )
              }
            >
              {actWords.removeLack}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        ref={add}
        onClick={() => become([...lacks, { about: null, name: '', lacks: '', todo: '' }], lacks.length)}
      >
        {actWords.addLack}
      </Button>
    </FieldFrame>
  )
}
