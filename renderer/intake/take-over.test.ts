import { expect, test } from 'vitest'
import type { FormValues } from '../../shared/item/field.ts'
import { emptyForm } from '../../shared/item/form-schema.ts'
import { realItem } from '../../tests/make/catalogue.ts'
import { form } from '../../tests/make/form.ts'
import { make } from '../../tests/make/make.ts'
import { takenOver } from './take-over.ts'

const dibao = realItem('DB-SQ')
const allowance = realItem('GL-BT')
const idNo = make.idNumber(3, { birth: '1940-01-01' })

test('R-INTAKE-9: what an earlier case says of the person is offered for what is still empty, and money never', () => {
  const earlier: FormValues = { ...form(allowance), idNo, phone: '19900000031', nation: '汉族' }
  const offered = takenOver(allowance, earlier, dibao, {
    ...emptyForm(dibao),
    idNo,
    name: '王示例',
    regAddr: '别处1号',
  })
  expect(offered).toMatchObject({ phone: '19900000031', liveAddr: earlier.liveAddr, bankNo: earlier.bankNo })
  for (const typed of ['name', 'idNo', 'regAddr']) expect(offered).not.toHaveProperty(typed)
  const money = dibao.fields.filter(({ type }) => type === 'money').map(({ key }) => key)
  expect(Object.keys(offered).filter((key) => money.includes(key))).toEqual([])
})

test('R-INTAKE-9: the same household is offered with its numbers, and what each earns is asked anew', () => {
  const member = {
    name: '李样例',
    relation: '配偶',
    idNo: make.idNumber(5),
    health: '健康',
    job: '无业',
    incomeMonthly: 99_900,
  }
  const now = { ...emptyForm(dibao), idNo, members: [{}] }
  const offered = takenOver(dibao, { ...form(dibao), members: [member] }, dibao, now)
  const [row] = offered.members as Record<string, unknown>[]
  expect(row).toMatchObject({ name: '李样例', idNo: member.idNo })
  expect(row).not.toHaveProperty('incomeMonthly')
  const typed = { ...now, members: [{ name: '王示例' }] }
  expect(takenOver(dibao, { ...form(dibao), members: [member] }, dibao, typed)).not.toHaveProperty('members')
})
