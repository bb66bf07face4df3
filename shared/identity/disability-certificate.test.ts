import { expect, test } from 'vitest'
import { make } from '../../tests/make/make.ts'
import { DisabilityNo, readDisabilityCertificate } from './disability-certificate.ts'

test('R-IDENTITY-10: the number of a disability certificate says whose it is, the kind, the grade and the issue', () => {
  expect(readDisabilityCertificate('53011119700815005541')).toMatchObject({
    idNo: '530111197008150055',
    kind: '肢体',
    grade: '一级',
    reissue: null,
  })
  expect(readDisabilityCertificate('５３０１１１１９７００８１５００５５４２b1')).toMatchObject({
    grade: '二级',
    reissue: 'B1',
  })
  for (const wrong of [
    '',
    '530111197008150055',
    '53011119700815005581',
    '53011119700815005545',
    '53011119700815005541B',
  ])
    expect(readDisabilityCertificate(wrong), wrong).toBeUndefined()
})

test('R-IDENTITY-10: a form takes it only with a right identity number inside', () => {
  const idNo = make.idNumber(3)
  expect(DisabilityNo.safeParse(`${idNo}41`).data).toBe(`${idNo}41`)
  const other = idNo.slice(0, 17) + (idNo.endsWith('1') ? '2' : '1')
  expect(DisabilityNo.safeParse(`${other}41`).error?.issues[0]?.message).toBe('disabilityNo.idNumber')
  expect(DisabilityNo.safeParse(idNo).error?.issues[0]?.message).toBe('disabilityNo.format')
})
