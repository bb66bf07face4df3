/** A letter for each route and door, and somebody for each role. */
import type { RouteName } from '../../shared/contract/routes.ts'
import type { Role } from '../../shared/people/role.ts'

/** The demo's people, one to each role. */
export const people: Record<Role, string> = {
  clerk: 'wang.ck',
  examiner: 'zhao.sc',
  chief: 'sun.sx',
  head: 'zhou.jld',
  supervisor: 'wu.dc',
  admin: 'zheng.gl',
}
export const id = '11111111-1111-4111-8111-111111111111'
export const day = '2026-11-23'
export const period = { from: day, to: day }
export const figures = { figures: ['decided'], period, compared: null, time: 'none', by: 'none', only: {} }
export const figureCases = { figure: 'decided', period, only: {}, after: null, limit: 1 }
export const monthCases = { month: '2026-11', window: 2, figure: 'inTime', after: 0 }
export const standIn = { standIn: 'nobody.x', away: 'nobody.y', from: day, until: day, reason: '样例' }
export const sign = { from: day, digest: '', password: 'not the password', reason: null }
export const aBook = { terminal: 1, after: null }
export const draw = {
  from: day,
  until: day,
  part: 'received',
  item: null,
  window: null,
  size: 1,
  seed: 'seed-1',
} as const
export const audit = { audit: '0'.repeat(32) }
export const auditAct = { ...audit, act: id, what: { do: 'sendBack', finding: id, reason: '样例' } }
export const openings = { from: day, until: day, person: null, number: null }
export const anExport = { export: id, what: 'cases', format: 'csv', period, reason: '样例' }
const entry = { id, from: day, person: 'wang.ck', word: { kind: 'remark', text: '样例' } }

/** A letter that each can read, and that changes nothing. */
export const asked: Record<RouteName, unknown> = {
  'POST /v1/enrol': {
    code: 'ABCD-EFGH',
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) },
    machine: '测试机',
  },
  'POST /v1/sign-in': { person: 'nobody.x', password: 'x', window: null },
  'GET /v1/published': null,
  'GET /v1/halls': null,
  'GET /v1/mark': null,
  'POST /v1/records': { records: [] },
  'POST /v1/pull': { cursor: null, limit: 1 },
  'POST /v1/listen': { position: null },
  'POST /v1/files-missing': { files: [] },
  'POST /v1/file-send': { sha256: 'a'.repeat(64), content: '' },
  'POST /v1/find': { number: '000000000000', idNo: null },
  'POST /v1/case-events': { case: id },
  'POST /v1/case-tasks': { case: id },
  'POST /v1/counts': { day },
  'POST /v1/stock': { list: 'inHand' },
  'POST /v1/file': { case: id, sha256: 'a'.repeat(64) },
  'POST /v1/visits': { day, incarnation: null, after: 0 },
  'POST /v1/give-number': {},
  'POST /v1/take-number': {},
  'POST /v1/figures': figures,
  'POST /v1/figure-cases': figureCases,
  'GET /v1/lessons': null,
  'POST /v1/week': { day },
  'POST /v1/plan-entry': entry,
  'POST /v1/sign-week': sign,
  'POST /v1/month-compare': { month: '2026-11' },
  'POST /v1/month-cases': monthCases,
  'POST /v1/day-checks': { day },
  'POST /v1/exports': { before: null },
  'POST /v1/export-begin': anExport,
  'POST /v1/export-text': { export: id, after: null },
  'POST /v1/export-cases': { export: id, after: null },
  'GET /v1/books': null,
  'POST /v1/verify-book': aBook,
  'POST /v1/openings': openings,
  'POST /v1/audits': { before: null },
  'POST /v1/audit': audit,
  'POST /v1/audit-case': { ...audit, case: id },
  'POST /v1/audit-draw': draw,
  'POST /v1/audit-act': auditAct,
  'POST /v1/closes': period,
  'POST /v1/close': { day },
  'POST /v1/sign-close': { day, no: 0, proof: '', password: 'not the password', remark: null, early: false },
  'GET /v1/own-ratings': null,
  'GET /v1/stand-ins': null,
  'POST /v1/name-stand-in': standIn,
  'POST /v1/end-stand-in': { id: 'none', reason: '样例' },
  'POST /v1/affected-by-item': { code: 'GL-BT' },
  'POST /v1/affected-by-calendar': { text: '{}' },
  'POST /v1/publish-item': { text: '{}', base: '' },
  'POST /v1/publish-calendar': { text: '{}' },
}
