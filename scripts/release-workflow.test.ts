import { describe, expect, test } from 'vitest'
import { breaches, notTaken, type Released, readReleased, requireTaken, workflowToday } from './release-workflow.ts'

const released = readReleased()!
// biome-ignore lint/suspicious/noExplicitAny: a test edits what has no type, JSON Schemas.
type Editable = any
/** Today's law after somebody edited it. */
function edited(edit: (today: Editable) => void): string[] {
  const today = structuredClone(workflowToday()) as Released
  edit(today)
  return breaches(released, today)
}

describe('R-WORKFLOW-6: what was released is only ever added to', () => {
  test('this program still speaks all that was released (additions: npx tsx scripts/release-workflow.ts)', () => {
    expect(breaches(released, workflowToday())).toEqual([])
  })

  test('additions are no breach', () => {
    expect(
      edited((today) => {
        today.statuses = [...today.statuses, 'archived']
        today.acts['archived closed P'] = 'archived by clerk hands over nothing'
        today.payloads.archived = { type: 'object' }
        today.payloads.accepted.properties.place = { type: 'string' }
        today.payloads.delivered.properties.manner.enum.push('drone')
        today.payloads.accepted.properties.remark.anyOf[0].maxLength = 5000
      }),
    ).toEqual([])
  })

  test('a release is not packed while an addition is not frozen yet', () => {
    const before = structuredClone(workflowToday()) as Editable
    expect(notTaken(before, workflowToday())).toEqual([])
    expect(() => requireTaken(before)).not.toThrow()
    before.statuses = before.statuses.slice(1)
    delete before.acts['accepted received P']
    delete before.payloads.accepted.properties.remark
    expect(notTaken(before, workflowToday())).toEqual(['new', 'accepted received P', 'accepted'])
    expect(() => requireTaken(before)).toThrow('accepted received P')
  })

  test.each<[string, (today: Editable) => void]>([
    [
      'a status gone',
      (today) => {
        today.statuses = today.statuses.filter((status: string) => status !== 'ready')
      },
    ],
    [
      'an act gone',
      (today) => {
        delete today.acts['accepted received P']
      },
    ],
    [
      'an act re-aimed',
      (today) => {
        today.acts['accepted received P'] = 'closed by clerk hands over acceptanceNotice, served'
      },
    ],
    [
      'a payload gone',
      (today) => {
        delete today.payloads.accepted
      },
    ],
    [
      'a field gone',
      (today) => {
        delete today.payloads.delivered.properties.receiver
      },
    ],
    [
      'a field that became required',
      (today) => {
        today.payloads.accepted.properties.place = { type: 'string' }
        today.payloads.accepted.required.push('place')
      },
    ],
    [
      'an option gone',
      (today) => {
        today.payloads.delivered.properties.manner.enum.shift()
      },
    ],
    [
      'a bound drawn in',
      (today) => {
        today.payloads.certificateIssued.properties.number.maxLength = 10
      },
    ],
    [
      'null no longer taken',
      (today) => {
        today.payloads.accepted.properties.remark.anyOf.pop()
      },
    ],
  ])('%s is a breach', (_, edit) => {
    expect(edited(edit)).toHaveLength(1)
  })
})
