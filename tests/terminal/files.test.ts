/** Files beside a form on their way: kept here before the act, at the bureau after it, shown to another window for a reason. */
import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { namedAnywhere } from '../../electron/kept-files/named-files.ts'
import type { ActId, CaseId } from '../../shared/case/ids.ts'
import type { KeptFile } from '../../shared/item/kept-file.ts'
import { jpeg, pdf } from '../make/scan.ts'
import { openTestDesk, receiving, signIn, type TestDesk } from './desk.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

async function newDesk(person = 'wang.ck', options: Parameters<typeof openTestDesk>[1] = {}): Promise<TestDesk> {
  const desk = await openTestDesk({ url: office.url, code: await office.code() }, options)
  await signIn(desk, person)
  return desk
}

async function keep({ ask }: TestDesk, what: string): Promise<KeptFile> {
  const answer = await ask['file.keep']({ name: `${what}.jpg`, content: jpeg(what).toString('base64') })
  if (!answer.ok) throw new Error(answer.refusal.why)
  return answer.value
}

/** 老年人优待证 with a photograph. */
function withPhoto({ clock }: TestDesk, file: KeptFile) {
  return receiving(clock.now(), [], { item: 'YL-YD', set: { photo: [file] } })
}

const filesOf = async ({ ask }: TestDesk) => (await ask['bureau.status'](null)).files

test('R-FILE-5: an act that names a file which this machine has not got is not written', async () => {
  const desk = await newDesk()
  onTestFinished(desk.close)
  const file = await keep(desk, '有过的')
  const act = withPhoto(desk, { ...file, name: '照片.jpg', sha256: 'f'.repeat(64) })
  const before = (await desk.ask['bureau.status'](null)).last
  expect(await desk.ask['act.record'](act)).toEqual({
    ok: false,
    refusal: { why: 'fileMissing', files: ['照片.jpg'] },
  })
  expect((await desk.ask['bureau.status'](null)).last).toBe(before)
})

test('R-FILE-6, R-FILE-9: what an act names goes to the bureau after it, and another window sees it for a reason that is noted', async () => {
  const desk = await newDesk()
  const other = await newDesk('li.ck')
  onTestFinished(async () => {
    await desk.close()
    await other.close()
  })
  const file = await keep(desk, '给别的窗口看')
  const act = withPhoto(desk, file)
  await office.stop()
  const recorded = await desk.ask['act.record'](act)
  expect(recorded.ok).toBe(true)
  const kase = act.facts[0]!.case
  await desk.until('the file waits', async () => (await filesOf(desk)).waiting === 1)
  expect(await desk.ask['file.waiting'](null)).toEqual({ waiting: [file.sha256] })
  const asked = { case: kase, sha256: file.sha256, reason: '核对照片' }
  expect(await other.ask['file.show'](asked)).toEqual({ ok: false, refusal: { why: 'unreachable' } })

  // Killed and begun again, it is still on the list.
  const again = await desk.reopen()
  desk.close = again.close
  await office.start()
  await signIn(again)
  await again.ask['bureau.sendNow'](null)
  await again.until('the bureau has the file', async () => (await filesOf(again)).waiting === 0)
  const shown = await other.ask['file.show'](asked)
  expect(shown.ok && Buffer.from(shown.value.content, 'base64').equals(jpeg('给别的窗口看'))).toBe(true)
  // What another window looked at is not kept there.
  expect(readdirSync(path.join(other.folder, 'data', 'files')).filter((name) => name.endsWith('.kept'))).toEqual([])
  const { records } = await other.ask['ledger.after']({ seq: 0, limit: 100 })
  // Signed in, asked in vain, asked and shown.
  expect(records).toHaveLength(3)
})

test('R-FILE-11: only who put a file there looks at it without a reason, and nobody who is not signed in', async () => {
  const desk = await newDesk()
  onTestFinished(desk.close)
  const file = await keep(desk, '自己看')
  const look = { sha256: file.sha256 }
  expect((await desk.ask['file.look'](look)).ok).toBe(true)
  await desk.ask['session.signOut'](null)
  await expect(desk.ask['file.look'](look)).rejects.toThrow()
  await expect(desk.ask['file.keep']({ name: '一.jpg', content: jpeg('一').toString('base64') })).rejects.toThrow()
  await signIn(desk, 'li.ck')
  expect(await desk.ask['file.look'](look)).toEqual({ ok: false, refusal: { why: 'notHere' } })
})

test('R-FILE-5: a file that a draft names is there after a restart, and one that nothing names is gone', async () => {
  const desk = await newDesk()
  const [named, unnamed] = [await keep(desk, '草稿里的'), await keep(desk, '放弃的')]
  const draft = { case: randomUUID() as CaseId, act: randomUUID() as ActId, item: 'YL-YD', title: '样例' }
  await desk.ask['draft.keep']({ ...draft, content: { values: { photo: [named] } } })
  const again = await desk.reopen()
  onTestFinished(again.close)
  await signIn(again)
  expect((await again.ask['file.look']({ sha256: named.sha256 })).ok).toBe(true)
  expect(readdirSync(path.join(again.folder, 'data', 'files'))).toEqual([`${named.sha256}.kept`])
  expect((await again.ask['file.look']({ sha256: unnamed.sha256 })).ok).toBe(false)
  expect(namedAnywhere(path.join(again.folder, 'data'))).toEqual(new Set())
})

test('R-FILE-2: of what was chosen in the dialog each is kept or refused by itself, and no place on the machine is told', async () => {
  const folder = await newDesk()
  const at = (name: string) => path.join(folder.folder, name)
  writeFileSync(at('好的.pdf'), pdf('一页'))
  writeFileSync(at('程序.jpg'), 'MZ')
  const chosen = [at('好的.pdf'), at('程序.jpg'), at('没有.png')]
  const again = await folder.reopen({ chooseScans: async () => chosen })
  onTestFinished(again.close)
  await signIn(again)
  const answers = await again.ask['file.choose']({ most: 5 })
  expect(answers.map(({ name, answer }) => [name, answer.ok ? answer.value.type : answer.refusal.why])).toEqual([
    ['好的.pdf', 'application/pdf'],
    ['程序.jpg', 'wrongKind'],
    ['没有.png', 'unreadable'],
  ])
  expect(JSON.stringify(answers)).not.toContain(folder.folder)
  rmSync(at('好的.pdf'))
  const [first] = answers
  expect(first?.answer.ok && (await again.ask['file.look']({ sha256: first.answer.value.sha256 })).ok).toBe(true)
})
