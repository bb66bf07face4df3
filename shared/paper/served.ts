/** 送达的文书: what lies ready for the applicant, in words. */
import type { Case } from '../case/case.ts'
import type { ActId } from '../case/ids.ts'
import { rows } from '../case/rows.ts'
import type { AnyPaperKey } from './paper.ts'
import { numberWords } from './say.ts'

/** 《…许可证》（示例证字第1号）; nothing where none was issued. */
export function certificateWords(kase: Case | undefined): string {
  const certificate = kase?.certificate
  return certificate == null ? '' : `《${certificate.name}》（${certificate.number}）`
}

/** What lies ready to be served: the paper of the outcome it has now, what put that or the certificate right since, and the certificate.
 *  A paper whose act came too late to count is none of it, and of what was taken back nobody is given the certificate again. */
export function served(kase: Case, titleOf: (key: AnyPaperKey) => string): string[] {
  const ofOutcome = rows.flatMap(({ event, handsOver }) => (event === kase.outcome ? [handsOver] : []))
  const counted = kase.papers.filter(({ event }) => !kase.outOfTurn.includes(event))
  const newest = counted.findLastIndex(({ key }) => ofOutcome.some((each) => each === key))
  const takenBack = kase.outcome === 'revoked' || kase.outcome === 'cancelled'
  const certificate = takenBack ? '' : certificateWords(kase)
  const correcting: ActId[] = []
  const papers = (newest === -1 ? [] : counted.slice(newest)).flatMap((paper, at) => {
    const { event, key, number, correctedIn = [] } = paper
    const lies = at === 0 || (key === 'paperCorrection' && correcting.some((act) => event.startsWith(`${act}#`)))
    if (lies || (key === 'certificate' && certificate !== '')) correcting.push(...correctedIn)
    return lies ? [`《${titleOf(key)}》（编号 ${numberWords(number)}）`] : []
  })
  return certificate === '' ? papers : [...papers, certificate]
}
