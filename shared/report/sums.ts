/** Sums of lines, and what figures come to by them. Sums add up to sums: of days to months, of windows to the hall. */
import { type FigureName, figureDef } from './figures.ts'
import type { Line } from './lines.ts'
import { BUCKET_MINUTES, bucketOf, type Part } from './parts.ts'

/** How many lines, and what they measure together. */
export type Sum = { n: number; amount: number }
export type Sums = { readonly [P in Part]?: Sum }
/** How many lines fall into each tenth of an hour, by part. */
export type Times = { readonly [P in Part]?: Readonly<Record<number, number>> }

const nothing: Sum = { n: 0, amount: 0 }

export function sumOf(sums: Sums, part: Part): Sum {
  return sums[part] ?? nothing
}

/** Both together; what comes to nothing is left out. */
export function addSums(a: Sums, b: Sums, sign: 1 | -1 = 1): Sums {
  const all: { [P in Part]?: Sum } = { ...a }
  for (const part of Object.keys(b) as Part[]) {
    const [one, two] = [sumOf(a, part), sumOf(b, part)]
    const sum = { n: one.n + sign * two.n, amount: one.amount + sign * two.amount }
    if (sum.n === 0 && sum.amount === 0) delete all[part]
    else all[part] = sum
  }
  return all
}

export function sumsOf(lines: readonly Pick<Line, 'part' | 'amount'>[]): Sums {
  const all: { [P in Part]?: Sum } = {}
  for (const { part, amount } of lines) {
    const { n, amount: before } = all[part] ?? nothing
    all[part] = { n: n + 1, amount: before + amount }
  }
  return all
}

export function timesOf(lines: readonly Pick<Line, 'part' | 'amount'>[]): Times {
  const all: { [P in Part]?: Record<number, number> } = {}
  for (const { part, amount } of lines) {
    const times = all[part] ?? {}
    const bucket = bucketOf(part, amount)
    times[bucket] = (times[bucket] ?? 0) + 1
    all[part] = times
  }
  return all
}

/** Both together; what comes to nothing is left out. */
export function addTimes(a: Times, b: Times, sign: 1 | -1 = 1): Times {
  const all: { [P in Part]?: Record<number, number> } = { ...a }
  for (const [part, more] of Object.entries(b) as [Part, Readonly<Record<number, number>>][]) {
    const times = { ...all[part] }
    for (const [bucket, n] of Object.entries(more)) {
      const sum = (times[Number(bucket)] ?? 0) + sign * n
      if (sum === 0) delete times[Number(bucket)]
      else times[Number(bucket)] = sum
    }
    if (Object.keys(times).length === 0) delete all[part]
    else all[part] = times
  }
  return all
}

/** What a figure comes to; null where there is nothing to divide by, or no middle. Rates are shares of one, times working hours. */
export function figureValue(name: FigureName, sums: Sums, times: Times = {}): number | null {
  const { top, bottom, median, unit } = figureDef(name)
  if (median !== undefined) return medianOf(median.map((part) => times[part] ?? {}))
  const add = (terms: typeof top) =>
    terms.reduce((all, { part, of, less }) => all + (less === true ? -1 : 1) * sumOf(sums, part)[of ?? 'n'], 0)
  if (bottom === undefined) return add(top)
  const below = add(bottom)
  if (below === 0) return null
  return add(top) / below / (unit === '工作小时' ? 60 : 1)
}

/** Of an even number the mean of the two in the middle, in working hours. */
function medianOf(times: readonly Readonly<Record<number, number>>[]): number | null {
  const all = new Map<number, number>()
  for (const each of times)
    for (const [bucket, n] of Object.entries(each)) all.set(Number(bucket), (all.get(Number(bucket)) ?? 0) + n)
  const count = [...all.values()].reduce((sum, n) => sum + n, 0)
  if (count === 0) return null
  const inOrder = [...all].toSorted(([a], [b]) => a - b)
  /** The bucket of the `nth`, from 0. */
  const at = (nth: number) => {
    let passed = 0
    return inOrder.find(([, n]) => {
      passed += n
      return passed > nth
    })![0]
  }
  return (((at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2) * BUCKET_MINUTES) / 60
}
