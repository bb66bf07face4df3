import pino from 'pino'
import { expect, test } from 'vitest'
import { openBureau } from '../../server/bureau.ts'
import { openDatabase } from '../../server/database.ts'
import { initBureau } from '../../server/life.ts'
import { emptyDatabase, testSealer } from './databases.ts'

test('R-SERVER-41: a bureau whose private recovery key could be written nowhere is not begun, and one that was begun gives no other', async () => {
  const { url, folder, drop } = await emptyDatabase('PostgreSQL')
  const db = await openDatabase(url, folder)
  const bureau = await openBureau({ db, sealer: testSealer, log: pino({ level: 'silent' }) })
  const kept: object[] = []
  await expect(
    initBureau(bureau, () => {
      throw new Error('no such folder')
    }),
  ).rejects.toThrow('no such folder')
  expect(await initBureau(bureau, (key) => kept.push(key))).toBe(true)
  expect(await initBureau(bureau, (key) => kept.push(key))).toBe(false)
  expect(kept).toEqual([expect.objectContaining({ kty: 'OKP', d: expect.any(String) })])
  await db.destroy()
  await drop()
})
