/** An item as a page for people: who, what to bring, the form, steps, limits, what stops the clock, on which law, what is unsure. */

import { paperTitles } from '../../renderer/words/papers.ts'
import { roleNames } from '../../renderer/words/roles.ts'
import { kindNames, processingNames } from '../../renderer/words/statuses.ts'
import { conditionWords } from '../../shared/item/condition-words.ts'
import type { Item, Limit, Recurrence, Seat } from '../../shared/item/item.ts'
import { toConfirm } from '../../shared/item/to-confirm.ts'
import { askedWords, limitWords, moneyWords } from '../../shared/paper/say.ts'
import type { Hall } from '../../shared/people/hall.ts'
import { formPart } from './form-part.ts'
import { type Html, html, list, page, table } from './html.ts'

export const systemNames: Record<Item['system'], string> = {
  relief: '社会救助',
  elderly: '养老服务',
  governance: '基层治理',
  basic: '基本社会服务',
}

const certaintyNames = { medium: '把握中等', low: '把握不足', asked: '要问清' } as const

/** What stands beside what is not sure. */
function unsure(certainty: 'high' | 'medium' | 'low'): Html | '' {
  return certainty === 'high' ? '' : html` <span class="unsure">待核实</span>`
}

/** The page of one item. `items` names the others it speaks of. */
export function itemPage(item: Item, items: readonly Item[], hall: Hall | undefined): string {
  const nameOf = (code: string) => items.find((each) => each.code === code)?.name ?? code
  return page(
    item.name,
    html`<p class="screen"><a href="index.html">全部事项</a></p>
<h1>${item.name}</h1>
<p class="under">${item.code} ·${item.officialCode === undefined ? '' : ` 实施编码 ${item.officialCode} ·`} ${item.kindName ?? kindNames[item.kind]} · ${processingNames[item.processing]} · ${systemNames[item.system]} · ${inForce(item)}</p>
<p class="under">也叫：${item.aliases.join('、')}</p>
${whoPart(item)}
<h2>材料</h2>
${table(
  ['材料', '形式', '什么情况', '其他'],
  item.materials.map((each) => [each.name, askedWords(each), each.whenWords ?? '都要', materialMore(each)]),
)}
<h2>表单</h2>
${formPart(item)}
<h2>期限</h2>
${limitsPart(item)}
<h2>停表</h2>
${table(
  ['情形', '停不停', '凭哪份文书', '最长', '依据'],
  item.suspensions.map((each) => [
    [[each.name, each.whenWords ?? ''].filter(Boolean).join('：'), unsure(each.certainty)],
    each.phase === 'beforeAcceptance' ? '受理前，不计时' : each.stopsClock ? '停表' : '不停表',
    each.paper === null ? '—' : `《${(paperTitles as Record<string, string>)[each.paper] ?? each.paper}》`,
    each.max === null ? '没有规定' : limitWords(each.max),
    each.basis,
  ]),
)}
<h2>环节</h2>
${stepsPart(item, hall)}
<h2>结果</h2>
${resultPart(item, hall)}
${
  (item.recurrence ?? []).length === 0
    ? ''
    : html`<h2>以后还要做</h2>
${table(
  ['做什么', '多久一次', '办成', '提前列出', '依据'],
  item.recurrence!.map((each) => [
    [each.name, unsure(each.certainty)],
    rhythmWords(item, each),
    nameOf(each.opens),
    `${each.remindDays}日`,
    each.basis,
  ]),
)}`
}
${item.ends === undefined ? '' : html`<p>办成以后，申请人下列事项不再到期：${item.ends.map(nameOf).join('、')}。</p>`}
${
  (item.excludes ?? []).length === 0
    ? ''
    : html`<h2>不能同时享受</h2>
${list(item.excludes!.map((each) => `${each.items.map(nameOf).join('、')}：${each.words}（${each.basis}）`))}`
}
${
  item.secondSystem === undefined
    ? ''
    : html`<h2>${item.secondSystem.name}的录入顺序</h2>
${table(
  ['那边叫什么', '这里的字段'],
  item.secondSystem.order.flatMap((each) => {
    const field = item.fields.find(({ key }) => key === each.field)
    const own = field?.label ?? each.field
    if (!('columns' in each)) return [[each.label, own]]
    return each.columns.map(({ column, label }) => [
      `每行${each.label}：${label}`,
      `${own}：${field?.columns?.find(({ key }) => key === column)?.label ?? column}`,
    ])
  }),
)}`
}
<h2>依据</h2>
${list(item.legalBasis.map(({ name, article }) => `《${name}》${article ?? ''}`))}
<h2>请局里核实</h2>
${confirmPart(item)}
${
  item.notes === undefined
    ? ''
    : html`<h2>说明</h2>
<p>${item.notes}</p>`
}`,
  )
}

function inForce({ inForce: { from, until } }: Item): string {
  return until === null ? `${from}起施行` : `${from}至${until}施行`
}

function whoPart(item: Item): Html {
  const who = { person: '自然人', organisation: '法人或者其他组织' }[item.applicantKind]
  const agent =
    item.inPerson === undefined
      ? item.agent === null
        ? '不能代办'
        : '可以代办'
      : `${item.inPerson.words}（${item.inPerson.basis}）`
  return html`<h2>谁可以办</h2>
<p>${who}${item.partner === undefined ? '' : '，两人共同申请'}；${agent}。</p>
${list(
  item.eligibility.map((each) => [
    each.words,
    html`<span class="small">（${each.weight === 'wall' ? '必须符合' : '提示'}；${each.when === undefined ? '窗口询问后勾选' : `按表单计算：${conditionWords(item, each.when)}`}）</span>`,
    unsure(each.certainty),
  ]),
)}`
}

