/** 一次性告知单: what somebody takes home who asks before any case exists: who may apply, what to bring, how long, what it costs. */
import { fieldsIn } from '../item/condition.ts'
import { holds, isFilled } from '../item/facts.ts'
import type { FormValues } from '../item/field.ts'
import type { Item, Limit, Material } from '../item/item.ts'
import type { Hall } from '../people/hall.ts'
import { askedWords, basisWords, limitWords, moneyWords } from './say.ts'

export type ListToBring = { title: string; lines: string[] }

/** The list for one item. `values`: what is known of the situation so far; what it rules out is left out, what it leaves open
 *  is listed with the words that say when it is needed. */
export function listToBring(item: Item, hall: Hall, values: FormValues = {}): ListToBring {
  const materials = item.materials.filter((material) => mayBeNeeded(material, values))
  return {
    title: `${item.name.slice(0, 90)} 一次性告知单`,
    lines: [
      '一、谁可以办',
      ...item.eligibility.filter((rule) => rule.weight === 'wall').map((rule) => `· ${rule.words}`),
      ...item.eligibility.filter((rule) => rule.weight === 'hint').map((rule) => `· 还会看：${rule.words}`),
      '二、带什么来',
      ...materials.map((material, index) => `${index + 1}. ${materialWords(material, values)}`),
      '三、多久办好',
      ...howLong(item),
      '四、收费',
      item.feeFen === 0 ? '不收费。' : `${moneyWords(item.feeFen)}。`,
      '五、在哪里办',
      `${hall.name}，${hall.address}`,
      hall.hours,
      `电话 ${hall.phone}`,
      ...(item.agent === null ? [] : ['本人不方便来的，可以请人代办。']),
      `不清楚的请打 ${hall.phone}；对服务不满意的请打 ${hall.complaintPhone}。`,
      `依据：${basisWords(item)}。`,
    ].map((line) => line.slice(0, 500)),
  }
}

function isKnown(material: Material, values: FormValues): boolean {
  return material.when === undefined || fieldsIn(material.when).every((field) => isFilled(values[field]))
}

function mayBeNeeded(material: Material, values: FormValues): boolean {
  return material.when === undefined || !isKnown(material, values) || holds(material.when, values)
}

function materialWords(material: Material, values: FormValues): string {
  const only = material.whenWords !== undefined && !isKnown(material, values) ? `（${material.whenWords}）` : ''
  const more = [
    material.shareable ? '能联网核验的不用交' : '',
    material.tolerable ? '可以晚些补交' : '',
    material.template ? '窗口有表样' : '',
    material.note ?? '',
  ].filter((text) => text !== '')
  return `${only}${material.name}，${askedWords(material)}${more.length === 0 ? '' : `（${more.join('；')}）`}`
}

function howLong(item: Item): string[] {
  const { promised, statutory } = item.limits
  if (item.processing === 'onTheSpot') return ['材料齐的，当场办好。']
  const said = (limit: Limit) => `受理后${limitWords(limit)}内`
  if (promised !== null)
    return [
      `材料齐了就受理，${said(promised)}办好${statutory === null ? '' : `（法律规定${limitWords(statutory)}）`}。`,
    ]
  return statutory === null ? [] : [`材料齐了就受理，法律规定${said(statutory)}办好。`]
}
