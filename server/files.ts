/** Files beside the forms (扫描件、照片): taken from terminals by the hash of their bytes, sealed, shown to who may read the case. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Case } from '../shared/case/case.ts'
import type { RouteName, Routes } from '../shared/contract/routes.ts'
import { filesIn, kindOfFile } from '../shared/item/kept-file.ts'
import type { Bureau } from './bureau.ts'
import type { Reader } from './pull.ts'
import { readableCase } from './readable-case.ts'

type RouteInput<N extends RouteName> = z.output<Routes[N]['input']>
type RouteOutput<N extends RouteName> = z.input<Routes[N]['output']>

/** A piece is small enough for records to get through between two of them: the embedded database does one thing at a time. */
const PART = 256 * 1024

/** Which of these the hall has not got. */
export async function missingFiles(
  { db }: Bureau,
  hall: string,
  { files }: RouteInput<'POST /v1/files-missing'>,
): Promise<RouteOutput<'POST /v1/files-missing'>> {
  const rows = await db
    .selectFrom('files')
    .select('sha256')
    .where('hall', '=', hall)
    .where('sha256', 'in', ['', ...files])
    .execute()
  const here = new Set(rows.map(({ sha256 }) => sha256))
  return { missing: files.filter((sha256) => !here.has(sha256)) }
}

/** Takes one. Its records may come later or wait to be judged: what a file belongs to is asked when somebody wants to see it. */
export async function takeFile(
  { db, sealer, now }: Bureau,
  { terminal, hall }: Pick<Reader, 'terminal' | 'hall'>,
  { sha256, content }: RouteInput<'POST /v1/file-send'>,
): Promise<RouteOutput<'POST /v1/file-send'>> {
  const bytes = Buffer.from(content, 'base64')
  const found = kindOfFile(bytes)
  if ('fault' in found) return { ok: false, why: found.fault }
  if (hashOf(bytes) !== sha256) return { ok: false, why: 'differs' }
  for (let no = 0; no * PART < bytes.length; no += 1)
    await db
      .insertInto('file_parts')
      .values({ hall, sha256, no, body: sealer.seal(bytes.subarray(no * PART, (no + 1) * PART)) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  // Last: what was broken off in between is not there yet, and its parts are good for the next try.
  await db
    .insertInto('files')
    .values({ hall, sha256, bytes: bytes.length, type: found.kind, terminal, taken_at: now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { ok: true }
}

/** One that the form of a case names, as the case stands now. Nobody learns of a case they may not read that it exists. */
export async function fileOfCase(
  bureau: Bureau,
  reader: Pick<Reader, 'hall' | 'offices'>,
  { case: id, sha256 }: RouteInput<'POST /v1/file'>,
): Promise<RouteOutput<'POST /v1/file'>> {
  const kase = await readableCase(bureau, reader, id)
  if (kase === undefined) return { ok: false, why: 'unknown' }
  const { db, sealer } = bureau
  const { hall } = reader
  const { form } = sealer.openJson(kase.body) as Case
  if (!filesIn(form).some((file) => file.sha256 === sha256)) return { ok: false, why: 'unknown' }
  const file = await db
    .selectFrom('files')
    .select('bytes')
    .where('hall', '=', hall)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (file === undefined) return { ok: false, why: 'notYet' }
  const parts = await db
    .selectFrom('file_parts')
    .select('body')
    .where('hall', '=', hall)
    .where('sha256', '=', sha256)
    .orderBy('no')
    .execute()
  const bytes = Buffer.concat(parts.map(({ body }) => sealer.open(body)))
  if (hashOf(bytes) !== sha256) throw new Error('a file at the bureau is not what its name says')
  return { ok: true, content: bytes.toString('base64') }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
