/** 办件信息 of a big hall's year, its acts whole this time, for the bureau opens them. Beside it a bare program that makes the
 *  same list of the same sealed rows, and, only told, PostgreSQL putting the same form together out of facts that lie open, as they never may. */

import { open } from 'node:fs/promises'
import type pg from 'pg'
import pino from 'pino'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import type { Known } from '../../server/known.ts'
import type { Case } from '../../shared/case/case.ts'
import { AnyEvent } from '../../shared/case/event.ts'
import { exchangeCase, toldTypes } from '../../shared/exchange/exchange.ts'
import { stepNames } from '../../shared/exchange/step-names.ts'
import { testBureau } from '../server/bureau-for-tests.ts'
import { testSealer } from '../server/databases.ts'
import { benchExport, type Exporting, type Period } from './export.ts'
import { connect, copier, LIVED } from './full-year.ts'
import type { BenchRow } from './row.ts'

const quoted = (types: readonly string[]) => types.map((type) => `'${type}'`).join(',')
const acceptances = quoted([
  'accepted',
  'acceptedIncomplete',
  'deemedAcceptanceNoted',
  'notAccepted',
  'notRequired',
  'redirected',
])
const results = quoted(['granted', 'refused', 'recorded', 'withdrawn', 'lapsed', 'terminated'])

/** A year of so many cases in the database of some hundred lived ones: only what the form is made of. */
export async function benchExchange(url: string, cases: number, tell: (line: string) => void): Promise<BenchRow[]> {
  const client = await connect(url)
  try {
    await openFacts(client, url)
    const begun = performance.now()
    const { copy, most, indexAgain } = await copier(client, Math.round(cases / LIVED) - 1)
    const ids = { position: `position + k * ${most}`, case_id: 'copied(case_id, k)' }
    await copy('events', { ...ids, event: 'copied_event(event, k)' })
    await copy('cases', { id: 'copied(id, k)', id_hash: `id_hash || '-' || k` })
    await copy('report_lines', { case_id: 'copied(case_id, k)', event: 'copied_event(event, k)' }, `part = 'received'`)
    await copy('raw_pictures', { case_id: 'copied(case_id, k)' })
    await copy('raw_acts', ids)
    await indexAgain()
    await client.query('create index raw_acts_case on raw_acts (case_id, position)')
    for (const table of ['events', 'cases', 'report_lines', 'raw_pictures', 'raw_acts'])
      await client.query(`vacuum analyze ${table}`)
    tell(`${cases} cases with whole acts copied in ${Math.round((performance.now() - begun) / 1000)} s.`)
  } finally {
    await client.end()
  }
  const bureau = await testBureau(url)
  try {
    return await benchExport(exchange(bureau.bureau.known), await bureau.terminal('wu.dc'), url, bureau.url)
  } finally {
    await bureau.close()
  }
}

/** What the form says of each case and act, open, and no more of them than it says: less to read than the bureau has. */
async function openFacts(client: pg.Client, url: string): Promise<void> {
  await client.query(
    `create table raw_pictures (case_id text not null, day text not null, item text not null, said jsonb not null)`,
  )
  await client.query(`create table raw_acts (position bigint not null, case_id text not null, type text not null, act text not null, at text not null,
    name text not null, badge text not null, office text not null, data jsonb not null)`)
  await client.query(`create table raw_forms (item text primary key, said json not null, materials jsonb not null)`)
  const db = await openDatabase(url, '')
  const { known } = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
  await db.destroy()
  const { rows: cases } = await client.query(
    `select c.id, c.body, l.day from cases c join report_lines l on l.case_id = c.id and l.part = 'received'`,
  )
  const { rows: events } = await client.query(
    'select position, case_id, type, body from events where type = any($1) order by position',
    [toldTypes],
  )
  const lives = new Map<string, AnyEvent[]>()
  for (const { position, case_id, type, body } of events) {
    const event = AnyEvent.parse(testSealer.openJson(body))
    lives.set(case_id, [...(lives.get(case_id) ?? []), event])
    const { stamp, data } = event
    await client.query('insert into raw_acts values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      ...[
        position,
        case_id,
        type,
        stamp.act,
        stamp.at,
        stamp.by.name,
        known.people.get(stamp.by.person)?.badge ?? '',
        stamp.by.office,
      ],
      JSON.stringify(type === 'received' ? {} : data),
    ])
  }
  for (const { id, body, day } of cases) {
    const kase = testSealer.openJson(body) as Case
    const { number, window, applicant, agent, materials, papers, links, certificate } = kase
    const said = { number, window, applicant, agent, materials, papers, links, certificate }
    await client.query('insert into raw_pictures values ($1, $2, $3, $4)', [id, day, kase.item, JSON.stringify(said)])
    await client.query('insert into raw_forms values ($1, $2, $3) on conflict do nothing', [
      kase.item,
      ...formOf(kase, lives.get(id) ?? [], known),
    ])
  }
}

/** What the form says of an item, and what its materials are called. */
function formOf(kase: Case, events: readonly AnyEvent[], known: Known): [string, string] {
  const item = known.itemOf(kase.editions.catalogue, kase.item)!
  const { 事项: said } = exchangeCase(kase, events, item, known.halls.get('demo')!, () => '')
  return [JSON.stringify(said), JSON.stringify(Object.fromEntries(item.materials.map(({ key, name }) => [key, name])))]
}

