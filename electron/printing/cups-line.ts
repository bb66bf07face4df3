/** The line to CUPS on this machine: a socket in the file system, or the server that its settings name. */
import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { homedir } from 'node:os'
import path from 'node:path'
import { decodeAnswer, encodeRequest, type IppAnswer, type IppRequest } from './ipp.ts'

const LIMIT_MS = 10_000
const sockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock']

type Place = { socketPath: string } | { host: string; port: number }

/** There is no print system, or it does not answer. */
export class NoPrintSystem extends Error {}

/** Asks and gives the answer, whatever its status. Throws NoPrintSystem when nobody answers. */
export async function ask(request: IppRequest): Promise<IppAnswer> {
  return decodeAnswer(await post(encodeRequest(request)))
}

function post(body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new NoPrintSystem(error.message, { cause: error }))
    const request = http.request({
      ...place(),
      method: 'POST',
      path: '/',
      timeout: LIMIT_MS,
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length },
    })
    request.on('timeout', () => request.destroy(new Error(`no answer within ${LIMIT_MS / 1000} s`)))
    request.on('error', fail)
    request.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', fail)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts))
        else fail(new Error(`HTTP ${response.statusCode}`))
      })
    })
    request.end(body)
  })
}

/** As CUPS's own programs find their server (client.conf(5)). */
function place(): Place {
  const named = process.env.CUPS_SERVER || namedInSettings()
  if (named?.startsWith('/')) return { socketPath: named }
  if (named) {
    const [, host = 'localhost', port = '631'] = /^(\[[^\]]+\]|[^:/]+)(?::(\d+))?/.exec(named) ?? []
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
  }
  const socketPath = sockets.find((file) => existsSync(file))
  return socketPath === undefined ? { host: 'localhost', port: 631 } : { socketPath }
}

function namedInSettings(): string | undefined {
  for (const file of [path.join(homedir(), '.cups/client.conf'), '/etc/cups/client.conf']) {
    try {
      const name = /^\s*ServerName\s+(\S+)/im.exec(readFileSync(file, 'utf8'))?.[1]
      if (name !== undefined) return name
    } catch {
      // Most machines have neither file.
    }
  }
  return undefined
}
