import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../../tests/make/catalogue.ts'
import examples from '../examples/examples.json' with { type: 'json' }
import { answerQuestion } from './answer.ts'
import { answerLine } from './answer-line.ts'

const ask = (question: object) => {
  const answered = answerQuestion(question, calendar)
  return answered.ok ? answered.answer : answered.error
}
const line = (text: string) => JSON.parse(answerLine(text, 7, calendar) ?? 'null')

describe('R-QUESTION-2: a line that is no question says what to put right', () => {
  test.each([
    ['{"fn":"deadline"', /^这一行不是 JSON：文件到这里就完了/],
    ['你好', /^这一行不是 JSON/],
    ['null', /^一行是一个问题，写成/],
    ['[]', /^一行是一个问题，写成/],
    ['{"fn":"deadlines"}', /^没有“deadlines”这种问题，可以问的有：deadline、/],
    ['{"fn":"constructor"}', /^没有“constructor”这种问题/],
    ['{"acceptDate":"2026-03-09"}', /^缺少 fn，/],
    ['{"fn":"age","fn":"age"}', /^“fn”出现两次/],
    ['{"fn":"deadline","workingDays":5}', /^参数 acceptDate：缺少/],
    ['{"fn":"deadline","acceptDate":"2026-02-30","workingDays":5}', /^参数 acceptDate：应是真有的日期/],
    ['{"fn":"deadline","acceptDate":"1026-02-03","workingDays":5}', /只算1900年到2199年/],
    ['{"fn":"deadline","acceptDate":"2026-02-03","workingDays":5000}', /^参数 workingDays：最多2000$/],
    ['{"fn":"deadline","acceptDate":"2026-02-03","workingDays":-1}', /^参数 workingDays：至少0$/],
    [
      '{"fn":"deadline","acceptDate":"2026-02-03","workingDays":5,"stops":[["2026-02-09","2026-02-05"]]}',
      /^参数 stops\.0：停表的止日不能早于起日$/,
    ],
    ['{"fn":"acceptance","receivedOn":"2026-03-09"}', /^参数 today：没有告知的，要写明今天是哪一天$/],
    ['{"fn":"eligibility","age":3}', /^参数不全，要写明下列之一：income、std；person、unit；cert；confirmedOn$/],
    ['{"fn":"eligibility","income":"一百","std":1}', /^参数 income：应是以元为单位的金额/],
    ['{"fn":"rmbUpper","value":1.005}', /小数点后两位/],
    ['{"fn":"receive","at":"2026-03-09 10:00"}', /^参数 at：应是带时区的时刻/],
    ['{"fn":"conflict","local":"eat@10:00","server":"void@09:30"}', /^参数 local：应写成 close@10:00 的样子/],
    ['{"fn":"maskId","value":5301}', /^参数 value：应是文字/],
    ['{"fn":"dailyAverage","items":1,"windows":0}', /^参数 windows：要大于0$/],
    ['{"fn":"age","birth":"2026-03-01","on":"2026-02-28"}', /^参数 birth：出生日期不能晚于要算的那一天$/],
    [
      '{"fn":"acceptance","receivedOn":"2026-03-09","noticeOn":"2026-03-08"}',
      /^参数 noticeOn：告知的日期不能早于2026-03-09$/,
    ],
    [
      '{"fn":"acceptance","receivedOn":"2026-03-09","noticeOn":"2026-03-10","supplementedOn":"2026-03-09"}',
      /^参数 supplementedOn：补齐的日期不能早于2026-03-10$/,
    ],
    ['{"fn":"acceptance","receivedOn":"2026-03-09","today":"2026-03-08"}', /^参数 today：今天不能早于2026-03-09$/],
    [
      '{"fn":"extend","acceptDate":"2026-03-09","workingDays":20,"extendBy":5,"approvedOn":"2026-03-10","stops":[["2026-03-12",null]]}',
      /^参数 stops/,
    ],
    ['{\u0000"\u0000', /UTF-8/],
  ])('%s', (text, error) => {
    const answer = line(text)
    expect(answer.line).toBe(7)
    expect(answer.error).toMatch(error)
    expect(Object.keys(answer)).toEqual(['line', 'error'])
  })

  test('a line with nothing on it is no question; a mark of byte order and blanks are passed over', () => {
    expect([answerLine('', 1, calendar), answerLine(' \t\r', 2, calendar)]).toEqual([undefined, undefined])
    expect(line('\uFEFF {"fn":"maskName","value":"欧阳示例"}\r')).toEqual({ masked: '欧***' })
  })
})

