import { describe, expect, test } from 'vitest'
import { calendar, catalogue, catalogueFile, hall, lists } from '../../tests/make/catalogue.ts'
import { foundKite } from '../../tests/make/kites.ts'
import { make } from '../../tests/make/make.ts'
import type { Day } from '../calendar/day.ts'
import { CHECK_MONTHS } from '../case/check-by.ts'
import { catalogueProblems, itemProblems } from './catalogue-check.ts'
import { hallLacks, hallProblems } from './hall-lacks.ts'
import type { Item } from './item.ts'
import { type CatalogueError, makeCatalogue } from './read-catalogue.ts'

type Draft = { -readonly [K in keyof Item]: Item[K] }

/** What the check finds in the kite item after it was spoilt. */
function found(spoil: (item: Draft) => void, asked: Parameters<typeof make.item>[0] = {}): string[] {
  const item = structuredClone(make.item(asked)) as Draft
  spoil(item)
  return itemProblems(item as Item, calendar).map(({ path }) => path)
}
const field = (item: Draft, key: string) => item.fields.find((each) => each.key === key)!
const material = (item: Draft, key: string) => item.materials.find((each) => each.key === key)!

test('R-CATALOGUE-1: the catalogue as published has no fault, and the demo hall has what it asks for', () => {
  expect(catalogueProblems(catalogue, calendar)).toEqual([])
  expect(hallProblems(catalogue, hall)).toEqual([])
})

