/** What the command line says of a hall whose settings are not whole. */
import { expect, test } from 'vitest'
import { lacksText } from '../../server/command-hall.ts'
import { hallLacks } from '../../shared/item/hall-lacks.ts'
import { catalogue, hall } from '../make/catalogue.ts'

test('R-CATALOGUE-23: the command line says what to write where, for which items', () => {
  const { 'DB.standard.城镇': example, ...settings } = hall.settings
  const poor = { ...hall, settings, offices: hall.offices.filter(({ key }) => key !== 'dpf') }
  const lines = lacksText(poor, hallLacks(catalogue.items, poor), hall.settings)
  expect(lines[0]).toMatch(/^demo lacks 2 things/)
  expect(lines.join('\n')).toContain(`under "settings" write "DB.standard.城镇": "…", such as "${example}"`)
  expect(lines.join('\n')).toMatch(/DB-SQ .*低保|DB-SQ 最低生活保障/)
  expect(lines.join('\n')).toContain('“dpf”这个办理机构: under "offices"')
})
