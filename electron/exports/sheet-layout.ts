/** How wide and high the cells of a workbook are, so that a sheet of A4 is read without a lens and no line is cut. Programs of the office
 *  work out no height of a wrapped row by themselves when they open a file. Pure. */

/** Of a head's line: longer ones are broken. */
const HEAD_LINE = 5
const BROKEN_AT = 4
/** In widths of a digit, of heads of 9 points: up to four signs of Chinese beside each other, and five. */
const NARROW = 7
const WIDE = 9
export const LABEL_WIDTH = 32
/** As many signs of 10.5 points stand in a line of a label. */
const LABEL_SIGNS = 15
const LINE_POINTS = 15
const ROOM_POINTS = 4
const DIGIT_PIXELS = 7
const NOTE_PIXELS = 14
/** With so few figures a sheet stands upright: a month of days is one page. */
const UPRIGHT_FIGURES = 8

/** A figure's name over its unit, in short lines: what a name is qualified by, and a unit, begin one. */
export function headText(name: string, unit: string): string {
  return `${name}（${unit}）`
    .replace(/(?!^)（/g, '\n（')
    .split('\n')
    .flatMap((line) => (line.length > HEAD_LINE ? broken(line) : [line]))
    .join('\n')
}

function broken(line: string): string[] {
  const at = line.startsWith('（') ? BROKEN_AT - 1 : BROKEN_AT
  return [line.slice(0, at), line.slice(at)]
}

/** Wide enough for each line of its head. */
export function widthOf(head: string): number {
  return head.split('\n').some((line) => line.length >= HEAD_LINE) ? WIDE : NARROW
}

/** The height of a row in points whose longest cell is this, so many signs to a line. */
export function heightOf(words: string, signs = LABEL_SIGNS): number {
  return Math.ceil(words.length / signs) * LINE_POINTS + ROOM_POINTS
}

/** How many signs of a note of 10 points stand in a line over columns of so many digits' width together. */
export function signsIn(width: number): number {
  return Math.floor((width * DIGIT_PIXELS) / NOTE_PIXELS)
}

/** Of as many lines as its longest head has. */
export function headHeight(heads: readonly string[]): number {
  return Math.max(...heads.map((head) => head.split('\n').length)) * LINE_POINTS + ROOM_POINTS
}

export function orientationOf(figures: number): 'portrait' | 'landscape' {
  return figures <= UPRIGHT_FIGURES ? 'portrait' : 'landscape'
}
