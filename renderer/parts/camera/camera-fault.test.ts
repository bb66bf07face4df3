import { expect, test } from 'vitest'
import { cameraWords } from '../../words/devices.ts'
import { cameraFaultOf } from './camera-fault.ts'

const named = (name: string) => Object.assign(new Error(), { name })

test('R-CAMERA-4: each fault is told apart, and each has its sentence', () => {
  const faults = [
    'NotFoundError',
    'OverconstrainedError',
    'NotReadableError',
    'AbortError',
    'NotAllowedError',
    'SecurityError',
  ]
  expect(faults.map((name) => cameraFaultOf(named(name)))).toEqual([
    'none',
    'none',
    'taken',
    'taken',
    'refused',
    'refused',
  ])
  expect(cameraFaultOf('?')).toBe('taken')
  for (const fault of ['none', 'taken', 'refused'] as const)
    expect(cameraWords.butFiles(cameraWords.faults[fault], '照片')).toMatch(/高拍仪|摄像头.*按空格选择文件/)
})

test('R-CAMERA-2: a picture is called by when it was taken, and names nobody', () => {
  expect(cameraWords.fileName(new Date(2026, 10, 5, 9, 3, 7))).toBe('拍照 20261105-090307.jpg')
})
