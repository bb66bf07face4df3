/** The bureau's server as a child of a script, for those who try the desk without an office around them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { developmentProgram, projectFolder } from './programs.ts'
import { Stop } from './stop.ts'

/** The people of a bureau filled for trying, and unused codes, each of which enrols one desk. */
const Demo = z.object({
  codes: z.array(z.string()),
  accounts: z.array(
    z.object({ person: z.string(), name: z.string(), role: z.string(), office: z.string(), password: z.string() }),
  ),
})
export type Demo = z.infer<typeof Demo>

/**
 * The one line of JSON that the bureau prints on its standard output when it takes requests.
 * A bureau with made-up people says who they are, and gives codes for enrolling desks.
 */
const Ready = z.looseObject({
  ready: z.literal(true),
  port: z.int().positive(),
  url: z.url().optional(),
  demo: Demo.nullish(),
})

export interface EmbeddedBureau {
  url: string
  port: number
  pid: number
  /** What the desk is to be started with: the bureau's address and a code for enrolling with it. */
  environment: Record<string, string>
  /** Everything that the ready line said. */
  ready: z.infer<typeof Ready>
  /** Ends it as the system would: it finishes what it does; after ten seconds it is killed. */
  stop(): Promise<void>
  /** Fulfilled when it has ended, with its exit status. */
  ended: Promise<number | null>
}

export interface EmbeddedBureauOptions {
  /** The folder of its database; kept between runs. */
  dataFolder: string
  /** Wanted port; another free one is taken when it is in use. */
  port?: number
  /** What follows `serve`, such as `--demo`. */
  arguments?: readonly string[]
  /** `dist` runs what was built; `sources` runs server/main.ts and begins again when it changes. */
  from?: 'dist' | 'sources'
  /** Its settings, as variables of its environment. */
  settings?: Record<string, string>
  /** Gets each line the bureau prints besides the ready line; the terminal unless given. */
  print?: (line: string) => void
}

const usualPort = 7710
const startMs = 120_000
const stopMs = 10_000

/** Starts a bureau and waits until it takes requests; stops with its own words when it ends before that. */
export async function startBureau(options: EmbeddedBureauOptions): Promise<EmbeddedBureau> {
  const port = await freePort(options.port ?? usualPort)
  const given = ['serve', ...(options.arguments ?? [])]
  const [command, before] =
    options.from === 'sources'
      ? [developmentProgram('tsx'), ['watch', '--clear-screen=false', 'server/main.ts']]
      : [process.execPath, [path.join(projectFolder, 'dist/server/bureau.js')]]
  const child = spawn(command, [...before, ...given], {
    cwd: projectFolder,
    env: { ...process.env, ...options.settings, PIONEER_PORT: String(port), PIONEER_DATA: options.dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  void ended.then(() => process.off('exit', end))
  const ready = await readyLine(child, ended, options.print ?? console.log)
  const code = ready.demo?.codes[0]
  const url = ready.url ?? `http://127.0.0.1:${ready.port}`
  return {
    url,
    port: ready.port,
    pid: child.pid ?? 0,
    environment: { PIONEER_BUREAU_URL: url, ...(code === undefined ? {} : { PIONEER_ENROL_CODE: code }) },
    ready,
    ended,
    stop: async () => {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), stopMs)
      await ended
      clearTimeout(force)
    },
  }
}

function readyLine(child: ChildProcess, ended: Promise<number | null>, print: (line: string) => void) {
  return new Promise<z.infer<typeof Ready>>((resolve, reject) => {
    const give = (why: string) => {
      child.kill('SIGKILL')
      reject(new Stop(`The bureau ${why}; what it said stands above.`))
    }
    const tooLong = setTimeout(() => give(`took no request within ${startMs / 1000} s`), startMs)
    void ended.then((status) => give(`ended with status ${status} before it took requests`))
    child.once('error', reject)
    if (!child.stdout) throw new Error('the bureau was started without a pipe for its output')
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = parseReady(line)
      if (ready === undefined) return print(line)
      clearTimeout(tooLong)
      resolve(ready)
    })
  })
}

function parseReady(line: string): z.infer<typeof Ready> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return Ready.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** Where a desk started from here keeps its data, and the number that it keeps outside of them. */
export function deskFolders(home: string): Record<string, string> {
  return { PIONEER_DATA: path.join(home, 'desk'), PIONEER_OUTSIDE: path.join(home, 'outside') }
}

/** The wanted port when nobody listens there, else any free one. */
export async function freePort(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? 0
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
