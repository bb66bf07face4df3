/** Bar code and QR code as drawings. They hold a number and nothing else: whoever finds a sheet learns no more from them. */
import { code128, drawingSVG, qrcode } from 'bwip-js/generic'
import { Markup } from './markup.ts'

type Drawing = ReturnType<typeof drawingSVG>
/** The library's types promise a Promise first; with an SVG drawing it answers at once. */
type Draw = (options: { bcid: string; text: string; height?: number; eclevel?: string }, drawing: Drawing) => string

const draw128: Draw = code128
const drawQr: Draw = qrcode

/** Twelve digits as Code 128, for the window's hand scanner. */
export function barCode(number: string): Markup {
  return new Markup(draw128({ bcid: 'code128', text: number, height: 8 }, drawingSVG()))
}

/** Twelve digits as a QR code, for the applicant's telephone. */
export function qrCode(number: string): Markup {
  return new Markup(drawQr({ bcid: 'qrcode', text: number, eclevel: 'M' }, drawingSVG()))
}
