/** Reads one card: finds it, selects it, reads its text. Each wait has an end, and each end a reason that a person can act on. */
import type { CardRefusal } from '../../shared/contract/doors.ts'
import type { IdCard } from '../../shared/identity/id-card.ts'
import { readCardText, TEXT_BYTES } from './card-text.ts'
import { type Line, NoLine } from './line.ts'
import type { ReaderSetting } from './reader-setting.ts'
import { type Command, commands, frameOf, said, takeFrame } from './sam-frame.ts'

export type CardAnswer = { ok: true; value: IdCard } | { ok: false; refusal: CardRefusal }
type Why = CardRefusal['why']

export type Patience = {
  /** For one answer of the module, the card's 1.3 KB included: at 9600 bits a second they alone take 1.4 seconds. */
  answerMs: number
  /** Between two looks for a card, and how many looks: whoever presses first and then lays the card down is not too late. */
  againMs: number
  looks: number
}
export const patience: Patience = { answerMs: 2500, againMs: 300, looks: 20 }

/** A read that came to nothing. */
class NotRead extends Error {
  constructor(readonly why: Why) {
    super(why)
  }
}

export type CardReader = { read(): Promise<CardAnswer> }

export type Reading = {
  /** undefined: none is set up. */
  setting: ReaderSetting | 'wrong' | undefined
  open(setting: ReaderSetting): Promise<Line>
  patience?: Patience
  pause?(ms: number): Promise<void>
}

export function makeCardReader({ setting, open, patience: waits = patience, pause = wait }: Reading): CardReader {
  let busy = false
  const read = async (): Promise<IdCard> => {
    if (setting === undefined) throw new NotRead('noReader')
    if (setting === 'wrong') throw new NotRead('wrongSetting')
    if (busy) throw new NotRead('busy')
    busy = true
    let line: Line | undefined
    try {
      line = await open(setting)
      return await readOne(line, waits, pause)
    } finally {
      line?.close()
      busy = false
    }
  }
  return {
    read: () =>
      read().then(
        (value): CardAnswer => ({ ok: true, value }),
        (error: unknown): CardAnswer => {
          if (error instanceof NotRead || error instanceof NoLine) return { ok: false, refusal: { why: error.why } }
          throw error
        },
      ),
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function readOne(line: Line, { answerMs, againMs, looks }: Patience, pause: (ms: number) => Promise<void>) {
  const ask = (command: Command) => exchange(line, command, answerMs)
  for (let look = 1; ; look += 1) {
    const { status } = await ask('find')
    if (status === said.found || status === said.done) break
    if (status !== said.noCard) throw new NotRead('fault')
    if (look >= looks) throw new NotRead('noCard')
    await pause(againMs)
  }
  const selected = await ask('select')
  if (selected.status !== said.done) throw new NotRead(whyNot(selected.status))
  const { status, data } = await ask('read')
  if (status !== said.done) throw new NotRead(whyNot(status))
  return cardIn(data)
}

/** After a card was there: what it is when it is not there, or not a card of this kind, any more. */
function whyNot(status: number): Why {
  if (status === said.unknownCard) return 'unknownCard'
  return status === said.notSelected || status === said.notRead || status === said.noCard ? 'takenAway' : 'fault'
}

/** Two lengths of two bytes, the text, the picture. */
function cardIn(data: Uint8Array): IdCard {
  const length = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const card = length === TEXT_BYTES ? readCardText(data.subarray(4, 4 + TEXT_BYTES)) : undefined
  if (card === 'unknown') throw new NotRead('unknownCard')
  if (card === undefined) throw new NotRead('garbled')
  return card
}

async function exchange(line: Line, command: Command, withinMs: number): Promise<{ status: number; data: Uint8Array }> {
  line.send(frameOf(commands[command]))
  // One that sends a little now and then is not waited for longer than a silent one.
  const until = performance.now() + withinMs
  let come: Uint8Array = new Uint8Array()
  for (;;) {
    const heard = await line.next(Math.max(0, until - performance.now()))
    if (heard === 'silent') throw new NotRead(come.length === 0 ? 'silent' : 'garbled')
    if (heard === 'gone') throw new NotRead('unplugged')
    come = Buffer.concat([come, heard])
    const taken = takeFrame(come)
    if (taken.is === 'damaged') throw new NotRead('garbled')
    if (taken.is === 'frame') {
      const [first, second, status] = taken.content
      if (status === undefined || first !== 0 || second !== 0) throw new NotRead('fault')
      return { status, data: taken.content.subarray(3) }
    }
    come = taken.rest
  }
}
