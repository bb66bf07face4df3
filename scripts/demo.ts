/**
 * `npm run demo`: the main job in the real window with a real bureau, by itself. Leaves pictures, papers and report.json
 * in `out/demo/`. `--slow` leaves time to watch; `--pictures` also renews the manuals' pictures in `docs/pictures/`.
 */
import { parseArgs } from 'node:util'
import { showMainJob } from './demo/main-job.ts'
import { keepManualPictures } from './demo/manual-pictures.ts'
import { Tour } from './demo/tour.ts'
import setUp from './journey-setup.ts'
import { run } from './stop.ts'

await run(async () => {
  const { values } = parseArgs({
    options: { slow: { type: 'boolean', default: false }, pictures: { type: 'boolean', default: false } },
  })
  const begun = performance.now()
  const closeDisplay = await setUp()
  const tour = await Tour.begin({ slowMs: values.slow ? 2000 : 0 })
  try {
    await showMainJob(tour)
  } finally {
    closeDisplay()
    const folder = await tour.end()
    console.log(`\nPictures, papers and report.json are in ${folder}/.`)
  }
  if (values.pictures) await keepManualPictures()
  console.log(`The tour took ${Math.round((performance.now() - begun) / 1000)} s.`)
  return 0
})
