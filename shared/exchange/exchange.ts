/** A case and its events as the exchange form says them. Pure; what the form asks for and nothing more: no telephone, no address, no
 *  answers of the form. */
import { partnerOf } from '../case/applicant.ts'
import type { Case } from '../case/case.ts'
import { type AnyEvent, isKnownType, readFact } from '../case/event.ts'
import type { ReceivedMaterial } from '../case/events/parts.ts'
import { type EventType, workflow } from '../case/workflow.ts'
import type { Item } from '../item/item.ts'
import { limitWords } from '../paper/say.ts'
import type { Hall } from '../people/hall.ts'
import type { ExchangeCase } from './exchange-case.ts'
import { stepNames } from './step-names.ts'

/** What it carries is read only where the form tells of it. */
type KnownEvent = AnyEvent & { type: EventType }
type Told<K extends keyof ExchangeCase> = NonNullable<ExchangeCase[K]>
/** The number on somebody's badge, by who they are. */
export type BadgeOf = (person: string) => string

const matterType = { permit: '01', benefit: '05', confirmation: '07', filing: '10', service: '20' } as const
const acceptances: { [T in EventType]?: Told<'受理'>['结果'] } = {
  accepted: '予以受理',
  acceptedIncomplete: '容缺受理',
  deemedAcceptanceNoted: '予以受理',
  notAccepted: '不予受理',
  notRequired: '无需受理',
  redirected: '转办',
}
const results: { [T in EventType]?: Told<'结果'>['办理结果'] } = {
  granted: '准予',
  refused: '不予',
  recorded: '予以备案',
  withdrawn: '撤回',
  lapsed: '视为撤回',
  terminated: '终止',
}
const manners = {
  inPerson: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  publicNotice: '公告送达',
  electronic: '电子送达',
} as const
const gotNames = {
  original: '原件',
  copy: '复印件',
  checked: '原件核验',
  shared: '共享获取',
  none: '未提交',
} as const

/** The acts that the form tells of; for the others, printing above all, nobody need open what is sealed. */
export const toldTypes: readonly string[] = [
  ...new Set(['received', 'delivered', 'reopened', ...[acceptances, results, stepNames].flatMap(Object.keys)]),
]

/** Throws on a case without its receipt. */
export function exchangeCase(
  kase: Case,
  events: readonly AnyEvent[],
  item: Item,
  hall: Pick<Hall, 'bureau' | 'name' | 'offices'>,
  badgeOf: BadgeOf,
): ExchangeCase {
  const known = events.filter((event) => event.standing !== 'outOfTurn' && isKnownType(event)) as KnownEvent[]
  const receipt = known.find(({ type }) => type === 'received')
  if (receipt === undefined) throw new Error('a case without its receipt')
  const acted = ({ stamp }: KnownEvent) => ({
    时间: stamp.at,
    办理人员: stamp.by.name,
    办理人工号: badgeOf(stamp.by.person),
  })
  const paper = (event: KnownEvent) => paperOf(kase, event)
  const accepted = known.findLast(({ type }) => type in acceptances)
  const result = resultOf(known)
  const delivery = known.findLast(({ type }) => type === 'delivered')
  const delivered = delivery === undefined ? undefined : readFact(delivery)
  const process = known.filter(({ type }) => type in stepNames)
  return {
    办件编号: kase.number,
    申办流水号: kase.id,
    事项: {
      事项名称: item.name,
      实施编码: item.officialCode ?? null,
      本局事项编码: item.code,
      事项类型: matterType[kase.kind],
      办件类型: kase.processing === 'onTheSpot' ? '即办件' : '承诺件',
      法定办结时限: limitOf(item.limits.statutory),
      承诺办结时限: limitOf(item.limits.promised),
    },
    实施主体: { 名称: hall.bureau, 受理大厅: hall.name },
    申请人: { 类型: kase.applicant.kind === 'person' ? '自然人' : '法人或者非法人组织', ...identity(kase) },
    共同申请人: partner(kase, item),
    代办人: kase.agent === null ? null : { 名称: kase.agent.name, 证件类型: null, 证件号码: kase.agent.idNo },
    收件: {
      ...acted(receipt),
      受理窗口: kase.window,
      收件方式: '窗口收件',
      收件凭证编号: paper(receipt),
      材料: kase.materials.map((each) => materialOf(item, each)),
    },
    受理:
      accepted === undefined
        ? null
        : {
            ...acted(accepted),
            结果: acceptances[accepted.type] ?? '予以受理',
            文书编号: paper(accepted),
            理由: reasonOf(accepted),
          },
    过程: process.map((event, index) => ({
      ...acted(event),
      序号: index + 1,
      环节名称: stepName(event, item),
      办理岗位: hall.offices.find(({ key }) => key === event.stamp.by.office)?.name ?? event.stamp.by.office,
      文书编号: paper(event),
    })),
    结果:
      result === undefined
        ? null
        : {
            ...acted(result),
            办理结果: results[result.type] ?? '终止',
            文书编号: paper(result),
            理由: reasonsOf(result),
            证照名称: kase.certificate?.name ?? null,
            证照编号: kase.certificate?.number ?? null,
            有效期至: kase.certificate?.validUntil ?? null,
          },
    外部编号: kase.links.map(({ system, number }) => ({ 系统: system, 编号: number })),
    送达: delivered?.type !== 'delivered' ? null : { ...acted(delivered), 送达方式: manners[delivered.data.manner] },
  }
}

