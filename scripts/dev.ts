/**
 * `npm run dev`: as `npm start`, with hot reload of the window, and machine and bureau started again when their
 * sources change.
 */
import { desktopConfig, forgetBuild } from './build.ts'
import { openByHand } from './desk-by-hand.ts'
import { programStatus, withoutMessageBus } from './programs.ts'
import { run } from './stop.ts'

await run(() =>
  openByHand({
    name: 'dev',
    bureau: 'sources',
    prepare: forgetBuild,
    show: ({ environment }, { runtime, switches }) =>
      programStatus(
        'electron-vite',
        ['dev', '--watch', ...desktopConfig, '--', ...switches],
        { ...process.env, ...environment, ELECTRON_EXEC_PATH: runtime.path },
        withoutMessageBus,
      ),
  }),
)
