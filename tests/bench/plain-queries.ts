/** What the pages ask, as somebody would who has only the events, with their facts open: one SQL query each. A voided case counts for
 *  nothing but its voiding. */
import { endNames } from '../../shared/report/case-list.ts'
import { UNTIL } from './full-year.ts'

const flows = `count(*) filter (where e.type = 'received') as received,
  count(*) filter (where e.type in ('accepted', 'acceptedIncomplete', 'deemedAcceptanceNoted') or (e.type = 'supplemented' and l.accepted is null)) as accepted,
  count(*) filter (where e.type = 'correctionRequested') as told,
  count(*) filter (where e.type = 'acceptedIncomplete') as incomplete,
  count(*) filter (where e.type = 'notAccepted') as not_accepted,
  count(*) filter (where e.type = 'withdrawn') as withdrawn,
  count(*) filter (where e.type in ('granted', 'refused', 'recorded')) as decided,
  count(*) filter (where e.type = 'granted') as granted,
  count(*) filter (where e.type = 'refused') as refused,
  count(*) filter (where e.type = 'recorded') as recorded,
  count(*) filter (where e.type = 'delivered') as delivered`

/** Each case's life, as far as the questions turn on it. */
const lives = `lives as (select case_id,
  min(day) filter (where type = 'received') as received,
  min(at) filter (where type in ('accepted', 'acceptedIncomplete', 'supplemented')) as accepted,
  min(at) filter (where type in ('granted', 'refused', 'recorded')) as decided,
  min(day) filter (where type in ('granted', 'refused', 'recorded')) as decided_on,
  min(at) filter (where type in ('granted', 'refused', 'recorded', 'notAccepted', 'notRequired', 'redirected', 'withdrawn', 'lapsed', 'terminated', 'voided')) as ended,
  bool_or(type = 'voided') as voided,
  count(distinct day) filter (where type in ('received', 'correctedOnSpot', 'supplemented', 'lateMaterialReceived', 'withdrawn', 'delivered')) as came
  from raw_events group by case_id)`

const ends = Object.keys(endNames)
  .map((part) => `'${part}'`)
  .join(',')

export const plainQueries = {
  today: `with ${lives}
    select e."window", e.person, e.item, ${flows},
      count(*) filter (where e.type in ('granted', 'refused', 'recorded') and l.received = l.decided_on) as same_day,
      (select count(*) from lives where ended is null) as in_hand
    from raw_events e join lives l using (case_id)
    where e.day = '${UNTIL}' and not l.voided group by 1, 2, 3 order by 1, 2, 3`,
  inHand: `with ${lives}
    select l.case_id, l.received, e.item, e."window", e.person, count(*) over () as in_hand
    from lives l join raw_events e on e.case_id = l.case_id and e.type = 'received'
    where l.ended is null order by l.received, l.case_id limit 50`,
  yearByItem: `with ${lives}
    select e.item, left(e.day, 7) as month, ${flows}
    from raw_events e join lives l using (case_id)
    where e.day between '2026-01-01' and '2026-12-31' and not l.voided group by 1, 2 order by 1, 2`,
  timesByItem: `with ${lives}
    select e.item, count(*) as decided, avg(l.decided - l.accepted) as average,
      percentile_disc(0.5) within group (order by l.decided - l.accepted) as median,
      avg((l.received = l.decided_on)::integer) as same_day
    from raw_events e join lives l using (case_id)
    where e.type in ('granted', 'refused', 'recorded') and e.day between '2026-01-01' and '2026-12-31' and not l.voided group by 1 order by 1`,
} as const

/** 只跑一次 of a window in a period. */
export function onceCases({ from, to, window }: { from: string; to: string; window: number }): string {
  return `with ${lives}
    select e.case_id, e.day, e.item, e.person from raw_events e join lives l using (case_id)
    where e.type = 'delivered' and e.day between '${from}' and '${to}' and e."window" = ${window}
      and l.came = 1 and l.decided is not null and not l.voided order by e.day, e.case_id limit 50`
}

/** 办件明细 of a period, straight into a file that is none. */
export function caseListCopy({ from, to }: { from: string; to: string }): string {
  return `copy (
    select c.number, p.item, i.name, i.system, p.day, p."window", p.person_name, p.street, p.community,
      case when c.in_hand then '在办' when c.status = 'closed' then '已结束' else '已办结待送达' end as state,
      c.due, t.accepted, t.told, t.ended, t.ending, round(t.took / 60.0, 1) as hours, t.delivered
    from report_lines p join cases c on c.id = p.case_id left join raw_items i on i.code = p.item
    cross join lateral (select
      min(day) filter (where part = 'accepted') as accepted, count(*) filter (where part in ('told', 'amended')) as told,
      max(day) filter (where part in (${ends})) as ended, max(part) filter (where part in (${ends})) as ending,
      max(amount) filter (where part in ('granted', 'refused', 'recorded')) as took,
      max(day) filter (where part = 'delivered') as delivered
      from report_lines x where x.hall = p.hall and x.case_id = p.case_id) t
    where p.hall = 'demo' and p.part = 'received' and p.day between '${from}' and '${to}' and not i.sealed
    order by p.day, p.case_id) to '/dev/null' (format csv, header)`
}
