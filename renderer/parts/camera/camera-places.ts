/** Where a picture can go: each box for files that is on the page says so, and F4 asks for the one the cursor is in. */
import { useEffect, useRef } from 'react'

type Place = { box: HTMLElement; open: () => void }

const places = new Set<Place>()

export function useCameraPlace(box: { readonly current: HTMLElement | null }, open: () => void): void {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    if (box.current === null) return
    const place = { box: box.current, open: () => latest.current() }
    places.add(place)
    return () => void places.delete(place)
  }, [box])
}

/** The place of the cursor, else the first within this part of the page. */
export function cameraPlaceIn(part: Element): Place | undefined {
  const here = [...places].filter(({ box }) => part.contains(box))
  return here.find(({ box }) => box.contains(document.activeElement)) ?? here.toSorted(inOrder)[0]
}

function inOrder(one: Place, other: Place): number {
  return one.box.compareDocumentPosition(other.box) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
