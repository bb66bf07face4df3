/** How the period is looked at: as a table, as it went, or in charts; by what; and which figures. */
import { Segmented, Select, Tooltip } from 'antd'
import { memo, type ReactNode } from 'react'
import { type Grouping, groupings } from '../../../shared/contract/figures.ts'
import { type FigureName, figureDef, figureTable } from '../../../shared/report/figures.ts'
import { isCountedHere, isKeptBy } from '../../store/answer-figures.ts'
import { formulaOf, groupingNames, hereWords, periodWords } from '../../words/period.ts'
import { type Asked, type View, views } from './asked.ts'
import { hourFigures } from './chart-options.ts'
import { type FigureSet, figureSets, setNames } from './sets.ts'

/** `here`: this terminal answers, and some of it cannot. */
type Props = {
  asked: Asked
  set: FigureSet
  oversees: boolean
  here: boolean
  onChange: (part: Partial<Asked>) => void
}

/** Its lists and buttons take longer to draw than what the bureau answers, which does not change them. */
export const LookBar = memo(function LookBar({ asked, set, oversees, here, onChange }: Props): ReactNode {
  const { view, by, figure } = asked
  // Hours and causes are looked at in charts; of oneself alone there is nobody beside.
  const offered = groupings.filter((each) => each !== 'hour' && each !== 'cause' && (oversees || each !== 'person'))
  const flows = [...new Set(Object.values(figureSets).flat())].filter((each) => figureDef(each).kind === 'flow')
  const choices: readonly FigureName[] = view === 'charts' ? hourFigures : flows
  const chosen = choices.includes(figure) ? figure : 'received'
  return (
    <>
      <Segmented<View>
        aria-label={periodWords.view}
        value={view}
        options={views.map((value) => ({ value, label: periodWords.views[value] }))}
        onChange={(next) => onChange({ view: next })}
      />
      {view !== 'charts' && (
        <Segmented<Grouping>
          aria-label={periodWords.by}
          value={by}
          options={offered.map((value) => {
            const disabled = here && !isKeptBy(value)
            return { value, label: groupingNames[value], disabled, ...(disabled ? { title: hereWords.disabled } : {}) }
          })}
          onChange={(next) => onChange({ by: next, sort: { column: 'key', up: true } })}
        />
      )}
      {view === 'table' && (
        <Segmented<FigureSet>
          aria-label={periodWords.set}
          value={set}
          options={setNames.map((value) => ({ value, label: periodWords.sets[value] }))}
          onChange={(next) => onChange({ set: next, sort: { column: 'key', up: true } })}
        />
      )}
      {view !== 'table' && (
        <Tooltip title={formulaOf(chosen)} trigger={['hover', 'focus']}>
          <Select<FigureName>
            className="period-figure"
            aria-label={periodWords.figure}
            value={chosen}
            options={choices.map((value) => ({
              value,
              label: figureTable[value].name,
              title: formulaOf(value),
              disabled: here && !isCountedHere(value),
            }))}
            onChange={(next) => onChange({ figure: next })}
          />
        </Tooltip>
      )}
    </>
  )
})
