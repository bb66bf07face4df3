/** A network between terminals and bureau that loses, cuts, repeats and delays, as seeded chance has it. Real sockets on loopback. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from './random.ts'

/** none: nothing gets through · bad: requests and answers are lost, cut and repeated · good: everything passes. */
export type Weather = 'good' | 'bad' | 'none'

type Happening = 'passed' | 'lostRequest' | 'halfRequest' | 'lostAnswer' | 'halfAnswer' | 'repeated' | 'late'

export type BadNetwork = {
  url: string
  weather: Weather
  /** Requests to this path are lost in any weather. */
  closed: string | undefined
  /** Where requests go now: a bureau that came back may have another port. */
  towards(port: number): void
  /** How often each thing happened. */
  happened: Record<Happening, number>
  /** Called once, when the next answer about records has left the bureau and none of it has reached the terminal. */
  onAnswer: (() => Promise<void>) | undefined
  close(): Promise<void>
}

type Reply = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** Opens it on a free port. */
export async function openBadNetwork(chance: Chance): Promise<BadNetwork> {
  let port = 0
  const happened: BadNetwork['happened'] = {
    passed: 0,
    lostRequest: 0,
    halfRequest: 0,
    lostAnswer: 0,
    halfAnswer: 0,
    repeated: 0,
    late: 0,
  }
  const late: { request: http.IncomingMessage; body: Buffer }[] = []
  const network: BadNetwork = {
    url: '',
    weather: 'good',
    closed: undefined,
    onAnswer: undefined,
    towards: (to) => {
      port = to
    },
    happened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void carry(request, Buffer.concat(chunks), response))
    request.on('error', () => response.destroy())
  })

  async function carry(request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): Promise<void> {
    const cutOff = network.weather === 'none' || request.url === network.closed
    const fate = cutOff ? 0 : network.weather === 'good' ? 1 : chance.next()
    const cut = () => response.socket?.destroy()
    try {
      if (fate < 0.12) {
        happened.lostRequest += 1
        return void cut()
      }
      if (fate < 0.2) {
        happened.halfRequest += 1
        await sendHalf(request, body)
        return void cut()
      }
      if (fate < 0.26) {
        // It is on its way still when the terminal has given up, and arrives behind a later one.
        happened.late += 1
        late.push({ request, body })
        return void cut()
      }
      let reply = await send(request, body)
      if (late.length > 0 && fate > 0.6) {
        const held = late.splice(chance.below(late.length), 1)[0]!
        await send(held.request, held.body)
      }
      const struck = request.url === '/v1/records' ? network.onAnswer : undefined
      if (struck !== undefined) {
        network.onAnswer = undefined
        await struck()
        return void cut()
      }
      if (fate < 0.32) {
        happened.lostAnswer += 1
        return void cut()
      }
      if (fate < 0.45) {
        happened.repeated += 1
        reply = await send(request, body)
      } else happened.passed += 1
      const headers = { ...reply.headers }
      delete headers['transfer-encoding']
      delete headers.connection
      response.writeHead(reply.status, { ...headers, 'content-length': String(reply.body.length) })
      if (fate >= 0.45 && fate < 0.55 && reply.body.length > 2) {
        happened.halfAnswer += 1
        response.write(reply.body.subarray(0, reply.body.length >> 1), cut)
        return
      }
      response.end(reply.body)
    } catch {
      // The bureau is down: the terminal sees a line that breaks.
      cut()
    }
  }

  function options(request: http.IncomingMessage, length: number): http.RequestOptions {
    return {
      host: '127.0.0.1',
      port,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: { ...request.headers, host: `127.0.0.1:${port}`, 'content-length': String(length), connection: 'close' },
      agent: false,
    }
  }

  function send(request: http.IncomingMessage, body: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const onward = http.request(options(request, body.length), (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
        )
        answer.on('error', reject)
      })
      onward.on('error', reject)
      onward.end(body)
    })
  }

  /** The bureau sees the head and half of the body, then the line is cut. */
  function sendHalf(request: http.IncomingMessage, body: Buffer): Promise<void> {
    return new Promise((resolve) => {
      const onward = http.request(options(request, Math.max(body.length, 1)))
      onward.on('error', () => resolve())
      onward.on('close', () => resolve())
      onward.write(body.subarray(0, body.length >> 1), () => onward.destroy())
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  network.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return network
}
