import { expect, test } from 'vitest'
import { type Asked, isForCamera } from './camera-permission.ts'

test('R-CAMERA-1: the picture alone, for the page itself, is the camera', () => {
  expect(isForCamera('media', { isMainFrame: true, mediaTypes: ['video'] })).toBe(true)
  expect(isForCamera('media', { isMainFrame: true, mediaType: 'video' })).toBe(true)
})

test.each<[string, string, Asked]>([
  ['sound', 'media', { isMainFrame: true, mediaTypes: ['audio'] }],
  ['picture and sound', 'media', { isMainFrame: true, mediaTypes: ['video', 'audio'] }],
  ['a check for sound', 'media', { isMainFrame: true, mediaType: 'audio' }],
  ['what kind is not known', 'media', { isMainFrame: true, mediaType: 'unknown' }],
  ['nothing said', 'media', { isMainFrame: true }],
  ['none of any', 'media', { isMainFrame: true, mediaTypes: [] }],
  ['a frame inside', 'media', { isMainFrame: false, mediaTypes: ['video'] }],
  ['nobody knows where from', 'media', { mediaTypes: ['video'] }],
  ['the screen', 'display-capture', { isMainFrame: true, mediaTypes: ['video'] }],
  ['the place', 'geolocation', { isMainFrame: true }],
  ['a serial port', 'serial', { isMainFrame: true }],
])('R-CAMERA-1: refused: %s', (_, permission, asked) => {
  expect(isForCamera(permission, asked)).toBe(false)
})
