/** What a run breaks, round by round: a function of the seed alone, whatever the machine's speed makes of it. */
import type { Weather } from './bad-network.ts'
import { type Chance, chance } from './random.ts'

/** Where a round strikes. */
export const blows = [
  'terminalInSave',
  'terminalInUpload',
  'terminalInReply',
  'terminalIdle',
  'serverInUpload',
  'serverInReply',
  'serverIdle',
  'pageInCacheWrite',
  'cacheWiped',
  'cacheLosesCommits',
  'nothing',
] as const
export type Blow = (typeof blows)[number]

export type Round = {
  weather: Weather
  blow: Blow
  /** Which terminal is struck. */
  victim: number
  /** How many acts each terminal makes before. */
  acts: number[]
  /** When the blow falls, from 0 (inclusive) to 1. */
  moment: number
  /** For what is chosen only when the acts before are known. */
  dice: Chance
}

const manyRounds = 1_000_003

/** The plan of a run. Every blow comes once in as many rounds as there are blows, in an order of its own each time. */
export function planOf(rounds: number, seed: number, terminals: number): Round[] {
  let bag: Blow[] = []
  return Array.from({ length: rounds }, (_, index) => {
    const dice = chance(seed * manyRounds + index)
    if (bag.length === 0) bag = [...blows]
    const [blow] = bag.splice(dice.below(bag.length), 1)
    return {
      weather: dice.pick(['good', 'bad', 'bad', 'none'] satisfies Weather[]),
      blow: blow!,
      victim: dice.below(terminals),
      acts: Array.from({ length: terminals }, () => dice.below(3)),
      moment: dice.next(),
      dice,
    }
  })
}
