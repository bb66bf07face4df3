#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder calls to make a .deb: the same arguments, answered with Debian's own
 * dpkg-deb, so that nothing has to be downloaded for it. Only the arguments that electron-builder gives are known.
 */
const { execFileSync } = require('node:child_process')
const { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const withoutValue = new Set(['--force', '--debug', '--deb-no-default-config-files'])
const collected = { '-d': 'depends', '--depends': 'depends', '--deb-recommends': 'recommends' }

/** Sorts the arguments into options, lists, and the files to pack with their places. */
function readArguments(given) {
  const asked = { options: {}, depends: [], recommends: [], files: [] }
  const rest = [...given]
  while (rest.length > 0) {
    const word = rest.shift()
    if (withoutValue.has(word)) continue
    if (collected[word] !== undefined) asked[collected[word]].push(rest.shift())
    else if (word.startsWith('-')) {
      const [name, joined] = word.split(/=(.*)/s)
      asked.options[name.replace(/^-+/, '')] = joined ?? rest.shift()
    } else asked.files.push(splitLast(word))
  }
  if (asked.options.t !== 'deb') throw new Error(`only .deb packages are made here, not ${asked.options.t}`)
  return asked
}

function splitLast(mapping) {
  const at = mapping.lastIndexOf('=')
  if (at < 0) throw new Error(`unknown argument ${mapping}`)
  return [mapping.slice(0, at), mapping.slice(at + 1)]
}

/** Puts the files where they will lie on the machine; those that come one by one are not programs. */
function layOut(root, files) {
  for (const [source, place] of files) {
    const target = path.join(root, place)
    mkdirSync(path.dirname(target), { recursive: true })
    if (source.endsWith('/')) cpSync(source, target, { recursive: true, verbatimSymlinks: true })
    else {
      copyFileSync(source, target)
      chmodSync(target, 0o644)
    }
  }
}

/** Writes DEBIAN/control and the scripts that run after installing and removing. */
function writeControl(root, { options, depends, recommends }) {
  const kilobytes = Number.parseInt(execFileSync('du', ['-sk', root], { encoding: 'utf8' }), 10)
  mkdirSync(path.join(root, 'DEBIAN'))
  const scripts = { postinst: options['after-install'], postrm: options['after-remove'] }
  for (const [name, source] of Object.entries(scripts)) {
    if (source === undefined) continue
    copyFileSync(source, path.join(root, 'DEBIAN', name))
    chmodSync(path.join(root, 'DEBIAN', name), 0o755)
  }
  const [synopsis, ...more] = options.description.split('\n').map((line) => line.trim())
  const fields = {
    Package: options.name,
    Version: options.iteration === undefined ? options.version : `${options.version}-${options.iteration}`,
    Section: options.category ?? 'misc',
    Priority: options['deb-priority'] ?? 'optional',
    Architecture: options.architecture === 'x86_64' ? 'amd64' : options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': kilobytes,
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Homepage: options.url,
    Description: [synopsis || options.name, ...more.map((line) => ` ${line || '.'}`)].join('\n'),
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  writeFileSync(path.join(root, 'DEBIAN/control'), lines.map(([name, value]) => `${name}: ${value}\n`).join(''))
}

const asked = readArguments(process.argv.slice(2))
const root = mkdtempSync(path.join(tmpdir(), 'pioneer-deb-'))
try {
  chmodSync(root, 0o755)
  layOut(root, asked.files)
  writeControl(root, asked)
  const compression = asked.options['deb-compression'] ?? 'xz'
  const build = ['--root-owner-group', `-Z${compression}`, '-z6', '--build', root, asked.options.package]
  execFileSync('dpkg-deb', build, { stdio: 'inherit' })
} finally {
  rmSync(root, { recursive: true, force: true })
}
