/** Finding a person among 100,000 cases and opening the list, in the real window's real IndexedDB. */
import type { Page } from '@playwright/test'
import type { Crowd } from './crowd.ts'
import { CASES, fullHall } from './full-hall.ts'
import { absolute, type BenchRow, compared } from './row.ts'

const SEARCHES = 200
const FRAME_MS = 16
const PLAIN = 2

export async function benchFind(tell: (line: string) => void): Promise<BenchRow[]> {
  const { desk, crowd } = await fullHall(tell)
  return measure(desk.page, crowd)
}

async function measure(page: Page, crowd: Crowd): Promise<BenchRow[]> {
  const find = (texts: readonly string[]) => page.evaluate((all) => window.inPage.find(all), texts)
  const list = (which: 'mine' | 'inHand') =>
    page.evaluate(([whose, times]) => window.inPage.list(whose, times), [which, SEARCHES] as const)
  const today = () => page.evaluate(([day, times]) => window.inPage.today(day, times), [crowd.day, SEARCHES] as const)
  const plainToday = async () => {
    const took: number[] = []
    for (let n = 0; n < PLAIN; n += 1) took.push(await page.evaluate((day) => window.inPage.plainToday(day), crowd.day))
    return took
  }
  const row = (name: string, took: readonly number[]) =>
    absolute({ name, unit: 'ms', referenceIs: 'one frame', bound: FRAME_MS }, took)
  const among = `among ${CASES.toLocaleString('en')} cases`
  const people = crowd.some(SEARCHES)
  await find(people.slice(0, 20).map(({ idNo }) => idNo))
  const rows = [
    row(`find: by identity number ${among}`, await find(people.map(({ idNo }) => idNo))),
    row(`find: by printed number ${among}`, await find(people.map(({ number }) => number))),
    row(`find: by name ${among}`, await find(people.map(({ name }) => name))),
    row(`find: by pinyin initials ${among}`, await find(people.map(({ initials }) => initials))),
    row(`list: what waits for me ${among}`, await list('mine')),
    row(`list: everything in hand ${among}`, await list('inHand')),
  ]
  const shown = 'figures of the fullest day, the stock, and that of each window'
  const took = await today()
  const beside = { name: `today: the same beside its raw events ${among}`, unit: 'ms' as const, bound: 0.01 }
  return [
    ...rows,
    row(`today: ${shown} ${among}`, took),
    compared({ ...beside, referenceIs: 'every event opened and counted' }, took, await plainToday()),
  ]
}
