/** How the tables came to be. Forward only; a released migration is never edited and imports nothing of today's code. */
import { sql } from 'kysely'
import type { Database } from './database.ts'

type Migration = { name: string; sql: string }

export const migrations: readonly Migration[] = [
  {
    name: '0001-tables',
    sql: `
create table halls (id text primary key, settings text not null, position bigint not null default 0);

create table people (id text primary key, name text not null, badge text not null, party_member boolean not null, password text not null);
create table holdings (person text not null references people(id), role text not null, office text not null, from_day text not null, until_day text);
create index holdings_person on holdings (person);
create table sign_in_tries (person text primary key, wrong integer not null, locked_until text, last_at text not null);

create table codes (hash text primary key, hall text not null references halls(id), "window" integer, used_by integer, made_at text not null);
create table terminals (no integer primary key, hall text not null references halls(id), "window" integer, public_key text not null, machine text not null,
  taken bigint not null default 0, digest text not null, judged_seq bigint not null default 0, judged bigint not null default 0, backed_up bigint not null default 0, stopped text);
create table signed_in (terminal integer not null, person text not null, at text not null, primary key (terminal, person));

create table published (no serial primary key, kind text not null, edition text not null, body text not null, at text not null, unique (kind, edition));

create table records (terminal integer not null, seq bigint not null, hash text not null, body bytea not null, taken_at text not null, primary key (terminal, seq));
create table verdicts (terminal integer not null, judged bigint not null, seq bigint not null, act text not null, body text not null, primary key (terminal, judged));
create table waiting (no bigserial, hall text not null, terminal integer not null, seq bigint not null, case_id text not null, blocks boolean not null, primary key (terminal, seq, case_id));
create index waiting_order on waiting (hall, no);
create index waiting_case on waiting (hall, case_id);

create table events (hall text not null, position bigint not null, case_id text not null, event text not null, type text not null, body bytea not null, primary key (hall, position));
create unique index events_event on events (hall, event);
create index events_case on events (hall, case_id, position);
create table refused_events (hall text not null, event text not null, case_id text not null, primary key (hall, event));
create index refused_events_case on refused_events (hall, case_id);

create table cases (hall text not null, id text not null, number text not null, item text not null, status text not null, "window" integer, office text, due text,
  in_hand boolean not null, received_at text not null, id_hash text not null, body bytea not null, primary key (hall, id));
create index cases_number on cases (hall, number);
create index cases_id_hash on cases (hall, id_hash, received_at);
create index cases_in_hand on cases (hall, due) where in_hand;

create table counts (hall text not null, day text not null, "window" integer not null, person text not null, person_name text not null, item text not null,
  received integer not null default 0, accepted integer not null default 0, decided integer not null default 0, not_accepted integer not null default 0,
  withdrawn integer not null default 0, voided integer not null default 0, minutes bigint not null default 0, primary key (hall, day, "window", person, item));

create table tasks (id text primary key, hall text not null, terminal integer not null, kind text not null, case_id text not null, number text, event text not null,
  event_type text not null, to_person text not null, since text not null, refusal text, settled text, settled_by text);
create index tasks_open on tasks (hall, since) where settled is null;
create index tasks_case on tasks (hall, case_id) where settled is null;

-- Sealed bytes look like chance: trying to compress them is lost time.
alter table records alter column body set storage external;
alter table events alter column body set storage external;
alter table cases alter column body set storage external;`,
  },
  {
    name: '0002-offices',
    sql: `
alter table codes add column offices text[] not null default '{window}';
alter table terminals add column offices text[] not null default '{window}';`,
  },
  {
    name: '0003-visits',
    sql: `
create table visit_lines (no bigserial, hall text not null, day text not null, terminal integer not null, seq bigint not null, subject text not null, turn text,
  body bytea not null, primary key (terminal, seq));
create index visit_lines_day on visit_lines (hall, day, no);
create index visit_lines_turn on visit_lines (hall, subject) where turn is not null;`,
  },
  {
    name: '0004-moved-days',
    sql: `
alter table tasks add column moved text;
alter table published add column by_person text;`,
  },
  {
    name: '0005-qualifications',
    sql: `
alter table holdings add column qualifications text[] not null default '{}';`,
  },
  {
    name: '0006-partners',
    sql: `
alter table cases add column partner_hash text;
create index cases_partner_hash on cases (hall, partner_hash, received_at) where partner_hash is not null;`,
  },
  {
    name: '0007-stand-ins',
    sql: `
alter table holdings add column stands_in_for text;`,
  },
  {
    name: '0008-duplicates',
    sql: `
alter table tasks add column other text;`,
  },
  {
    name: '0009-named-stand-ins',
    sql: `
create table stand_ins (id text primary key, person text not null references people(id), away text not null, from_day text not null, until_day text not null,
  places text[] not null, reason text not null, by_person text, at text not null, ended_at text, ended_by text, end_reason text);
create index stand_ins_until on stand_ins (until_day);
alter table holdings add column stand_in text;
insert into stand_ins (id, person, away, from_day, until_day, places, reason, at)
  select gen_random_uuid()::text, person, stands_in_for, from_day, until_day, array_agg(role || '@' || office order by role, office), '',
    from_day || 'T00:00:00.000Z' from holdings where stands_in_for is not null group by person, stands_in_for, from_day, until_day;
update holdings h set stand_in = s.id from stand_ins s
  where s.person = h.person and s.away = h.stands_in_for and s.from_day = h.from_day and s.until_day = h.until_day;`,
  },
  {
    name: '0010-questions-and-checks',
    sql: `
create table enquiries (hall text not null, enquiry text not null, day text not null, "window" integer not null, person text not null, person_name text not null, item text not null,
  primary key (hall, enquiry));
create index enquiries_day on enquiries (hall, day);
create table day_checks (hall text not null, day text not null, "window" integer not null, terminal integer not null, seq bigint not null, at text not null, body bytea not null,
  primary key (terminal, seq));
create index day_checks_day on day_checks (hall, day);`,
  },
  {
    name: '0011-hall-numbers',
    sql: `
create table hall_series (hall text not null, day text not null, kind text not null, last integer not null, primary key (hall, day, kind));
create table hall_numbers (no bigserial, hall text not null, ticket text not null, day text not null, kind text not null, label text not null, given_at text not null, given_by text not null,
  "window" integer, taken_at text, taken_by text, asked text, primary key (hall, ticket));
create index hall_numbers_day on hall_numbers (hall, day, no);
create unique index hall_numbers_asked on hall_numbers (hall, asked) where asked is not null;`,
  },
  {
    name: '0012-settled-at',
    sql: `
alter table tasks add column settled_at text;
create index tasks_settled on tasks (hall, case_id) where settled is not null;`,
  },
  {
    name: '0013-files',
    sql: `
create table files (hall text not null, sha256 text not null, bytes integer not null, type text not null, terminal integer not null, taken_at text not null, primary key (hall, sha256));
create table file_parts (hall text not null, sha256 text not null, no integer not null, body bytea not null, primary key (hall, sha256, no));
alter table file_parts alter column body set storage external;`,
  },
  {
    // What stood in counts is counted anew from the events (count-anew.ts): it knew six figures and no case behind them.
    name: '0014-report',
    sql: `
create table report_lines (hall text not null, case_id text not null, event text not null, part text not null, day text not null, "window" integer not null,
  person text not null, person_name text not null, item text not null, street text not null, community text not null, amount bigint not null, pending boolean not null,
  primary key (hall, case_id, event, part));
create index report_lines_part on report_lines (hall, part, day, case_id, event);
create table report_sums (hall text not null, grain text not null, dim text not null, part text not null, period text not null, key text not null,
  n bigint not null, amount bigint not null, primary key (hall, grain, dim, part, period, key));
create table report_times (hall text not null, grain text not null, dim text not null, part text not null, period text not null, key text not null, bucket integer not null,
  n bigint not null, primary key (hall, grain, dim, part, period, key, bucket));
create table ratings (hall text not null, rating text not null, day text not null, "window" integer not null, person text not null, praise boolean not null, level text not null,
  by_person text not null, at text not null, primary key (hall, rating));
alter table events add column offline boolean not null default false;
drop table counts;`,
  },
  {
    name: '0018-exports',
    sql: `
create table exports (hall text not null, export text not null, what text not null, format text not null, from_day text not null, to_day text not null, reason text not null,
  by_person text not null, by_name text not null, terminal integer not null, begun_at text not null, position bigint not null, ended_at text, outcome text, rows bigint, sha256 text,
  primary key (hall, export));
create index exports_begun on exports (hall, begun_at);`,
  },
  {
    name: '0017-week-plans',
    sql: `
create table week_plans (hall text not null references halls(id), from_day text not null, to_day text not null, made_at text not null, position bigint not null, body bytea not null,
  primary key (hall, from_day));
create table plan_entries (no bigserial, hall text not null references halls(id), from_day text not null, id text not null, person text not null, word text not null, by_person text not null, at text not null,
  primary key (hall, id));
create index plan_entries_week on plan_entries (hall, from_day, no);
create table week_results (hall text not null references halls(id), from_day text not null, revision integer not null, by_person text not null, at text not null, reason text, position bigint not null,
  digest text not null, body bytea not null, primary key (hall, from_day, revision));`,
  },
  {
    // Counted anew from the events (count-anew.ts).
    name: '0019-period',
    sql: `
alter table report_lines add column hour integer not null default -1, add column causes text not null default '';`,
  },
  {
    // Absent: where somebody works is said nowhere, as before, and they work in every hall.
    name: '0017-halls-of-people',
    sql: `
alter table people add column halls text[];`,
  },
  {
    name: '0015-closes',
    sql: `
create table day_closes (hall text not null, day text not null, no integer not null, position bigint not null, by_person text not null, at text not null, body bytea not null,
  primary key (hall, day, no));
create table late_events (hall text not null, day text not null, position bigint not null, case_id text not null, event text not null, type text not null, terminal integer not null,
  seq bigint not null, "window" integer, at text not null, moved text not null, primary key (hall, day, position));
create table close_series (hall text primary key, incarnation text not null, terminal integer not null, last integer not null);
create table odd_clocks (hall text not null, day text not null, terminal integer not null, records integer not null, worst_ms bigint not null, primary key (hall, day, terminal));
create table skipped_numbers (terminal integer not null, first integer not null, last integer not null, hall text not null, day text not null, primary key (terminal, first));
create index skipped_numbers_day on skipped_numbers (hall, day);
alter table halls add column closed_to text not null default '';
alter table terminals add column heard_at text;
alter table terminals add column last_serial integer;
alter table tasks add column day text;
create index tasks_day on tasks (hall, day);`,
  },
  {
    name: '0016-audit',
    sql: `
alter table terminals add column reported_seq bigint;
alter table terminals add column reported_digest text;
alter table terminals add column reported_at text;
create table openings (hall text not null, terminal integer not null, seq bigint not null, at text not null, day text not null, person text not null, person_name text not null,
  "window" integer not null, case_id text not null, body bytea not null, primary key (hall, terminal, seq));
create index openings_day on openings (hall, day, at);`,
  },
  {
    name: '0020-audits',
    sql: `
create table audits (hall text not null, id text not null, drawn_at text not null, body bytea not null, primary key (hall, id));
create index audits_drawn on audits (hall, drawn_at);
create table audit_steps (hall text not null, audit text not null, no integer not null, act text not null, by_person text not null, at text not null, body bytea not null,
  primary key (hall, audit, no));
create unique index audit_steps_act on audit_steps (hall, audit, act);
alter table tasks add column said bytea;`,
  },
  {
    name: '0021-moved-days',
    sql: `
create table moved_days (hall text not null, day text not null, primary key (hall, day));`,
  },
  {
    // A large hall has thousands of cases with one last day: the list is read in its own order.
    name: '0022-in-hand-in-order',
    sql: `
drop index cases_in_hand;
create index cases_in_hand on cases (hall, due, id) where in_hand;`,
  },
  {
    name: '0023-audit-asides',
    sql: `
create table audit_asides (hall text not null, audit text not null, no integer not null, act text not null, at text not null, body bytea not null,
  primary key (hall, audit, no, act, at));`,
  },
  {
    name: '0024-same-password',
    sql: `
alter table sign_in_tries add column tried text;`,
  },
  {
    name: '0025-rating-undos',
    sql: `
create table rating_undos (hall text not null, rating text not null, by_person text not null, at text not null, reason text not null,
  primary key (hall, rating, by_person, at));`,
  },
  {
    // A row for each tenth of an hour made a year's median a matter of ten thousands of rows.
    name: '0026-times-in-few-rows',
    // A process of the program before this one may still judge: what it wrote between the copy and the drop would be gone.
    sql: `
lock table report_times in access exclusive mode;
create table report_times_new (hall text not null, grain text not null, dim text not null, part text not null, period text not null, key text not null,
  block integer not null, times text not null, primary key (hall, grain, dim, part, period, key, block));
insert into report_times_new select hall, grain, dim, part, period, key, bucket / 80, '[' || string_agg(bucket || ',' || n, ',' order by bucket) || ']'
  from report_times where n <> 0 group by hall, grain, dim, part, period, key, bucket / 80;
drop table report_times;
alter table report_times_new rename to report_times;
alter index report_times_new_pkey rename to report_times_pkey;`,
  },
  {
    // Whoever may not read sealed matters has the others counted: out of the index, not case by case.
    name: '0027-in-hand-by-item',
    sql: `
drop index cases_in_hand;
create index cases_in_hand on cases (hall, due, id) include (item) where in_hand;`,
  },
]

/** The names of those this program has, newest last. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name)

/** Brings the tables up to date. Several processes may do it at once: one does, the others wait. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // A year of a city is more than one statement of the day's work may take, and so is waiting for whoever migrates it.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(7300)`.execute(tx)
    await sql`create table if not exists meta (key text primary key, value text not null)`.execute(tx)
    const rows = await tx.selectFrom('meta').select('key').where('key', 'like', 'migration:%').execute()
    const done = new Set(rows.map((row) => row.key))
    const strange = [...done].filter((key) => !migrationNames.includes(key.slice('migration:'.length)))
    if (strange.length > 0)
      throw new Error(`the database belongs to a newer program (${strange.join(', ')}): update this one`)
    for (const migration of migrations) {
      const key = `migration:${migration.name}`
      if (done.has(key)) continue
      for (const statement of migration.sql.split(/;\s*\n/)) await sql.raw(statement).execute(tx)
      await tx.insertInto('meta').values({ key, value: 'done' }).execute()
    }
  })
}
