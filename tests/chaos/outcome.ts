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

/** What out/chaos.json holds. */
export function reportOf({ kind: _, happened: __, ...report }: Chaos): Omit<Chaos, 'kind' | 'happened'> {
  return report
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

/** An act as the bureau has it, with the cases it received, in the terminal's order. */
export type TakenAct = { act: string; received: readonly string[] }

/** What of the acknowledged is with the bureau, once, and in the order in which each terminal made it. `numbers`: those of its cases. */
export function compare(
  acknowledged: readonly (readonly string[])[],
  taken: readonly TakenAct[],
  numbers: readonly string[],
): Pick<Chaos, 'acknowledged' | 'lost' | 'doubled' | 'reordered'> {
  const placeOf = new Map(taken.map(({ act }, place) => [act, place]))
  let [lost, reordered] = [0, 0]
  for (const acts of acknowledged) {
    const places = acts.map((act) => placeOf.get(act))
    lost += places.filter((place) => place === undefined).length
    const there = places.filter((place) => place !== undefined)
    reordered += there.filter((place, i) => i > 0 && place < there[i - 1]!).length
  }
  const twice = (list: readonly string[]) => list.length - new Set(list).size
  return {
    acknowledged: acknowledged.flat().length,
    lost,
    doubled: twice(taken.map(({ act }) => act)) + twice(taken.flatMap(({ received }) => received)) + twice(numbers),
    reordered,
  }
}
