import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Disk, realDisk } from '../disk/disk.ts'
import { newBook, newFolder, open, type TestBook } from './book-for-tests.ts'
import { LedgerWriteError } from './ledger.ts'
import { newAct, noting, numbersIn, receiving } from './make-record.ts'

/** A real disk whose calls fail while they are named in `failing`. A failing write takes `takes` bytes first. */
function troubledDisk() {
  const failing = new Set<keyof Disk>()
  const trouble = { failing, takes: 0, code: 'ENOSPC' }
  const disk = { ...realDisk }
  for (const name of ['write', 'datasync', 'sync', 'truncate', 'open', 'rename', 'syncFolder'] as const) {
    const real = realDisk[name] as (...args: unknown[]) => unknown
    Object.assign(disk, {
      [name]: (...args: unknown[]) => {
        if (!failing.has(name)) return real(...args)
        // Frames are long and the slots of the file outside are not: only the frame's write fails.
        const bytes = args[1] as Uint8Array
        if (name === 'write' && bytes.byteLength <= 128 && trouble.takes >= 0) return real(...args)
        if (name === 'write' && trouble.takes > 0) {
          const takes = Math.min(trouble.takes, bytes.byteLength)
          trouble.takes = 0
          return real(args[0], bytes.subarray(0, takes), args[2])
        }
        throw Object.assign(new Error(trouble.code), { code: trouble.code })
      },
    })
  }
  return { disk, trouble }
}

function appendFails(append: () => unknown): LedgerWriteError {
  try {
    append()
  } catch (error) {
    if (error instanceof LedgerWriteError) return error
    throw error
  }
  throw new Error('the record should not have been written')
}

test.each([0, 1, 49, 50, 51, 200])(
  'R-LEDGER-6: after a write that failed at byte %i the book is as before, and the next try writes the same seq',
  async (takes) => {
    const book = newBook()
    const { disk, trouble } = troubledDisk()
    const { ledger } = await open(book, { disk })
    const first = ledger.append(receiving())
    const bytesBefore = segmentBytes(book)
    const act = newAct()
    trouble.failing.add('write')
    trouble.takes = takes
    expect(appendFails(() => ledger.append(receiving(act))).state).toEqual({ state: 'ready' })
    expect(segmentBytes(book)).toEqual(bytesBefore)
    expect(ledger.last).toEqual({ seq: 1, digest: first.hash })
    expect(ledger.findAct(act)).toBeUndefined()
    expect(ledger.read(1, 10)).toHaveLength(1)

    trouble.failing.clear()
    expect(ledger.append(receiving(act)).seq).toBe(2)
    ledger.close()
    const { ledger: again } = await open(book)
    expect(again.read(1, 10)).toHaveLength(2)
    expect(await again.verified).toEqual({ result: 'whole' })
  },
)

test('R-LEDGER-4: a number that was taken for a record which the disk refused is not given again, not after reopening either', async () => {
  const book = newBook()
  const { disk, trouble } = troubledDisk()
  const { ledger } = await open(book, { disk })
  const given = [...numbersIn(ledger.append(receiving()).bytes)]
  trouble.failing.add('write')
  appendFails(() =>
    ledger.append((seq, take) => {
      const body = receiving()(seq, take)
      given.push(...numbersIn(Buffer.from(JSON.stringify(body))))
      return body
    }),
  )
  trouble.failing.clear()
  ledger.close()
  const { ledger: again } = await open(book)
  given.push(...numbersIn(again.append(receiving()).bytes))
  expect(new Set(given).size).toBe(3)
})

test('R-LEDGER-6: when it cannot be cut back, the book is read-only until it is opened again, and then whole', async () => {
  const book = newBook()
  const { disk, trouble } = troubledDisk()
  const { ledger } = await open(book, { disk })
  ledger.append(receiving())
  trouble.failing.add('write').add('truncate')
  trouble.takes = 70
  expect(appendFails(() => ledger.append(receiving())).state).toMatchObject({ state: 'readOnly', why: 'writeFailed' })
  trouble.failing.clear()
  expect(appendFails(() => ledger.append(noting())).state).toMatchObject({ state: 'readOnly' })
  expect(ledger.read(1, 10)).toHaveLength(1)
  ledger.close()
  const { ledger: again, tornTail } = await open(book)
  expect(tornTail?.bytes).toBe(70)
  expect(again.append(noting()).seq).toBe(2)
})