/** What ended it; nothing while it was opened anew and is in hand again. */
function resultOf(known: readonly KnownEvent[]): KnownEvent | undefined {
  const last = known.findLastIndex(({ type }) => type in results)
  const anew = known.findLastIndex(({ type }) => type === 'reopened')
  return last > anew ? known[last] : undefined
}

function reasonOf(acceptance: KnownEvent): string | null {
  const read = readFact(acceptance)
  return read !== undefined && 'reason' in read.data ? read.data.reason : null
}

function reasonsOf(result: KnownEvent): string | null {
  const event = readFact(result)
  if (event?.type === 'refused') return event.data.reasons
  if (event?.type === 'withdrawn') return event.data.reason
  if (event?.type === 'terminated') return event.data.cause
  return event?.type === 'granted' ? (event.data.reasons ?? null) : null
}

function stepName(event: KnownEvent, item: Item): string {
  if (event.type !== 'stepPassed') return stepNames[event.type] ?? event.type
  const passed = readFact(event)
  const step = passed?.type === 'stepPassed' ? passed.data.step : undefined
  return item.steps.find(({ key }) => key === step)?.name ?? '审查'
}

const papersOf = new Map<string, (string | null)[]>()
for (const [type, , , , paper] of workflow) papersOf.set(type, [...(papersOf.get(type) ?? []), paper])

/** The paper that was handed over with an act. */
function paperOf(kase: Case, { type, stamp }: KnownEvent): Told<'收件'>['收件凭证编号'] {
  const keys = papersOf.get(type) ?? []
  const made = kase.papers.find(({ event, key }) => event.startsWith(`${stamp.act}#`) && keys.includes(key))
  return made?.number ?? null
}

function identity({ applicant }: Case): Omit<Told<'申请人'>, '类型'> {
  const of = applicant.kind === 'person' ? applicant.idType : (applicant.idType ?? '统一社会信用代码')
  return { 名称: applicant.name, 证件类型: of, 证件号码: applicant.idNo }
}

function partner(kase: Case, item: Item): ExchangeCase['共同申请人'] {
  const other = partnerOf(item, kase.form)
  if (other === null) return null
  return { 类型: '自然人', 名称: other.name, 证件类型: other.idType, 证件号码: other.idNo }
}

function materialOf(item: Item, { key, got, count }: ReceivedMaterial): Told<'收件'>['材料'][number] {
  return {
    材料名称: item.materials.find((each) => each.key === key)?.name ?? key,
    收取方式: gotNames[got],
    份数: count,
  }
}

function limitOf(limit: Item['limits']['promised']): string | null {
  return limit === null ? null : limitWords(limit)
}
