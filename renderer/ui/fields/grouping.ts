/** Long numbers shown in groups while they are typed, with the cursor staying where the fingers are. */

/** The text in groups of these lengths, one blank between; what is longer goes on in the last length. */
export function group(text: string, lengths: readonly number[]): string {
  const characters = [...text]
  const groups: string[] = []
  for (let at = 0, i = 0; at < characters.length; i += 1) {
    const length = lengths[Math.min(i, lengths.length - 1)] ?? characters.length
    groups.push(characters.slice(at, at + length).join(''))
    at += length
  }
  return groups.join(' ')
}

/** Where the cursor belongs in the grouped text when `before` kept characters stand before it. */
export function cursorAfter(grouped: string, before: number): number {
  let kept = 0
  for (let at = 0; at < grouped.length; at += 1) {
    if (kept === before) return at
    if (grouped[at] !== ' ') kept += 1
  }
  return grouped.length
}
