import { expect, test } from 'vitest'
import { paperBook, realItem } from '../../tests/make/catalogue.ts'
import { papersTouched } from './papers-touched.ts'

const benefit = realItem('GL-BT')
const permit = realItem('ST-BG')

test('R-PUBLISH-6: a changed list of materials stands on the receipt and on the correction notice, not on the acceptance', () => {
  const touched = papersTouched(benefit, ['materials'], paperBook)
  expect(touched).toEqual(expect.arrayContaining(['receipt', 'correctionNotice']))
  expect(touched).not.toContain('acceptanceNotice')
})

test('R-PUBLISH-6: a changed limit stands on the acceptance; what no paper says touches none', () => {
  expect(papersTouched(benefit, ['limits'], paperBook)).toContain('acceptanceNotice')
  expect(papersTouched(benefit, ['aliases', 'notes', 'toConfirm'], paperBook)).toEqual([])
})

test('R-PUBLISH-6: another kind turns all papers of the item, and papers of other kinds are not named', () => {
  const all = papersTouched(permit, ['kind'], paperBook)
  expect(all).toContain('hearingNotice')
  expect(all).not.toContain('filingReceipt')
  expect(papersTouched(benefit, ['suspensions'], paperBook)).not.toContain('hearingNotice')
})
