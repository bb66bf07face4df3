import { expect, test } from 'vitest'
import { pagesOf } from './pdf-pages.ts'

test('the root of the page tree counts all pages', () => {
  const small = Buffer.from('1 0 obj <</Type /Pages\n/Count 2\n/Kids [5 0 R 8 0 R]>> endobj')
  const large = Buffer.from(
    '<</Count 8 /Type /Pages /Parent 3 0 R>> <</Type /Pages /Count 3>> <</Type /Pages /Count 11>>',
  )
  expect(pagesOf(small)).toBe(2)
  expect(pagesOf(large)).toBe(11)
  expect(pagesOf(Buffer.from('<</Type /Outlines /Count 40>>'))).toBe(0)
})
