/** The bench's rows as a table for the terminal. */
import type { BenchRow, Spread } from './row.ts'

const HEAD = ['', 'ours: median (p95)', 'reference: median (p95)', 'ratio', 'bound', '']

export function tableOf(rows: readonly BenchRow[]): string {
  const lines = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells({ name, unit, ours, reference, ratio, bound, met }: BenchRow): string[] {
  const most = bound === null ? '–' : ratio === null ? `p95 ≤ ${bound} ${unit}` : `≤ ${bound}×`
  return [
    name,
    said(ours, unit),
    reference === null ? '–' : said(reference, unit),
    ratio === null ? '–' : `${ratio.toFixed(2)}×`,
    most,
    met === null ? 'reported' : met ? 'met' : 'NOT MET',
  ]
}

function said({ median, p95 }: Spread, unit: string): string {
  return `${median} ${unit} (${p95})`
}
