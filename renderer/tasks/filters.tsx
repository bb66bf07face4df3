/** Which list, and of it which item, window or applicant. */
import { Button, Input, type InputRef, Segmented, Select } from 'antd'
import type { ReactNode, Ref } from 'react'
import { usePublished } from '../session/session.tsx'
import type { MorningList } from '../store/morning.ts'
import { isComposing } from '../ui/hotkeys.ts'
import { taskWords } from '../words/tasks.ts'

export type Scope = 'mine' | 'inHand' | MorningList
export type Filters = { scope: Scope; item: string | null; window: number | null; text: string }

type Props = {
  filters: Filters
  supervises: boolean
  box: Ref<InputRef>
  onChange: (filters: Filters) => void
  /** Down from the box into the list. */
  onBelow: () => void
}

export const noFilters: Filters = { scope: 'mine', item: null, window: null, text: '' }

export function FilterBar({ filters, supervises, box, onChange, onBelow }: Props): ReactNode {
  const { items, hall } = usePublished()
  const filtered = filters.item !== null || filters.window !== null || filters.text !== ''
  return (
    <>
      {supervises && (
        <Segmented<Scope>
          value={filters.scope}
          options={[
            { value: 'mine', label: taskWords.mine },
            { value: 'inHand', label: taskWords.inHand },
          ]}
          onChange={(scope) => onChange({ ...filters, scope })}
        />
      )}
      <Select
        className="filter-item"
        aria-label={taskWords.item}
        value={filters.item ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: '', label: taskWords.allItems },
          ...items.map(({ code, name }) => ({ value: code as string, label: name })),
        ]}
        onChange={(item) => onChange({ ...filters, item: item === '' ? null : item })}
      />
      <Select
        className="filter-window"
        aria-label={taskWords.window}
        value={filters.window ?? 0}
        options={[
          { value: 0, label: taskWords.allWindows },
          ...hall.windows.map(({ no, name }) => ({ value: no as number, label: name })),
        ]}
        onChange={(window) => onChange({ ...filters, window: window === 0 ? null : window })}
      />
      <Input.Search
        ref={box}
        className="filter-text"
        aria-label={taskWords.find}
        placeholder={taskWords.findHint}
        value={filters.text}
        allowClear
        onChange={(event) => onChange({ ...filters, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          onBelow()
        }}
      />
      {filtered && (
        <Button type="link" onClick={() => onChange({ ...noFilters, scope: filters.scope })}>
          {taskWords.clear}
        </Button>
      )}
    </>
  )
}
