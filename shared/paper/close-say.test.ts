/** Why a closed day is amended, in words. */
import { expect, test } from 'vitest'
import type { PersonId, TerminalNo, WindowNo } from '../case/ids.ts'
import type { CloseCause, Moved } from '../report/close.ts'
import { questionWords, saidCauses } from './close-say.ts'

const act = (type: string, moved: Partial<Moved>[], part: object = {}): CloseCause =>
  ({
    ...{ is: 'act', position: 1, case: 'one', number: '000030000018', event: 'e#0', type, terminal: 3, window: 2 },
    ...{ at: '2026-11-27T01:02:03.000Z', arrivedAt: '2026-11-27T02:30:00.000Z' },
    moved: moved.map((each) => ({ window: 2, ...each })),
    ...part,
  }) as CloseCause
const up = (figure: string, from: number) => ({ figure, from, to: from + 1 }) as Partial<Moved>

test('R-CLOSE-5: what was done to a case in one go is told once, with all that it moved; another case, or later, by itself', () => {
  const causes = [
    act('received', [up('received', 1)]),
    act('accepted', [up('accepted', 1)]),
    act('prepared', []),
    act('received', [up('received', 2)], { case: 'two', number: null }),
    act('printed', [], { at: '2026-11-27T01:09:00.000Z', arrivedAt: null }),
    { is: 'counted', moved: [{ window: null, ...up('accepted', 4) }] } as CloseCause,
  ]
  expect(saidCauses(causes)).toEqual([
    {
      case: 'one',
      text: '编号0000 3000 0018的收件、受理、结果备妥：2号窗口（终端00003）11月27日9时02分办理，11月27日10时30分到局端；2号窗口收件1→2，2号窗口受理1→2。',
    },
    {
      case: 'two',
      text: '收件：2号窗口（终端00003）11月27日9时02分办理，11月27日10时30分到局端；2号窗口收件2→3。',
    },
    { case: 'one', text: '编号0000 3000 0018的出具文书：2号窗口（终端00003）11月27日9时09分办理；不动数字。' },
    { case: null, text: '没有新的办理，按局端重新计数：科室受理4→5。' },
  ])
})

test('R-CLOSE-5: a figure that goes on is told once, and one that came back to where it was not at all', () => {
  const said = (moved: Partial<Moved>[]) => saidCauses([act('received', moved)])[0]?.text
  expect(said([up('received', 1), up('received', 2)])).toContain('；2号窗口收件1→3。')
  expect(said([up('received', 1), { figure: 'received', from: 2, to: 1 }])).toContain('；不动数字。')
})

test('R-CLOSE-7: a terminal that is bound to no window is not called an office’s', () => {
  const question = (window: WindowNo | null) =>
    questionWords({ is: 'stopped', terminal: 7 as TerminalNo, window }, (person) => person)
  expect(question(2 as WindowNo)).toBe('2号窗口（终端00007）：已被局端停用，没上传的收不进来。')
  expect(question(null)).toBe('未绑定窗口（终端00007）：已被局端停用，没上传的收不进来。')
})

test('R-ROLE-12: of a sealed case that is read from afar it is not said that it has no number', () => {
  const refused = { is: 'refused', number: null, type: 'accepted', person: '某某' as PersonId } as const
  const said = (part: object) => questionWords({ ...refused, ...part }, (person) => person)
  expect(said({})).toBe('一件办理：某某当日办理的一步局端未采纳，没有计入。')
  expect(said({ case: 'one' })).toBe('一件没有编号的办理：某某当日办理的一步局端未采纳，没有计入。')
})
