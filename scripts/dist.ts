/**
 * `npm run dist:linux`: packages the desk as a .deb and a .tar.gz below `release/`. With `--release` it takes
 * Electron's official build only, and no act or payload that tests/released does not hold.
 */
import { execFile } from 'node:child_process'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { Arch, Platform, build as pack } from 'electron-builder'
import { build } from './build.ts'
import { type Runtime, requireOfficial, resolveRuntime } from './electron-runtime.ts'
import { projectFolder } from './programs.ts'
import { requireTaken } from './release-workflow.ts'
import { run } from './stop.ts'
import { ensureSystemPackages, program } from './system-packages.ts'

const release = path.join(projectFolder, 'release')
const unpacked = path.join(release, 'linux-unpacked')

/** All that the app's archive may hold; anything else is a development part that slipped in. */
const shipped = /^\/(package\.json|dist(\/(main|preload|renderer)(\/.*)?)?)$/

await run(async () => {
  const runtime = await resolveRuntime()
  if (process.argv.includes('--release')) {
    requireOfficial(runtime)
    requireTaken()
  }
  await ensureSystemPackages([program('dpkg-deb', 'dpkg')])
  await build()
  await rm(release, { recursive: true, force: true })
  await makePackage(runtime)
  const files = listPackage(path.join(unpacked, 'resources/app.asar'), { isPack: false })
  const strays = files.filter((file) => !shipped.test(file))
  if (strays.length > 0) throw new Error(`not meant to be shipped: ${strays.join(', ')}`)
  await makeTarball()
  await printSizes(runtime, files.length)
  return 0
})

async function makePackage(runtime: Runtime): Promise<void> {
  process.env.CUSTOM_FPM_PATH = path.join(projectFolder, 'scripts/fpm.cjs')
  await pack({
    projectDir: projectFolder,
    targets: Platform.LINUX.createTarget(['dir', 'deb'], process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      // Nothing of node_modules is shipped, so nothing there needs to be looked through or rebuilt.
      beforeBuild: async () => false,
      afterPack: async ({ appOutDir }) => {
        const resources = path.join(appOutDir, 'resources')
        await rm(path.join(resources, 'default_app.asar'), { force: true })
        const about = { electron: runtime.version, source: runtime.source }
        await writeFile(path.join(resources, 'runtime.json'), `${JSON.stringify(about, null, 2)}\n`)
      },
    },
  })
}

async function makeTarball(): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8'))
  const name = `pioneer-desk-${version}-linux-${process.arch}`
  const tar = ['--create', '--gzip', '--owner=0', '--group=0', '--numeric-owner']
  const content = [
    `--file=${path.join(release, `${name}.tar.gz`)}`,
    `--transform=s|^\\.|${name}|`,
    `--directory=${unpacked}`,
  ]
  await promisify(execFile)('tar', [...tar, ...content, '.'])
}

async function printSizes(runtime: Runtime, files: number): Promise<void> {
  const whole = await folderBytes(unpacked)
  const app = (await stat(path.join(unpacked, 'resources/app.asar'))).size
  console.log(`\nShipped: ${megabytes(whole)} unpacked, of which the desk itself ${megabytes(app)} in ${files} files.`)
  console.log(
    `Electron ${runtime.version} (${runtime.source}) makes up the rest; resources/runtime.json says so inside.`,
  )
  for (const name of await readdir(release)) {
    if (!/\.(deb|tar\.gz)$/.test(name)) continue
    console.log(`release/${name}: ${megabytes((await stat(path.join(release, name))).size)}`)
  }
}

async function folderBytes(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size
  }
  return bytes
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
