/** Papers as composing makes them: of the last act of a life, and all that every act of every kind of item may hand over. */
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { findRow } from '../../shared/case/rows.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import type { FormValues } from '../../shared/item/field.ts'
import { type Item, type Kind, kinds } from '../../shared/item/item.ts'
import { type Acted, type ComposedPaper, composePapers } from '../../shared/paper/compose.ts'
import { calendar, hall, paperBook } from './catalogue.ts'
import { item as makeItem } from './item.ts'
import { type CaseAsked, type Life, lifeOf, type Step } from './life.ts'

type Material = Item['materials'][number]

/** The papers of the last act of a life. */
export function papersOf(life: Life, over: Partial<Parameters<typeof composePapers>[1]> = {}): ComposedPaper[] {
  const { at: now, act } = life.events.at(-1)!.stamp
  let kase: Case | undefined
  const acted: Acted[] = []
  for (const event of life.events) {
    const before = kase
    const row = findRow(event.type as EventType, before?.status ?? 'new', life.item.kind)!
    kase = apply(before, event)
    if (event.stamp.act === act) acted.push({ row, event, before, after: kase! })
  }
  return composePapers(acted, { item: life.item, hall, calendar, book: paperBook, now, ...over })
}

type Asked = {
  seed?: number
  set?: FormValues
  /** Materials asked for beside the kite's own; where an act is about what lacks, these lack. */
  more?: readonly Material[]
}

/** What every act makes, wherever the law knows it for that kind. */
export function everyPaper({ seed = 1, set = {}, more = [] }: Asked = {}): { kind: Kind; paper: ComposedPaper }[] {
  return kinds.flatMap((kind) =>
    actsOf(kind, more).flatMap(([asked, steps]) => {
      const missing = [...(asked.missing ?? []), ...(asked.missing === undefined ? [] : more.map(({ key }) => key))]
      const life = tryTo(() => lifeOf({ ...asked, missing, seed, set }))
      if (life === undefined) return []
      const made = steps.length === 0 ? papersOf(life) : []
      for (const step of steps) {
        if (tryTo(() => life.do(step)) === undefined) break
        made.push(...papersOf(life))
        if (life.kase.hearingAt !== undefined) life.goTo(life.kase.hearingAt)
      }
      return made.map((paper) => ({ kind, paper }))
    }),
  )
}

function tryTo<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

const withMore = (item: Item, more: readonly Material[]): Item => ({ ...item, materials: [...item.materials, ...more] })

const hungOut = (step: Item['steps'][number]): Item['steps'][number] => ({ ...step, needs: 'publicized' })

/** One act from a status, for each kind of item that may take it. */
function actsOf(kind: Kind, more: readonly Material[]): [CaseAsked, Step[]][] {
  const item = withMore(makeItem({ kind }), more)
  const spot = withMore(makeItem({ kind, processing: 'onTheSpot' }), more)
  return [
    [{ item }, []],
    [{ item, status: 'received' }, ['notRequired']],
    [{ item, status: 'received' }, ['redirected']],
    [{ item, status: 'received' }, ['notAccepted']],
    [{ item, status: 'received', missing: ['申请表'] }, ['correctionRequested']],
    [{ item, status: 'awaitingCorrection', missing: ['申请表'] }, ['correctionAmended']],
    [{ item, status: 'awaitingCorrection', missing: ['申请表'] }, ['supplemented']],
    [
      { item, status: 'awaitingCorrection', missing: ['申请表'] },
      [['supplemented', { complete: false, materials: [] }]],
    ],
    [{ item, status: 'received' }, ['committed']],
    [{ item, status: 'received' }, ['accepted']],
    [{ item, status: 'received', missing: ['照片'] }, ['acceptedIncomplete']],
    [{ item, status: 'received', missing: ['照片'] }, ['acceptedIncomplete', 'lateMaterialReceived']],
    [{ item, status: 'underReview' }, ['factsChecked']],
    [{ item: { ...item, steps: item.steps.slice(0, 1).map(hungOut) }, status: 'underReview' }, ['publicized']],
    [{ item, status: 'underReview' }, ['clockPaused']],
    [{ item, status: 'underReview' }, ['clockPaused', 'clockResumed']],
    [{ item, status: 'underReview' }, ['extended']],
    [{ item, status: 'underReview' }, ['partiesInformed']],
    [{ item, status: 'underReview' }, ['hearingOffered']],
    [{ item, status: 'underReview' }, ['hearingNoticed']],
    [{ item, status: 'underReview' }, ['hearingNoticed', 'hearingHeld']],
    [{ item, status: 'underReview' }, ['lapsed']],
    [{ item, status: 'awaitingDecision' }, ['granted']],
    [{ item, status: 'awaitingDecision' }, ['refused']],
    [{ item: spot, status: 'underReview' }, ['granted']],
    [{ item: spot, status: 'underReview' }, ['refused']],
    [{ item, status: 'received' }, ['recorded']],
    [{ item, status: 'decided' }, ['certificateIssued', 'prepared']],
    [{ item, status: 'decided' }, ['prepared']],
    [{ item, status: 'decided', outcome: 'refused' }, ['prepared']],
    [{ item, status: 'ready' }, ['delivered']],
    [{ item, status: 'received' }, ['withdrawn']],
    [{ item, status: 'received' }, ['terminated']],
    [{ item, status: 'received' }, ['voided']],
    [{ item, status: 'received' }, ['detailsCorrected']],
    [{ item, status: 'closed' }, ['printed', 'paperCorrected']],
    [
      { item, status: 'received' },
      [
        'committed',
        'accepted',
        'stepPassed',
        'stepPassed',
        'proposed',
        'granted',
        'certificateIssued',
        'prepared',
        'delivered',
        'commitmentVerified',
      ],
    ],
    [{ item, status: 'closed' }, ['revoked']],
    [{ item, status: 'closed' }, ['cancelled']],
    [{ item, status: 'closed' }, ['reopened']],
  ]
}
