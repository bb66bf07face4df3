/** 稽核记录 as a paper: the edition's template with the signed audit put in. Pure. */
import { type Audit, type Finding, faultsOf, isFaulty } from '../audit/audit.ts'
import { pointGroups, points } from '../audit/points.ts'
import { dayOf } from '../calendar/day.ts'
import type { Instant, PrintedNumber } from '../case/ids.ts'
import type { Hall } from '../people/hall.ts'
import { answerNames, pointGroupNames, pointNames, scopeWords } from './audit-say.ts'
import { fill, filled, footerOf, isAsked } from './fill.ts'
import type { Paper } from './paper.ts'
import type { Open } from './places.ts'
import { dayToKeep, dayWords, momentWords, numberWords } from './say.ts'
import type { PaperBook } from './template.ts'

export type AuditSigned = {
  number: PrintedNumber
  by: { name: string; badge: string }
  at: Instant
  remark: string | null
}
type Context = {
  hall: Hall
  book: PaperBook
  itemName(code: string): string
  /** What became of a finding by then. */
  stateOf(finding: Finding): string
}

/** Undefined where the edition has no template for it. */
export function auditPaper(audit: Audit, signed: AuditSigned, { hall, book, ...words }: Context): Paper | undefined {
  const template = book.templates.find((each) => each.key === 'auditRecord')
  if (template === undefined) return undefined
  const places = placesOf(audit, signed, { hall, ...words })
  const seal = { authority: hall.bureau, day: dayWords(dayOf(signed.at)) }
  return {
    key: 'auditRecord',
    edition: book.edition,
    size: template.size,
    title: fill(template.title['default'] ?? '', places) ?? '',
    number: signed.number,
    caseNumber: signed.number,
    itemName: '',
    blocks: template.blocks.flatMap((block) => (isAsked(block, places) ? filled(block, places, seal) : [])),
    footer: footerOf(hall),
  }
}

function placesOf(
  { drawn, checked, findings }: Audit,
  { by, at, remark }: AuditSigned,
  { hall, itemName, stateOf }: Omit<Context, 'book'>,
): Open {
  const { asked, cases, population, populationDigest, position, method, without } = drawn
  const caseOf = new Map(cases.map((each) => [each.id as string, each]))
  const numberOf = (id: string) => {
    const found = caseOf.get(id)
    return found === undefined ? '' : numberWords(found.number)
  }
  const faulty = checked.filter(isFaulty).length
  const open = findings.filter(({ closed }) => closed === null).length
  const outOf = without.length === 0 ? '' : `，不含保密事项${without.length}项`
  return {
    texts: [
      {
        hall: hall.name,
        bureau: hall.bureau,
        auditPeriod: `${dayToKeep(asked.from)}至${dayToKeep(asked.until)}`,
        auditScope: scopeWords(asked, itemName),
        auditDrawn: `${population}件中抽${cases.length}件${outOf}；${drawn.by.name}，${momentWords(drawn.by.at)}`,
        auditSeed: asked.seed,
        auditMethod: `${method}：种子、换行、办件编码的SHA-256摘要排在前面的；计到局端第${position}号办理动作`,
        auditDigest: groups(populationDigest),
        auditResult: `核${checked.length}件：合格${checked.length - faulty}件，有不合格的${faulty}件；发现问题${findings.length}个，其中未整改${open}个`,
        signedBy: `${by.name}（工号${by.badge}）`,
        moment: momentWords(at),
        auditRemark: remark ?? '',
        noFindings: findings.length === 0 ? '没有发现需要整改的问题。' : '',
      },
    ],
    lists: {
      findings: findings.map(
        (each) =>
          `编号${numberOf(each.case)}：${each.point === null ? '' : `${pointNames[each.point]}——`}${each.text}；要求：${each.todo}（${each.toName}）。${stateOf(each)}`,
      ),
    },
    tables: {
      auditPoints: pointGroups.map((group) => {
        const own = checked.flatMap((each) => each.points.filter(({ key }) => points[key][0] === group))
        const count = (answer: string) => String(own.filter((each) => each.answer === answer).length)
        return [pointGroupNames[group], count('ok'), count('bad'), count('none')]
      }),
      auditCases: cases.flatMap(({ id, number, item }) => {
        const found = checked.find((each) => each.case === id)
        if (found === undefined) return []
        const faults = faultsOf(found).map((key) => pointNames[key])
        const result = answerNames[faults.length === 0 ? 'ok' : 'bad']
        return [[numberWords(number), itemName(item), result, faults.join('；') || (found.remark ?? '')]]
      }),
    },
  }
}

/** In groups of eight, so that a long digest can be read beside another and wraps. */
function groups(digest: string): string {
  return digest.match(/.{1,8}/g)?.join(' ') ?? ''
}
