/** The second press of a double click belongs to the page on which the first was made: when that one has led elsewhere, it would go
 *  there twice, so that Esc does not lead back, or press what has come under the pointer meanwhile, or take the cursor out of the
 *  field that stands ready. */

type Press = Pick<MouseEvent, 'detail' | 'preventDefault' | 'stopPropagation'>

/** To be put on the window once, before all else that listens. `where`: the address of the page that is seen. */
export function swallowSecondPress(where: () => string): (press: Press) => void {
  let first = where()
  return (press) => {
    if (press.detail <= 1) {
      first = where()
      return
    }
    if (where() === first) return
    press.preventDefault()
    press.stopPropagation()
  }
}