function materialMore(material: Item['materials'][number]): string {
  const all = [
    material.tolerable ? '可容缺' : '',
    material.shareable ? '可联网核验' : '',
    material.committable === true ? '可告知承诺' : '',
    material.template ? '窗口有表样' : '',
    `来源：${material.source}`,
    material.note ?? '',
  ]
  return all.filter((text) => text !== '').join('；')
}

function limitsPart(item: Item): Html {
  const { statutory, promised, capped } = item.limits
  const row = (name: string, limit: Limit | null | undefined, none: string) =>
    limit === null || limit === undefined
      ? [name, none, '']
      : [name, [limitWords(limit), unsure(limit.certainty)], limit.basis]
  const starts = { accepted: '受理', allDocumentsReceived: '收齐材料', nextDayAfterReceipt: '收到材料的次日' }
  return html`${table(
    ['', '多久', '依据'],
    [
      row('法定期限', statutory, '没有法定期限'),
      row('承诺期限', promised, '没有承诺期限'),
      row('延长', item.extension?.max, '不能延长'),
      row('送达', item.delivery, '没有规定'),
    ],
  )}
<p>从${starts[item.clock.startsAt]}起算，到作出决定为止；当日不计。${capped === true ? '承诺期限晚于法定期限的，以法定期限为准。' : ''}</p>
${item.coolingOff === undefined ? '' : html`<p>冷静期：收件后${item.coolingOff.days}日内不办理，其后${item.coolingOff.collectDays}日内领取，逾期视为撤回（${item.coolingOff.basis}）。</p>`}
${item.lapse === undefined ? '' : html`<p>视为撤回：${item.lapse.basis}。</p>`}
${(item.terminations ?? []).length === 0 ? '' : html`<p>终止：${item.terminations!.map(({ cause, basis }) => `${cause}（${basis}）`).join('；')}。</p>`}`
}

function stepsPart(item: Item, hall: Hall | undefined): Html {
  const needs = { factsChecked: '先完成核查', publicized: '先公示期满' }
  const steps = item.steps.map((step) => [
    step.name,
    seatWords(step.seat, hall),
    step.days === null ? '—' : `${step.days}个工作日`,
    [
      step.whenWords ?? '',
      step.needs === undefined ? '' : needs[step.needs],
      step.notice === undefined
        ? ''
        : `${step.notice.title}${limitWords(step.notice.term)}（${step.notice.term.basis}）`,
      step.hangs === undefined ? '' : `至少${limitWords(step.hangs)}（${step.hangs.basis}）`,
      step.note ?? '',
    ]
      .filter((text) => text !== '')
      .join('；'),
  ])
  const decided = ['决定', seatWords(item.decider, hall), '—', '']
  return html`${table(['环节', '谁来办', '本局安排', '其他'], [...steps, decided])}
${item.followUp.length === 0 ? '' : html`<p>办结之后：${item.followUp.join('；')}。</p>`}`
}

function seatWords(seat: Seat, hall: Hall | undefined): string {
  const office = (key: string) => hall?.offices.find((each) => each.key === key)?.name ?? key
  const more = [
    seat.persons === 2 ? '两人' : '',
    seat.qualification ?? '',
    seat.recordedBy === undefined ? '' : `由${office(seat.recordedBy.office)}${roleNames[seat.recordedBy.role]}代录`,
  ].filter((text) => text !== '')
  return `${office(seat.office)} ${roleNames[seat.role]}${more.length === 0 ? '' : `（${more.join('；')}）`}`
}

function resultPart(item: Item, hall: Hall | undefined): Html {
  const { result } = item
  const types = { benefit: '待遇', certificate: '证照', document: '文书', service: '服务', none: '没有证照' }
  return html`<p>${result.name}（${types[result.type]}）${result.validYears === null ? '' : `，有效期${result.validYears}年`}；${item.feeFen === 0 ? '不收费' : `收费${moneyWords(item.feeFen)}`}。</p>
<p>同意时告诉申请人：${result.promise}</p>
${result.grades === undefined ? '' : html`<p>结论：${result.grades.join('、')}。</p>`}
${
  item.settings.length === 0
    ? ''
    : html`<h3>大厅的参数</h3>
${table(
  ['参数', '现在是'],
  item.settings.map((name) => [name, hall?.settings[name] ?? '没有设置']),
)}`
}`
}

function rhythmWords(item: Item, { rhythm }: Recurrence): string {
  if ('month' in rhythm) return `每年${rhythm.month}月${rhythm.day}日前`
  if ('daysBeforeExpiry' in rhythm) return `证上写了有效期的，届满${rhythm.daysBeforeExpiry}日前`
  if (typeof rhythm.months === 'number') return `每${rhythm.months}个月`
  const by = 'by' in rhythm ? (item.fields.find((field) => field.key === rhythm.by)?.label ?? rhythm.by) : ''
  return `按${by}：${Object.entries(rhythm.months)
    .map(([name, months]) => `${name}每${months}个月`)
    .join('，')}`
}

function confirmPart(item: Item): Html {
  return list(
    toConfirm(item).map(({ what, certainty }) => [
      what,
      html` <span class="unsure">${certaintyNames[certainty]}</span>`,
    ]),
  )
}
