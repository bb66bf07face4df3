import { expect, test } from 'vitest'
import { actOnAudit, drawAudit } from './auditing.ts'

/** A desk whose bureau answers so, one after another. */
function desk(answers: object[], role = 'supervisor') {
  const told: string[] = []
  const noted: object[] = []
  const parts = {
    bureau: {
      tell: async (route: string) => {
        told.push(route)
        return answers.shift()
      },
      now: async () => void told.push('now'),
    },
    recorder: { note: (note: object) => noted.push(note) },
    session: { person: 'wu.dc', current: { capacities: [{ role }] } },
  }
  return { told, noted, parts: parts as never }
}

const lost = { ok: false, why: 'unreachable' }
const kept = [{ no: 3, sealed: '样例' }]

test('R-AUDIT-18: a step whose answer was lost is asked for once more, and this ledger keeps it', async () => {
  const { told, noted, parts } = desk([lost, { ok: true, kept }])
  expect(await actOnAudit(parts, { audit: 'a' } as never)).toMatchObject({ ok: true })
  expect(told).toEqual(['POST /v1/audit-act', 'now', 'POST /v1/audit-act'])
  expect(noted).toEqual([{ type: 'audited', audit: 'a', ...kept[0] }])
})

test('R-AUDIT-18: lost twice, or refused, it is said, and nothing is noted', async () => {
  for (const answers of [[lost, lost], [{ ok: false, why: 'wrong' }]]) {
    const { noted, parts } = desk([...answers])
    expect(await drawAudit(parts, {} as never)).toEqual(answers.at(-1))
    expect(noted).toEqual([])
  }
})

test('R-AUDIT-10: nobody but a supervisor asks', async () => {
  const { told, parts } = desk([], 'clerk')
  expect(await drawAudit(parts, {} as never)).toEqual({ ok: false, why: 'forbidden' })
  expect(told).toEqual([])
})
