import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { registryHasRuntime } from './electron-runtime/registry.ts'
import { type Runtime, requireOfficial, resolveRuntime } from './electron-runtime.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pioneer-electron-'))
  await writeFile(path.join(folder, 'electron'), '#!/bin/sh\necho 99.1.2\n')
  await chmod(path.join(folder, 'electron'), 0o755)
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rm(folder, { recursive: true }))

test('R-HOUSE-6: the Electron that the environment names comes first, by its folder or its file', async () => {
  const expected = { path: path.join(folder, 'electron'), folder, version: '99.1.2', source: 'override' }
  vi.stubEnv('PIONEER_ELECTRON', '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  expect(await resolveRuntime()).toEqual(expected)
  vi.stubEnv('PIONEER_ELECTRON', path.join(folder, 'electron'))
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/not/there')
  expect(await resolveRuntime()).toEqual(expected)
})

test('R-HOUSE-6: a named Electron that is not there is said, and nothing else is taken in its place', async () => {
  vi.stubEnv('PIONEER_ELECTRON', path.join(folder, 'missing'))
  await expect(resolveRuntime()).rejects.toThrow(
    /There is no Electron at .*missing.*, although the environment names it/,
  )
})

test('R-HOUSE-6: the registry has a runtime for Linux x64 only', () => {
  expect(registryHasRuntime('linux', 'x64')).toBe(true)
  expect(registryHasRuntime('linux', 'arm64')).toBe(false)
  expect(registryHasRuntime('win32', 'x64')).toBe(false)
})

test('R-HOUSE-7: a release ships the official Electron or is not made', () => {
  const runtime = (source: Runtime['source']): Runtime => ({ path: '', folder: '', version: '33.2.1', source })
  expect(() => requireOfficial(runtime('official'))).not.toThrow()
  expect(() => requireOfficial(runtime('registry-fallback'))).toThrow(/A release ships Electron's official build/)
  expect(() => requireOfficial(runtime('override'))).toThrow(/A release ships Electron's official build/)
})
