/** The four piles: the program's count, the bags as the clerk counts them, and whether both agree. */
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { type Counts, type Pile, piles } from '../../shared/report/bags.ts'
import { checkWords, pileHints, pileNames } from '../words/day-check.ts'
import { bagsOf } from './bags.ts'

type Props = { program: Counts; typed: Readonly<Record<Pile, string>>; onType: (pile: Pile, text: string) => void }

export function BagTable({ program, typed, onType }: Props): ReactNode {
  return (
    <PileTable
      program={(pile) => program[pile]}
      bags={(pile) => bagsOf(typed[pile])}
      cell={(pile) => (
        <Input
          value={typed[pile]}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          aria-label={checkWords.bagsOf(pileNames[pile])}
          onChange={(event) => onType(pile, event.target.value.normalize('NFKC').replace(/\D/g, ''))}
        />
      )}
    />
  )
}

type Of<T> = (pile: Pile) => T
type PileProps = { program: Of<number>; bags: Of<number | null>; cell: Of<ReactNode> }

/** The piles with both counts and whether they agree; `cell` is where the bags stand, typed or signed. */
export function PileTable({ program, bags, cell }: PileProps): ReactNode {
  return (
    <table className="figures bags">
      <thead>
        <tr>
          <th>{checkWords.pile}</th>
          <th>{checkWords.program}</th>
          <th>{checkWords.bags}</th>
          <th className="bags-apart">{checkWords.apart}</th>
        </tr>
      </thead>
      <tbody>
        {piles.map((pile) => (
          <tr key={pile}>
            <th scope="row">
              {pileNames[pile]}
              <span className="bags-hint">{pileHints[pile]}</span>
            </th>
            <td>{program(pile)}</td>
            <td data-place={pile}>{cell(pile)}</td>
            <td className="bags-apart" aria-live="polite">
              <Apart program={program(pile)} bags={bags(pile)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether both counts of a pile agree. */
function Apart({ program, bags }: { program: number; bags: number | null }): ReactNode {
  if (bags === null) return null
  if (bags === program) return <span className="day-check-even">{checkWords.even}</span>
  const count = Math.abs(bags - program)
  return <span className="day-check-open">{bags < program ? checkWords.tooFew(count) : checkWords.tooMany(count)}</span>
}
