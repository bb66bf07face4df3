import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { realDisk } from '../disk/disk.ts'
import { writeFile } from './write-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function* pieces(fails = false) {
  yield '上半'
  if (fails) throw new Error('the line broke')
  yield Buffer.from('下半')
}

test('R-EXPORT-9: until all of it is there it has another name; then it is what was told of it', async () => {
  const file = path.join(folder, '月报.xlsx')
  let before: string[] = []
  const written = await writeFile(file, pieces(), () => {
    before = readdirSync(folder)
  })
  expect(before).toEqual(['月报.xlsx.unfinished'])
  expect(readdirSync(folder)).toEqual(['月报.xlsx'])
  const bytes = readFileSync(file)
  expect(bytes.toString('utf8')).toBe('上半下半')
  expect(written).toEqual({ bytes: 12, sha256: createHash('sha256').update(bytes).digest('hex') })
})

test.each(['pieces', 'whole'] as const)(
  'R-EXPORT-9: broken off by its %s, nothing is left and the old file stands',
  async (by) => {
    const file = path.join(folder, '月报.xlsx')
    writeFileSync(file, '旧的')
    const end = writeFile(file, pieces(by === 'pieces'), () => {
      throw new Error('the ledger takes nothing')
    })
    await expect(end).rejects.toThrow(by === 'pieces' ? 'the line broke' : 'the ledger takes nothing')
    expect(readdirSync(folder)).toEqual(['月报.xlsx'])
    expect(readFileSync(file, 'utf8')).toBe('旧的')
  },
)

test('R-EXPORT-9: in a folder that cannot be synced, such as a share, a file that stands is no failure', async () => {
  const sync = vi.spyOn(realDisk, 'syncFolder').mockImplementation(() => {
    throw Object.assign(new Error('invalid argument'), { code: 'EINVAL' })
  })
  const file = path.join(folder, '月报.xlsx')
  await expect(writeFile(file, pieces(), () => undefined)).resolves.toMatchObject({ bytes: 12 })
  sync.mockRestore()
  expect(readFileSync(file, 'utf8')).toBe('上半下半')
})