const act = `'时间', a.at, '办理人员', a.name, '办理人工号', a.badge`

/** Some cases at a time: read, opened, said in the form and written; without a bureau, a wire, a check at a door, or a disk. */
async function makeBare(plain: pg.Client, { from, to }: Period, known: Known): Promise<number> {
  const file = await open('/dev/null', 'w')
  const hall = known.halls.get('demo')!
  const badgeOf = (person: string) => known.people.get(person)?.badge ?? ''
  let rows = 0
  for (let after = ['', '']; ; ) {
    const { rows: cases } = await plain.query(
      `select l.day, l.case_id, c.body from report_lines l join cases c on c.hall = 'demo' and c.id = l.case_id
      where l.hall = 'demo' and l.part = 'received' and l.day between $1 and $2 and (l.day, l.case_id) > ($3, $4)
      order by l.day, l.case_id limit 1000`,
      [from, to, ...after],
    )
    if (cases.length === 0) break
    const lives = new Map<string, AnyEvent[]>(cases.map(({ case_id }) => [case_id, []]))
    const { rows: acts } = await plain.query(
      `select case_id, body from events where hall = 'demo' and case_id = any($1) and type = any($2) order by position`,
      [[...lives.keys()], toldTypes],
    )
    for (const { case_id, body } of acts) lives.get(case_id)?.push(testSealer.openJson(body) as AnyEvent)
    const made = cases.map(({ case_id, body }) => {
      const kase = testSealer.openJson(body) as Case
      const item = known.itemOf(kase.editions.catalogue, kase.item)!
      return JSON.stringify(exchangeCase(kase, lives.get(case_id) ?? [], item, hall, badgeOf))
    })
    await file.write(made.join(',\n'))
    rows += cases.length
    after = [cases.at(-1).day, cases.at(-1).case_id]
  }
  await file.close()
  return rows
}

/** The form put together by the database alone, out of open facts. */
function formCopy({ from, to }: Period): string {
  return `copy (
    select json_build_object('办件编号', c.said->>'number', '申办流水号', c.case_id, '事项', f.said,
      '实施主体', json_build_object('名称', '示例区民政局', '受理大厅', '示例大厅'),
      '申请人', json_build_object('类型', case c.said#>>'{applicant,kind}' when 'person' then '自然人' else '法人或者非法人组织' end,
        '名称', c.said#>>'{applicant,name}', '证件类型', coalesce(c.said#>>'{applicant,idType}', '统一社会信用代码'), '证件号码', c.said#>>'{applicant,idNo}'),
      '共同申请人', null,
      '代办人', case when c.said->'agent' <> 'null' then json_build_object('名称', c.said#>>'{agent,name}', '证件类型', null, '证件号码', c.said#>>'{agent,idNo}') end,
      '收件', t.receipt::jsonb || jsonb_build_object('受理窗口', c.said->'window', '收件方式', '窗口收件', '材料', (
        select json_agg(json_build_object('材料名称', f.materials->>(m->>'key'), '收取方式', m->>'got', '份数', m->'count')) from jsonb_array_elements(c.said->'materials') m)),
      '受理', t.acceptance, '过程', t.process, '结果', t.result, '外部编号', c.said->'links', '送达', t.delivery)
    from raw_pictures c join raw_forms f using (item) join raw_items i on i.code = c.item and not i.sealed
    cross join lateral (select
      (array_agg(json_build_object(${act}, '收件凭证编号', p.number)) filter (where a.type = 'received'))[1] as receipt,
      (array_agg(json_build_object(${act}, '结果', a.type, '文书编号', p.number, '理由', a.data->>'reason') order by a.position desc) filter (where a.type in (${acceptances})))[1] as acceptance,
      json_agg(json_build_object(${act}, '序号', a.position, '环节名称', coalesce(a.data->>'step', a.type), '办理岗位', a.office, '文书编号', p.number) order by a.position)
        filter (where a.type in (${quoted(Object.keys(stepNames))})) as process,
      (array_agg(json_build_object(${act}, '办理结果', a.type, '文书编号', p.number, '理由', coalesce(a.data->>'reasons', a.data->>'reason', a.data->>'cause'),
        '证照名称', c.said#>>'{certificate,name}', '证照编号', c.said#>>'{certificate,number}', '有效期至', c.said#>>'{certificate,validUntil}') order by a.position desc)
        filter (where a.type in (${results})))[1] as result,
      (array_agg(json_build_object(${act}, '送达方式', a.data->>'manner') order by a.position desc) filter (where a.type = 'delivered'))[1] as delivery
      from raw_acts a left join lateral (select e->>'number' as number from jsonb_array_elements(c.said->'papers') e where split_part(e->>'event', '#', 1) = a.act limit 1) p on true
      where a.case_id = c.case_id) t
    where c.day between '${from}' and '${to}' order by c.day, c.case_id) to '/dev/null'`
}

const exchange = (known: Known): Exporting => ({
  what: 'exchange',
  format: 'json',
  name: 'as 办件信息',
  references: [
    {
      is: 'a bare program that makes the same list of the same sealed rows, into nothing',
      bound: 2,
      run: (plain, period) => makeBare(plain, period, known),
    },
    {
      is: 'PostgreSQL’s own COPY of the same form by json_build_object, out of facts that lie open, into nothing: what it costs that they are sealed',
      bound: null,
      run: async (plain, period) => (await plain.query(formCopy(period))).rowCount,
    },
  ],
  runs: 2,
})
