import { expect, test } from 'vitest'
import type { CaseId } from '../shared/case/ids.ts'
import { makeCarrying } from './carrying.ts'

const mine = '11111111-1111-4111-8111-111111111111' as CaseId
const other = '22222222-2222-4222-8222-222222222222' as CaseId

function trying() {
  let text = ''
  let run: (() => void) | undefined
  const clipboard = {
    read: () => text,
    write: (now: string) => {
      text = now
    },
    clear: () => {
      text = ''
    },
  }
  const carrying = makeCarrying({
    clipboard,
    later: (_ms, due) => {
      run = due
      return () => {
        run = undefined
      }
    },
  })
  return { carrying, clipboard, timeUp: () => run?.(), waits: () => run !== undefined }
}

test('R-SECOND-3: only a case opened for it is put on the clipboard', async () => {
  const { carrying, clipboard } = trying()
  await expect(carrying.put(mine, '张示例')).rejects.toThrow()
  await carrying.begin(mine)
  await carrying.put(mine, '张示例')
  expect(clipboard.read()).toBe('张示例')
  await expect(carrying.put(other, '李样例')).rejects.toThrow()
  await carrying.end()
  await expect(carrying.put(mine, '张示例')).rejects.toThrow()
})

test('R-SECOND-3: what was put there goes at the end, after a while, and with the next case; what somebody copied since stays', async () => {
  const { carrying, clipboard, timeUp, waits } = trying()
  await carrying.begin(mine)
  await carrying.put(mine, '张示例')
  await carrying.end()
  expect(clipboard.read()).toBe('')
  expect(waits()).toBe(false)
  await carrying.begin(mine)
  await carrying.put(mine, '530199')
  timeUp()
  await Promise.resolve()
  expect(clipboard.read()).toBe('')
  await carrying.put(mine, '李样例')
  await carrying.begin(other)
  expect(clipboard.read()).toBe('')
  await carrying.put(other, '王示例')
  clipboard.write('别的内容')
  await carrying.end()
  expect(clipboard.read()).toBe('别的内容')
})
