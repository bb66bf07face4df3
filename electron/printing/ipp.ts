/** The language of print systems (IPP, RFC 8010): requests into bytes, answers out of them. Only what a desk asks. */

/** What is asked for; the last ones are CUPS's own. */
export const operations = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  jobAttributes: 0x0009,
  jobs: 0x000a,
  printerAttributes: 0x000b,
  defaultPrinter: 0x4001,
  printers: 0x4002,
} as const

const tags = { operation: 1, job: 2, end: 3 } as const
const types = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const

export type IppType = keyof typeof types
export type IppValue = number | boolean | string
/** name, type, values */
export type IppAttribute = readonly [name: string, type: IppType, ...values: IppValue[]]

export interface IppRequest {
  operation: keyof typeof operations
  /** After charset and language, which every request begins with. */
  attributes: readonly IppAttribute[]
  /** Options of a job that is created. */
  job?: readonly IppAttribute[]
  document?: Uint8Array
}

export interface IppAnswer {
  /** Below 0x100: done. */
  status: number
  /** One entry a printer or job, in the answer's order; the first group, about the answer itself, is left out. */
  groups: Record<string, IppValue[]>[]
}

/** The bytes of a request. */
export function encodeRequest(request: IppRequest): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(operations[request.operation], 2)
  head.writeUInt32BE(1, 4)
  const first: IppAttribute[] = [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'en'],
  ]
  return Buffer.concat([
    head,
    group(tags.operation, [...first, ...request.attributes]),
    ...(request.job ? [group(tags.job, request.job)] : []),
    Buffer.from([tags.end]),
    ...(request.document ? [request.document] : []),
  ])
}

function group(tag: number, attributes: readonly IppAttribute[]): Buffer {
  const written = attributes.flatMap(([name, type, ...values]) =>
    // A further value of the same attribute has no name.
    values.map((value, index) => attribute(types[type], index === 0 ? name : '', value)),
  )
  return Buffer.concat([Buffer.from([tag]), ...written])
}

function attribute(type: number, name: string, value: IppValue): Buffer {
  return Buffer.concat([Buffer.from([type]), counted(Buffer.from(name)), counted(bytesOf(value))])
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

function bytesOf(value: IppValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value)
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** Reads an answer. Throws RangeError when it is cut short. */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2)
  const groups: Record<string, IppValue[]>[] = []
  let values: IppValue[] = []
  let at = 8
  for (;;) {
    const tag = bytes.readUInt8(at++)
    if (tag === tags.end) return { status, groups: groups.slice(1) }
    if (tag < 0x10) {
      groups.push({})
      continue
    }
    const name = text(bytes, at)
    const value = text(bytes, name.next)
    at = value.next
    if (name.bytes.length > 0) {
      values = []
      const current = groups.at(-1)
      if (current) current[name.bytes.toString()] = values
    }
    values.push(valueFrom(tag, value.bytes))
  }
}

function text(bytes: Buffer, at: number): { bytes: Buffer; next: number } {
  const from = at + 2
  const next = from + bytes.readUInt16BE(at)
  if (next > bytes.length) throw new RangeError('the answer of the print system is cut short')
  return { bytes: bytes.subarray(from, next), next }
}

/** Numbers and booleans as such, all else as text; lists and ranges are not asked for, and come out as unread bytes. */
function valueFrom(tag: number, bytes: Buffer): IppValue {
  if (tag === 0x21 || tag === 0x23) return bytes.readInt32BE(0)
  if (tag === 0x22) return bytes.readUInt8(0) === 1
  // Text or name with its language before it.
  if (tag === 0x35 || tag === 0x36) return text(bytes, text(bytes, 0).next).bytes.toString()
  return bytes.toString()
}
