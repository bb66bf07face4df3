/** Time limits, what stops the clock, and the steps between acceptance and decision. */
import type { Calendar } from '../../calendar/calendar.ts'
import { addDays, type Day } from '../../calendar/day.ts'
import type { Instant } from '../../case/ids.ts'
import { paperKeys } from '../../case/workflow.ts'
import { noticeFields } from '../../paper/notice-text.ts'
import type { Item, Limit, Step } from '../item.ts'
import { lastDay } from '../last-day.ts'
import type { Finding, ItemRule } from './finding.ts'

/** What happens before acceptance, at the decision or after it is no step of its own. */
const NOT_A_STEP = /^(receive|accept|decide|certify|close|deliver|pay)$|收件|受理|制证|办结|送达|发放|拨付|支付/

/** A law or a regulation by its title: what a local paper says stops no permit's clock. */
const BY_LAW = /《[^》]*(?:法|条例)(?:（[^）]*）)?》/

export const checkTime: ItemRule = (item) => [...limits(item), ...suspensions(item), ...steps(item)]

const limits: ItemRule = (item) => {
  const { statutory, promised } = item.limits
  const found: Finding[] = []
  if (statutory?.unit === 'onTheSpot' && item.processing === 'promised')
    found.push({ path: 'limits.statutory', problem: '没有法定期限的写 null，不写0' })
  if (item.processing === 'onTheSpot' && promised !== null && promised.unit !== 'onTheSpot')
    found.push({ path: 'limits.promised', problem: '即办件当场办结，承诺期限为0或没有' })
  if (item.processing === 'promised' && promised?.unit === 'onTheSpot')
    found.push({ path: 'limits.promised', problem: '承诺件的承诺期限不能是0' })
  if (item.delivery === null && item.processing === 'promised' && item.kind !== 'filing')
    found.push({ path: 'delivery', problem: '准予和不予都要送达，须有送达期限' })
  const { delivery } = item
  if (item.kind === 'permit' && delivery !== null && (delivery.unit !== 'workingDays' || delivery.count > 10))
    found.push({ path: 'delivery', problem: '行政许可自决定之日起10个工作日内送达（行政许可法第四十四条）' })
  if (item.extension !== null && ['filing', 'service'].includes(item.kind))
    found.push({ path: 'extension', problem: '备案和公共服务没有延长' })
  const longest = item.extension?.max
  const most = isJoint(item) ? 15 : 10
  if (item.kind === 'permit' && longest !== undefined && (longest.unit !== 'workingDays' || longest.count > most))
    found.push({
      path: 'extension.max',
      problem: `行政许可的延长最多${most}个工作日（行政许可法第四十二条）`,
    })
  if (item.limits.capped && statutory?.unit !== 'calendarDays')
    found.push({ path: 'limits.capped', problem: '只有工作日的承诺对自然日的法定期限才需要以法定为限' })
  if (item.coolingOff !== undefined && (item.lapse === undefined || promised !== null))
    found.push({ path: 'coolingOff', problem: '有冷静期的，没有承诺期限，逾期不来要写明视为撤回（lapse）' })
  const { from, until } = item.inForce
  if (until !== null && until < from)
    found.push({ path: 'inForce.until', problem: `停止收件的日子（${until}）早于开始的日子（${from}）` })
  if (item.lapse !== undefined && item.kind !== 'confirmation')
    found.push({ path: 'lapse', problem: '只有法律写明视为撤回的行政确认才有这一项' })
  return found
}

/** 统一、联合、集中办理 (行政许可法第四十二条第二款): forty-five days, and fifteen more by leave of the government. */
function isJoint({ limits: { statutory }, extension }: Item): boolean {
  return statutory?.unit === 'workingDays' && statutory.count === 45 && extension?.approver !== undefined
}

