/** 办件信息: a case as the government-service platforms above take it (收件、受理、过程、结果), so that nobody types it a second time.
 *  Data items carry the Chinese names of GB/T 39046-2020; what is ours to confirm stands in docs/exchange.md. */
import { z } from 'zod'
import { Day } from '../calendar/day.ts'
import { Instant } from '../case/ids.ts'

const text = z.string().max(2000)
const name = z.string().min(1).max(200)
const number = z.string().regex(/^\d{12}$/)

/** 01 行政许可 · 05 行政给付 · 07 行政确认 · 10 其他行政权力 · 20 公共服务 (GB/T 39554.1-2020). */
export const matterTypes = ['01', '05', '07', '10', '20'] as const

const Who = z.strictObject({
  类型: z.enum(['自然人', '法人或者非法人组织']),
  名称: name,
  证件类型: z.string().max(60).nullable(),
  证件号码: z.string().max(40),
})
const Act = { 时间: Instant, 办理人员: name, 办理人工号: z.string().max(32) }

export const ExchangeCase = z.strictObject({
  办件编号: number,
  /** Ours for ever, whatever number the platform gives. */
  申办流水号: z.uuid(),
  事项: z.strictObject({
    事项名称: name,
    /** 31 characters; null until the bureau has entered it. */
    实施编码: z.string().max(40).nullable(),
    本局事项编码: z.string().max(12),
    事项类型: z.enum(matterTypes),
    办件类型: z.enum(['即办件', '承诺件']),
    法定办结时限: z.string().max(40).nullable(),
    承诺办结时限: z.string().max(40).nullable(),
  }),
  实施主体: z.strictObject({ 名称: name, 受理大厅: name }),
  申请人: Who,
  共同申请人: Who.nullable(),
  代办人: Who.omit({ 类型: true }).nullable(),
  收件: z.strictObject({
    ...Act,
    受理窗口: z.int().min(1).nullable(),
    收件方式: z.literal('窗口收件'),
    收件凭证编号: number.nullable(),
    材料: z.array(
      z.strictObject({
        材料名称: name,
        收取方式: z.enum(['原件', '复印件', '原件核验', '共享获取', '未提交']),
        份数: z.int().min(0),
      }),
    ),
  }),
  受理: z
    .strictObject({
      ...Act,
      结果: z.enum(['予以受理', '容缺受理', '不予受理', '无需受理', '转办']),
      文书编号: number.nullable(),
      理由: text.nullable(),
    })
    .nullable(),
  过程: z.array(
    z.strictObject({
      ...Act,
      序号: z.int().min(1),
      环节名称: name,
      办理岗位: name,
      文书编号: number.nullable(),
    }),
  ),
  /** Null: it is still in hand. */
  结果: z
    .strictObject({
      ...Act,
      办理结果: z.enum(['准予', '不予', '予以备案', '撤回', '视为撤回', '终止']),
      文书编号: number.nullable(),
      理由: text.nullable(),
      证照名称: name.nullable(),
      证照编号: z.string().max(80).nullable(),
      有效期至: Day.nullable(),
    })
    .nullable(),
  /** Numbers that other systems gave it. */
  外部编号: z.array(z.strictObject({ 系统: name, 编号: z.string().max(80) })),
  送达: z
    .strictObject({
      ...Act,
      送达方式: z.enum(['直接送达', '留置送达', '邮寄送达', '公告送达', '电子送达']),
    })
    .nullable(),
})
export type ExchangeCase = z.infer<typeof ExchangeCase>

/** The whole file. It is written as it comes: `办件` is the last of it. */
export const ExchangeFile = z.strictObject({
  格式: z.literal('pioneer-desk/办件信息'),
  版本: z.literal('1'),
  实施主体: name,
  受理大厅: name,
  期间: z.strictObject({ 起: Day, 止: Day }),
  导出时间: Instant,
  导出人: name,
  用途: name,
  /** Of the bureau's book when the export began: what is done meanwhile may already stand in later cases. */
  起始数据位置: z.int(),
  办件: z.array(ExchangeCase),
})
export type ExchangeFile = z.infer<typeof ExchangeFile>
