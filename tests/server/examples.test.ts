/** The worked examples of the domain that counting, judging and receiving answer. */
import { describe, expect, test } from 'vitest'
import { clockDoubt } from '../../electron/acts/clock-check.ts'
import { sameItemTwice } from '../../renderer/intake/earlier.ts'
import { follow } from '../../server/follow.ts'
import { chain, genesis } from '../../server/seal.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import { addWorkdays } from '../../shared/calendar/workdays.ts'
import { apply } from '../../shared/case/apply.ts'
import type { Case } from '../../shared/case/case.ts'
import { check } from '../../shared/case/check.ts'
import { clockOf } from '../../shared/case/clock.ts'
import type { Instant, WindowNo } from '../../shared/case/ids.ts'
import { rowsFrom } from '../../shared/case/rows.ts'
import type { EventType } from '../../shared/case/workflow.ts'
import examples from '../../shared/examples/examples.json' with { type: 'json' }
import type { FigureName } from '../../shared/report/figures.ts'
import type { Line } from '../../shared/report/lines.ts'
import { figureValue, sumsOf } from '../../shared/report/sums.ts'
import { calendar, realItem } from '../make/catalogue.ts'
import { linesOf } from '../make/count.ts'
import type { Life, Step } from '../make/life.ts'
import { make } from '../make/make.ts'

// biome-ignore lint/suspicious/noExplicitAny: every example has its own shape.
type Facts = any
type Example = { id: string; title: string; input: Facts; expected: Facts }

const cases: readonly Example[] = examples.cases
const of = (fn: string) => cases.filter((example) => example.input.fn === fn)
const instant = (at: string) => new Date(at).toISOString() as Instant

/** What an example calls an act, and what it is at the counter. */
const acts: Record<string, Step> = {
  receive: 'received',
  accept: 'accepted',
  deemedAccept: 'deemedAcceptanceNoted',
  close: 'granted',
  void: 'voided',
}
type Told = { case: string; type: string; at: string; window: string }

/** The lines that the acts of an example count for, lived by the law: what lies between the ones it names is done at the same moment. */
function counted(told: readonly Told[]): Line[] {
  const permit = told.some((each) => each.type === 'deemedAccept')
  return [...new Set(told.map((each) => each.case))].flatMap((id, which) => {
    const own = told.filter((each) => each.case === id)
    const life = make.life({ item: make.item({ kind: permit ? 'permit' : 'confirmation' }), seed: which + 1 })
    const windows = new Map<string, WindowNo>()
    for (const { type, at, window } of own) {
      life.goTo(instant(at))
      if (type === 'close') while (life.kase.status !== 'awaitingDecision') stepOn(life, instant(at))
      life.goTo(instant(at)).do(acts[type]!)
      windows.set(life.events.at(-1)!.id, Number(window) as WindowNo)
    }
    const placed = life.events.map((event) => {
      const window = windows.get(event.id) ?? event.stamp.window
      return { ...event, stamp: { ...event.stamp, window } }
    })
    return linesOf(placed, life.item)
  })
}

function stepOn(life: Life, at: Instant): void {
  const next: Partial<Record<string, EventType>> = { received: 'accepted' }
  const steps = life.kase.stepsDone.length < life.item.steps.length ? 'stepPassed' : 'proposed'
  life.goTo(at).do(next[life.kase.status] ?? steps)
}

/** What each window's figure comes to on a day; windows that come to nothing are left out. */
function windowsOn(day: string, lines: readonly Line[]): Record<string, Record<string, number>> {
  const ofDay = lines.filter((line) => line.day === day)
  const windows = [...new Set(ofDay.map(({ window }) => window))].map((window) => {
    const sums = sumsOf(ofDay.filter((line) => line.window === window))
    const sum = (name: FigureName) => figureValue(name, sums) ?? 0
    const row = { receive: sum('received'), accept: sum('accepted'), close: sum('decided'), reject: sum('turnedAway') }
    return [String(window ?? 0), { ...row, overdue: Math.max(0, sum('overdue')) }] as const
  })
  return Object.fromEntries(windows.filter(([, row]) => Object.values(row).some((count) => count !== 0)))
}

describe('counts of a day', () => {
  test.each(of('dailyCounts').map((example) => [example.id, example.title, example] as const))(
    '%s: %s',
    (_, __, { input, expected }) => expect(windowsOn(input.day, counted(input.events))).toEqual(expected),
  )

  test('DC-11: a pause moves the last day, and what is before it is not overdue', () => {
    const life = make.life({ at: instant('2026-03-09T09:00:00+08:00') }).act(['received', 'accepted'])
    life.do('clockPaused', { at: instant('2026-03-11T09:00:00+08:00') })
    life.do('clockResumed', { at: instant('2026-03-18T09:00:00+08:00') })
    const { due, late } = clockOf(life.kase, life.item, calendar, instant('2026-03-20T15:59:00Z'))
    expect([due?.day, late]).toEqual(['2026-03-27', false])
    expect(clockOf(life.kase, life.item, calendar, instant('2026-03-28T00:00:00Z')).late).toBe(true)
  })

  test('DC-13: all windows together are the sum of each', () => {
    const { input, expected } = of('reconcile')[0]!
    const told = (Object.entries(input.windows) as [string, { receive: number }][]).flatMap(([window, { receive }]) =>
      Array.from({ length: receive }, (_, nth) => ({
        case: `${window} ${nth}`,
        type: 'receive',
        at: '2026-09-21T09:00:00+08:00',
        window,
      })),
    )
    const lines = counted(told)
    const rows = Object.entries(windowsOn('2026-09-21', lines)).map(([window, { receive }]) => [window, { receive }])
    expect(Object.fromEntries(rows)).toEqual(input.windows)
    expect(figureValue('received', sumsOf(lines))).toBe(expected.total)
  })
})

