/** CSV for other systems (RFC 4180): UTF-8 with its mark at the head, lines ended by CR LF. */

export const CSV_HEAD = '\uFEFF'
export const CSV_LINE = '\r\n'

/** A cell. What a table would take for a formula is made a text by an apostrophe before it. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',') + CSV_LINE
}
