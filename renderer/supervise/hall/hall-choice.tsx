/** The choice of the hall, for who was granted several; where a page has its own alone, that is said in its place. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { hallNames } from '../../parts/use-halls.ts'
import { usePublished } from '../../session/session.tsx'
import { hallWords } from '../../words/halls.ts'
import type { Looking } from './use-looked-at.ts'

export function HallChoice({ halls, mayChoose, of, choose }: Looking): ReactNode {
  const { hall: own } = usePublished()
  if (halls.length < 2) return null
  if (!mayChoose) return <p className="hall-own-only">{hallWords.onlyOwn}</p>
  return (
    <div className="hall-choice">
      <label htmlFor="hall-choice">{hallWords.choose}</label>
      <Select
        id="hall-choice"
        popupMatchSelectWidth={false}
        value={of?.id ?? null}
        options={hallNames(halls).map(({ value, label }) => ({
          value,
          label: value === own.id ? hallWords.own(label) : label,
        }))}
        onChange={(next) => next !== null && choose(next)}
      />
    </div>
  )
}
