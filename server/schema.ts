/** The tables. Sealed columns are `bytea` opened with a key from outside the database; `hall` leads every key of what a hall has. */
import type { Generated } from 'kysely'

export type Schema = {
  meta: { key: string; value: string }
  halls: { id: string; settings: string; position: number }
  people: {
    id: string
    name: string
    badge: string
    party_member: boolean
    password: string
    wrong: Generated<number>
    locked_until: string | null
  }
  holdings: { person: string; role: string; office: string; from_day: string; until_day: string | null }
  codes: { hash: string; hall: string; window: number | null; used_by: number | null; made_at: string }
  terminals: {
    no: number
    hall: string
    window: number | null
    public_key: string
    machine: string
    taken: number
    digest: string
    judged_seq: number
    judged: number
    backed_up: number
    stopped: string | null
  }
  signed_in: { terminal: number; person: string; at: string }
  published: { kind: string; edition: string; body: string; at: string; no: Generated<number> }
  records: { terminal: number; seq: number; hash: string; body: Buffer; taken_at: string }
  verdicts: { terminal: number; judged: number; seq: number; act: string; body: string }
  waiting: { terminal: number; seq: number; case_id: string; hall: string }
  events: { hall: string; position: number; case_id: string; event: string; type: string; body: Buffer }
  refused_events: { event: string; case_id: string }
  cases: {
    hall: string
    id: string
    number: string
    item: string
    status: string
    window: number | null
    office: string | null
    due: string | null
    in_hand: boolean
    received_at: string
    id_hash: string
    body: Buffer
  }
  counts: {
    hall: string
    day: string
    window: number
    person: string
    person_name: string
    item: string
    received: number
    accepted: number
    decided: number
    not_accepted: number
    withdrawn: number
    voided: number
    minutes: number
  }
  tasks: {
    id: string
    hall: string
    terminal: number
    kind: string
    case_id: string
    number: string | null
    event: string
    event_type: string
    to_person: string
    since: string
    refusal: string | null
    settled: string | null
  }
}

/** Forward only; a released migration is never edited. */
export const migrations: readonly { name: string; sql: readonly string[] }[] = [
  {
    name: '0001-begin',
    sql: [
      `create table halls (id text primary key, settings text not null, position bigint not null default 0)`,
      `create table people (id text primary key, name text not null, badge text not null, party_member boolean not null, password text not null, wrong integer not null default 0, locked_until text)`,
      `create table holdings (person text not null references people(id), role text not null, office text not null, from_day text not null, until_day text)`,
      `create index holdings_person on holdings (person)`,
      `create table codes (hash text primary key, hall text not null references halls(id), "window" integer, used_by integer, made_at text not null)`,
      `create table terminals (no integer primary key, hall text not null references halls(id), "window" integer, public_key text not null, machine text not null, taken bigint not null default 0, digest text not null, judged_seq bigint not null default 0, judged bigint not null default 0, backed_up bigint not null default 0, stopped text)`,
      `create table signed_in (terminal integer not null, person text not null, at text not null, primary key (terminal, person))`,
      `create table published (no serial primary key, kind text not null, edition text not null, body text not null, at text not null, unique (kind, edition))`,
      `create table records (terminal integer not null, seq bigint not null, hash text not null, body bytea not null, taken_at text not null, primary key (terminal, seq))`,
      `create table verdicts (terminal integer not null, judged bigint not null, seq bigint not null, act text not null, body text not null, primary key (terminal, judged))`,
      `create table waiting (terminal integer not null, seq bigint not null, case_id text not null, hall text not null, primary key (terminal, seq, case_id))`,
      `create index waiting_case on waiting (hall, case_id)`,
      `create table events (hall text not null, position bigint not null, case_id text not null, event text not null, type text not null, body bytea not null, primary key (hall, position))`,
      `create unique index events_event on events (hall, event)`,
      `create index events_case on events (hall, case_id, position)`,
      `create table refused_events (event text primary key, case_id text not null)`,
      `create table cases (hall text not null, id text not null, number text not null, item text not null, status text not null, "window" integer, office text, due text, in_hand boolean not null, received_at text not null, id_hash text not null, body bytea not null, primary key (hall, id))`,
      `create index cases_number on cases (hall, number)`,
      `create index cases_id_hash on cases (hall, id_hash)`,
      `create index cases_due on cases (hall, due) where in_hand`,
      `create table counts (hall text not null, day text not null, "window" integer not null, person text not null, person_name text not null, item text not null, received integer not null default 0, accepted integer not null default 0, decided integer not null default 0, not_accepted integer not null default 0, withdrawn integer not null default 0, voided integer not null default 0, minutes bigint not null default 0, primary key (hall, day, "window", person, item))`,
      `create table tasks (id text primary key, hall text not null, terminal integer not null, kind text not null, case_id text not null, number text, event text not null, event_type text not null, to_person text not null, since text not null, refusal text, settled text)`,
      `create index tasks_open on tasks (hall, since) where settled is null`,
    ],
  },
]