describe('R-CATALOGUE-2: each kind of fault that raw items had is found and named', () => {
  test('a promise later than the statute, on any day it may start', () => {
    const limit = (count: number, unit: 'workingDays' | 'calendarDays') => ({
      count,
      unit,
      basis: '《风筝放飞条例（虚构）》',
      certainty: 'high' as const,
    })
    expect(
      found((item) => {
        item.limits = { promised: limit(15, 'workingDays'), statutory: limit(20, 'calendarDays') }
      }),
    ).toContain('limits.promised')
    expect(
      found((item) => {
        item.limits = { promised: limit(10, 'workingDays'), statutory: limit(20, 'calendarDays') }
      }),
    ).toContain('limits.promised')
    expect(
      found((item) => {
        item.limits = { promised: limit(8, 'workingDays'), statutory: limit(20, 'calendarDays') }
      }),
    ).toEqual([])
    expect(
      found((item) => {
        item.limits = { promised: limit(20, 'workingDays'), statutory: limit(20, 'workingDays') }
      }),
    ).toEqual([])
  })

  test('no statute is null, an on-the-spot item promises nothing later, a promised one something', () => {
    expect(
      found((item) => {
        item.limits.statutory = { ...item.limits.statutory!, count: 0, unit: 'onTheSpot' }
      }),
    ).toContain('limits.statutory')
    expect(
      found((item) => {
        item.limits.promised = { ...item.limits.promised!, count: 0, unit: 'onTheSpot' }
      }),
    ).toContain('limits.promised')
    expect(
      found(
        (item) => {
          item.limits.promised = { ...item.limits.promised!, count: 5, unit: 'workingDays' }
        },
        { processing: 'onTheSpot' },
      ),
    ).toContain('limits.promised')
  })

  test('steps longer than the promise; steps that are none; paying as a step', () => {
    expect(
      found((item) => {
        item.steps[0]!.days = 7
      }),
    ).toContain('steps')
    expect(
      found((item) => {
        item.steps[0]!.key = 'certify'
      }),
    ).toContain('steps.certify')
    expect(
      found((item) => {
        item.steps[0]!.name = '发放'
      }),
    ).toContain('steps.look')
    expect(
      found(
        (item) => {
          item.steps = make.item().steps
        },
        { kind: 'filing' },
      ),
    ).toContain('steps')
  })

  test('a refusal has to be served too', () => {
    expect(
      found((item) => {
        item.delivery = null
      }),
    ).toContain('delivery')
  })

  test('keys once, in camel case, in a section that exists', () => {
    expect(
      found((item) => {
        field(item, 'agentIdNo').key = 'agentidNo'
      }),
    ).toContain('fields.agentidNo.key')
    expect(
      found((item) => {
        field(item, 'reason').key = 'adopternation'
      }),
    ).toContain('fields.adopternation.key')
    expect(
      found((item) => {
        item.materials.push(item.materials[0]!)
      }),
    ).toContain('materials')
    expect(
      found((item) => {
        field(item, 'length').section = 'sky'
      }),
    ).toContain('fields.length.section')
    expect(
      found((item) => {
        item.aliases.push('放风筝')
      }),
    ).toContain('aliases')
  })

  test('a number follows its document; an agent’s fields are asked only when there is one, and a letter with them', () => {
    expect(
      found((item) => {
        delete field(item, 'idNo').idTypeField
      }),
    ).toContain('fields.idNo.idTypeField')
    expect(
      found((item) => {
        field(item, 'idType').options = ['身份证明']
      }),
    ).toContain('fields.idNo.idTypeField')
    expect(
      found((item) => {
        delete field(item, 'agentIdNo').when
      }),
    ).toContain('fields.agentIdNo.when')
    expect(
      found((item) => {
        item.materials = item.materials.filter((each) => each.key !== 'authorisation')
      }),
    ).toContain('materials')
    expect(
      found((item) => {
        item.agent = null
      }),
    ).toContain('fields.agentName')
  })

  test('options, derived fields, tables and bands hang together', () => {
    expect(
      found((item) => {
        field(item, 'sex').options = ['男']
      }),
    ).toContain('fields.sex.options')
    expect(
      found((item) => {
        field(item, 'reason').default = '试放'
      }),
    ).toContain('fields.reason.default')
    expect(
      found((item) => {
        field(item, 'reason').options = []
      }),
    ).toContain('fields.reason.options')
    expect(
      found((item) => {
        field(item, 'birth').derive = { from: 'phone', what: 'birth' }
      }),
    ).toContain('fields.birth.derive.from')
    expect(
      found((item) => {
        field(item, 'age').type = 'text'
      }),
    ).toContain('fields.age.type')
    expect(
      found((item) => {
        field(item, 'group').bands = [[0, '婴儿']]
      }),
    ).toContain('fields.group.bands')
    expect(
      found((item) => {
        field(item, 'swaps').rowsFrom = 'reason'
      }),
    ).toContain('fields.swaps.rowsFrom')
    expect(
      found((item) => {
        field(item, 'swaps').columns = []
      }),
    ).toContain('fields.swaps.columns')
    expect(
      found((item) => {
        field(item, 'length').options = ['长']
      }),
    ).toContain('fields.length.options')
  })

  test('personal numbers are sealed, and money is in yuan', () => {
    expect(
      found((item) => {
        field(item, 'refundTo').personal = false
      }),
    ).toContain('fields.refundTo.personal')
    expect(
      found((item) => {
        field(item, 'flyers').personal = false
      }),
    ).toContain('fields.flyers.personal')
    expect(
      found((item) => {
        field(item, 'deposit').label = '押金（万元）'
      }),
    ).toContain('fields.deposit.label')
  })

  test('a second system takes fields that exist, each box once, money in yuan and days as days', () => {
    const mapped = (...order: NonNullable<Item['secondSystem']>['order']) =>
      found((item) => {
        item.secondSystem = { name: '风筝登记系统（虚构）', order }
      })
    const row = (field: string, label: string, as: 'plain' | 'digits' | 'yuan' | 'compactDay') => ({ field, label, as })
    const { fields } = make.item()
    const money = fields.find(({ type }) => type === 'money')!.key
    const date = fields.find(({ type }) => type === 'date')!.key
    expect(mapped(row('name', '姓名', 'plain'), row('idNo', '证号', 'digits'), row(money, '金额', 'yuan'))).toEqual([])
    expect(mapped(row('kiteColour', '颜色', 'plain'))).toEqual(['secondSystem.order.0.field'])
    expect(mapped(row('name', '姓名', 'plain'), row('idNo', '姓名', 'digits'))).toEqual(['secondSystem.order'])
    expect(mapped(row(money, '金额', 'plain'))).toEqual(['secondSystem.order.0.as'])
    expect(mapped(row(date, '日期', 'yuan'))).toEqual(['secondSystem.order.0.as'])
    expect(mapped(row('name', '姓名', 'compactDay'))).toEqual(['secondSystem.order.0.as'])
    const cells = (...columns: [column: string, label: string, as: 'plain' | 'yuan'][]) =>
      mapped({
        field: 'flyers',
        label: '同放的人',
        columns: columns.map(([column, label, as]) => ({ column, label, as })),
      })
    expect(cells(['name', '姓名', 'plain'], ['idNo', '证号', 'plain'])).toEqual([])
    expect(cells(['kite', '风筝', 'plain'])).toEqual(['secondSystem.order.0.columns.0.column'])
    expect(cells(['name', '姓名', 'yuan'])).toEqual(['secondSystem.order.0.columns.0.as'])
    expect(cells(['name', '姓名', 'plain'], ['idNo', '姓名', 'plain'])).toEqual(['secondSystem.order.0.columns'])
    expect(mapped(row('flyers', '同放的人', 'plain'))).toEqual(['secondSystem.order.0.as'])
    expect(mapped({ field: 'name', label: '姓名', columns: [{ column: 'name', label: '姓名', as: 'plain' }] })).toEqual(
      ['secondSystem.order.0.columns'],
    )
  })

  test('conditions name fields that exist and options that are offered', () => {
    expect(
      found((item) => {
        material(item, 'tailProof').when = { field: 'tail', is: true }
      }),
    ).toContain('materials.tailProof.when')
    expect(
      found((item) => {
        material(item, 'tailProof').when = { field: 'sexByNumber', is: '男' }
      }),
    ).toContain('materials.tailProof.when')
    expect(
      found((item) => {
        material(item, 'oldPermit').when = { field: 'reason', is: '补证' }
      }),
    ).toContain('materials.oldPermit.when')
    expect(
      found((item) => {
        material(item, 'oldPermit').when = { field: 'parts', is: '骨架' }
      }),
    ).toContain('materials.oldPermit.when')
    expect(
      found((item) => {
        material(item, 'oldPermit').when = { field: 'reason', includes: '换证' }
      }),
    ).toContain('materials.oldPermit.when')
    expect(
      found((item) => {
        item.applicant.phone = 'mobile'
      }),
    ).toContain('applicant.phone')
    expect(
      found((item) => {
        field(item, 'phone').required = false
      }),
    ).toContain('fields.phone.required')
    expect(
      found((item) => {
        delete material(item, 'oldPermit').whenWords
      }),
    ).toContain('materials.oldPermit.whenWords')
  })

  test('before acceptance no clock runs, and no clock stops without its paper, or where none may', () => {
    expect(
      found((item) => {
        item.suspensions[0]!.stopsClock = true
      }),
    ).toContain('suspensions.correction.stopsClock')
    expect(
      found((item) => {
        item.suspensions[1]!.paper = null
      }),
    ).toContain('suspensions.windTest.paper')
    expect(
      found((item) => {
        item.suspensions[1]!.paper = 'aNote'
      }),
    ).toContain('suspensions.windTest.paper')
    expect(
      found(
        (item) => {
          item.suspensions = make.item().suspensions
        },
        { kind: 'service' },
      ),
    ).toContain('suspensions.windTest.stopsClock')
    expect(
      found(
        (item) => {
          item.extension = make.item().extension
        },
        { kind: 'filing' },
      ),
    ).toContain('extension')
    expect(
      found((item) => {
        item.extension!.max.count = 11
      }),
    ).toContain('extension.max')
    expect(
      found((item) => {
        item.suspensions[1]!.basis = '地方规定'
      }),
    ).toContain('suspensions.windTest.stopsClock')
    expect(
      found((item) => {
        item.lapse = { basis: '《风筝放飞条例（虚构）》第八条' }
      }),
    ).toContain('lapse')
  })

  test('what several bodies handle together may be extended by fifteen working days, with leave from above only', () => {
    const together = (count: number, approver?: string) =>
      found((item) => {
        item.limits.statutory = { ...item.limits.statutory!, count: 45 }
        item.extension = { max: { ...item.extension!.max, count }, ...(approver === undefined ? {} : { approver }) }
      })
    expect(together(15, '区人民政府')).toEqual([])
    expect(together(16, '区人民政府')).toContain('extension.max')
    expect(together(15)).toContain('extension.max')
  })

  test('how long something hangs out is said of its own step alone, in days', () => {
    const hangs = {
      count: 7,
      unit: 'calendarDays',
      basis: '《风筝放飞条例（虚构）》第六条',
      certainty: 'high',
    } as const
    const step = (part: object) => (item: Draft) => {
      item.steps = item.steps.map((each, index) => (index === 0 ? { ...each, ...part } : each))
    }
    const hung = { needs: 'publicized', hangs }
    expect(found(step(hung), { kind: 'benefit' })).toEqual([])
    expect(found(step({ hangs }), { kind: 'benefit' })).toContain('steps.look.hangs')
    expect(found(step({ ...hung, hangs: { ...hangs, unit: 'workingDays' } }), { kind: 'benefit' })).toContain(
      'steps.look.hangs',
    )
  })

  test('a permit is handed over within ten working days', () => {
    const within = (count: number, unit: 'workingDays' | 'calendarDays', kind?: 'benefit') =>
      found(
        (item) => {
          item.delivery = { ...item.delivery!, count, unit }
        },
        kind === undefined ? {} : { kind },
      )
    expect(within(10, 'workingDays')).toEqual([])
    expect(within(11, 'workingDays')).toContain('delivery')
    expect(within(10, 'calendarDays')).toContain('delivery')
    expect(within(15, 'calendarDays', 'benefit')).toEqual([])
  })

  test('an item that ends before it begins', () => {
    const taken = (from: string, until: string) =>
      found((item) => {
        item.inForce = { from: from as Day, until: until as Day }
      })
    expect(taken('2026-06-01', '2026-05-31')).toContain('inForce.until')
    expect(taken('2026-06-01', '2026-06-01')).toEqual([])
  })

  test('permit words stand on permits only', () => {
    for (const words of [
      '依法不需许可',
      '《中华人民共和国行政许可法》第四十五条',
      '第32条：当场或5日内一次告知',
      '不予行政许可',
    ])
      expect(
        found(
          (item) => {
            item.notes = words
          },
          { kind: 'benefit' },
        ),
        words,
      ).toContain('notes')
    expect(
      found((item) => {
        item.notes = '《中华人民共和国行政许可法》第四十五条'
      }),
    ).toEqual([])
  })

  test('only a benefit or a confirmation hangs out a notice', () => {
    const waits = (item: Item) => {
      item.steps[0]!.needs = 'publicized'
    }
    expect(found(waits)).toContain('steps.look.needs')
    expect(found(waits, { kind: 'benefit' })).toEqual([])
  })

  test('a step of some situations says which in words, and one stands in all of them', () => {
    const some = { field: 'hasTail', is: true } as const
    expect(
      found((item) => {
        item.steps[0] = { ...item.steps[0]!, when: some }
      }),
    ).toEqual(['steps.look.whenWords'])
    expect(
      found((item) => {
        item.steps[0] = { ...item.steps[0]!, when: { field: 'today', is: '2026-12-01' }, whenWords: '十二月一日' }
      }),
    ).toContain('steps.look.when')
    expect(
      found((item) => {
        item.steps = item.steps.map((step) => ({ ...step, when: some, whenWords: '带长尾的' }))
      }),
    ).toEqual(['steps'])
    expect(
      found((item) => {
        item.suspensions[1] = { ...item.suspensions[1]!, when: some }
      }),
    ).toEqual(['suspensions.windTest.whenWords'])
  })

  test('a notice of the law’s own hangs out by its step, for days, in words whose fields there are', () => {
    const cried = (change: object) =>
      itemProblems({
        ...foundKite(),
        steps: foundKite().steps.map((step) =>
          step.notice === undefined ? step : { ...step, ...change, notice: { ...step.notice, ...change } },
        ),
      } as Item).map(({ path }) => path)
    expect(cried({})).toEqual([])
    expect(cried({ needs: undefined })).toEqual(['steps.cry.notice'])
    const workingDays = { ...foundKite().steps[1]!.notice!.term, unit: 'workingDays' }
    expect(cried({ term: workingDays })).toEqual(['steps.cry.notice.term'])
    expect(cried({ text: '{moon}' })).toEqual(['steps.cry.notice.text'])
  })

  test('a grade to be said before is one of the grades', () => {
    expect(
      found((item) => {
        item.result = {
          ...item.result,
          grades: ['高飞', '低飞'],
          gradesWhen: [{ grade: '中飞', when: { field: 'moon', is: true }, words: '（虚构）' }],
        }
      }),
    ).toEqual(['result.gradesWhen.中飞.when', 'result.grades'])
  })

  test('a basis names its article, what is unsure is to be confirmed, a promise speaks of known settings', () => {
    expect(
      found((item) => {
        item.legalBasis[0]!.article = null
      }),
    ).toContain('legalBasis.0.article')
    expect(
      found((item) => {
        item.certainty = 'low'
      }),
    ).toContain('toConfirm')
    expect(
      found((item) => {
        item.result.promise = '每月{kite.amount}'
      }),
    ).toContain('settings')
    expect(
      found((item) => {
        item.result.promise = '每月{kite.firstDay:phone}'
      }),
    ).toContain('result.promise')
  })

  test('who accepts does not decide, and a chief decides by a written delegation', () => {
    const decider = (role: string) => ({ office: 'window', role, persons: 1 }) as unknown as Item['decider']
    expect(
      found((item) => {
        item.decider = decider('clerk')
      }),
    ).toContain('decider')
    expect(
      found((item) => {
        item.decider = decider('chief')
      }),
    ).toContain('decider')
    expect(
      found((item) => {
        item.decider = { ...decider('chief'), qualification: '书面授权' }
      }),
    ).toEqual([])
    expect(
      found((item) => {
        item.decider = decider('supervisor')
      }),
    ).toContain('decider')
  })

  test('what is settled on the spot takes nothing late', () => {
    expect(
      found(
        (item) => {
          item.materials[0]!.tolerable = true
        },
        { processing: 'onTheSpot' },
      ),
    ).toContain('materials.form.tolerable')
  })
})

