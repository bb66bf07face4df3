import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oneAtATime } from './lock.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pioneer-lock-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('R-HOUSE-8: two copies of a command never build at the same time, and a failed one lets the next go on', async () => {
  let inside = 0
  let most = 0
  const task = async () => {
    inside += 1
    most = Math.max(most, inside)
    for (let turn = 0; turn < 20; turn++) await setImmediate()
    inside -= 1
  }
  const failing = async () => {
    await task()
    throw new Error('the build failed')
  }
  const name = path.join(folder, 'not/yet/there')
  const done = await Promise.allSettled([oneAtATime(name, failing), oneAtATime(name, task), oneAtATime(name, task)])
  expect(done.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(most).toBe(1)
})
