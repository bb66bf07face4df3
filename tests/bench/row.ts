/** One measured line: ours beside a reference taken in the same run. */
import { z } from 'zod'

const Spread = z.strictObject({ median: z.number(), p95: z.number(), min: z.number(), max: z.number(), n: z.int() })
export type Spread = z.infer<typeof Spread>

export const BenchRow = z.strictObject({
  name: z.string(),
  unit: z.string(),
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

/** Median, 95th percentile and range of a sample. Throws on none. */
export function spread(sample: readonly number[]): Spread {
  const sorted = sample.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  if (sorted.length === 0) throw new Error('nothing was measured')
  return {
    median: round(at(0.5)),
    p95: round(at(0.95)),
    min: round(sorted[0]!),
    max: round(sorted.at(-1)!),
    n: sorted.length,
  }
}

/** A row whose bound is on the ratio of medians. */
export function compared(
  name: string,
  unit: string,
  ours: readonly number[],
  referenceIs: string,
  reference: readonly number[],
  bound: number | null,
): BenchRow {
  const [a, b] = [spread(ours), spread(reference)]
  const ratio = round(a.median / b.median)
  return { name, unit, ours: a, reference: b, referenceIs, ratio, bound, met: bound === null ? null : ratio <= bound }
}

/** A row whose bound is on our own 95th percentile; without a bound it is only reported. */
export function absolute(
  name: string,
  unit: string,
  ours: readonly number[],
  boundIs: string,
  bound: number | null,
): BenchRow {
  const a = spread(ours)
  return {
    name,
    unit,
    ours: a,
    reference: null,
    referenceIs: boundIs,
    ratio: null,
    bound,
    met: bound === null ? null : a.p95 <= bound,
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
