import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { jpeg, pdf, png } from '../../tests/make/scan.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { openDrafts } from '../drafts/drafts.ts'
import { draftKey, draftOf, newCase, now, zhang } from '../drafts/make-draft.ts'
import { openKeptFiles } from './kept-files.ts'

const key = Buffer.alloc(32, 8)

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function open(dir: string, disk: Disk = realDisk, minimumFreeBytes = 0) {
  const aside: string[] = []
  return { aside, ...openKeptFiles({ dir, key, minimumFreeBytes, disk, unreadable: (path) => aside.push(path) }) }
}

function kept(answer: ReturnType<ReturnType<typeof openKeptFiles>['keep']>) {
  if (!answer.ok) throw new Error(answer.refusal.why)
  return answer.value
}

test('R-FILE-1: a file lies sealed on the disk, is there after a restart, and the same bytes twice are one file', () => {
  const dir = newFolder()
  const bytes = jpeg('王样本的证件照')
  const files = open(dir)
  const first = kept(files.keep('C:\\扫描\\照片.jpg', bytes))
  expect(first).toEqual({
    name: '照片.jpg',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    type: 'image/jpeg',
  })
  const second = kept(files.keep('又一次.png', bytes))
  expect(second).toEqual({ ...first, name: '又一次.png' })
  expect(readdirSync(dir)).toHaveLength(1)
  expect(readFileSync(join(dir, readdirSync(dir)[0]!)).includes('王样本')).toBe(false)
  expect(open(dir).read(first.sha256)?.equals(bytes)).toBe(true)
})

test.each([
  ['empty', '空.pdf', Buffer.alloc(0)],
  ['tooLarge', '长片.jpg', Buffer.alloc(20 * 1024 * 1024 + 1, 0xff)],
  ['wrongKind', '程序.jpg', Buffer.from('MZ 这是程序')],
  ['wrongKind', '网页.pdf', Buffer.from('<script>%PDF-</script>')],
  ['damaged', '断了.jpg', jpeg('一半').subarray(0, 100)],
  ['damaged', '断了.pdf', pdf('一半').subarray(0, 12)],
  ['damaged', '断了.png', png.subarray(0, 40)],
])('R-FILE-2: told by its bytes and not by its name: %s %s', (why, name, bytes) => {
  const dir = newFolder()
  expect(open(dir).keep(name, bytes)).toEqual({ ok: false, refusal: { why } })
  expect(readdirSync(dir)).toEqual([])
})

test.each([
  ['application/pdf', '什么都没有.exe', pdf('一页')],
  ['image/png', '点.txt', png],
])('R-FILE-2: %s is taken under any name', (type, name, bytes) => {
  expect(kept(open(newFolder()).keep(name, bytes)).type).toBe(type)
})

test('R-FILE-3: a disk that is full, or nearly, keeps nothing and says so; what was there stays', () => {
  const disk = new MemoryDisk()
  const files = open('/files', disk, 1000)
  const { sha256 } = kept(files.keep('一.jpg', jpeg('一')))
  disk.free = 1100
  expect(files.keep('二.jpg', jpeg('二'))).toEqual({ ok: false, refusal: { why: 'diskFull' } })
  const full = () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  const dir = newFolder()
  expect(open(dir, { ...realDisk, write: full }).keep('三.jpg', jpeg('三'))).toEqual({
    ok: false,
    refusal: { why: 'diskFull' },
  })
  expect(open(dir).has(sha256)).toBe(false)
  expect(open('/files', disk).read(sha256)).toBeDefined()
})

test('R-FILE-4: a file that was changed, cut or exchanged is put aside, not shown, and can be kept again', () => {
  const dir = newFolder()
  const files = open(dir)
  const [torn, other] = [kept(files.keep('一.jpg', jpeg('一'))), kept(files.keep('二.jpg', jpeg('二')))]
  const path = (sha256: string) => join(dir, `${sha256}.kept`)
  writeFileSync(path(torn.sha256), readFileSync(path(torn.sha256)).subarray(0, 60))
  writeFileSync(path(other.sha256), readFileSync(path(torn.sha256)))
  const again = open(dir)
  expect([again.read(torn.sha256), again.read(other.sha256)]).toEqual([undefined, undefined])
  expect(again.aside).toHaveLength(2)
  expect([again.has(torn.sha256), again.has(other.sha256)]).toEqual([false, false])
  expect(kept(again.keep('一.jpg', jpeg('一')))).toEqual(torn)
  expect(open(dir).read(torn.sha256)?.equals(jpeg('一'))).toBe(true)
})

test('R-FILE-5: whenever the power goes, a draft names no file that is not there, and what nobody named goes at the next start', () => {
  let cutOff = 0
  for (let calls = 1; calls < 40; calls += 1) {
    const disk = new MemoryDisk()
    const draft = draftOf(newCase())
    const openAll = (on: Disk) => {
      const files = open('/desk/files', on)
      const { drafts } = openDrafts({ dir: '/desk/drafts', key: draftKey, now, stands: () => false, disk: on })
      return { files, drafts }
    }
    const { files, drafts } = openAll(disk)
    disk.cutPowerAfter(calls)
    let said = 0
    try {
      for (const what of ['一', '二']) {
        const file = kept(files.keep(`${what}.jpg`, jpeg(what)))
        drafts.keep({ ...draft, content: { values: { photo: [file] } } }, zhang)
        said += 1
      }
    } catch {
      cutOff += 1
    }
    for (const chance of [() => 0, (most: number) => most]) {
      const after = openAll(disk.afterPowerCut(chance))
      const content = after.drafts.find(draft.case)?.content as { values: { photo: { sha256: string }[] } } | undefined
      const named = content?.values.photo.map(({ sha256 }) => sha256) ?? []
      if (said > 0) expect(named).toHaveLength(1)
      for (const sha256 of named) expect(after.files.read(sha256)).toBeDefined()
      after.files.sweep((sha256) => named.includes(sha256))
      for (const what of ['一', '二']) {
        const sha256 = createHash('sha256').update(jpeg(what)).digest('hex')
        expect(after.files.has(sha256)).toBe(named.includes(sha256))
      }
    }
  }
  expect(cutOff).toBeGreaterThan(5)
})
