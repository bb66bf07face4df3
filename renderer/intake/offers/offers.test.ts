import { expect, test } from 'vitest'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { FormValues } from '../../../shared/item/field.ts'
import { emptyForm, visibleFields } from '../../../shared/item/form-schema.ts'
import type { Item } from '../../../shared/item/item.ts'
import { realItem } from '../../../tests/make/catalogue.ts'
import { form } from '../../../tests/make/form.ts'
import { make } from '../../../tests/make/make.ts'
import { saidJustNow } from './asked-alike.ts'
import { type Offer, placeName, type Source } from './offer.ts'
import { offersFor } from './offers.ts'

const dibao = realItem('DB-SQ')
const allowance = realItem('GL-BT')
const society = realItem('ST-BG')
const today = make.testDay
const idNo = make.idNumber(3, { birth: '1940-01-01' })
const wife = make.idNumber(5, { birth: '1942-02-02' })
const son = make.idNumber(8, { birth: '1970-03-03' })

const row = (name: string, relation: string, number: string) => ({
  name,
  relation,
  idNo: number,
  health: '一般',
  disabilityNo: null,
  job: '无业',
  incomeMonthly: 99_900,
})
const members = [row('王示例', '本人', idNo), row('李样例', '配偶', wife), row('王测试', '子', son)]

let made = 0
function source(item: Item, set: FormValues, on = '2026-03-02'): Source {
  made += 1
  return { id: `case-${made}` as CaseId, on: on as Source['on'], item, form: { ...form(item, made), ...set } }
}

const rowsOf = (offer: Offer | undefined) => (offer?.patch.members ?? []) as Record<string, unknown>[]

/** What is offered, by place: `known` are the cases that name any of the numbers, the newest first. */
function offered(item: Item, typed: FormValues, known: readonly Source[]) {
  const all = { ...emptyForm(item), ...typed }
  const values = Object.fromEntries(visibleFields(item, all, today).map(({ key }) => [key, all[key] ?? null]))
  const naming = (number: string) => known.filter(({ form: said }) => JSON.stringify(said).includes(number))
  const offers = offersFor({ item, values, today }, naming)
  return new Map(offers.map((offer) => [placeName(offer.place), offer]))
}

test('R-INTAKE-9: what an earlier case says of the applicant is offered for what is still empty, and money never', () => {
  const earlier = source(allowance, { idNo, phone: '19900000031', nation: '汉族' })
  const offer = offered(dibao, { idNo, name: '王示例', regAddr: '别处1号' }, [earlier]).get('idNo')
  expect(offer?.patch).toMatchObject({
    phone: '19900000031',
    liveAddr: earlier.form.liveAddr,
    bankNo: earlier.form.bankNo,
  })
  for (const typed of ['name', 'idNo', 'regAddr']) expect(offer?.patch).not.toHaveProperty(typed)
  const money = dibao.fields.filter(({ type }) => type === 'money').map(({ key }) => key)
  expect(Object.keys(offer?.patch ?? {}).filter((key) => money.includes(key))).toEqual([])
  expect(offer).toMatchObject({ who: '王**', from: [{ id: earlier.id }] })
})

test('R-INTAKE-9: what the newest case does not say an older one does, and both are named', () => {
  const newer = source(realItem('YL-YD'), { idNo, phone: '19900000032' }, '2026-05-01')
  const older = source(allowance, { idNo, phone: '19900000031', liveAddr: '示例路3号' })
  const offer = offered(dibao, { idNo }, [newer, older]).get('idNo')
  expect(offer?.patch).toMatchObject({ phone: '19900000032', liveAddr: '示例路3号' })
  expect(offer?.from.map(({ id }) => id)).toEqual([newer.id, older.id])
})

test('R-INTAKE-9: who stood in another’s household is known too when they apply, or come for somebody', () => {
  const earlier = source(dibao, { idNo, liveAddr: '示例路3号', members })
  const applies = offered(allowance, { idNo: wife }, [earlier]).get('idNo')
  expect(applies?.patch).toEqual({ name: '李样例', liveAddr: '示例路3号' })
  const comes = offered(allowance, { idNo, isAgent: true, agentIdNo: son }, [earlier]).get('agentIdNo')
  expect(comes?.patch).toMatchObject({ agentName: '王测试' })
  const unrelated = offered(allowance, { idNo: wife, isAgent: true, agentIdNo: son }, [earlier]).get('agentIdNo')
  expect(unrelated?.patch).not.toHaveProperty('agentRelation')
})

