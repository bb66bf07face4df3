import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

const development = {
  PIONEER_DATA: '/data',
  PIONEER_OUTSIDE: '',
  PIONEER_BUREAU_URL: 'http://127.0.0.1:7300',
  PIONEER_ENROL_CODE: 'ABCD-EFGH',
  ELECTRON_RENDERER_URL: 'http://localhost:5173',
}

test('R-DOORS-12: a packaged desk takes no page and no suggestion from its environment', () => {
  expect(readEnvironment(development, false)).toEqual({
    dataFolder: '/data',
    outsideFolder: undefined,
    certificateFile: undefined,
    cardReader: undefined,
    suggest: { bureau: 'http://127.0.0.1:7300', code: 'ABCD-EFGH' },
    developmentPage: 'http://localhost:5173',
  })
  expect(readEnvironment(development, true)).toMatchObject({
    dataFolder: '/data',
    suggest: null,
    developmentPage: undefined,
  })
})

test('a variable that cannot be read is named', () => {
  expect(() => readEnvironment({ PIONEER_BUREAU_URL: 'nothing' }, false)).toThrow('PIONEER_BUREAU_URL')
})
