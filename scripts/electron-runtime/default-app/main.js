/**
 * What `electron [-r module] <folder or file> [arguments]` runs first: it finds the app and hands over to it.
 *
 * An ES module whose top level awaits the app's own main: Electron holds back `ready` until then, and an app that
 * calls `protocol.registerSchemesAsPrivileged` must have been loaded before `ready`.
 */
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron/main'

function readArguments(given) {
  const preloads = []
  for (let at = 0; at < given.length; at++) {
    const argument = given[at]
    if (argument === '-v' || argument === '--version') tell(`v${process.versions.electron}`)
    if (argument === '-a' || argument === '--abi') tell(process.versions.modules)
    if (argument === '-r' || argument === '--require') preloads.push(given[++at])
    else if (argument.startsWith('--app=')) return { preloads, target: argument.slice('--app='.length) }
    else if (!argument.startsWith('-')) return { preloads, target: argument }
  }
  return { preloads, target: undefined }
}

function tell(answer) {
  console.log(answer)
  process.exit(0)
}

function fail(message) {
  console.error(`App threw an error during load\n${message}`)
  process.exit(1)
}

async function open(target) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const folder = path.resolve(target)
  const manifest = path.join(folder, 'package.json')
  if (existsSync(manifest)) {
    const about = JSON.parse(readFileSync(manifest, 'utf8'))
    if (about.version) app.setVersion(about.version)
    app.name = about.productName ?? about.name ?? app.name
    if (process.platform === 'linux') app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  }
  // The same look-up as Electron's own: a folder gives its package's main, a file itself.
  const entry = Module._resolveFilename(folder, null, true)
  app.setAppPath(existsSync(manifest) ? folder : path.dirname(entry))
  await import(pathToFileURL(entry).href)
}

const { preloads, target } = readArguments(process.argv.slice(1))
if (target === undefined) fail('Usage: electron [-r module] <app folder or file> [arguments]')
if (/^(https?|chrome):|\.html?$/i.test(target)) fail(`Only an app's folder or script can be opened, not ${target}`)
try {
  if (preloads.length > 0) Module._preloadModules(preloads)
  await open(target)
} catch (error) {
  fail(error?.stack ?? String(error))
}
