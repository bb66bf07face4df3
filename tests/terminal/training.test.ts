/** 练习: a desk beside the real one, that takes cases which can never get among the real ones. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watermarked } from '../../electron/printing/watermark.ts'
import { trainingPassword } from '../../electron/training/people.ts'
import { restartWords } from '../../electron/training/restart.ts'
import type { PersonId, WindowNo } from '../../shared/case/ids.ts'
import { papersOf } from '../../shared/record/record.ts'
import { openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let real: TestDesk
let practice: TestDesk

const realAt = (folder: string) => ({
  realDataDir: path.join(folder, 'data'),
  realOutsideDir: path.join(folder, 'outside'),
})

beforeAll(async () => {
  office = await openOffice()
  real = await openTestDesk({ url: office.url, code: await office.code() })
  await signIn(real)
  practice = await openTestDesk(null, { training: realAt(real.folder) })
})
afterAll(async () => {
  await practice.close()
  await real.close()
  await office.close()
})

test('R-TRAINING-1: a practised case has a number that no machine is given, stays here, and leaves the real desk as it was', async () => {
  const before = (await real.ask['bureau.status'](null)).last
  const files = readdirSync(path.join(real.folder, 'data')).toSorted()
  expect(await practice.ask['terminal.state'](null)).toMatchObject({ training: true, terminal: 99_999, phase: 'ready' })
  const asked = { person: 'lianxi.jia' as PersonId, password: trainingPassword, window: 2 as WindowNo }
  const entered = await practice.ask['session.signIn'](asked)
  expect(entered).toMatchObject({ ok: true, value: { online: false } })
  const answer = await practice.ask['act.record'](receiving(practice.clock.now(), ['accepted']))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  expect(papersOf(answer.value.events).map(({ caseNumber }) => caseNumber.slice(0, 5))).toContain('99999')
  const status = await practice.ask['bureau.sendNow'](null)
  expect(status).toMatchObject({ state: 'offline', taken: 0 })
  expect(status.unsent).toBeGreaterThan(0)
  expect((await real.ask['bureau.status'](null)).last).toBe(before)
  expect(readdirSync(path.join(real.folder, 'data')).toSorted()).toEqual(files)
})

test('R-TRAINING-1: nobody of the bureau can sign in to practise, and nobody who practises at the real desk', async () => {
  const people = await practice.ask['published.get'](null)
  expect(people?.people.map(({ id }) => id)).toEqual(['lianxi.jia', 'lianxi.yi'])
  await expect(signIn(practice, 'wang.ck')).rejects.toThrow('neverHere')
  await expect(signIn(real, 'lianxi.jia')).rejects.toThrow()
})

test('R-TRAINING-1: nothing can be practised before anything was published; every sheet says so', async () => {
  await expect(openTestDesk(null, { training: realAt(path.join(real.folder, 'nowhere')) })).rejects.toThrow(
    'nothing was published',
  )
  const sheet = { html: '<body><p>回执</p></body>', snugHtml: '<body></body>', pageFooter: '' }
  const marked = watermarked(sheet, '练习—无效')
  for (const html of [marked.html, marked.snugHtml]) expect(html).toContain('练习—无效')
})

test('R-TRAINING-2: the next start practises only when asked to, however this one was', () => {
  for (const now of ['--training', '--training=1', '--training=']) {
    expect(restartWords(['.', '--no-sandbox', now], false)).toEqual(['.', '--no-sandbox'])
    expect(restartWords(['.', now, '--no-sandbox'], true)).toEqual(['.', '--no-sandbox', '--training'])
  }
  // A link that this start was asked for was opened then.
  expect(restartWords(['.', 'pioneer-desk://desk/today'], true)).toEqual(['.', '--training'])
})