test('a hall without the office, a sign-in or a setting of an item is told so', () => {
  const kites = { ...catalogue, items: [make.item()] }
  expect(hallProblems(kites, hall).map(({ path }) => path)).toEqual(['steps.judge', 'settings'])
  const silent = { ...hall, offices: hall.offices.map((office) => ({ ...office, signsIn: office.key !== 'leader' })) }
  expect(hallProblems(catalogue, silent).map(({ item, path }) => `${item} ${path}`)).toContain('ST-BG decider')
})

test('R-CATALOGUE-23: what a hall lacks is named once, with every item that asks for it; an amount without a number lacks too', () => {
  const { 'DB.standard.城镇': _gone, ...settings } = hall.settings
  const poor = { ...hall, settings: { ...settings, 'DB.standard.农村': '按文件执行', 'GL-BT.firstMonth': '下月起' } }
  const lacks = hallLacks(catalogue.items, poor).map(({ setting, problem, items }) => [
    setting,
    problem,
    items.map(({ code }) => code).toSorted(),
  ])
  const asking = ['BY-RD', 'DB-DT', 'DB-SQ', 'TK-RD']
  expect(lacks.toSorted()).toEqual([
    ['DB.standard.农村', '大厅设置“DB.standard.农村”里没有数，条件没法比', asking],
    ['DB.standard.城镇', '大厅没有设置“DB.standard.城镇”', asking],
  ])
  const ofItems = Object.keys(hall.settings).filter((name) => name !== CHECK_MONTHS)
  const empty = hallLacks(catalogue.items, { ...hall, offices: [], settings: {} })
  expect(empty.map(({ setting }) => setting)).toEqual(expect.arrayContaining(ofItems))
  expect(empty.find(({ setting }) => setting === null)?.problem).toContain('这个办理机构')
})

