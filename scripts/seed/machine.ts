/** A terminal of the made-up hall: it writes its chain of records, and hands the bureau what it has whenever it reaches it. */
import { generateKeyPairSync } from 'node:crypto'
import type { RecordHead } from '../../electron/acts/stamp.ts'
import { recordHead } from '../../electron/acts/stamp.ts'
import type { Bureau } from '../../server/bureau.ts'
import { chain, genesis } from '../../server/seal.ts'
import { signIn } from '../../server/sign-in.ts'
import { receive } from '../../server/take.ts'
import { enrol, makeCode } from '../../server/terminals.ts'
import { keepReported } from '../../server/verify-books.ts'
import type { HallId, Instant, PrintedNumber, TerminalNo, WindowNo } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import type { SentRecord } from '../../shared/contract/routes.ts'
import { makeNumber } from '../../shared/number/desk-number.ts'
import type { Spell } from './days.ts'

const BATCH = 200

export class Machine {
  #seq = 0
  #serial = 0
  #digest: string
  #pending: SentRecord[] = []

  private constructor(
    readonly no: TerminalNo,
    readonly hall: HallId,
    readonly window: WindowNo | null,
    readonly spells: readonly Spell[],
  ) {
    this.#digest = genesis(no)
  }

  /** Enrols one, at a window or in the offices behind; its people sign in at it once. */
  static async set(
    bureau: Bureau,
    { window, people, spells }: { window: number | null; people: readonly string[]; spells: readonly Spell[] },
    password: string,
  ): Promise<Machine> {
    const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    const [hall] = bureau.known.halls.keys()
    const code = await makeCode(bureau, hall ?? '', window)
    const asked = { code, publicKey: { kty, crv, x } as never, machine: window === null ? '科室' : `${window}号窗口` }
    const answer = await enrol(bureau, asked)
    if (!answer.ok) throw new Error(`a terminal could not be enrolled: ${answer.why}`)
    const { terminal, hall: own } = answer.value
    for (const person of people) {
      const signedIn = await signIn(bureau, { no: terminal, hall: own }, { person, password, window } as never)
      if (!signedIn.ok) throw new Error(`${person} could not sign in: ${signedIn.why}`)
    }
    return new Machine(terminal as TerminalNo, own as HallId, window as WindowNo | null, spells)
  }

  /** The next number of a case or a paper. */
  readonly take = (): PrintedNumber => {
    this.#serial += 1
    return makeNumber(this.no, this.#serial) as string as PrintedNumber
  }

  /** The head of the record that is written next. */
  head({ person, name, role, office }: By, at: Instant): RecordHead {
    const down = this.#downAt(at)
    const ageMs = down === undefined ? 0 : Date.parse(at) - Date.parse(down.from)
    const session = { person: { id: person, name }, window: this.window } as Parameters<typeof recordHead>[1]
    const moment = { seq: this.#seq + 1, at, clock: { offsetMs: 0, ageMs, confirmed: false } }
    return recordHead({ terminal: this.no, hall: this.hall }, session, { role, office }, moment)
  }

  append(record: object): void {
    const bytes = Buffer.from(JSON.stringify(record))
    this.#seq += 1
    this.#digest = chain(this.#digest, bytes)
    this.#pending.push({ seq: this.#seq, hash: this.#digest, body: bytes.toString('base64') })
  }

  /** Hands over what is written; nothing while the line is down. */
  async send(bureau: Bureau, at: Instant): Promise<void> {
    if (this.isDownAt(at)) return
    await bureau.db.updateTable('terminals').set({ heard_at: at }).where('no', '=', this.no).execute()
    for (const sent = this.#pending; sent.length > 0; ) {
      const { problem } = await receive(bureau, this.no, sent.splice(0, BATCH))
      if (problem !== null) throw new Error(`terminal ${this.no}: ${JSON.stringify(problem)}`)
    }
    if (this.#seq > 0) await keepReported(bureau, this.no, { seq: this.#seq, digest: this.#digest })
  }

  isDownAt(at: Instant): boolean {
    return this.#downAt(at) !== undefined
  }

  #downAt(at: Instant): Spell | undefined {
    return this.spells.find(({ from, to }) => from <= at && at < to)
  }
}
