/** The page's files under the desk's own scheme, and no others. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pageHeaders } from './content-policy.ts'
import { HOST, SCHEME } from './trusted-page.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The file an address names inside `folder`; undefined for another host, a way out of the folder, or a kind of file no page has. */
export function fileOf(folder: string, address: string): string | undefined {
  let name: string
  try {
    const url = new URL(address)
    if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined
    name = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  // A backslash is a separator on Windows, and a NUL ends a name for some systems.
  if (/[\\\0]/.test(name)) return undefined
  const file = path.join(folder, name)
  const inside = path.relative(folder, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return undefined
  return path.extname(file) in types ? file : undefined
}

export interface PageFiles {
  /** Answers a request of the page with a file and the headers that close the page in; 404 for all else. */
  answer(request: { method: string; url: string }): Promise<Response>
  /** The page has asked for its program, and has all that it asked for. */
  readonly handedOver: Promise<void>
}

/** The files below `folder`. */
export function openPageFiles(folder: string): PageFiles {
  let onTheirWay = 0
  let asked = false
  let allThere = () => {}
  const handedOver = new Promise<void>((resolve) => {
    allThere = resolve
  })
  const arrived = () => {
    onTheirWay -= 1
    // What is asked for next, because of this one, comes first.
    setImmediate(() => (asked && onTheirWay === 0 ? allThere() : undefined))
  }
  return {
    handedOver,
    answer: async (request) => {
      const file = request.method === 'GET' ? fileOf(folder, request.url) : undefined
      if (file === undefined) return notFound()
      onTheirWay += 1
      asked ||= path.extname(file) === '.js'
      try {
        const type = types[path.extname(file)] ?? 'application/octet-stream'
        const body = givenOut(new Uint8Array(await readFile(file)), arrived)
        return new Response(body, { headers: { ...pageHeaders, 'content-type': type } })
      } catch {
        arrived()
        return notFound()
      }
    },
  }
}

/** The bytes as one piece; `arrived` when whoever reads has it, or wants it no more. */
function givenOut(bytes: Uint8Array, arrived: () => void): ReadableStream<Uint8Array> {
  let given = false
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (given) {
      controller.close()
      arrived()
    } else controller.enqueue(bytes)
    given = true
  }
  return new ReadableStream({ pull, cancel: arrived }, { highWaterMark: 0 })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: pageHeaders })
}
