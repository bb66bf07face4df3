/** 稽核 in words, on paper and on the page alike. */
import type { Answer, DrawAsked, drawnParts } from '../audit/audit.ts'
import type { PointGroup, PointKey } from '../audit/points.ts'

export const pointGroupNames: Record<PointGroup, string> = {
  materials: '材料与条件',
  order: '步骤次序',
  people: '办理人',
  time: '时限',
  papers: '文书',
}

export const pointNames: Record<PointKey, string> = {
  materialsThere: '受理时材料齐全',
  owedBrought: '容缺的材料按期补齐',
  promiseChecked: '告知承诺已核查',
  toldOnce: '一次性告知',
  eligible: '符合条件才准予',
  materialsTrue: '材料与登记相符，该核对的原件核对过',
  inOrder: '步骤次序正确、没有跳步',
  lookedInto: '核查、公示、听证按规定做了',
  rightPerson: '由有权的岗位办理',
  otherPersonDecides: '受理的人没有决定',
  twoPeople: '该两人办的由两人办',
  noInterest: '经办人没有应回避的情形',
  toldInTime: '五个工作日内答复',
  inPromise: '承诺时限内办结',
  inStatute: '法定时限内办结',
  clockLawful: '停表、延长、听证的日子合规',
  deliveredInTime: '按期送达',
  papersMade: '该给的文书都给了',
  served: '送达方式合规、有回证',
  reasonsGiven: '不予的理由、依据、救济写明',
  papersTrue: '文书内容与事实相符',
}

export const partWords: Record<(typeof drawnParts)[number], string> = {
  received: '收件',
  accepted: '受理',
  granted: '准予',
  refused: '不予',
  recorded: '备案',
  notAccepted: '不予受理',
  withdrawn: '撤回',
  told: '一次性告知过',
  incomplete: '容缺受理',
}

export const answerNames: Record<Answer, string> = { ok: '合格', bad: '不合格', none: '不涉及' }

/** 2026年11月1日至11月26日收件的办件，养老机构备案，2号窗口 */
export function scopeWords(
  { part, item, window }: Pick<DrawAsked, 'part' | 'item' | 'window'>,
  itemName: (code: string) => string,
): string {
  const words = [`${partWords[part]}的办件`]
  words.push(item === null ? '全部事项' : itemName(item), window === null ? '全部窗口' : `${window}号窗口`)
  return words.join('，')
}
