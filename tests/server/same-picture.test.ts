import { expect, test } from 'vitest'
import { isSamePicture } from '../../server/same-picture.ts'
import type { Case } from '../../shared/case/case.ts'
import { make } from '../make/make.ts'

const kase = make.life({}).do('received').kase

test('R-REPORT-15: a case kept after each act stands as one lived in one go, in whatever order its parts came', () => {
  const { factsChecked: _, ...rest } = { ...kase, factsChecked: undefined }
  const kept = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(rest).toReversed())))
  expect(isSamePicture(kept, { ...kase, factsChecked: undefined } as Case)).toBe(true)
  expect(isSamePicture({ ...kept, window: 5 }, kase)).toBe(false)
  expect(isSamePicture(undefined, kase)).toBe(false)
})
