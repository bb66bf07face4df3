/** Names of people and organisations. Characters are kept as typed: a rare one is somebody's name. */
import { z } from 'zod'

/** `empty` · `length`: more characters than fit · `characters`: a digit, sign or broken character in a person's name. */
export type NameError = 'empty' | 'length' | 'characters'

const PERSON_NAME_LENGTH = 50
const ORGANISATION_NAME_LENGTH = 100
// What input methods give for the dot between the parts of a name: bullets, Katakana, Greek and full-width dots.
const DOTS = /[\u2022\u2027\u2219\u22C5\u2024\u30FB\uFF65\uFF0E\u0387\u16EB\u00B7]/g
const HAN = '[\\p{Script=Han}\\p{Co}]'
// Private-use characters (Co) come from older identity cards, variation selectors are marks (M).
const BLANK_WITHIN_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, 'gu')
const PLAIN_DOT_WITHIN_HAN = new RegExp(`(?<=${HAN})\\.(?=${HAN})`, 'gu')
// Nearly every name: nothing in it could be changed.
const ONLY_HAN = /^\p{Script=Han}+$/u
const PERSON_NAME = /^[\p{L}\p{M}\p{Nl}\p{Co}\u00B7 .,'’-]+$/u

/**
 * A name as it is kept: one kind of middle dot (U+00B7), also for a plain dot between Chinese characters; no blanks around,
 * nor between Chinese characters; one between words. Nothing else is changed.
 */
export function normaliseName(text: string): string {
  if (ONLY_HAN.test(text)) return text
  return text
    .replace(DOTS, '\u00B7')
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\u00B7 ?/g, '\u00B7')
    .replace(BLANK_WITHIN_HAN, '')
    .replace(PLAIN_DOT_WITHIN_HAN, '\u00B7')
}

/** Names are searched as what is typed is read: full-width brackets and letters like half-width ones. Never shown. */
export function searched(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

/** A body's name without what is written now so, now otherwise. */
export function bareName(name: string): string {
  return searched(name).replace(/[\s()·•'"“”-]/g, '')
}

/** What is wrong with a person's name, 1 to 50 characters; undefined when nothing is. */
export function personNameError(text: string): NameError | undefined {
  const name = normaliseName(text)
  const error = lengthError(name, PERSON_NAME_LENGTH)
  return error ?? (PERSON_NAME.test(name) && /[\p{L}\p{Nl}\p{Co}]/u.test(name) ? undefined : 'characters')
}

/** What is wrong with an organisation's name, 1 to 100 characters of any printable kind; undefined when nothing is. */
export function organisationNameError(text: string): NameError | undefined {
  const name = normaliseName(text)
  return lengthError(name, ORGANISATION_NAME_LENGTH) ?? (/[\p{Cc}\p{Cs}]/u.test(name) ? 'characters' : undefined)
}

function lengthError(name: string, most: number): NameError | undefined {
  if (name === '') return 'empty'
  return [...name].length > most ? 'length' : undefined
}

function nameSchema(errorOf: (text: string) => NameError | undefined) {
  return z
    .string()
    .max(1000)
    .overwrite(normaliseName)
    .superRefine((text, ctx) => {
      const error = errorOf(text)
      if (error) ctx.addIssue({ code: 'custom', message: `name.${error}` })
    })
}

/** A person's name, normalised on parse. Messages are `name.<error>`. */
export const PersonName = nameSchema(personNameError).brand<'PersonName'>()
export type PersonName = z.infer<typeof PersonName>

/** An organisation's name, normalised on parse. Messages are `name.<error>`. */
export const OrganisationName = nameSchema(organisationNameError).brand<'OrganisationName'>()
export type OrganisationName = z.infer<typeof OrganisationName>
