/** What opens behind a figure (名单): exactly what it counts. Of a rate everything beneath the line, with what of it stands above. Pure;
 *  bureau and terminal ask this alone. */
import { type FigureName, figureDef } from './figures.ts'
import type { Line } from './lines.ts'
import { amountOf, type Part } from './parts.ts'

/** Lines of `parts` are listed; those of `holds` only where their condition holds, none whose event has one of `without` as well. */
export type Listed = { parts: readonly Part[]; holds: readonly Part[]; without: readonly Part[] }

export function listedIn(name: FigureName): Listed {
  const { top, bottom, median, apart } = figureDef(name)
  const terms = [...(bottom ?? top), ...(apart === true ? top : [])]
  const of = (which: typeof terms) => [...new Set(which.map(({ part }) => part))]
  return {
    parts: median ?? of(terms.filter(({ less }) => less !== true)),
    holds: of(terms.filter((term) => term.of === 'amount' && amountOf(term.part) === 'holds')),
    without: of(terms.filter(({ less }) => less === true)),
  }
}

/** Slips (评价单) name no case: what is made of them has no list. */
export function hasList(name: FigureName): boolean {
  return !listedIn(name).parts.includes('rated')
}

/** Of nothing there is nothing to list; but 0 % is none of so many. */
export function hasBehind(name: FigureName, value: number | null): boolean {
  const { bottom, median } = figureDef(name)
  return value !== null && (value !== 0 || bottom !== undefined || median !== undefined)
}

/** How much an event counts in a figure by its lines: above the line, and beneath it; null: nothing is divided. */
export type Weight = { above: number; below: number | null }

export function weightOf(name: FigureName, lines: readonly Pick<Line, 'part' | 'amount'>[]): Weight {
  const { top, bottom, median } = figureDef(name)
  const add = (terms: typeof top) =>
    terms.reduce((all, { part, of, less }) => {
      const own = lines.filter((line) => line.part === part)
      const n = of === 'amount' ? own.reduce((sum, { amount }) => sum + amount, 0) : own.length
      return all + (less === true ? -n : n)
    }, 0)
  if (median !== undefined) return { above: lines.filter(({ part }) => median.includes(part)).length, below: null }
  return { above: add(top), below: bottom === undefined ? null : add(bottom) }
}

/** What brings a case into a stock, and what takes it out again. */
export function partsOfStock(name: FigureName): { into: Part[]; outOf: Part[] } {
  const { top } = figureDef(name)
  const of = (less: boolean) => top.filter((term) => (term.less === true) === less).map(({ part }) => part)
  return { into: of(false), outOf: of(true) }
}
