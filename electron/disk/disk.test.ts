import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Disk, realDisk } from './disk.ts'
import { freeName, keepAside, readAt, readWhole, writeAll, writeWhole } from './files.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('R-DISK-1: a file written whole replaces the old one, is this user’s alone, and leaves nothing beside it', () => {
  const folder = newFolder()
  const path = join(folder, 'a.json')
  writeWhole(path, Buffer.from('old and longer'))
  writeWhole(path, Buffer.from('new'))
  expect(readWhole(path)?.toString()).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.json'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test.each(['open', 'write', 'sync', 'rename'] as const)('R-DISK-1: when %s fails the old content stands', (call) => {
  const path = join(newFolder(), 'a.json')
  writeWhole(path, Buffer.from('old'))
  const fails = () => {
    throw new Error('EIO')
  }
  const disk: Disk = { ...realDisk, [call]: fails }
  expect(() => writeWhole(path, Buffer.from('new'), disk)).toThrow('EIO')
  expect(readWhole(path)?.toString()).toBe('old')
})

test('R-DISK-1: name and content are synced in the order that a power cut cannot turn round', () => {
  const path = join(newFolder(), 'a.json')
  const calls: string[] = []
  const noting = (name: 'open' | 'write' | 'sync' | 'close' | 'rename' | 'syncFolder') => ({
    [name]: (...args: unknown[]) => {
      calls.push(name)
      return (realDisk[name] as (...args: unknown[]) => unknown)(...args)
    },
  })
  const names = ['open', 'write', 'sync', 'close', 'rename', 'syncFolder'] as const
  writeWhole(path, Buffer.from('new'), Object.assign({ ...realDisk }, ...names.map(noting)))
  expect(calls).toEqual(names)
})

test('R-DISK-2: a disk that takes and gives bytes in pieces loses none', () => {
  const path = join(newFolder(), 'a')
  const disk: Disk = {
    ...realDisk,
    write: (file, bytes, position) => realDisk.write(file, bytes.subarray(0, 3), position),
    read: (file, into, position) => realDisk.read(file, into.subarray(0, 5), position),
  }
  const bytes = Buffer.from('先锋岗窗口 0123456789')
  writeWhole(path, bytes, disk)
  expect(readWhole(path, disk)).toEqual(bytes)
  const file = disk.open(path, 'r+')
  writeAll(disk, file, Buffer.from('abcdef'), 2)
  expect(readAt(disk, file, 2, 6).toString()).toBe('abcdef')
  expect(readAt(disk, file, bytes.byteLength - 2, 10)).toHaveLength(2)
  disk.close(file)
})

test('R-DISK-3: what is kept aside is moved, never written over', () => {
  const folder = newFolder()
  const aside = join(folder, 'aside')
  const path = join(folder, 'a')
  const kept = ['one', 'two', 'three'].map((text) => {
    writeFileSync(path, text)
    return keepAside(path, aside)
  })
  expect(kept.map((each) => readFileSync(each, 'utf8'))).toEqual(['one', 'two', 'three'])
  expect(readWhole(path)).toBeUndefined()
  expect(freeName(aside, 'b')).toBe(join(aside, 'b'))
})

test('a file that is not there is nothing; a folder in its place is an error', () => {
  const folder = newFolder()
  expect(readWhole(join(folder, 'none'))).toBeUndefined()
  mkdirSync(join(folder, 'folder'))
  expect(() => readWhole(join(folder, 'folder'))).toThrow('EISDIR')
})

test('a folder is made with those above it, and making it again is no trouble', () => {
  const path = join(newFolder(), 'a', 'b', 'c')
  realDisk.makeFolder(path)
  realDisk.makeFolder(path)
  expect(statSync(path).isDirectory()).toBe(true)
})
