/** Finding a person among 100,000 cases, opening lists and figures, in the real window's real IndexedDB. */
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
  const { day, year, window: no } = crowd.middle
  const plainly = async (ask: () => Promise<number>) => {
    const took: number[] = []
    for (let n = 0; n < PLAIN; n += 1) took.push(await ask())
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
  const beside = (name: string, took: readonly number[], raw: readonly number[]) =>
    compared(
      {
        name: `${name} ${among}`,
        unit: 'ms',
        bound: 0.01,
        referenceIs: 'every event opened and looked at',
      },
      took,
      raw,
    )
  const today = 'today: figures of a day, the stock, and that of each window'
  const took = await page.evaluate(([of, times]) => window.inPage.today(of, times), [day, SEARCHES] as const)
  return [
    ...rows,
    row(`${today} ${among}`, took),
    beside(today, took, await plainly(() => page.evaluate((of) => window.inPage.plainToday(of), day))),
    beside(
      '统计 without the bureau: a year by item by month',
      await page.evaluate(([of, times]) => window.inPage.year(of, times), [year, SEARCHES] as const),
      await plainly(() => page.evaluate((of) => window.inPage.plainYear(of), year)),
    ),
    beside(
      'the list behind a window’s figure of a day',
      await page.evaluate(([of, at, times]) => window.inPage.behind(of, at, times), [day, no, SEARCHES] as const),
      await plainly(() => page.evaluate(([of, at]) => window.inPage.plainBehind(of, at), [day, no] as const)),
    ),
  ]
}