describe('R-QUESTION-3', () => {
  test('R-QUESTION-3: an argument that no rule looks at is named, one that stands for people is not', () => {
    const question = { fn: 'deadline', acceptDate: '2026-02-03', workingDays: 5 }
    expect(ask({ ...question, stop: [], id: 'WD-00', note: '例' })).toMatchObject({ notUsed: ['stop'] })
    expect(ask(question)).not.toHaveProperty('notUsed')
  })

  test('R-QUESTION-3: whatever it is asked with the words of the examples, it answers or says why', () => {
    const inputs = examples.cases.map((example) => example.input as Record<string, unknown>)
    const words = [...new Set(inputs.flatMap((input) => Object.keys(input)))]
    const values = inputs.flatMap((input) => Object.values(input))
    const value = fc.oneof(
      fc.constantFrom(...values),
      fc.jsonValue({ maxDepth: 2 }),
      fc.date().map(String),
      fc.integer(),
    )
    const question = fc
      .tuple(
        fc.constantFrom(...inputs),
        fc.dictionary(fc.constantFrom(...words.filter((word) => word !== 'fn')), value),
      )
      .map(([input, changes]) => ({ ...input, ...changes }))
    fc.assert(
      fc.property(question, (asked) => {
        const answer = line(JSON.stringify(asked))
        expect(answer).toBeTypeOf('object')
        if ('line' in answer) expect(answer.error).toMatch(/[\u4e00-\u9fff]/)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('R-QUESTION-4: who may get it', () => {
  test.each([
    [0, 800, true, false],
    [799.99, 800, true, false],
    [800, 800, false, true],
    [1199.99, 800, false, true],
    ['1,200.00', 800, false, false],
    [1.01, 0.67, false, false],
    [1, 0.67, false, true],
  ])('income %s by a standard of %s', (income, std, dibao, margin) =>
    expect(ask({ fn: 'eligibility', income, std })).toEqual({ dibao, margin }),
  )

  test.each([
    [50, 0, true],
    [49, 0, false],
    [0, 30, true],
    [0, 29, false],
    [20, 30, true],
    [19, 30, false],
    [1, 48, false],
    [0, 0, false],
  ])('%i persons and %i bodies', (person, unit, pass) =>
    expect(ask({ fn: 'eligibility', person, unit })).toEqual({ pass }),
  )

  test('the first month that is paid is the one after', () => {
    expect(ask({ fn: 'eligibility', confirmedOn: '2026-12-31' })).toEqual({ payFrom: '2027-01' })
    expect(ask({ fn: 'eligibility', confirmedOn: '2026-01-31' })).toEqual({ payFrom: '2026-02' })
  })

  test('a certificate says kind and grade; grades one and two may ask for nursing', () => {
    const cert = (end: string) => ask({ fn: 'eligibility', cert: `530111197008150055${end}` })
    expect([cert('11'), cert('72'), cert('33')]).toMatchObject([
      { type: '视力', level: '一级', isNursing: true, reissue: null },
      { type: '多重', level: '二级', isNursing: true },
      { type: '言语', level: '三级', isNursing: false },
    ])

    expect(cert('81')).toEqual({ ok: false, errors: ['format'] })
  })
})

describe('R-QUESTION-5: the figures of a day', () => {
  const at = (day: string, time = '09:00') => `${day}T${time}:00+08:00`
  const act = (type: string, day: string, more: object = {}) => ({ type, case: 'A', window: '1', at: at(day), ...more })
  const counts = (day: string, events: object[], more: object = {}) => ask({ fn: 'dailyCounts', day, events, ...more })
  const none = { receive: 0, accept: 0, close: 0, reject: 0, overdue: 0 }

  test('turned away and withdrawn before acceptance are 退件; withdrawn after it is none', () => {
    const received = act('receive', '2026-03-09')
    expect(counts('2026-03-10', [received, act('notAccept', '2026-03-10')])).toEqual({ 1: { ...none, reject: 1 } })
    expect(counts('2026-03-10', [received, act('withdraw', '2026-03-10')])).toEqual({ 1: { ...none, reject: 1 } })
    expect(counts('2026-03-11', [received, act('accept', '2026-03-10'), act('withdraw', '2026-03-11')])).toEqual({})
  })

  test('a case is overdue at the end of each day after its last, until something ends it', () => {
    const events = [
      act('receive', '2026-03-09'),
      act('accept', '2026-03-09'),
      act('close', '2026-03-20', { window: 3 }),
    ]
    const deadlines = { A: '2026-03-18' }
    expect(counts('2026-03-18', events, { deadlines })).toEqual({})
    expect(counts('2026-03-19', events, { deadlines })).toEqual({ 1: { ...none, overdue: 1 } })
    expect(counts('2026-03-20', events, { deadlines })).toEqual({ 3: { ...none, close: 1 } })
  })

  test('silence counts for permits only, and not when somebody answered in time', () => {
    const permit = act('receive', '2026-03-09', { kind: 'permit' })
    expect(counts('2026-03-17', [permit])).toEqual({ 1: { ...none, accept: 1 } })
    expect(counts('2026-03-17', [act('receive', '2026-03-09')])).toEqual({})
    expect(counts('2026-03-17', [permit, act('correct', '2026-03-16')])).toEqual({})
    expect(counts('2026-03-18', [permit, act('accept', '2026-03-18')])).toEqual({})
    const early = act('deemedAccept', '2026-03-12')
    expect(counts('2026-03-12', [act('receive', '2026-03-09'), early])).toEqual({})
  })

  test('only a supervisor voids, only before acceptance, and an act told twice counts once', () => {
    const received = act('receive', '2026-03-09')
    expect(counts('2026-03-09', [received, act('void', '2026-03-10', { by: 'clerk' })])).toEqual({
      1: { ...none, receive: 1 },
    })
    expect(counts('2026-03-09', [received, act('void', '2026-03-10', { by: 'supervisor' })])).toEqual({})
    const late = [received, act('accept', '2026-03-09'), act('void', '2026-03-10')]
    expect(counts('2026-03-09', late)).toEqual({ 1: { ...none, receive: 1, accept: 1 } })
    expect(counts('2026-03-09', [received, received])).toEqual({ 1: { ...none, receive: 1 } })
  })

  test('a total that is not the sum of the windows is told with the difference', () => {
    expect(ask({ fn: 'reconcile', windows: { 1: { receive: 2 }, 2: { receive: 3 } }, total: 6 })).toEqual({
      total: 5,
      equalsSum: false,
      difference: 1,
    })
  })
})

describe('what else is asked', () => {
  test('an extension counts from the one before it, and the calendar may be known less far', () => {
    const asked = { fn: 'extend', acceptDate: '2026-03-09', workingDays: 20, extendBy: 3, approvedOn: '2026-04-03' }
    expect(ask({ ...asked, history: [{ days: 5 }] })).toMatchObject({
      allowed: false,
      deadline: '2026-04-14',
      reason: '已经延长过一次',
    })
    expect(ask({ ...asked, extendBy: 1.5 })).toMatchObject({ allowed: false })
    expect(ask({ ...asked, approvedOn: '2026-04-08' })).toMatchObject({
      allowed: false,
      reason: '期限届满后不能再延长',
    })
    expect(ask({ fn: 'isWorkday', date: '2026-02-14', calendarThrough: '2025-12-31' })).toMatchObject({
      work: false,
      provisional: true,
    })
    expect(ask({ fn: 'isWorkday', date: '2026-04-15', localHolidays: ['2026-04-15'] })).toMatchObject({ work: false })
  })

  test('R-QUESTION-6: while a stop is open there is no last day, only what is used and left; announced for later, it has not begun', () => {
    const asked = { fn: 'deadline', acceptDate: '2026-03-02', workingDays: 20, stops: [['2026-03-05', null]] }
    const standing = {
      deadline: null,
      standingSince: '2026-03-05',
      usedWorkdays: 2,
      remaining: 18,
      showDeadline: false,
    }
    expect(ask(asked)).toMatchObject(standing)
    expect(ask({ ...asked, today: '2026-05-20' })).toMatchObject(standing)
    const two = [...asked.stops, ['2026-03-03', '2026-03-09']]
    expect(ask({ ...asked, stops: two, today: '2026-03-20' })).toMatchObject({ deadline: null, usedWorkdays: 0 })
    expect(ask({ ...asked, today: '2026-03-04' })).toMatchObject({ deadline: '2026-03-30' })
  })

  test('R-QUESTION-6: what reaches past the calendar says which arrangement it waits for, and what lies before it waits for none', () => {
    const asked = { fn: 'deadline', workingDays: 5 }
    expect(ask({ ...asked, acceptDate: '2026-12-29' })).toMatchObject({ mustShow: '暂定,待2027年放假通知' })
    expect(ask({ ...asked, acceptDate: '2024-12-10' })).toMatchObject({ mustShow: '暂定,没有载入2025年以前的放假安排' })
  })

  test('R-QUESTION-6: nothing is extended before it was accepted', () => {
    const asked = { fn: 'extend', acceptDate: '2026-03-09', workingDays: 20, extendBy: 3 }
    expect(ask({ ...asked, approvedOn: '2026-03-08' })).toMatchObject({
      allowed: false,
      deadline: '2026-04-07',
      reason: '受理以前没有期限，不能延长',
    })
    expect(ask({ ...asked, approvedOn: '2026-03-09' })).toMatchObject({ allowed: true })
  })

  test('what may follow on a case is asked of the table of the law', () => {
    const meet = (local: string, server: string) =>
      (ask({ fn: 'conflict', local, server }) as { needHuman: boolean }).needHuman
    expect([
      meet('close@10:00', 'void@09:30'),
      meet('close@10:00', 'accept@09:30'),
      meet('accept@10:00', 'withdraw@09:30'),
    ]).toEqual([true, false, true])
  })

  test('two who changed different fields, or the same to the same, need nobody', () => {
    const base = { phone: '1', name: '甲' }
    expect(ask({ fn: 'conflict', base, w1: { phone: '2' }, w2: { name: '乙' } })).toMatchObject({ needHuman: false })
    expect(ask({ fn: 'conflict', base, w1: { phone: '2' }, w2: { phone: '2' } })).toMatchObject({
      needHuman: false,
      fields: [],
    })
  })
})
