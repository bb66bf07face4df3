/** What happens when two acts meet on one case, or a machine's word is doubtful. Nothing is dropped in silence. */
import { z } from 'zod'
import { rows } from '../case/rows.ts'
import type { EventType } from '../case/workflow.ts'
import { AskedMoment, type Rule, rule } from './rule.ts'

const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** Acts as people name them in a question, `close@10:00`. */
const acts = {
  receive: 'received',
  accept: 'accepted',
  close: 'granted',
  refuse: 'refused',
  withdraw: 'withdrawn',
  void: 'voided',
} as const satisfies Record<string, EventType>

const ActAt = z.string().transform((text, ctx) => {
  const act = /^([a-z]+)@\d{1,2}:\d{2}$/.exec(text)?.[1]
  if (act !== undefined && Object.hasOwn(acts, act)) return acts[act as keyof typeof acts]
  ctx.addIssue({ code: 'custom', message: `应写成 close@10:00 的样子，办理动作是${Object.keys(acts).join('、')}` })
  return z.NEVER
})

export const conflictRules: readonly Rule[] = [
  rule(z.object({ base: Fields, w1: Fields, w2: Fields }), ({ base, w1, w2 }) => {
    const changed = (to: typeof base) => Object.keys(to).filter((key) => to[key] !== base[key])
    const both = changed(w1).filter((key) => changed(w2).includes(key) && w1[key] !== w2[key])
    return {
      needHuman: both.length > 0,
      fields: both,
      kept: '服务端先到者生效,后到者入“冲突待处理”,不得静默丢失',
    }
  }),

  rule(z.object({ local: ActAt, server: ActAt }), ({ local, server }) => {
    const needHuman = !mayFollow(server, local)
    const voided = server === 'voided'
    const result = voided ? '保留作废;离线办结挂起提示,主管裁定' : '保留局端已生效的;本机的挂起提示,主管裁定'
    return { needHuman, result: needHuman ? result : undefined }
  }),

  rule(z.object({ deviceTime: AskedMoment, lastEventTime: AskedMoment }), ({ deviceTime, lastEventTime }) => {
    const timeUntrusted = Date.parse(deviceTime) < Date.parse(lastEventTime)
    return {
      blockSubmit: false,
      timeUntrusted,
      requireSupervisorConfirm: timeUntrusted,
      warn: timeUntrusted
        ? '本机时间早于最近一条记录,提示校时;事件带单调序号+服务器时差,收件照收但标“时间待核”'
        : undefined,
    }
  }),

  rule(
    z.object({
      idNo: z.string(),
      item: z.string(),
      openCase: z.string().nullable(),
      within: z.int().min(0).optional(),
    }),
    ({ openCase }) => ({
      warn: openCase === null ? null : `存在在办件${openCase}`,
      block: false,
      requireReason: openCase !== null,
    }),
  ),

  rule(z.object({ batch: z.array(z.string()).max(100_000), acked: z.array(z.string()) }), ({ batch, acked }) => {
    const taken = new Set(acked)
    return { retry: batch.filter((id) => !taken.has(id)), noDuplicate: batch.filter((id) => taken.has(id)) }
  }),

  rule(
    z.object({ caseCatalogue: z.string(), current: z.string(), item: z.string().optional() }),
    ({ caseCatalogue }) => ({
      useVersion: caseCatalogue,
      reason: '按受理时版本办完;材料、依据显示受理时版本',
    }),
  ),

  rule(z.object({ printed: z.boolean(), delivered: z.boolean() }), ({ printed, delivered }) => ({
    mayReprint: !delivered,
    action: delivered
      ? '不得静默重打;出具更正/撤销决定书,编号新,原号保留'
      : printed
        ? '未送达的收回作废并留痕,更正后另行出具'
        : '更正后出具',
  })),
]

/** Does the table of the law know the later act on a case that the earlier one has left? */
function mayFollow(earlier: EventType, later: EventType): boolean {
  const left = rows.find((row) => row.event === earlier)?.to
  return left !== undefined && rows.some((row) => row.event === later && row.from === left)
}
