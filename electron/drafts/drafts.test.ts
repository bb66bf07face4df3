import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { ActId } from '../../shared/case/ids.ts'
import type { Disk } from '../disk/disk.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { openDrafts } from './drafts.ts'
import { draftKey, draftOf, li, newCase, now, zhang } from './make-draft.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-drafts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function open(dir: string, more: { stands?: (act: ActId) => boolean; key?: Buffer; disk?: Disk } = {}) {
  return openDrafts({ dir, key: draftKey, now, stands: () => false, ...more })
}

test('R-DRAFT-1: what was kept is there after a restart, as last kept, newest first', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  const [first, second] = [draftOf(), draftOf()]
  drafts.keep(first, zhang)
  drafts.keep(second, li)
  const keptAt = drafts.keep({ ...first, content: { remark: '改过' } }, zhang)
  const { drafts: again, settled, keptAside } = open(dir)
  expect(again.list()).toEqual(drafts.list())
  expect(again.list()[0]).toEqual({ ...first, ...zhang, keptAt, content: { remark: '改过' } })
  expect(again.find(second.case)?.person).toBe(li.person)
  expect([settled, keptAside]).toEqual([[], []])
})

test('R-DRAFT-1: a draft lies sealed on the disk', () => {
  const dir = newFolder()
  open(dir).drafts.keep({ ...draftOf(), content: { name: '王样本' } }, zhang)
  const bytes = readFileSync(join(dir, readdirSync(dir).find((name) => name.endsWith('.draft'))!))
  for (const secret of ['王样本', '高龄津贴', zhang.person]) expect(bytes.includes(secret)).toBe(false)
})

test('R-DRAFT-2: a draft belongs to a person; another takes it over, and whose it was is said for the trace', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  const draft = draftOf()
  const keptAt = drafts.keep(draft, zhang)
  expect(() => drafts.keep(draft, li)).toThrow('somebody else')
  expect(drafts.takeOver(newCase(), li)).toBeUndefined()
  expect(drafts.takeOver(draft.case, li)).toEqual({ draft: { ...draft, ...li, keptAt }, from: zhang.person })
  expect(open(dir).drafts.find(draft.case)?.personName).toBe('李样例')
  expect(() => drafts.keep(draft, zhang)).toThrow('somebody else')
  drafts.keep(draft, li)
})

test('R-DRAFT-3: a draft whose act stands in the ledger is dropped at start, and only that', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  const [done, open1] = [draftOf(), draftOf()]
  drafts.keep(done, zhang)
  drafts.keep(open1, zhang)
  const stands = (act: ActId) => act === done.act
  const { drafts: again, settled } = open(dir, { stands })
  expect(settled).toEqual([done.case])
  expect(again.list().map((draft) => draft.case)).toEqual([open1.case])
  expect(open(dir).drafts.list()).toHaveLength(1)
})

test('R-DRAFT-3: a keep that arrives after the act does not bring the draft back', () => {
  const dir = newFolder()
  const acts = new Set<ActId>()
  const { drafts } = open(dir, { stands: (act) => acts.has(act) })
  const draft = draftOf()
  drafts.keep(draft, zhang)
  acts.add(draft.act)
  drafts.drop(draft.case)
  drafts.keep(draft, zhang)
  expect(drafts.list()).toEqual([])
  expect(open(dir).drafts.list()).toEqual([])
})

test('R-DRAFT-4: a draft that was dropped is gone after a restart too; dropping it twice is no trouble', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  const draft = draftOf()
  drafts.keep(draft, zhang)
  drafts.drop(draft.case)
  drafts.drop(draft.case)
  expect(open(dir).drafts.list()).toEqual([])
})