describe('two who meet on one case, and a network that breaks', () => {
  const conflicts: Record<string, (input: Facts) => Facts> = {
    // The later one saw an older picture: it is refused and becomes a task, never dropped. The bureau asks about the case as
    // it stands, not as its maker saw it.
    'CF-02': () => {
      const life = make.life({ item: realItem('GL-BT') }).do('received')
      const later = life.fact('detailsCorrected')
      life.do('detailsCorrected')
      const asked = { now: life.at, actor: make.actor('clerk'), item: life.item, calendar }
      return { needHuman: check(life.kase, { ...later, after: life.kase.last }, asked)?.code === 'behind' }
    },
    'CF-03': () => {
      const life = make.life({ item: realItem('YL-YD') }).do('received')
      const late = make
        .life({ item: realItem('YL-YD') })
        .do('received')
        .do('accepted')
        .do('granted')
        .events.at(-1)!
      const voided = life.do('voided').kase
      const after = apply(voided, late)!
      return { needHuman: after.status === 'closed' && after.outcome === 'voided' && after.outOfTurn.length === 1 }
    },
    'CF-05': ({ deviceTime, lastEventTime }) => {
      const doubt = clockDoubt({
        now: instant(deviceTime.replace('+', ':00+')),
        lastRecord: instant(lastEventTime.replace('+', ':00+')),
        lastAct: null,
        lastContact: null,
      })
      return { blockSubmit: false, timeUntrusted: doubt !== undefined, requireSupervisorConfirm: doubt !== undefined }
    },
    'CF-07': ({ openCase }) => {
      const item = realItem('GL-BT')
      const kase = { id: openCase, item: item.code, outcome: null } as unknown as Parameters<typeof sameItemTwice>[1][0]
      const twice = sameItemTwice(item, [kase, { ...kase, item: realItem('YL-YD').code }])
      const again = make.life({ item }).refusal('received')
      return { warn: `存在在办件${twice[0]?.id}`, block: again !== undefined, requireReason: twice.length === 1 }
    },
    'CF-08': ({ batch, acked }) => {
      let digest = genesis(1)
      const sent = (batch as string[]).map((text, index) => {
        const body = Buffer.from(text)
        digest = chain(digest, body)
        return { seq: index + 1, hash: digest, body: body.toString('base64') }
      })
      const mark = { taken: acked.length, digest: sent[acked.length - 1]!.hash }
      const { fresh, problem, taken } = follow(mark, sent, (seq) => sent[seq - 1]?.hash)
      expect([problem, taken]).toEqual([null, batch.length])
      return { retry: fresh.map(({ bytes }) => bytes.toString()), noDuplicate: batch.slice(0, mark.taken) }
    },
    'CF-09': ({ caseCatalogue, current }) => {
      const life = make.life()
      const fact = life.fact('received').data as { editions: Case['editions'] }
      life.do(['received', { editions: { ...fact.editions, catalogue: caseCatalogue } }]).do('accepted')
      expect(life.kase.editions.catalogue).not.toBe(current)
      return { useVersion: life.kase.editions.catalogue }
    },
    // What was handed over is put right by another paper; nothing prints the wrong one anew.
    'CF-10': () => {
      const papers = rowsFrom('closed', 'permit').filter((row) => row.handsOver !== null)
      const acts = papers.map((row) => row.event)
      expect(acts).toEqual(['paperCorrected', 'commitmentVerified', 'revoked', 'cancelled', 'reopened'])
      expect(papers.some((row) => row.handsOver === 'grantDecision')).toBe(false)
      return {}
    },
  }
  const remarks = ['kept', 'result', 'warn', 'reason', 'action']

  test.each(of('conflict').map((example) => [example.id, example.title, example] as const))(
    '%s: %s',
    (id, _, { input, expected }) => {
      const answer = conflicts[id]!(input)
      const kept = id === 'CF-07' ? [] : remarks
      const facts = Object.fromEntries(Object.entries(expected).filter(([key]) => !kept.includes(key)))
      expect(Object.fromEntries(Object.keys(facts).map((key) => [key, answer[key]]))).toEqual(facts)
    },
  )
})

test('ST-10: on a rest day an application may be received; only days of the limit follow the calendar', () => {
  const { input, expected } = of('receive')[0]!
  const at = instant(input.at)
  const item = make.item({ inForce: { from: '2020-01-01' as never, until: null } })
  const life = make.life({ item, at })
  expect(life.refusal('received') === undefined).toBe(expected.accepted)
  life.do('received')
  expect(dayOf(life.kase.received.at)).toBe(expected.countedOn)
  expect(addWorkdays(calendar, dayOf(at), 1).day).toBe('2023-05-22')
})
