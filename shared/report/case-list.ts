/** 办件明细: one line for each case that 收件 counts, so that the list is as long as the figure. Nobody's personal data is in it: other
 *  systems know a case by its number. */
import type { Item } from '../item/item.ts'
import type { Part } from './parts.ts'

export const caseListColumns = [
  '办件编号',
  '事项编码',
  '事项名称',
  '服务体系',
  '收件日期',
  '收件窗口',
  '收件人',
  '街道',
  '社区',
  '状态',
  '办理期限',
  '受理日期',
  '补正告知次数',
  '办结日期',
  '办理结果',
  '办理用时（工作小时）',
  '送达日期',
] as const

export const systemNames: Record<Item['system'], string> = {
  relief: '社会救助',
  elderly: '养老服务',
  governance: '基层治理',
  basic: '基本社会服务',
}

/** How a case ended, by what it then counts for. */
export const endNames = {
  granted: '准予',
  refused: '不予',
  recorded: '备案',
  notAccepted: '不予受理',
  notRequired: '无需办理',
  redirected: '转办',
  withdrawn: '撤回',
  lapsed: '视为撤回',
  terminated: '终止',
} as const satisfies { [P in Part]?: string }

export const stateNames = { inHand: '在办', waiting: '已办结待送达', over: '已结束' } as const
