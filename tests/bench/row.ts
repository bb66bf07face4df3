/** One measured line: ours beside a reference taken in the same run. */
import { z } from 'zod'

const Spread = z.strictObject({ median: z.number(), p95: z.number(), min: z.number(), max: z.number(), n: z.int() })
export type Spread = z.infer<typeof Spread>

export const BenchRow = z.strictObject({
  name: z.string(),
  unit: z.enum(['ms', 'MB', 'keys', '%']),
  ours: Spread,
  /** Null where the bound is absolute. */
  reference: Spread.nullable(),
  referenceIs: z.string(),
  ratio: z.number().nullable(),
  /** The most the ratio (or, without a reference, our 95th percentile) may be; null for what is only reported. */
  bound: z.number().nullable(),
  met: z.boolean().nullable(),
  note: z.string().optional(),
})
export type BenchRow = z.infer<typeof BenchRow>
type Said = Pick<BenchRow, 'name' | 'unit' | 'referenceIs' | 'bound'> & { note?: string }

/** Median, 95th percentile (the smallest value that 95 % do not exceed) and range of a sample. Throws on none. */
export function spread(sample: readonly number[]): Spread {
  const sorted = sample.toSorted((a, b) => a - b)
  const n = sorted.length
  if (n === 0) throw new Error('nothing was measured')
  return {
    median: round((sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2),
    p95: round(sorted[Math.ceil(0.95 * n) - 1]!),
    min: round(sorted[0]!),
    max: round(sorted.at(-1)!),
    n,
  }
}

/** A row whose bound is on the ratio of medians. */
export function compared(said: Said, ours: readonly number[], reference: readonly number[]): BenchRow {
  const [a, b] = [spread(ours), spread(reference)]
  const ratio = round(a.median / b.median)
  return { ...said, ours: a, reference: b, ratio, met: said.bound === null ? null : ratio <= said.bound }
}

/** A row whose bound is on our own 95th percentile; without a bound it is only reported. */
export function absolute(said: Said, ours: readonly number[]): BenchRow {
  const a = spread(ours)
  return { ...said, ours: a, reference: null, ratio: null, met: said.bound === null ? null : a.p95 <= said.bound }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
