/** A card that was read goes into the form: what is empty is filled, what differs is said, and the cursor goes on. One key takes all back. */
import { documentOf, type IdCard, validityOf } from '../../../shared/identity/id-card.ts'
import { maskName } from '../../../shared/identity/mask.ts'
import { say } from '../../ui/feedback.ts'
import { cardWords, whoseNumber } from '../../words/devices.ts'
import { focusOn } from '../focus.ts'
import { type Hands, putIn } from '../offers/hands.ts'
import type { Cursor } from '../offers/nearest.ts'
import { goOnAfter } from '../offers/next-open.ts'
import type { Beside } from '../use-intake.ts'
import { cardDifferences, type RowSays, type Says, saysOfPerson, saysOfRow } from './card-says.ts'
import { type Whose, whoseCard } from './whose.ts'

export function takeCard(card: IdCard, cursor: Cursor, hands: Hands): void {
  // The form was left while the card was read.
  if (hands.page.current === null) return
  const refused = put(card, cursor, hands)
  if (refused !== undefined) say(refused, 'warning')
}

/** Why nothing was put in, where nothing was. */
function put(card: IdCard, cursor: Cursor, hands: Hands): string | undefined {
  const { item, values, today, typing } = hands.latest.current
  const whose = whoseCard(item, values, cursor, card)
  if (whose === undefined) return cardWords.noPlace
  const says =
    whose.is === 'row'
      ? saysOfRow(values, whose.field, whose.row, card)
      : saysOfPerson(item, values, today, whose.named, card)
  if (says === 'notTaken') return cardWords.notTaken(documentOf(card))
  if (says === 'other') return cardWords.rowOther
  const { patch, labels } = says
  const notes = notesOf(card, whose, says, hands)
  const compared = 'card' in says ? says.card : {}
  const typed = typing.getValues()
  const before = Object.fromEntries(Object.keys(patch).map((key) => [key, typed[key] ?? null]))
  const had = hands.latest.current.form
  putIn(hands, patch, true, (beside) => ({
    card: { ...beside.card, ...compared },
    notes: [...beside.notes, ...notes.filter((note) => !beside.notes.includes(note))],
  }))
  const key = whose.is === 'row' ? whose.field.key : whose.named.number
  const place = { is: 'card', key, row: whose.is === 'row' ? whose.row : null } as const
  const isNew = Object.keys(patch).length > 0
  if (isNew) {
    const offer = { place, patch, labels, members: 0, who: maskName(card.name), from: [] }
    const unsaid = ({ notes: now }: Beside) => ({
      card: had.card,
      notes: now.filter((note) => !notes.includes(note) || had.notes.includes(note)),
    })
    hands.desk.take({ offer, before, unsaid })
  }
  goOn(place, says, isNew, hands)
  return undefined
}

/** To what differs, where F5 is for it; else to what is still to be filled. */
function goOn(place: Parameters<typeof goOnAfter>[1], says: Says | RowSays, isNew: boolean, { latest, page }: Hands) {
  const now = latest.current
  const differs = 'card' in says ? cardDifferences(now.values, says.card) : []
  if (differs.length > 0) {
    const labels = now.visible.filter(({ key }) => differs.some((each) => each.key === key)).map(({ label }) => label)
    const isOther = differs.some(({ key }) => key === place.key)
    say(isOther ? cardWords.otherNumber : cardWords.differs(labels), 'warning')
    return focusOn(page.current, `field-${isOther ? place.key : differs[0]!.key}`)
  }
  if (!isNew) say(cardWords.nothingNew, 'info')
  goOnAfter(page.current, place, now)
}

/** What gives cause to look again is said and noted, and stands in nobody's way. */
function notesOf(card: IdCard, whose: Whose, says: Says | RowSays, { latest }: Hands): string[] {
  const { item, today } = latest.current
  const whom = whoseName(whose, item)
  const notes: string[] = []
  const validity = validityOf(card, today)
  if (validity === 'expired') {
    say(cardWords.expired(card.validUntil ?? ''), 'warning')
    notes.push(cardWords.expiredNote(whom))
  }
  if (validity === 'notYet') {
    say(cardWords.notYet(card.validFrom), 'warning')
    notes.push(cardWords.notYetNote(whom, card.validFrom))
  }
  if (whose.is === 'row' && 'differs' in says && says.differs !== null) {
    const { column, typed, says: other } = says.differs
    say(cardWords.rowDiffers(whose.field.label, whose.row + 1, column), 'warning')
    notes.push(cardWords.rowNote(whose.field.label, whose.row + 1, column, typed, other))
  }
  return notes
}

/** Nobody is named where it is the applicant's own. */
function whoseName(
  whose: Whose,
  { applicant, fields }: { applicant: { idNo: string }; fields: readonly { key: string; label: string }[] },
) {
  if (whose.is === 'row') return `${whose.field.label}第 ${whose.row + 1} 行`
  if (whose.named.number === applicant.idNo) return null
  return whoseNumber(whose.named, new Map(fields.map(({ key, label }) => [key, label])))
}