test('R-DRAFT-5: a draft that does not open, or lies in another’s place, is kept aside and said; the others are there', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  const [good, flipped, moved] = [draftOf(), draftOf(), draftOf()]
  for (const draft of [good, flipped, moved]) drafts.keep(draft, zhang)
  const path = join(dir, `${flipped.case}.draft`)
  const bytes = readFileSync(path)
  bytes[50]! ^= 1
  writeFileSync(path, bytes)
  renameSync(join(dir, `${moved.case}.draft`), join(dir, `${newCase()}.draft`))
  const { drafts: again, keptAside } = open(dir)
  expect(again.list().map((draft) => draft.case)).toEqual([good.case])
  expect(keptAside).toHaveLength(2)
  expect(keptAside.map((kept) => readFileSync(kept))).toContainEqual(bytes)
  expect(open(dir).keptAside).toEqual([])
})

test('R-DRAFT-5: drafts that were kept aside under a lost key come back with it', () => {
  const dir = newFolder()
  const { drafts } = open(dir)
  drafts.keep(draftOf(), zhang)
  const lost = open(dir, { key: Buffer.alloc(32, 1) })
  expect(lost.keptAside).toHaveLength(1)
  expect(lost.drafts.list()).toEqual([])
  const { drafts: again, keptAside } = open(dir)
  expect(again.list()).toEqual(drafts.list())
  expect(keptAside).toEqual([])
})

test('R-DRAFT-6: killed again and again, the terminal has what was last acknowledged, or what was just being kept', async () => {
  const dir = newFolder()
  const program = fileURLToPath(new URL('./keeping-process.ts', import.meta.url))
  for (const lines of [1, 7, 40, 3, 120, 25]) {
    const child = spawn(process.execPath, ['--import', 'tsx', program, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const exit = once(child, 'exit')
    let heard = 0
    let acknowledged = 0
    for await (const line of createInterface({ input: child.stdout! })) {
      acknowledged = Number(line)
      if (++heard === lines) child.kill('SIGKILL')
    }
    await exit
    const { drafts, keptAside } = open(dir)
    expect(keptAside).toEqual([])
    expect(drafts.list()).toHaveLength(1)
    const { count } = drafts.list()[0]!.content as { count: number }
    expect([acknowledged, acknowledged + 1]).toContain(count)
    expect(readdirSync(dir).filter((name) => name.includes('unfinished'))).toEqual([])
  }
}, 60_000)

test('R-DRAFT-6: no power cut takes a draft that was acknowledged, or mixes two of them', () => {
  const cut = fc.record({
    calls: fc.integer({ min: 1, max: 40 }),
    fates: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  })
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), (cuts) => {
      let disk = new MemoryDisk()
      disk.makeFolder('/drafts')
      const draft = draftOf()
      let acknowledged = -1
      let trying = -1
      for (const { calls, fates } of cuts) {
        disk.cutPowerAfter(calls)
        try {
          const { drafts } = open('/drafts', { disk })
          for (let i = 0; i < 8; i++) {
            trying++
            drafts.keep({ ...draft, content: trying }, zhang)
            acknowledged = trying
          }
        } catch {
          expect(disk.isCut).toBe(true)
        }
        let turn = 0
        disk = disk.afterPowerCut((most) => fates[turn++ % fates.length]! % (most + 1))
        const { drafts, keptAside } = open('/drafts', { disk })
        expect(keptAside).toEqual([])
        const found = (drafts.find(draft.case)?.content ?? -1) as number
        expect(found === acknowledged || found === trying).toBe(true)
        acknowledged = trying = found
      }
    }),
    { numRuns: 200 },
  )
})

test('R-DRAFT-7: when the disk is full the draft kept before stands', () => {
  const disk = new MemoryDisk()
  const { drafts } = open('/drafts', { disk })
  const draft = draftOf()
  drafts.keep({ ...draft, content: 'before' }, zhang)
  disk.free = 100
  expect(() => drafts.keep({ ...draft, content: 'after' }, zhang)).toThrow('ENOSPC')
  expect(drafts.find(draft.case)?.content).toBe('before')
  expect(open('/drafts', { disk }).drafts.find(draft.case)?.content).toBe('before')
})
