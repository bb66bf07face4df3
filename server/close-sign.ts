/** Signing a close or an amendment: one at a time in a hall, once, and only what the signer saw. */
import { sql } from 'kysely'
import { type Instant, type PersonId, PrintedNumber, type TerminalNo } from '../shared/case/ids.ts'
import type { CloseSigned, SignClose } from '../shared/contract/closes.ts'
import { makeNumber } from '../shared/number/desk-number.ts'
import { closePaper } from '../shared/paper/close-paper.ts'
import type { DayClose } from '../shared/report/close.ts'
import type { Bureau } from './bureau.ts'
import { closeViewIn } from './closes.ts'
import { RULES } from './count-anew.ts'
import type { Tx } from './database.ts'
import { lockHall } from './judging.ts'
import { sealForLedger } from './ledger-words.ts'
import { checkPassword } from './sign-in.ts'
import { nextNumber } from './terminals.ts'

type Signer = { hall: string; terminal: number; person: PersonId }
type Why = Extract<CloseSigned, { ok: false }>['why']

const no = (why: Why, tryAgainAt: Instant | null = null): CloseSigned => ({ ok: false, why, tryAgainAt })

/** Signs what the bureau proposes. Whoever comes second hears that it is taken; who heard nothing and asks again, what was signed. */
export async function signClose(bureau: Bureau, signer: Signer, asked: SignClose): Promise<CloseSigned> {
  const right = await checkPassword(bureau, signer.person, asked.password)
  if (!right.ok) return no(right.why, right.tryAgainAt)
  return bureau.db.transaction().execute(async (tx) => {
    // Whoever judges in this hall waits until the count is signed: no event lies between the count and its position.
    await lockHall(tx, signer.hall)
    const { proposal, signed } = await closeViewIn(bureau, tx, signer.hall, asked.day)
    const before = signed.find((each) => each.no === asked.no)
    if (before !== undefined) {
      const isOwn = before.by.person === signer.person && before.terminal === signer.terminal
      if (asked.again !== true || !isOwn) return no('taken')
      return { ok: true, close: before, sealed: sealForLedger(bureau.sealer, before) }
    }
    if (proposal === null) return no('nothing')
    if (proposal.no !== asked.no || proposal.proof !== asked.proof) return no('changed')
    if (proposal.early && !asked.early) return no('early')
    return write(bureau, tx, signer, proposal, asked.remark)
  })
}

async function write(
  bureau: Bureau,
  tx: Tx,
  { hall, terminal, person }: Signer,
  { proof: _, early: __, ...counted }: NonNullable<Awaited<ReturnType<typeof closeViewIn>>['proposal']>,
  remark: string | null,
): Promise<CloseSigned> {
  const { known, sealer } = bureau
  const [book, settings, signer] = [known.papers.at(-1), known.halls.get(hall), known.people.get(person)]
  if (book === undefined || settings === undefined || signer === undefined) return no('noTemplate')
  const at = bureau.now().toISOString() as Instant
  const said: Omit<DayClose, 'paper'> = {
    ...counted,
    hall: settings.id,
    number: await closeNumber(bureau, tx, hall),
    by: { person, name: signer.name, badge: signer.badge },
    at,
    terminal: terminal as TerminalNo,
    remark,
    incarnation: bureau.incarnation,
    calendar: known.calendar?.edition ?? '',
    rules: RULES,
  }
  const paper = closePaper(said, { hall: settings, book, nameOf: (id) => known.people.get(id)?.name ?? id })
  if (paper === undefined) return no('noTemplate')
  const close: DayClose = { ...said, paper }
  const { day, no: number, position } = close
  await tx
    .insertInto('day_closes')
    .values({ hall, day, no: number, position, by_person: person, at, body: sealer.sealJson(close) })
    .execute()
  await sql`update halls set closed_to = greatest(closed_to, ${close.day}) where id = ${hall}`.execute(tx)
  return { ok: true, close, sealed: sealForLedger(sealer, close) }
}

/** The next number of what the hall signs of itself (closes, audits). They have a terminal's number of their own, another in each life of the bureau, so that
 *  no number is given twice after a restore either. */
export async function closeNumber({ incarnation }: Bureau, tx: Tx, hall: string): Promise<PrintedNumber> {
  const known = await tx.selectFrom('close_series').selectAll().where('hall', '=', hall).executeTakeFirst()
  const isOurs = known !== undefined && known.incarnation === incarnation
  const terminal = isOurs ? known.terminal : await nextNumber(tx)
  const last = isOurs ? known.last + 1 : 1
  await tx
    .insertInto('close_series')
    .values({ hall, incarnation, terminal, last })
    .onConflict((oc) => oc.column('hall').doUpdateSet({ incarnation, terminal, last }))
    .execute()
  return PrintedNumber.parse(makeNumber(terminal, last))
}
