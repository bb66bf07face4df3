/** A print system of a test's own: a real cupsd with its own folders and socket, and a printer that writes into a folder. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const serverPrograms = '/usr/lib/cups'

export interface PrintSystem {
  /** Where programs find it, for CUPS_SERVER. */
  socket: string
  /** What the printer put out, in order. */
  output(): Promise<string[]>
  folder: string
  /** Whether the printer has paper; without, a job waits in it. */
  paper(there: boolean): Promise<void>
  /** One of CUPS's own programs, spoken to this system. */
  cups(program: string, ...given: string[]): Promise<string>
  close(): Promise<void>
}

/** Why there can be none here, as a sentence; undefined when there can. */
export async function whyNoPrintSystem(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'CUPS is tried on Linux only'
  if (process.getuid?.() !== 0) return 'a print system of its own needs root'
  for (const file of ['/usr/sbin/cupsd', '/usr/sbin/lpadmin', serverPrograms]) {
    if (
      !(await access(file).then(
        () => true,
        () => false,
      ))
    )
      return 'CUPS is not installed (apt-get install cups cups-client)'
  }
  return undefined
}

/** Starts it with the printer Desk, which is the default, and the printer Other. */
export async function startPrintSystem(): Promise<PrintSystem> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pioneer-cups-'))
  const at = (name: string) => path.join(folder, name)
  // What CUPS runs as its own user has to get through.
  await chmod(folder, 0o755)
  for (const name of ['root', 'spool', 'cache', 'state', 'out', 'bin', 'bin/backend', 'temp']) await mkdir(at(name))
  // Its filters run as its own user.
  await chmod(at('temp'), 0o1777)
  for (const name of await readdir(serverPrograms)) {
    if (name !== 'backend') await symlink(path.join(serverPrograms, name), at(`bin/${name}`))
  }
  await writeFile(at('bin/backend/folder'), printer(folder), { mode: 0o700 })
  await writeFile(at('root/cupsd.conf'), settings(at('sock')))
  await writeFile(at('root/cups-files.conf'), places(folder))
  const server = spawn('/usr/sbin/cupsd', ['-f', '-c', at('root/cupsd.conf'), '-s', at('root/cups-files.conf')], {
    stdio: 'ignore',
  })
  const ended = once(server, 'exit')
  const cups = async (program: string, ...given: string[]) => {
    const env = { ...process.env, CUPS_SERVER: at('sock'), LC_ALL: 'C' }
    return (await run(program, given, { env })).stdout
  }
  await listening(() => cups('lpstat', '-r'))
  for (const name of ['Desk', 'Other']) await cups('/usr/sbin/lpadmin', '-p', name, '-v', 'folder:/', '-E')
  await cups('/usr/sbin/lpadmin', '-d', 'Desk')
  return {
    socket: at('sock'),
    folder,
    output: async () => (await readdir(at('out'))).sort(),
    paper: (there) => (there ? rm(at('empty'), { force: true }) : writeFile(at('empty'), '')),
    cups,
    close: async () => {
      server.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(ask: () => Promise<string>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await ask().catch(() => '')
    if (answer.includes('is running')) return
    if (tries === 100) throw new Error('cupsd did not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A printer's driver: waits for paper, then keeps each document under the job's number. */
function printer(folder: string): string {
  return `#!/bin/sh
[ $# = 0 ] && { echo 'direct folder:/ "Folder" "Folder"'; exit 0; }
if [ -e ${folder}/empty ]; then
  echo 'STATE: +media-empty-warning' >&2
  while [ -e ${folder}/empty ]; do sleep 0.1; done
  echo 'STATE: -media-empty-warning' >&2
fi
n=1
while [ -e "${folder}/out/$1-$n.pdf" ]; do n=$((n+1)); done
if [ $# -ge 6 ]; then cat "$6"; else cat; fi > "${folder}/out/$1-$n.pdf"
`
}

function settings(socket: string): string {
  return `Listen ${socket}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
SubscriptionPrivateAccess default
SubscriptionPrivateValues default
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`
}

function places(folder: string): string {
  return `ServerRoot ${folder}/root
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/state
TempDir ${folder}/temp
ServerBin ${folder}/bin
AccessLog ${folder}/access
ErrorLog ${folder}/error
PageLog ${folder}/page
`
}
