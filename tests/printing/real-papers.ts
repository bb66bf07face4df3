/** The released papers as the counter makes them, of the real items and made-up people. */
import { makeNumber } from '../../shared/number/desk-number.ts'
import { listToBring } from '../../shared/paper/list-to-bring.ts'
import { Paper } from '../../shared/paper/paper.ts'
import { hall, realItem } from '../make/catalogue.ts'
import { papersOf } from '../make/every-paper.ts'
import { type Life, life } from '../make/life.ts'
import { make } from '../make/make.ts'
import { longName, rareName } from './papers.ts'

const allowance = realItem('GL-BT')
const card = realItem('YL-YD')
const association = realItem('ST-BG')

/** Papers of each kind of moment, by a name of their own. */
export function realPapers(): Record<string, Paper> {
  const received = (asked: Parameters<typeof life>[0]) => life(asked).do('received')
  const lives: Record<string, Life> = {
    'a benefit received for somebody': received({ item: allowance, set: { name: longName, isAgent: true } }),
    'a benefit accepted at once': life({ item: allowance, set: { name: rareName } }).act(['received', 'accepted']),
    'a benefit that lacks': life({ item: allowance, missing: ['表', '簿', '卡', '书'], set: { isAgent: true } }).act([
      'received',
      'correctionRequested',
    ]),
    'a benefit supplemented': make
      .lifeOf({ item: allowance, missing: ['表', '簿'], status: 'awaitingCorrection' })
      .act(['supplemented', 'accepted']),
    'a benefit accepted with papers owed': received({ item: allowance, missing: ['簿', '存折'] }).do(
      'acceptedIncomplete',
    ),
    'a benefit’s owed papers': received({ item: allowance, missing: ['簿', '存折'] })
      .do('acceptedIncomplete')
      .do('lateMaterialReceived'),
    'a benefit withdrawn': make
      .lifeOf({ item: allowance, status: 'underReview' })
      .do(['withdrawn', { returned: ['form', 'bankCard'] }]),
    'a benefit voided': received({ item: allowance }).do('voided'),
    'a benefit’s details corrected': received({ item: allowance }).do('detailsCorrected'),
    'a benefit granted': make.lifeOf({ item: allowance, status: 'awaitingDecision' }).do('granted'),
    'a benefit refused': make.lifeOf({ item: allowance, status: 'awaitingDecision' }).do('refused'),
    'a benefit ready': make.lifeOf({ item: allowance, status: 'decided' }).do('prepared'),
    'a card on the spot': life({ item: card, set: { name: longName } }).act([
      'received',
      'accepted',
      'granted',
      'prepared',
      'delivered',
    ]),
    'a card refused': make.lifeOf({ item: card, status: 'underReview' }).do('refused'),
    'a permit received': received({ item: association }),
    'a permit accepted beyond the published days': life({ item: association, at: '2026-12-25T02:00:00.000Z' }).act([
      'received',
      'accepted',
    ]),
    'a permit that lacks': life({ item: association, missing: ['表', '纪要', '章程', '证'] }).act([
      'received',
      'correctionRequested',
    ]),
    'a permit accepted by silence': received({ item: association }).do('deemedAcceptanceNoted', {
      at: '2026-12-03T02:00:00.000Z',
    }),
    'a permit granted': make.lifeOf({ item: association, status: 'awaitingDecision' }).do('granted'),
    'a permit refused': make.lifeOf({ item: association, status: 'decided', outcome: 'refused' }),
    'a permit’s certificate': make.lifeOf({ item: association, status: 'decided' }).do('certificateIssued'),
    'a permit ready': make.lifeOf({ item: association, status: 'decided' }).do('certificateIssued').do('prepared'),
    'a permit delivered': make.lifeOf({ item: association, status: 'ready' }).do('delivered'),
    'a permit not accepted': received({ item: association }).do('notAccepted'),
    'a permit paused': make.lifeOf({ item: association, status: 'underReview' }).do('clockPaused'),
    'a permit extended': make.lifeOf({ item: association, status: 'underReview' }).do('extended'),
  }
  const papers = Object.entries(lives).flatMap(([name, lived]) =>
    papersOf(lived).map((paper, index): [string, Paper] => [
      `${name}: ${paper.key}`,
      Paper.parse({ ...paper, number: makeNumber(12, 400 + index) }),
    ]),
  )
  return Object.fromEntries(papers)
}

/** What to bring, for each item. */
export function realLists(): { title: string; lines: string[] }[] {
  return [allowance, card, association].map((item) => listToBring(item, hall))
}
