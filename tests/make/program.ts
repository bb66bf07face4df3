/** A program of the tests as one file that Node runs as it is: compiled once, and not at each of its many starts. */
import path from 'node:path'
import { build } from 'vite'

/** Compiles it into a folder, with all that it imports; gives the file. */
export async function compile(program: string, folder: string): Promise<string> {
  const name = `${path.basename(program, '.ts')}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: program,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  })
  return path.join(folder, name)
}