const suspensions: ItemRule = (item) =>
  item.suspensions.flatMap((suspension) => {
    const at = (rest: string, problem: string): Finding => ({ path: `suspensions.${suspension.key}.${rest}`, problem })
    const found: Finding[] = []
    const { phase, stopsClock, paper } = suspension
    if (phase === 'beforeAcceptance' && stopsClock) found.push(at('stopsClock', '受理前没有计时，不会停表'))
    if (stopsClock && paper === null) found.push(at('paper', '没有文书不能停表'))
    if (stopsClock && ['filing', 'service'].includes(item.kind)) found.push(at('stopsClock', '备案和公共服务不停表'))
    if (stopsClock && item.kind === 'permit' && !BY_LAW.test(suspension.basis))
      found.push(at('stopsClock', '行政许可只有法律、法规列明的程序停表（行政许可法第四十五条），依据要写到哪一部'))
    if (paper !== null && !(paperKeys as readonly string[]).includes(paper))
      found.push(at('paper', `没有“${paper}”这种文书`))
    return found
  })

const steps: ItemRule = (item) => {
  const found: Finding[] = []
  if (item.steps.length > 0 && (item.kind === 'filing' || item.processing === 'onTheSpot'))
    found.push({ path: 'steps', problem: '备案和即办件没有审查环节' })
  for (const step of item.steps)
    if (NOT_A_STEP.test(step.key) || NOT_A_STEP.test(step.name))
      found.push({ path: `steps.${step.key}`, problem: '环节只在受理和决定之间；发放等事后的写进 followUp' })
  for (const step of item.steps)
    if (step.needs === 'publicized' && !['benefit', 'confirmation'].includes(item.kind))
      found.push({ path: `steps.${step.key}.needs`, problem: '只有行政给付和行政确认有公示' })
  if (item.steps.length > 0 && item.steps.every(({ when }) => when !== undefined))
    found.push({ path: 'steps', problem: '至少有一个环节不分情形，否则有的件一个环节也没有' })
  found.push(...item.steps.flatMap((step) => [...notices(item, step), ...hanging(step)]))
  const { promised } = item.limits
  const days = item.steps.reduce((sum, step) => sum + (step.days ?? 0), 0)
  if (promised?.unit === 'workingDays' && days > promised.count)
    found.push({ path: 'steps', problem: `各环节合计${days}个工作日，超过承诺的${promised.count}个` })
  return found
}

/** 公示: by its own step, in days, and not beside a notice of the law's own. */
function hanging({ key, needs, notice, hangs }: Step): Finding[] {
  if (hangs === undefined) return []
  const at = (problem: string): Finding => ({ path: `steps.${key}.hangs`, problem })
  return [
    ...(needs === 'publicized' && notice === undefined
      ? []
      : [at('只有公示的环节写公示多久（公告的写在 notice.term）')]),
    ...(hangs.unit === 'calendarDays' ? [] : [at('公示的期间按日计')]),
  ]
}

/** A notice of the law's own: hung out by its step, for days as the law gives them, in words that name fields there are. */
function notices(item: Item, { key, needs, notice }: Step): Finding[] {
  if (notice === undefined) return []
  const at = (rest: string, problem: string): Finding => ({ path: `steps.${key}.notice${rest}`, problem })
  const strange = noticeFields(notice).filter((name) => !item.fields.some((field) => field.key === name))
  return [
    ...(needs === 'publicized' ? [] : [at('', '有公告的环节，要写明须先公示（needs: publicized）')]),
    ...(notice.term.unit === 'calendarDays' ? [] : [at('.term', '公告的期间按日计')]),
    ...strange.map((name) => at('.text', `没有“${name}”这个字段`)),
  ]
}

/** The promise never ends later than the statute, whichever day of the last published year it starts on. */
export function checkPromise(item: Item, calendar: Calendar): Finding[] {
  const { statutory, promised, capped } = item.limits
  if (statutory === null || promised === null || capped) return []
  const year = calendar.publishedThrough.slice(0, 4)
  const late: Day[] = []
  // Begun at the end of a day, hours reach furthest.
  const ends = (day: Day, limit: Limit) => lastDay(calendar, `${day}T15:59:59.999Z` as Instant, limit).day
  for (let day = `${year}-01-01` as Day; day.startsWith(year); day = addDays(day, 1))
    if (ends(day, promised) > ends(day, statutory)) late.push(day)
  return late.length === 0
    ? []
    : [
        {
          path: 'limits.promised',
          problem: `承诺期限晚于法定期限：${year}年有${late.length}天受理会超期，如${late[0]}`,
        },
      ]
}