test('R-TABLE-5: a number in a row offers who that is, for the cells that are empty and no money', () => {
  const earlier = source(dibao, { idNo, members })
  const typed = { idNo, members: [{ name: '李改名', relation: null, idNo: wife }] }
  const offer = offered(realItem('LS-JZ'), typed, [earlier]).get('members:0')
  expect(offer?.patch.members).toEqual([{ name: '李改名', relation: '配偶', idNo: wife, health: '一般', job: '无业' }])
  expect(offer?.labels).toEqual(['与申请人关系', '健康状况', '劳动、就业状况'])
  // To another applicant they are something else; spouses are it to each other.
  const other = offered(realItem('LS-JZ'), { idNo: son, members: [{ idNo: wife }] }, [earlier]).get('members:0')
  expect(rowsOf(other)[0]).not.toHaveProperty('relation')
  const back = offered(realItem('LS-JZ'), { idNo: wife, members: [{ idNo }] }, [earlier]).get('members:0')
  expect(rowsOf(back)[0]).toMatchObject({ relation: '配偶' })
  const father = offered(realItem('LS-JZ'), { idNo: son, members: [{ idNo }] }, [earlier]).get('members:0')
  expect(rowsOf(father)[0]).not.toHaveProperty('relation')
})

test('R-TABLE-6: everybody who lives together is offered in one, without whom the table has and without their money', () => {
  const earlier = source(dibao, { idNo, name: '王示例', members })
  const all = offered(realItem('LS-JZ'), { idNo }, [earlier])
  expect(all.get('members:all')?.labels).toEqual(['王**', '李**', '王**'])
  expect(all.get('idNo')?.members).toBe(3)
  const rows = rowsOf(all.get('idNo'))
  expect(rows.map(({ relation }) => relation)).toEqual(['本人', '配偶', '子'])
  expect(rows.some((each) => 'incomeMonthly' in each)).toBe(false)
  const some = offered(realItem('LS-JZ'), { idNo, members: [{ name: '李样例', idNo: wife }] }, [earlier])
  expect(rowsOf(some.get('members:all')).map((each) => each.idNo)).toEqual([idNo, wife, son])
  expect(some.get('idNo')?.patch ?? {}).not.toHaveProperty('members')
  const whole = offered(realItem('LS-JZ'), { idNo, members }, [earlier])
  expect(whole.has('members:all')).toBe(false)
})

test('R-TABLE-6: another of the household who applies is themselves first, and who came for a household does not live in it', () => {
  const earlier = source(dibao, { idNo, members, isAgent: true, agentIdNo: make.idNumber(9) })
  const rows = rowsOf(offered(realItem('LS-JZ'), { idNo: wife }, [earlier]).get('members:all'))
  expect(rows).toMatchObject([
    { idNo: wife, relation: '本人' },
    { idNo, relation: '配偶' },
    { idNo: son, name: '王测试' },
  ])
  expect(rows[2]).not.toHaveProperty('relation')
  const agent = offered(realItem('LS-JZ'), { idNo: make.idNumber(9) }, [earlier])
  expect(agent.has('members:all')).toBe(false)
})

test('R-INTAKE-12: a credit code offers what the body’s cases say of it, and no money', () => {
  const uscc = make.uscc(4)
  const earlier = source(realItem('SZ-NJ'), {
    uscc,
    orgName: '示例协会',
    supervisor: '示例局',
  })
  const offer = offered(society, { uscc }, [earlier]).get('uscc')
  expect(offer?.patch).toMatchObject({
    orgName: '示例协会',
    legalRep: earlier.form.legalRep,
    legalRepIdNo: earlier.form.legalRepIdNo,
    handlerPhone: earlier.form.handlerPhone,
    supervisor: '示例局',
  })
  expect(offer?.patch).not.toHaveProperty('fund')
  expect(offer?.who).toBe('示例协会')
})

test('R-INTAKE-12: a person who founds a second body is not given the first one’s name and address', () => {
  const founding = realItem('ST-CL')
  const earlier = source(founding, { orgName: '示例协会', legalRepIdNo: son, legalRep: '王测试' })
  const offer = offered(founding, { orgName: '样例协会', legalRepIdNo: son }, [earlier]).get('legalRepIdNo')
  expect(offer?.patch).toEqual({ legalRep: '王测试' })
})

test('R-INTAKE-9: what sealed matters say is offered in no other form', () => {
  const adoption = realItem('SY-CL')
  const earlier = source(adoption, { adopterIdNo: idNo, adopterPhone: '19900000033' })
  expect(offered(allowance, { idNo }, [earlier]).size).toBe(0)
  expect(offered(adoption, { adopterIdNo: idNo }, [earlier]).get('adopterIdNo')?.patch).toMatchObject({
    adopterPhone: '19900000033',
  })
})

test('R-INTAKE-8: the next form of a visit begins with what the one before asked alike, but money and reasons', () => {
  const [first, second] = [realItem('CJ-SH'), realItem('CJ-HL')]
  const values = form(first, 1, { isAgent: false })
  const said = saidJustNow(first, values, second)
  for (const key of ['idNo', 'phone', 'regAddr', 'disabilityNo', 'cardUntil', 'bankNo'])
    expect(said[key], key).toBe(values[key])
  const relief = form(realItem('LS-JZ'), 2)
  const next = saidJustNow(realItem('LS-JZ'), relief, dibao)
  const anew = dibao.fields.filter(({ type }) => type === 'money' || type === 'textarea').map(({ key }) => key)
  expect(Object.keys(next).filter((key) => anew.includes(key))).toEqual([])
  expect(saidJustNow(first, values, society)).toEqual({})
})