describe('reading an edition from its files', () => {
  const items = ['GL-BT', 'YL-YD', 'ST-BG'].map((code) => catalogueFile(`items/${code}.json`))
  const notTaken = catalogueFile('not-taken.json')
  const reading = (spoilt: unknown[], edition = '2026.11', elsewhere: unknown = notTaken) => {
    try {
      makeCatalogue(edition, spoilt, elsewhere, calendar, lists)
      return []
    } catch (error) {
      return (error as CatalogueError).problems.map(({ item, path }) => `${item} ${path}`)
    }
  }

  test('R-CATALOGUE-3: a fault names the item and the place in its file', () => {
    const spoilt = structuredClone(items) as { fields: { key: string; type: string }[]; code?: string }[]
    spoilt[0]!.fields.find((each) => each.key === 'bankNo')!.type = 'bankcard'
    delete spoilt[1]!.code
    expect(reading(spoilt)).toEqual(['GL-BT fields.bankNo.type', '第2个事项 code'])
    expect(() => makeCatalogue('2026.11', spoilt, notTaken, undefined, lists)).toThrow(/GL-BT fields\.bankNo\.type：/)
  })

  test('an item twice, a wrong edition, a line of what is not taken without where to go', () => {
    expect(reading([...items, items[0]])).toContain('事项目录 items')
    expect(reading(items, 'winter')).toEqual(['事项目录 edition'])
    expect(reading(items, '2026.11', [{ name: '办残疾证', aliases: [], reason: '不在这里办' }])).toEqual([
      '不在本窗口办的事 0.goTo',
    ])
    expect(reading([null])[0]).toContain('第1个事项')
  })
})
