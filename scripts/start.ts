/** `npm start`: the desk by hand, as it was built. */
import { buildIfStale } from './build.ts'
import { openByHand, openDesk } from './desk-by-hand.ts'
import { run } from './stop.ts'

await run(() =>
  openByHand({
    name: 'start',
    bureau: 'dist',
    prepare: buildIfStale,
    show: openDesk,
  }),
)
