import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

const doubled = (character: string) => (character === '&' ? '&&' : character)
const reasons = fc.string({ unit: fc.constantFrom('&', '𠮷', '报', 'x', '…'), maxLength: 60 })

test('R-EXPORT-13: a reason too long for its line is cut with a sign, no character and no escape of it halved', () => {
  fc.assert(
    fc.property(reasons, fc.integer({ min: 1, max: 60 }), (text, most) => {
      const line = shortened(text, most, doubled)
      const whole = text.replaceAll('&', '&&')
      expect(line.length).toBeLessThanOrEqual(most)
      if (whole.length <= most) {
        expect(line).toBe(whole)
        return
      }
      expect(line.endsWith('…')).toBe(true)
      expect(line).not.toMatch(/\p{Cs}/u)
      const read = line.slice(0, -1).replaceAll('&&', '&')
      expect(text.startsWith(read)).toBe(true)
      expect(read.replaceAll('&', '&&')).toBe(line.slice(0, -1))
      // The next character would not have gone in.
      const next = doubled([...text.slice(read.length)][0]!)
      expect(line.length + next.length).toBeGreaterThan(most)
    }),
  )
})
