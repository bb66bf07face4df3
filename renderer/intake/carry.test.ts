import { expect, test } from 'vitest'
import { realItem } from '../../tests/make/catalogue.ts'
import { form } from '../../tests/make/form.ts'
import { item as kite } from '../../tests/make/item.ts'
import { carriedValues } from './carry.ts'

test('R-INTAKE-8: the next form of a visit knows who applies and who came in their place', () => {
  const from = realItem('GL-BT')
  const values = form(from, 1, { isAgent: true, agentRelation: '子女' })
  const carried = carriedValues({ from, values }, realItem('YL-YD'))
  expect(carried).toMatchObject({
    name: values.name,
    idNo: values.idNo,
    phone: values.phone,
    isAgent: true,
    agentName: values.agentName,
    agentRelation: '子女',
  })
  expect(Object.keys(carried)).not.toContain('bankNo')
})

test('R-INTAKE-8: a choice the next item does not offer is not carried, nor a person into an organisation', () => {
  const from = realItem('YL-YD')
  const values = form(from, 1, { idType: '台湾居民居住证' })
  expect(carriedValues({ from, values }, kite()).idType).toBeUndefined()
  expect(carriedValues({ from, values }, realItem('ST-BG'))).toEqual({})
})
