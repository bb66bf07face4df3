import { expect, test } from 'vitest'
import type { ActId } from '../../shared/case/ids.ts'
import type { BureauClient, Failure, RouteInput } from '../bureau/http.ts'
import { MemoryDisk } from '../disk/memory-disk.ts'
import { openNamedFiles } from './named-files.ts'
import { makeFileSender } from './send-files.ts'

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string]
const act = 'act' as ActId

/** A bureau that has some files, and answers to some of those sent as told. */
function office(has: readonly string[], says: Record<string, 'differs' | Failure> = {}) {
  const here = new Set(has)
  const sent: string[] = []
  const call = (async (route: string, input: unknown) => {
    if (route === 'POST /v1/files-missing') {
      const { files } = input as RouteInput<'POST /v1/files-missing'>
      return { ok: true, value: { missing: files.filter((file) => !here.has(file)) } }
    }
    const { sha256 } = input as RouteInput<'POST /v1/file-send'>
    sent.push(sha256)
    const said = says[sha256]
    if (typeof said === 'object') return { ok: false, failure: said }
    if (said === undefined) here.add(sha256)
    return { ok: true, value: said === undefined ? { ok: true } : { ok: false, why: said } }
  }) as BureauClient['call']
  return { here, sent, client: { call } }
}

function sending(client: Pick<BureauClient, 'call'>, damaged: readonly string[] = []) {
  const named = openNamedFiles({ dir: '/desk/files', stands: () => true, disk: new MemoryDisk() })
  named.name([one, two, three], act)
  const files = { read: (sha256: string) => (damaged.includes(sha256) ? undefined : Buffer.from(sha256)) }
  return { named, sender: makeFileSender({ files, named, client, changed: () => {} }) }
}

test('R-FILE-13: what the bureau has already is not sent, and the rest once', async () => {
  const bureau = office([two])
  const { named, sender } = sending(bureau.client)
  await Promise.all([sender.send('life'), sender.send('life')])
  expect(bureau.sent).toEqual([one, three])
  expect([named.waiting(), sender.waiting, sender.cause]).toEqual([[], 0, null])
})

test('R-FILE-13: a broken line ends the try with its cause, and the next one begins with that file again', async () => {
  const broken: Record<string, Failure> = { [two]: { kind: 'offline', cause: 'timeout' } }
  const bureau = office([], broken)
  const { sender } = sending(bureau.client)
  await sender.send('life')
  expect([bureau.sent, sender.waiting, sender.cause]).toEqual([[one, two], 2, 'timeout'])
  delete broken[two]
  await sender.send('life')
  expect([bureau.sent, sender.waiting, sender.cause]).toEqual([[one, two, two, three], 0, null])
})

test('R-FILE-13: a file that is damaged here or refused there is said, and the others go on', async () => {
  const damaged = sending(office([]).client, [one])
  await damaged.sender.send('life')
  expect([damaged.named.waiting(), damaged.sender.cause]).toEqual([[one], 'fileDamaged'])
  const refused = sending(office([], { [one]: 'differs' }).client)
  await refused.sender.send('life')
  expect([refused.named.waiting(), refused.sender.cause]).toEqual([[one], 'fileRefused'])
})

test('R-FILE-7: a restored bureau is asked about every file again, and gets what it lost', async () => {
  const bureau = office([])
  const { sender } = sending(bureau.client)
  await sender.send('life')
  bureau.here.delete(two)
  await sender.send('life')
  expect(bureau.sent).toEqual([one, two, three])
  await sender.send('restored')
  expect(bureau.sent).toEqual([one, two, three, two])
})
