import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('R-PERIOD-17: asked while an answer is under way, however often, it is asked once more, and never twice at a time', async () => {
  const answers: (() => void)[] = []
  let running = 0
  let most = 0
  const ask = oneAtATime(async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => answers.push(resolve))
    running -= 1
  })
  /** Answers the last question, and lets what follows from it happen. */
  const answer = async () => {
    answers.at(-1)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  ask()
  for (let n = 0; n < 5; n += 1) ask()
  expect(answers).toHaveLength(1)
  await answer()
  expect(answers).toHaveLength(2)
  await answer()
  expect(answers).toHaveLength(2)
  ask()
  expect(answers).toHaveLength(3)
  ask()
  await answer()
  await answer()
  expect([answers.length, most, running]).toEqual([4, 1, 0])
})
