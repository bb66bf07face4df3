/** Finding a case in words. */

export const searchWords = {
  title: '查找',
  placeholder: '姓名、拼音、首字母、编号、证件号码、电话、事项',
  hint: '边打边找：张样例、zyl、编号后六位、电话后四位、完整证件号码都可以',
  results: (count: number, most: boolean) => (most ? `最近的 ${count} 件，再多打一个字会更准` : `找到 ${count} 件`),
  none: '本机没有，联网后再查',
  noneText: '可能在别的大厅，或已办结多时。用完整的编号或证件号码向局端查询。',
  ask: '向局端查询',
  needWhole: '向局端查询须用完整的编号（12位）或证件号码',
  unreachable: '现在连不上局端，联网后再查。',
  notFound: '局端也没有找到。请核对编号或证件号码。',
  fromBureau: '局端查到的（不存在本机）',
  phone: '电话',
  notYet: '待局端确认',
} as const
