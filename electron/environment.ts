/** What the environment may say. A released program listens only to where its data lies; the rest is for development. */
import { z } from 'zod'
import { readerSetting } from './devices/reader-setting.ts'

const blank = (text: unknown) => (text === '' ? undefined : text)
const folder = z.preprocess(blank, z.string().optional())

const Environment = z.object({
  /** The folder of all data, the page's own included. */
  PIONEER_DATA: folder,
  /** Where the ledger's last number is kept outside the data folder. */
  PIONEER_OUTSIDE: folder,
  /** A file with the certificate (PEM) that the bureau's server is known by, for enrolment. */
  PIONEER_BUREAU_CERTIFICATE: folder,
  /** Where the card reader is. One that cannot be read is no reason not to open. */
  PIONEER_CARD_READER: z.preprocess(blank, z.string().transform(readerSetting).optional()),
})
const Development = z.object({
  PIONEER_BUREAU_URL: z.preprocess(blank, z.url().optional()),
  PIONEER_ENROL_CODE: z.preprocess(blank, z.string().max(40).optional()),
  /** Set by `npm run dev`: the page comes from a server that reloads it. */
  ELECTRON_RENDERER_URL: z.preprocess(blank, z.url().optional()),
})

export type DeskEnvironment = {
  readonly dataFolder: string | undefined
  readonly outsideFolder: string | undefined
  readonly certificateFile: string | undefined
  readonly cardReader: ReturnType<typeof readerSetting> | undefined
  /** Offered as prefilled values at the first start. */
  readonly suggest: { bureau: string; code: string } | null
  readonly developmentPage: string | undefined
}

/** Reads the variables. Throws ZodError naming the one that cannot be read. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): DeskEnvironment {
  const always = Environment.parse(variables)
  const development = isPackaged ? undefined : Development.parse(variables)
  const bureau = development?.PIONEER_BUREAU_URL
  return {
    dataFolder: always.PIONEER_DATA,
    outsideFolder: always.PIONEER_OUTSIDE,
    certificateFile: always.PIONEER_BUREAU_CERTIFICATE,
    cardReader: always.PIONEER_CARD_READER,
    suggest: bureau === undefined ? null : { bureau, code: development?.PIONEER_ENROL_CODE ?? '' },
    developmentPage: development?.ELECTRON_RENDERER_URL,
  }
}
