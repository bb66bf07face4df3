/** Frames as makers of readers print them in their protocols. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands, frameOf, takeFrame } from './sam-frame.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const shown = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('R-CARD-1: what is said to a reader is what its protocol prints', () => {
  expect(Object.values(commands).map((command) => shown(frameOf(command)))).toEqual([
    'aaaaaa96690003200122',
    'aaaaaa96690003200221',
    'aaaaaa96690003300132',
  ])
})

test.each([
  ['found', 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97', '00009f00000000'],
  ['no card', 'AA AA AA 96 69 00 04 00 00 80 84', '000080'],
  ['selected', 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', '0000900000000000000000'],
  ['not selected', 'AA AA AA 96 69 00 04 00 00 81 85', '000081'],
  ['not read', 'AA AA AA 96 69 00 04 00 00 41 45', '000041'],
])('R-CARD-1: a reader’s answer is taken as printed: %s', (_, frame, content) => {
  const taken = takeFrame(hex(frame))
  expect(taken.is === 'frame' && shown(taken.content)).toBe(content)
})

const contents = fc.uint8Array({ minLength: 3, maxLength: 1500 })

test('R-CARD-1: what is framed comes out again, however it is cut, and what follows stays for the next', () => {
  fc.assert(
    fc.property(contents, contents, fc.nat(), (first, second, cut) => {
      const all = Buffer.concat([frameOf(first), frameOf(second)])
      const at = cut % frameOf(first).length
      expect(takeFrame(all.subarray(0, at)).is).toBe('more')
      const one = takeFrame(all)
      const two = takeFrame(one.rest)
      expect([one.is === 'frame' && shown(one.content), two.is === 'frame' && shown(two.content)]).toEqual([
        shown(first),
        shown(second),
      ])
    }),
  )
})

test('R-CARD-2: one wrong byte anywhere after the beginning is never a frame', () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), (content, place, change) => {
      const frame = frameOf(content)
      // The length itself may say that more is to come.
      const at = 7 + (place % (frame.length - 7))
      frame[at] = frame[at]! ^ change
      expect(takeFrame(frame).is).toBe('damaged')
    }),
  )
})

test('R-CARD-2: rubbish before a frame is dropped, and what only looks like a beginning too', () => {
  const quiet = fc.uint8Array({ maxLength: 40 }).filter((bytes) => !bytes.includes(0xaa))
  const rubbish = fc.oneof(
    quiet,
    fc.constant(hex('AA AA')),
    fc.constant(hex('AA AA AA 96 69 FF FF')),
    fc.constant(hex('AA AA AA 96 69 00 00')),
  )
  fc.assert(
    fc.property(rubbish, contents, (before, content) => {
      const taken = takeFrame(Buffer.concat([before, frameOf(content)]))
      expect(taken.is === 'frame' && shown(taken.content)).toBe(shown(content))
    }),
  )
})

test('R-CARD-2: rubbish without a frame is not kept', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 6000 }), (bytes) => {
      const taken = takeFrame(bytes)
      if (taken.is === 'more') expect(taken.rest.length).toBeLessThan(4200)
    }),
  )
})
