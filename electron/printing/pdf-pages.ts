/** How many pages a PDF of Chromium's has. It writes its page tree uncompressed; the root counts all below it. */
export function pagesOf(pdf: Buffer): number {
  const counts = pdf
    .toString('latin1')
    .matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)
  return Math.max(0, ...Array.from(counts, ([, after, before]) => Number(after ?? before)))
}
