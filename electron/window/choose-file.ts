/** The system's own dialog for one file: the page never names a place on this machine. */
import { type BrowserWindow, dialog } from 'electron'
import { windowWords } from './words.ts'

/** Undefined when the person chose none. */
export async function chooseFile(
  window: BrowserWindow | undefined,
  what: 'item' | 'calendar',
): Promise<string | undefined> {
  if (window === undefined) return undefined
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: windowWords.file[what],
    filters: [{ name: windowWords.file.kind, extensions: ['json'] }],
    properties: ['openFile'],
  })
  return canceled ? undefined : filePaths[0]
}

/** Scans and pictures, as many as are asked for; none when the person chose none. */
export async function chooseScans(window: BrowserWindow | undefined, most: number): Promise<string[]> {
  if (window === undefined) return []
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: windowWords.file.scans,
    filters: [{ name: windowWords.file.scanKind, extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
    properties: most > 1 ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  return canceled ? [] : filePaths
}

/** Where a file goes that is made here; the dialog asks before anything is written over. */
export async function chooseSave(
  window: BrowserWindow | undefined,
  suggested: string,
  format: 'xlsx' | 'pdf' | 'csv' | 'json',
): Promise<string | undefined> {
  if (window === undefined) return undefined
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: windowWords.file.save,
    defaultPath: suggested,
    filters: [{ name: windowWords.file.saveKind[format], extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? undefined : filePath
}
