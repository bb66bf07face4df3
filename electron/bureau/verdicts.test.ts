import { expect, test } from 'vitest'
import type { ActId, CaseId, EventId } from '../../shared/case/ids.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { noVerdicts, withPage } from './verdicts.ts'

const act = '11111111-1111-4111-8111-111111111111' as ActId
type Standing = PullPage['verdicts'][number]['verdicts'][number]['standing']

function page(incarnation: string, ...said: [judged: number, seq: number, standing: Standing][]): PullPage {
  const verdicts = said.map(([judged, seq, standing]) => ({
    judged,
    seq,
    act,
    verdicts: [{ event: `${act}#0` as EventId, case: act as string as CaseId, standing, refusal: null }],
  }))
  const cursor = { incarnation, position: 0, judged: said.at(-1)?.[0] ?? 0 }
  return { cursor, restart: false, entries: [], verdicts, tasks: null, more: false }
}

test('what waits and what was refused is counted until the bureau says otherwise, each record once', () => {
  const first = withPage(noVerdicts, page('a', [1, 10, 'waiting'], [2, 11, 'refused'], [3, 12, 'confirmed']))
  expect(first).toMatchObject({ waiting: [10], refused: [11], judged: 3 })
  const later = withPage(first, page('a', [4, 10, 'confirmed']))
  expect(later).toMatchObject({ waiting: [], refused: [11], judged: 4 })
})

test('a rebuilt cache that reads everything again changes no count; a restored bureau judges afresh', () => {
  const known = withPage(withPage(noVerdicts, page('a', [1, 10, 'waiting'])), page('a', [2, 10, 'confirmed']))
  expect(withPage(known, page('a', [1, 10, 'waiting']))).toEqual(known)
  expect(withPage(known, page('b', [1, 10, 'waiting']))).toMatchObject({ incarnation: 'b', waiting: [10], judged: 1 })
})