test('R-LEDGER-6: after a failed sync nothing more is written, for the disk may call the next one a success', async () => {
  const { disk, trouble } = troubledDisk()
  const { ledger } = await open(newBook(), { disk })
  ledger.append(noting())
  trouble.failing.add('datasync')
  trouble.code = 'EIO'
  expect(appendFails(() => ledger.append(noting())).state).toMatchObject({ state: 'readOnly', why: 'writeFailed' })
  trouble.failing.clear()
  appendFails(() => ledger.append(noting()))
  expect(ledger.read(1, 10)).toHaveLength(1)
})

test('R-LEDGER-6: a new segment that cannot be begun leaves the book as before', async () => {
  const book = newBook()
  const { disk, trouble } = troubledDisk()
  const { ledger } = await open(book, { disk, segmentBytes: 1 })
  ledger.append(noting())
  for (const call of ['open', 'rename', 'syncFolder'] as const) {
    trouble.failing.add(call)
    expect(appendFails(() => ledger.append(noting())).state).toEqual({ state: 'ready' })
    trouble.failing.clear()
  }
  expect(ledger.append(noting()).seq).toBe(2)
  ledger.close()
  const { ledger: again } = await open(book)
  expect(again.read(1, 10)).toHaveLength(2)
  expect(again.state).toEqual({ state: 'ready' })
})

test('R-LEDGER-8: while the file outside cannot be written, no number is given', async () => {
  const { disk, trouble } = troubledDisk()
  const { ledger } = await open(newBook(), { disk })
  ledger.append(noting())
  trouble.failing.add('write')
  trouble.takes = -1
  appendFails(() => ledger.append(receiving()))
  trouble.failing.clear()
  expect(ledger.read(1, 10)).toHaveLength(1)
  expect(ledger.append(receiving()).seq).toBe(2)
})

test('R-LEDGER-9: a torn tail that cannot be kept aside is not cut', async () => {
  const book = newBook()
  const { ledger } = await open(book)
  ledger.append(noting())
  ledger.close()
  const [name] = readdirSync(book.dir)
  const torn = Buffer.concat([segmentBytes(book), Buffer.from('PDR, broken off')])
  writeFileSync(join(book.dir, name!), torn)
  const { disk, trouble } = troubledDisk()
  trouble.failing.add('rename')
  const { ledger: again, tornTail } = await open(book, { disk })
  expect(tornTail).toBeNull()
  expect(again.state).toMatchObject({ state: 'readOnly', why: 'writeFailed' })
  expect(segmentBytes(book)).toEqual(torn)
  expect(again.read(1, 10)).toHaveLength(1)
})

test('R-LEDGER-6: on a disk that is really full nothing acknowledged is lost, and it goes on when there is room', async ({
  skip,
}) => {
  const mount = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount], { stdio: 'ignore' })
  } catch {
    skip('mounting a small disk needs the rights of root')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', mount]))
  const book = newBook(join(mount, 'desk'))
  const ballast = join(mount, 'ballast')
  mkdirSync(mount, { recursive: true })
  writeFileSync(ballast, Buffer.alloc(100_000))
  const { ledger } = await open(book, { segmentBytes: 20_000 })
  const kept: string[] = []
  let refused = 0
  while (refused < 5) {
    try {
      kept.push(ledger.append(receiving()).hash)
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error
      expect(error.state).toEqual({ state: 'ready' })
      refused++
    }
  }
  expect(kept.length).toBeGreaterThan(50)
  writeFileSync(ballast, '')
  kept.push(ledger.append(receiving()).hash)
  ledger.close()
  const { ledger: again } = await open(book)
  expect(again.read(1, 10_000).map(({ hash }) => hash)).toEqual(kept)
  expect(await again.verified).toEqual({ result: 'whole' })
  again.close()
})

function segmentBytes(book: TestBook): Buffer {
  return readFileSync(join(book.dir, readdirSync(book.dir).find((name) => name.endsWith('.ledger'))!))
}
