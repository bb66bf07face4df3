import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

test.each([
  ['示例市样板区测试街道第三社区5号楼', '测试街道', '第三社区'],
  ['示例省示例市样板县测试镇', '测试镇', ''],
  ['新乡市红旗区样板街道办事处和平村12号', '样板街道', '和平村'],
  ['景德镇市样板区测试路5号', '', ''],
  ['样板县城镇街道测试路5号', '城镇街道', ''],
  [' 示例市 样板区 测试街道 ', '测试街道', ''],
  ['测试路8号', '', ''],
  [null, '', ''],
])('R-REPORT-10: the street and the community of %s', (address, street, community) => {
  expect(placeOf(address)).toEqual({ street, community })
})
