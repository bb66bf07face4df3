import { expect, test } from 'vitest'
import { offeredPlaces } from './place-offer.ts'

const streets = [
  { street: '样板街道', communities: ['测试社区', '演示社区'] },
  { street: '示范镇', communities: ['样例村'] },
]
const offered = (typed: string) => offeredPlaces(typed, streets).map(({ value }) => value)

test('R-INTAKE-20: an address is offered down to the community, behind what stands there already', () => {
  expect(offered('示例市示例区样板')).toEqual(['示例市示例区样板街道测试社区', '示例市示例区样板街道演示社区'])
  expect(offered('示例区演示社')).toEqual(['示例区样板街道演示社区'])
  expect(offered('示例区样')).toEqual(['示例区样板街道测试社区', '示例区样板街道演示社区', '示例区示范镇样例村'])
})

test('R-INTAKE-20: by its letters too, an input method’s own marks left out', () => {
  expect(offered('示例区ybjd')).toEqual(['示例区样板街道测试社区', '示例区样板街道演示社区'])
  expect(offered("示例区yang'li")).toEqual(['示例区示范镇样例村'])
  expect(offered('示例区y')).toEqual([])
})

test('R-INTAKE-20: nothing is offered for an empty box, a whole address or one of elsewhere', () => {
  expect(offered('')).toEqual([])
  expect(offered('示例区样板街道测试社区')).toEqual([])
  expect(offered('示例区样板街道测试社区测试路1号')).toEqual([])
  expect(offered('别省别市别区别路1号')).toEqual([])
  expect(offeredPlaces('示例区样板', [])).toEqual([])
})
