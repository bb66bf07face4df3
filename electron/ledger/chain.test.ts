import { expect, test } from 'vitest'
import golden from '../../tests/golden/chain.json' with { type: 'json' }
import { chain, genesis } from './chain.ts'

test('R-LEDGER-7: the chain is the one that the golden vectors hold terminal and bureau to', () => {
  let digest = genesis(golden.terminal)
  expect(digest).toBe(golden.genesis)
  const digests = golden.bodies.map((body) => {
    digest = chain(digest, Buffer.from(body, 'utf8'))
    return digest
  })
  expect(digests).toEqual(golden.digests)
})
