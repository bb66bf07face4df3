/** Builds the machine's side, the preload and the window, for `npm run build` as for `npm run dev`. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (name: string) => path.resolve(import.meta.dirname, name)

// The oldest Electron that this runs in: 33, with Chromium 130 and Node 20.18.
const node = 'node20.18'
const chrome = 'chrome130'

/** One character beyond Latin-1 makes the engine hold, hash and read the whole program at twice its length. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options: unknown, bundle: Record<string, { code?: string }>) {
    for (const chunk of Object.values(bundle))
      if (chunk.code !== undefined) chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped)
  },
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

export default defineConfig({
  main: {
    build: {
      outDir: at('dist/main'),
      target: node,
      minify: true,
      // Everything is bundled, so that no node_modules is shipped.
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: at('electron/main.ts'), 'print-process': at('electron/print-process.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('dist/preload'),
      target: node,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload has to be one CommonJS file, and .cjs says so inside a package of ES modules.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), asciiOnly],
    build: {
      outDir: at('dist/renderer'),
      target: chrome,
      minify: true,
      // Read from the disk, not over a network: the size of one file costs nothing.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})
