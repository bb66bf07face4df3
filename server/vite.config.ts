/** Builds the bureau's server into one file; what holds native code or loads itself by path stays in node_modules. */
import path from 'node:path'
import { defineConfig } from 'vite'

const at = (name: string) => path.resolve(import.meta.dirname, '..', name)

export default defineConfig({
  root: at('server'),
  build: {
    ssr: at('server/main.ts'),
    outDir: at('dist/server'),
    emptyOutDir: true,
    target: 'node20.18',
    minify: true,
    rolldownOptions: { output: { entryFileNames: 'bureau.js' } },
  },
  ssr: {
    noExternal: true,
    external: ['@electric-sql/pglite', '@node-rs/argon2', 'fastify', 'pg', 'pino'],
  },
})
