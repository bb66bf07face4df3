/** The tables as Kysely sees them. Sealed columns are bytes opened with a key from outside the database. */
import type { Generated } from 'kysely'

export type Schema = {
  meta: { key: string; value: string }
  /** `closed_to`: the last day that was ever closed (日结), or nothing. */
  halls: { id: string; settings: string; position: Generated<number>; closed_to: Generated<string> }
  /** `halls`: those they were granted; null: every one. */
  people: { id: string; name: string; badge: string; party_member: boolean; password: string; halls: string[] | null }
  holdings: {
    person: string
    role: string
    office: string
    from_day: string
    until_day: string | null
    qualifications: Generated<string[]>
    stands_in_for: string | null
    /** Which naming of a stand-in it comes from. */
    stand_in: string | null
  }
  /** 代岗: who was let into whose place, for which days, by whom and why; nothing is ever taken out. `places`: role@office. */
  stand_ins: {
    id: string
    person: string
    away: string
    from_day: string
    until_day: string
    places: string[]
    reason: string
    /** Null: on the bureau's command line. */
    by_person: string | null
    at: string
    ended_at: string | null
    ended_by: string | null
    end_reason: string | null
  }
  /** Wrong passwords in a row, for names that exist and names that do not. */
  /** `tried`: what the last one was, which only the process that heard it can tell again. */
  sign_in_tries: {
    person: string
    wrong: number
    locked_until: string | null
    last_at: string
    tried: string | null
  }
  codes: {
    hash: string
    hall: string
    window: number | null
    offices: string[]
    used_by: number | null
    made_at: string
  }
  terminals: {
    no: number
    hall: string
    window: number | null
    /** What is handled at this machine: sealed matters of these offices may be read here. */
    offices: string[]
    public_key: string
    machine: string
    taken: Generated<number>
    digest: string
    judged_seq: Generated<number>
    judged: Generated<number>
    backed_up: Generated<number>
    stopped: string | null
    /** When it last asked for something, to the minute; and the last number of its counter that a record bears. */
    heard_at: Generated<string | null>
    last_serial: Generated<number | null>
    /** What the terminal last said of its own book: its last record and its own digest up to there. */
    reported_seq: number | null
    reported_digest: string | null
    reported_at: string | null
  }
  signed_in: { terminal: number; person: string; at: string }
  /** `by_person` null: published on the bureau's command line. */
  published: {
    kind: string
    edition: string
    body: string
    at: string
    by_person: string | null
    no: Generated<number>
  }
  records: { terminal: number; seq: number; hash: string; body: Buffer; taken_at: string }
  verdicts: { terminal: number; judged: number; seq: number; act: string; body: string }
  /** Acts that cannot be judged yet, in the order in which they came. `blocks`: the case's later acts wait behind it.
   *  A record that cannot be read at all waits under an empty case. */
  waiting: { no: Generated<number>; hall: string; terminal: number; seq: number; case_id: string; blocks: boolean }
  events: {
    hall: string
    position: number
    case_id: string
    event: string
    type: string
    /** Recorded while the bureau had not been reached for a while. */
    offline: boolean
    body: Buffer
  }
  refused_events: { hall: string; event: string; case_id: string }
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
    /** Of the other of two who applied together. */
    partner_hash: string | null
    body: Buffer
  }
  /** What every case counts for (shared/report/lines.ts), a line to a row: the cases behind each figure. `window` 0: none.
   *  `pending`: its day may not have come, and an act of before that day takes it back. */
  report_lines: {
    hall: string
    case_id: string
    event: string
    part: string
    day: string
    window: number
    person: string
    person_name: string
    item: string
    street: string
    community: string
    amount: number
    pending: boolean
    /** -1: it came by itself. */
    hour: number
    /** Why the applicant was told or turned away, each on a line of its own. */
    causes: string
  }
  /** Those lines added up by day and by month: of the hall, and of each window, person, item and street;
   *  and by day of each hour of some parts. */
  report_sums: {
    hall: string
    grain: 'day' | 'month'
    dim: string
    part: string
    period: string
    key: string
    n: number
    amount: number
  }
  /** And of parts that measure time, how many fall into each tenth of an hour (kept-times.ts). */
  report_times: Omit<Schema['report_sums'], 'n' | 'amount'> & { block: number; times: string }
  /** 好差评: each slip once; `person` empty where it says of nobody. */
  ratings: {
    hall: string
    rating: string
    day: string
    window: number
    person: string
    praise: boolean
    level: string
    by_person: string
    at: string
  }
  /** Words that take a slip back; whether one does is told by who wrote the slip down and when. */
  rating_undos: { hall: string; rating: string; by_person: string; at: string; reason: string }
  /** 报送: written when it is begun, before a row of it leaves; and by the machine's own record when it is over. */
  exports: {
    hall: string
    export: string
    what: string
    format: string
    from_day: string
    to_day: string
    reason: string
    by_person: string
    by_name: string
    terminal: number
    begun_at: string
    position: number
    ended_at: string | null
    outcome: string | null
    rows: number | null
    sha256: string | null
  }
  /** Tickets and questions (叫号, 首问登记) in the order in which they came; `subject`: the ticket or the question. */
  visit_lines: {
    no: Generated<number>
    hall: string
    day: string
    terminal: number
    seq: number
    subject: string
    /** A question that somebody has to answer, or its answer. */
    turn: 'handed' | 'answered' | null
    body: Buffer
  }
  /** 大厅等候: how far each kind's numbers of a day have come, and the numbers in the order in which they were given. `asked`: which
   *  asking took it, so that one whose answer was lost gets the same number again. */
  hall_series: { hall: string; day: string; kind: string; last: number }
  hall_numbers: {
    no: Generated<number>
    hall: string
    ticket: string
    day: string
    kind: string
    label: string
    given_at: string
    given_by: string
    window: number | null
    taken_at: string | null
    taken_by: string | null
    asked: string | null
  }
  /** The figure 咨询: each question once, by the line that told of it first. */
  enquiries: {
    hall: string
    enquiry: string
    day: string
    window: number
    person: string
    person_name: string
    item: string
  }
  /** Personal data opened, by whom and of which case; sealed: what, and why. `window` 0: at an office. */
  openings: {
    hall: string
    terminal: number
    seq: number
    at: string
    day: string
    person: string
    person_name: string
    window: number
    case_id: string
    body: Buffer
  }
  /** 日清: every check that was signed; of a window's day the last one stands. */
  day_checks: { hall: string; day: string; window: number; terminal: number; seq: number; at: string; body: Buffer }
  /** 日结 and its amendments, as they were signed; no row is ever changed. */
  day_closes: { hall: string; day: string; no: number; position: number; by_person: string; at: string; body: Buffer }
  /** 稽核: each audit as its steps add up, kept beside them for the list. */
  audits: { hall: string; id: string; drawn_at: string; body: Buffer }
  /** Drawing, each case looked at, each finding, the signature; no row is ever changed. */
  audit_steps: { hall: string; audit: string; no: number; act: string; by_person: string; at: string; body: Buffer }
  /** Steps that found their place taken after a restore (audit-aside.ts). */
  audit_asides: { hall: string; audit: string; no: number; act: string; at: string; body: Buffer }
  /** Every event that was confirmed after its day, or a day it moves, had been closed; `moved`: which figures, by how much. */
  late_events: {
    hall: string
    day: string
    position: number
    case_id: string
    event: string
    type: string
    terminal: number
    seq: number
    window: number | null
    at: string
    moved: string
  }
  /** Days whose count a recount moved: where one was closed, its close may no longer say what is there. */
  moved_days: { hall: string; day: string }
  /** The numbers of a hall's closes: a terminal's number of its own, another in each life of the bureau, and how far it has come. */
  close_series: { hall: string; incarnation: string; terminal: number; last: number }
  /** Records of a day whose clock was off, or whose date somebody had to confirm. */
  odd_clocks: { hall: string; day: string; terminal: number; records: number; worst_ms: number }
  /** Numbers of a terminal's counter that no record bears, found on a day. */
  skipped_numbers: { terminal: number; first: number; last: number; hall: string; day: string }
  /** Files beside the forms, by the SHA-256 of what they hold. */
  files: {
    hall: string
    sha256: string
    bytes: number
    type: string
    terminal: number
    taken_at: string
  }
  /** What they hold, a piece to a row; whole where `files` has a row. */
  file_parts: { hall: string; sha256: string; no: number; body: Buffer }
  /** 周一列计划: the plan of a week as it was made, once; `from_day`: the first day that belongs to the week. */
  week_plans: {
    hall: string
    from_day: string
    to_day: string
    made_at: string
    /** The position it was made at. */
    position: number
    body: Buffer
  }
  /** What people added to a plan, in the order in which they said it; nothing is taken out. `word`: shared/report/plan-entry.ts. */
  plan_entries: {
    no: Generated<number>
    hall: string
    from_day: string
    id: string
    person: string
    word: string
    by_person: string
    at: string
  }
  /** 周五出结果: each revision as it was signed; none is ever changed. `digest`: of what it says. */
  week_results: {
    hall: string
    from_day: string
    revision: number
    by_person: string
    at: string
    reason: string | null
    position: number
    digest: string
    body: Buffer
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
    moved: string | null
    other: string | null
    /** The word with which somebody settled it, or the event whose paper did. */
    settled: string | null
    /** Empty: nobody's word, it was over by itself. */
    settled_by: string | null
    settled_at: string | null
    /** Of the act it is about. Null: from before that was kept, or of no act. */
    day: string | null
    /** finding: the auditor's words, sealed, as they may name people. */
    said: Buffer | null
  }
}

/** Every table, parents before children. */
export const tables = [
  'meta',
  'halls',
  'people',
  'holdings',
  'stand_ins',
  'sign_in_tries',
  'codes',
  'terminals',
  'signed_in',
  'published',
  'records',
  'verdicts',
  'waiting',
  'events',
  'refused_events',
  'cases',
  'ratings',
  'rating_undos',
  'exports',
  'report_lines',
  'report_sums',
  'report_times',
  'visit_lines',
  'enquiries',
  'day_checks',
  'day_closes',
  'late_events',
  'moved_days',
  'close_series',
  'audits',
  'audit_steps',
  'audit_asides',
  'odd_clocks',
  'skipped_numbers',
  'openings',
  'hall_series',
  'hall_numbers',
  'week_plans',
  'plan_entries',
  'week_results',
  'tasks',
  'files',
  'file_parts',
] as const satisfies readonly (keyof Schema)[]
