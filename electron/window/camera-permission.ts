/** What of all that a page may ask for is the camera, and nothing beside it. Pure, so that it is tested whole. */

/** As Electron says it: a request names several kinds at once, a check one. */
export type Asked = {
  readonly isMainFrame?: boolean
  readonly mediaTypes?: readonly string[]
  readonly mediaType?: string
}

/** The picture alone, for the page itself: not with sound, not the screen, not for a frame inside. */
export function isForCamera(permission: string, { isMainFrame, mediaTypes, mediaType }: Asked): boolean {
  if (permission !== 'media' || isMainFrame !== true) return false
  const kinds = mediaTypes ?? (mediaType === undefined ? [] : [mediaType])
  return kinds.length > 0 && kinds.every((kind) => kind === 'video')
}
