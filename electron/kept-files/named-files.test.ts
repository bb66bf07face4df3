import { expect, test } from 'vitest'
import type { ActId } from '../../shared/case/ids.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { openNamedFiles } from './named-files.ts'

const [one, two] = ['1'.repeat(64), '2'.repeat(64)] as [string, string]
const [stood, never] = ['act-that-stands', 'act-that-never-was'] as ActId[] as [ActId, ActId]
const dir = '/desk/terminal-17/files'

function open(disk: MemoryDisk, standing: readonly ActId[] = [stood]) {
  return openNamedFiles({ dir, stands: (act) => standing.includes(act), disk })
}

test('R-FILE-6: what an act named waits for the bureau until that has it, over any restart', () => {
  const disk = new MemoryDisk()
  const named = open(disk)
  named.liveIn('first')
  named.name([one, two], stood)
  expect(named.waiting()).toEqual([one, two])
  named.sent([one])
  expect(open(disk).waiting()).toEqual([two])
  // Named again by a later act, it is there already.
  const again = open(disk)
  again.name([one], stood)
  expect(again.waiting()).toEqual([two])
})

test('R-FILE-6: an act that was never written names nothing, whenever the power went', () => {
  for (let calls = 1; calls < 12; calls += 1) {
    const disk = new MemoryDisk()
    const named = open(disk)
    disk.cutPowerAfter(calls)
    try {
      named.name([one], never)
    } catch {}
    for (const chance of [() => 0, (most: number) => most]) {
      const after = disk.afterPowerCut(chance)
      expect(open(after).waiting()).toEqual([])
      expect(open(after, [never]).waiting()).toEqual([])
    }
  }
  const disk = new MemoryDisk()
  open(disk).name([one], never)
  open(disk).name([one], stood)
  expect(open(disk).waiting()).toEqual([one])
})

test('R-FILE-7: in another life of the bureau all that it had is asked about again', () => {
  const disk = new MemoryDisk()
  const named = open(disk)
  named.liveIn('first')
  named.name([one], stood)
  named.sent([one])
  named.liveIn('first')
  expect(named.waiting()).toEqual([])
  named.liveIn('restored')
  expect(named.waiting()).toEqual([one])
  named.sent([one])
  expect(open(disk).waiting()).toEqual([])
  const reopened = open(disk)
  reopened.liveIn('restored')
  expect(reopened.waiting()).toEqual([])
})
