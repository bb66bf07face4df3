import { expect, test } from 'vitest'
import { DamagedCache, makeSealer } from './seal.ts'

const key = Buffer.alloc(32, 7).toString('base64')
const other = Buffer.alloc(32, 8).toString('base64')

test('R-CACHE-7: what is sealed opens with its key at its place, and nowhere else', async () => {
  const sealer = await makeSealer(key)
  const sealed = await sealer.seal('cases 1', { name: '张测试' })
  expect(new TextDecoder().decode(sealed)).not.toContain('张测试')
  expect(await sealer.open('cases 1', sealed)).toEqual({ name: '张测试' })
  await expect(sealer.open('cases 2', sealed)).rejects.toThrow(DamagedCache)
  await expect((await makeSealer(other)).open('cases 1', sealed)).rejects.toThrow(DamagedCache)
  sealed[20]! ^= 1
  await expect(sealer.open('cases 1', sealed)).rejects.toThrow(DamagedCache)
})

test('the same value is sealed differently each time', async () => {
  const sealer = await makeSealer(key)
  expect(await sealer.seal('a', 1)).not.toEqual(await sealer.seal('a', 1))
})

test('R-CACHE-8: a number’s hash is the same on one terminal and says nothing without its key', async () => {
  const sealer = await makeSealer(key)
  expect(await sealer.hash('11010519491231002X')).toBe(await sealer.hash('11010519491231002X'))
  expect(await sealer.hash('11010519491231002X')).not.toBe(await (await makeSealer(other)).hash('11010519491231002X'))
})

test('a key that is none is damage, not a crash', async () => {
  await expect(makeSealer('!')).rejects.toThrow(DamagedCache)
  await expect(makeSealer('AAAA')).rejects.toThrow(DamagedCache)
})
