/** The signed revisions of a week, each as it was signed. */
import type { SignedContent, WeekAnswer } from '../../../shared/contract/plans.ts'

/** What a signed revision says; null: the bureau did not tell it. */
export function contentOf({ signed, last, earlier = [] }: WeekAnswer, revision: number): SignedContent | null {
  if (revision === signed[0]?.revision) return last
  return earlier.find((each) => each.revision === revision) ?? null
}

/** Whoever is named in it; empty: nobody has a line of it. */
export function namedIn({ lines, own, decided }: SignedContent): string[] {
  return [
    ...new Set([
      ...lines.map(({ person }) => person ?? ''),
      ...own.map(({ person }) => person),
      ...Object.keys(decided),
    ]),
  ]
}
