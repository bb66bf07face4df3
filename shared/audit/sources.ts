/** Where each point of an audit comes from: the statute and its article, or the item's own rule. */
import type { Case } from '../case/case.ts'
import { stepsOf } from '../case/steps.ts'
import type { Item, Limit } from '../item/item.ts'
import type { PointKey } from './points.ts'

type About = { item: Item; kase: Case }
type Of = (about: About) => readonly (string | undefined)[]

const always = (text: string) => () => [text]
const ofPermit =
  (permit: string, other: string): Of =>
  ({ kase }) => [kase.kind === 'permit' ? permit : other]
/** 社会救助: by the articles that the item itself names; other benefits (高龄、残疾、儿童) have documents of their own. */
const ofRelief = (item: Item) =>
  item.legalBasis
    .filter(({ name }) => name === '社会救助暂行办法')
    .map(({ name, article }) => `《${name}》${article ?? ''}`)
const ofLimit = (limit: Limit | null) => [limit?.basis]

const sources: Record<PointKey, Of> = {
  materialsThere: ofPermit('《行政许可法》第三十二条第一款第五项、本事项材料清单', '本事项材料清单'),
  owedBrought: always('国发〔2022〕5号（容缺受理）'),
  promiseChecked: always('国办发〔2020〕42号（告知承诺）'),
  toldOnce: ofPermit('《行政许可法》第三十二条第一款第四项、第七十二条', '国发〔2022〕5号（一次性告知）'),
  eligible: ({ item, kase }) => [
    kase.kind === 'permit' ? '《行政许可法》第三十八条第一款' : undefined,
    ...item.legalBasis.map(({ name, article }) => `${name}${article ?? ''}`),
  ],
  materialsTrue: ofPermit('《行政许可法》第三十一条、第三十四条', '本事项材料清单'),
  inOrder: ofPermit('《行政许可法》第三十七条、本事项办理流程', '本事项办理流程'),
  lookedInto: ({ item, kase }) => [
    ...stepsOf(kase, item).map(({ notice }) => notice?.term.basis),
    ...(kase.kind === 'benefit' ? ofRelief(item) : []),
    kase.kind === 'permit' ? '《行政许可法》第三十四条、第三十六条、第四十六条至第四十八条' : undefined,
    '本事项办理流程',
  ],
  rightPerson: ofPermit('《行政许可法》第二十二条、本事项办理流程', '本事项办理流程'),
  otherPersonDecides: always('窗口制度：承诺件谁受理的不由谁决定'),
  twoPeople: ofPermit('《行政许可法》第三十四条第三款', '本事项办理流程'),
  noInterest: always('《公务员法》第七十六条（公务回避）'),
  toldInTime: always('《行政许可法》第三十二条第一款第四项'),
  inPromise: ({ item }) => ofLimit(item.limits.promised),
  inStatute: ({ item }) => ofLimit(item.limits.statutory),
  clockLawful: ({ item, kase }) => [
    kase.kind === 'permit' ? '《行政许可法》第四十二条、第四十五条、第四十七条、第四十八条' : undefined,
    ...item.suspensions.filter(({ stopsClock }) => stopsClock).map(({ basis }) => basis),
    item.extension?.max.basis,
    item.coolingOff?.basis,
  ],
  deliveredInTime: ({ item, kase }) => [
    kase.kind === 'permit' ? '《行政许可法》第四十四条' : undefined,
    ...ofLimit(item.delivery),
  ],
  papersMade: ofPermit('《行政许可法》第三十二条第二款、第三十八条', '本事项各环节应交的文书'),
  served: ofPermit('《行政许可法》第四十四条、《民事诉讼法》送达规定（参照）', '《民事诉讼法》送达规定（参照）'),
  reasonsGiven: ({ item, kase }) => [
    kase.kind === 'permit' ? '《行政许可法》第三十二条第二款、第三十八条第二款' : undefined,
    ...(kase.kind === 'benefit' ? ofRelief(item) : []),
    '《行政复议法》第二十条（告知救济）',
  ],
  papersTrue: always('国务院令第716号'),
}

/** In the order of their weight, each once. */
export function sourcesOf(point: PointKey, about: About): string[] {
  return [...new Set(sources[point](about).filter((text) => text !== undefined))]
}
