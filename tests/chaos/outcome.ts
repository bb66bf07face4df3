/** What a run of chaos ends with; all but the first four must be nought. */
export type Chaos = {
  kind: 'simulated' | 'real'
  rounds: number
  seed: number
  /** Acts whose answer reached the page. */
  acknowledged: number
  /** Acknowledged and not with the bureau. */
  lost: number
  /** Acts, cases or numbers that the bureau has twice. */
  doubled: number
  /** Acknowledged in another order than the bureau has them. */
  reordered: number
  /** Terminals that did not get everything through, or whose digest differs. */
  stuck: number
  /** Terminals whose picture of the cases differs from the others'. */
  divergent: number
  /** What happened on the way. */
  happened?: Record<string, number>
}

export function isClean(run: Chaos): boolean {
  return run.lost + run.doubled + run.reordered + run.stuck + run.divergent === 0 && run.acknowledged > 0
}

/** Several runs as one; the seed is the first's. Throws on none. */
export function sum(runs: readonly Chaos[]): Chaos {
  const [first] = runs
  if (first === undefined) throw new Error('no run to sum up')
  const total = (of: 'rounds' | 'acknowledged' | 'lost' | 'doubled' | 'reordered' | 'stuck' | 'divergent') =>
    runs.reduce((all, run) => all + run[of], 0)
  return {
    ...first,
    rounds: total('rounds'),
    acknowledged: total('acknowledged'),
    lost: total('lost'),
    doubled: total('doubled'),
    reordered: total('reordered'),
    stuck: total('stuck'),
    divergent: total('divergent'),
  }
}
