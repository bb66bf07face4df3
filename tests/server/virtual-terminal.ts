/** A terminal without a window: it has real keys, a real chain, and speaks to a real server over loopback. */
import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { CompactSign } from 'jose'
import { chain, genesis } from '../../server/seal.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import type { AnyEvent, AnyFact } from '../../shared/case/event.ts'
import type { ActId, CaseId } from '../../shared/case/ids.ts'
import type { By } from '../../shared/case/stamp.ts'
import type { SentRecord, Taken } from '../../shared/contract/routes.ts'
import type { PullPage } from '../../shared/contract/views.ts'
import { type ActRecord, eventsOf } from '../../shared/record/record.ts'

export type Answer = { status: number; body: unknown; headers: Headers }

export class VirtualTerminal {
  readonly sent: SentRecord[] = []
  digest: string
  token: string | undefined
  /** Where its acts are done. */
  hall = 'demo'
  constructor(
    public url: string,
    readonly no: number,
    readonly key: KeyObject,
  ) {
    this.digest = genesis(no)
  }

  static async enrol(url: string, code: string): Promise<VirtualTerminal> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const { kty, crv, x } = publicKey.export({ format: 'jwk' })
    const answer = await fetch(`${url}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code, publicKey: { kty, crv, x }, machine: 'virtual' }),
    })
    const body = (await answer.json()) as { ok: boolean; value: { terminal: number }; why: string }
    if (!body.ok) throw new Error(`not enrolled: ${body.why}`)
    return new VirtualTerminal(url, body.value.terminal, privateKey)
  }

  sign(method: string, path: string, body: string): Promise<string> {
    return this.signed({ method, path, body: createHash('sha256').update(body).digest('base64url') })
  }

  /** `body` is the SHA-256 of what is sent. */
  async signed(asked: { method: string; path: string; body: string }): Promise<string> {
    const claim = { terminal: this.no, ...asked, at: new Date().toISOString() }
    return new CompactSign(Buffer.from(JSON.stringify(claim))).setProtectedHeader({ alg: 'EdDSA' }).sign(this.key)
  }

  async ask(method: 'GET' | 'POST', path: string, input: unknown = null): Promise<Answer> {
    const body = method === 'GET' ? '' : JSON.stringify(input)
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'x-terminal': await this.sign(method, path, body),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(method === 'GET' ? {} : { body }),
    })
    return { status: answer.status, body: await answer.json(), headers: answer.headers }
  }

  async signIn(
    person: string,
    password = 'Demo-2026',
    window: number | null = null,
  ): Promise<{ ok: boolean; why?: string }> {
    const { body } = await this.ask('POST', '/v1/sign-in', { person, password, window })
    const answer = body as { ok: boolean; why?: string; value?: { token: string } }
    this.token = answer.value?.token
    return answer
  }

  /** Writes one act into this terminal's chain; it travels with `send`. */
  act(by: By, facts: AnyFact[], at: string, act = randomUUID() as ActId, window: number | null = 2): AnyEvent[] {
    const record = {
      format: 1,
      terminal: this.no,
      seq: this.sent.length + 1,
      at,
      clock: { offsetMs: 0, ageMs: 0, confirmed: false },
      hall: this.hall,
      window,
      by,
      kind: 'act',
      act,
      facts,
    } as unknown as ActRecord
    this.append(record)
    return eventsOf(record)
  }

  append(record: object): void {
    const bytes = Buffer.from(JSON.stringify(record))
    this.digest = chain(this.digest, bytes)
    this.sent.push({ seq: this.sent.length + 1, hash: this.digest, body: bytes.toString('base64') })
  }

  async send(from = 1, to = this.sent.length): Promise<Taken> {
    const { status, body } = await this.ask('POST', '/v1/records', { records: this.sent.slice(from - 1, to) })
    if (status !== 200) throw new Error(`records: ${status} ${JSON.stringify(body)}`)
    return body as Taken
  }

  /** Everything the bureau has for this terminal, from the beginning. */
  async pullAll(limit = 200): Promise<{
    entries: PullPage['entries']
    verdicts: PullPage['verdicts']
    tasks: NonNullable<PullPage['tasks']>
    cases: Map<CaseId, Case>
  }> {
    const entries: PullPage['entries'] = []
    const verdicts: PullPage['verdicts'] = []
    let cursor: PullPage['cursor'] | null = null
    for (;;) {
      const { status, body } = await this.ask('POST', '/v1/pull', { cursor, limit })
      if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`)
      const page = body as PullPage
      entries.push(...page.entries)
      verdicts.push(...page.verdicts)
      cursor = page.cursor
      if (!page.more) {
        const cases = new Map<CaseId, Case>()
        for (const { event } of entries) {
          if (event === null) continue
          const kase = apply(cases.get(event.case), event)
          if (kase !== undefined) cases.set(event.case, kase)
        }
        return { entries, verdicts, tasks: page.tasks ?? [], cases }
      }
    }
  }
}
