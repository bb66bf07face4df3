/** 一次性告知单: what somebody takes home who asks before any case exists: who may apply, what to bring, how long, what it costs. */
import type { Item, Limit, Material } from '../item/item.ts'
import { needOf, nothingKnown, type Situation } from '../item/questions.ts'
import type { Hall } from '../people/hall.ts'
import { askedWords, basisWords, limitWords, moneyWords, startWords } from './say.ts'

export type ListToBring = { title: string; lines: string[] }

/** What was asked and answered before the list was made, in words: `代办：是`. */
type Said = readonly string[]
export type Asked = {
  situation: Situation
  said: Said /** Keys of the materials that are here today; empty: nobody looked. */
  brought: ReadonlySet<string>
}

const nothingAsked: Asked = { situation: nothingKnown, said: [], brought: new Set() }

/** The list for one item and one person: what their situation rules out is left out, what it leaves open is listed with the words
 *  that say when it is needed, and what is not here today is marked. */
export function listToBring(item: Item, hall: Hall, asked: Partial<Asked> = {}): ListToBring {
  const known = { ...nothingAsked, ...asked }
  return {
    title: `${item.name.slice(0, 90)} 一次性告知单`,
    lines: cut([
      ...yourSituation(known.said),
      '一、谁可以办',
      ...whoMay(item),
      '二、带什么来',
      ...numbered(item.materials.flatMap((material) => materialLine(material, known))),
      '三、多久办好',
      ...howLong(item),
      '四、收费',
      fee(item),
      '五、在哪里办',
      ...where(hall),
      ...(item.agent === null ? [] : ['本人不方便来的，可以请人代办。']),
      ...closing(hall),
      `依据：${basisWords(item)}。`,
    ]),
  }
}

/** One list for the several matters of one visit: a document that is only looked at is brought once for all of them. */
export function listForVisit(
  asked: readonly { item: Item; situation: Situation; brought: ReadonlySet<string> }[],
  hall: Hall,
  said: Said,
): ListToBring {
  const needs = asked.map(({ item, situation, brought }) => ({
    item,
    known: { situation, brought, said },
    materials: item.materials.filter((material) => needOf(material, situation) !== 'not'),
  }))
  const seen = needs.flatMap(({ materials }) =>
    materials.filter(({ form }) => form === 'checked').map(({ name }) => name),
  )
  const common = new Set(seen.filter((name, place) => seen.indexOf(name) !== place))
  const onceFor = needs.flatMap(({ materials, known }) =>
    materials.filter(({ name }) => common.has(name)).map((material) => ({ material, known })),
  )
  const first = onceFor.filter(
    ({ material }, place) => onceFor.findIndex((each) => each.material.name === material.name) === place,
  )
  const names = asked.map(({ item }) => item.name)
  return {
    title: `${names.join('、').slice(0, 80)} 一次性告知单`,
    lines: cut([
      `这次一起办${names.length}件事：${names.join('、')}。`,
      ...yourSituation(said),
      '一、谁可以办',
      ...needs.flatMap(({ item }) => [`${item.name}：`, ...whoMay(item)]),
      '二、带什么来',
      ...(first.length === 0
        ? []
        : [
            '几件都用、带一次就行的：',
            ...numbered(first.flatMap(({ material, known }) => materialLine(material, known))),
          ]),
      ...needs.flatMap(({ item, materials, known }) => [
        `${item.name}：`,
        ...numbered(
          materials.filter(({ name }) => !common.has(name)).flatMap((material) => materialLine(material, known)),
        ),
      ]),
      '三、多久办好',
      ...needs.flatMap(({ item }) => howLong(item).map((line) => `${item.name}：${line}`)),
      '四、收费',
      ...needs.map(({ item }) => `${item.name}：${fee(item)}`),
      '五、在哪里办',
      ...where(hall),
      ...closing(hall),
      ...needs.map(({ item }) => `依据：${basisWords(item)}。`),
    ]),
  }
}

function cut(lines: readonly string[]): string[] {
  return lines.map((line) => line.slice(0, 500))
}

function numbered(lines: readonly string[]): string[] {
  return lines.map((line, index) => `${index + 1}. ${line}`)
}

function yourSituation(said: Said): string[] {
  return said.length === 0 ? [] : ['您的情况：', ...said.map((line) => `· ${line}`)]
}

function whoMay(item: Item): string[] {
  const of = (weight: 'wall' | 'hint') => item.eligibility.filter((rule) => rule.weight === weight)
  return [...of('wall').map((rule) => `· ${rule.words}`), ...of('hint').map((rule) => `· 还会看：${rule.words}`)]
}

function fee(item: Item): string {
  return item.feeFen === 0 ? '不收费。' : `${moneyWords(item.feeFen)}。`
}

function where(hall: Hall): string[] {
  return [`${hall.name}，${hall.address}`, hall.hours, `电话 ${hall.phone}`]
}

function closing(hall: Hall): string[] {
  return [`不清楚的请打 ${hall.phone}；对服务不满意的请打 ${hall.complaintPhone}。`]
}

/** Nothing for what this person need not bring. */
function materialLine(material: Material, { situation, brought }: Asked): string[] {
  const need = needOf(material, situation)
  if (need === 'not') return []
  const lacks = brought.size > 0 && !brought.has(material.key) && need === 'needed' ? '【还缺】' : ''
  const only = material.whenWords !== undefined && need === 'open' ? `（${material.whenWords}）` : ''
  const more = [
    material.shareable ? '能联网核验的不用交' : '',
    material.tolerable ? '可以晚些补交' : '',
    material.committable ? '可以告知承诺代替' : '',
    material.template ? '窗口有表样' : '',
    material.note ?? '',
  ].filter((text) => text !== '')
  return [
    `${lacks}${only}${material.name}，${askedWords(material)}${more.length === 0 ? '' : `（${more.join('；')}）`}`,
  ]
}

function howLong(item: Item): string[] {
  const { promised, statutory } = item.limits
  if (item.processing === 'onTheSpot') return ['材料齐的，当场办好。']
  const said = (limit: Limit) => `${startWords[item.clock.startsAt]}后${limitWords(limit)}内`
  if (promised !== null)
    return [
      `材料齐了就受理，${said(promised)}办好${statutory === null ? '' : `（法律规定${limitWords(statutory)}）`}。`,
    ]
  return statutory === null ? [] : [`材料齐了就受理，法律规定${said(statutory)}办好。`]
}
