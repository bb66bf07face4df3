/** 练习: a desk of its own folder, keys, number and people, on what was last published to this machine. See docs/adr/0012. */
import { generateKeyPairSync } from 'node:crypto'
import type { TerminalNo } from '../../shared/case/ids.ts'
import { RecoveryKey } from '../../shared/contract/routes.ts'
import { Published } from '../../shared/contract/views.ts'
import { TRAINING_TERMINAL } from '../../shared/number/desk-number.ts'
import type { Person } from '../../shared/people/role.ts'
import { keysFile } from '../enrolment/enrol.ts'
import { type Identity, identityFile } from '../enrolment/identity.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { type Keys, makeKeys, openKeys } from '../keys/keys.ts'
import { subkey } from '../keys/subkey.ts'
import { publishedFiles } from '../published/published.ts'
import { noAddress } from './no-bureau.ts'
import { trainingPeople } from './people.ts'

/** `realDataDir`: the real desk's folder. What was published is read from it, and nothing put there. */
export type TrainingOptions = {
  dataDir: string
  stores: readonly KeyStore[]
  realDataDir: string
  realStores: readonly KeyStore[]
}
export type Training = { identity: Identity; keys: Keys; people: readonly Person[] }

/** This machine was never enrolled, or nothing was published to it yet: there is nothing to practise on. */
export class NothingToPractise extends Error {
  constructor() {
    super('nothing was published to this machine yet')
    this.name = 'NothingToPractise'
  }
}

export async function openTraining({ dataDir, stores, realDataDir, realStores }: TrainingOptions): Promise<Training> {
  const { identity: real, published } = await lastPublished(realDataDir, realStores)
  const file = keysFile(dataDir)
  const opened = await openKeys({ file, stores })
  const keys = opened.ok ? opened.keys : await makeKeys({ file, stores })
  const people = trainingPeople(published)
  const { file: all, hallFile } = publishedFiles(dataDir, subkey(keys.dataKey, 'settings'), () => {})
  all.write({ ...published, people: [...people] })
  hallFile.write(published.hall)
  const { publicKey } = generateKeyPairSync('x25519')
  const identity: Identity = {
    format: 1,
    bureau: noAddress,
    certificate: null,
    terminal: TRAINING_TERMINAL as TerminalNo,
    hall: real.hall,
    window: real.window,
    recoveryKey: RecoveryKey.parse(publicKey.export({ format: 'jwk' })),
  }
  return { identity, keys, people }
}

async function lastPublished(
  dataDir: string,
  stores: readonly KeyStore[],
): Promise<{ identity: Identity; published: Published }> {
  const identity = identityFile(dataDir, () => {}).read()
  const opened = identity === undefined ? undefined : await openKeys({ file: keysFile(dataDir), stores })
  if (identity === undefined || opened === undefined || !opened.ok) throw new NothingToPractise()
  const key = subkey(opened.keys.dataKey, 'settings')
  const read = Published.safeParse(publishedFiles(dataDir, key, () => {}).file.read())
  if (!read.success) throw new NothingToPractise()
  return { identity, published: read.data }
}
