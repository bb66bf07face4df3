/** 抽样: which cases of a population are drawn. Whoever has the seed and the cases' ids draws the same ones again, with nothing but a
 *  program for SHA-256. */

/** The only method so far. Method "sha256": of each case the digest of `seed`, a line feed and the case's id in UTF-8, as hexadecimal
 *  digits; the cases whose digests come first in order are drawn, in that order. The order in which the ids are given is of no
 *  account. */
export const sampleMethod = 'sha256'

/** `sha256` gives the digest of a text in hexadecimal digits. */
export function drawSample(
  ids: readonly string[],
  { seed, size }: { seed: string; size: number },
  sha256: (text: string) => string,
): string[] {
  return [...new Set(ids)]
    .map((id) => [sha256(`${seed}\n${id}`), id] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size)
    .map(([, id]) => id)
}

/** What names a population: the digest of its ids in order, each with a line feed behind it. */
export function populationDigest(ids: readonly string[], sha256: (text: string) => string): string {
  return sha256(
    [...new Set(ids)]
      .toSorted()
      .map((id) => `${id}\n`)
      .join(''),
  )
}
