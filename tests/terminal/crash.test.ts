/** kill -9 between the disk and the answer: the same form sent again is the same act. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Instant } from '../../shared/case/ids.ts'
import type { BureauStatus, Recorded } from '../../shared/contract/views.ts'
import { Died, Machine } from '../chaos/machine.ts'
import { receiving } from './desk.ts'
import { type Office, openOffice, password } from './office.ts'

let office: Office
const folder = mkdtempSync(path.join(tmpdir(), 'dying-'))
const machines: Machine[] = []

beforeAll(async () => {
  // The child reads TypeScript as this test does.
  vi.stubEnv('NODE_OPTIONS', '--import tsx')
  office = await openOffice()
})
afterAll(async () => {
  for (const machine of machines) await machine.kill()
  vi.unstubAllEnvs()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The terminal's process on its folder, with somebody signed in. */
async function start(dieAt: 'recorded' | 'never', code?: string): Promise<Machine> {
  const setting = { dataDir: path.join(folder, 'data'), outsideDir: path.join(folder, 'outside'), dieAt }
  const machine = new Machine(path.join(import.meta.dirname, 'dying-terminal.ts'), setting)
  machines.push(machine)
  await machine.start()
  if (code !== undefined) await machine.ask('terminal.enrol', { bureau: office.url, code })
  await machine.ask('session.signIn', { person: 'wang.ck', password, window: 2 })
  return machine
}

test('R-TERMINAL-42: killed between disk and answer, the form sent again gets the first answer: one case, one number', async () => {
  const now = () => new Date().toISOString() as Instant
  const dying = await start('recorded', await office.code())
  const act = { ...receiving(now(), ['accepted']), draft: null }
  await expect(dying.ask('act.record', act)).rejects.toThrow(Died)

  const again = await start('never')
  const first = await again.ask<{ ok: true; value: Recorded }>('act.record', act)
  expect(first).toMatchObject({ ok: true, value: { again: true } })
  expect(first.value.events.map((event) => event.type)).toEqual(['received', 'accepted', 'printed', 'printed'])
  expect(await again.ask('act.record', act)).toEqual(first)
  const status = await again.ask<BureauStatus>('bureau.sendNow')
  expect(status).toMatchObject({ unsent: 0, proof: { same: true } })
  const cases = await office.bureau.db.selectFrom('cases').select('number').execute()
  expect(cases.map((row) => row.number)).toEqual([(first.value.events[0]!.data as { number: string }).number])
})
