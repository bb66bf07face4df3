/** A paper on the screen: what comes out of the printer, copy by copy. */
import { Segmented } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { copyName, firstCopies } from '../../shared/paper/copies.ts'
import type { OnScreen } from '../../shared/paper/on-screen.ts'
import type { Copy, Paper } from '../../shared/paper/paper.ts'
import { machine } from '../machine.ts'
import { Dialog } from '../ui/dialog.tsx'
import { showProblem } from '../ui/problem.ts'
import './papers.css'

const PX_PER_MM = 96 / 25.4

export function PaperView({ paper, onClose }: { paper: Paper; onClose: () => void }): ReactNode {
  const copies = firstCopies(paper.key)
  const [whose, setWhose] = useState<Copy['for']>(copies[0]!.for)
  const drawn = useDrawn(paper, whose, onClose)
  const sheet = useRef<HTMLElement>(null)
  const names = copies.map((copy) => ({ value: copy.for, label: copyName(paper.key, copy) }))
  return (
    <Dialog
      width={880}
      footer={null}
      title={
        <span className="paper-title">
          {paper.title}
          {names.length > 1 && <Segmented value={whose} options={names} onChange={setWhose} />}
        </span>
      }
      onClose={onClose}
      onShown={() => sheet.current?.focus({ preventScroll: true })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long paper is scrolled by the keyboard */}
      <article ref={sheet} className="paper" aria-label={paper.title} aria-busy={drawn === null} tabIndex={0}>
        {drawn !== null && <Sheet drawn={drawn} />}
      </article>
    </Dialog>
  )
}

/** Null while the machine draws it. Where it cannot, that is said and the view closes. */
function useDrawn(paper: Paper, whose: Copy['for'], onClose: () => void): OnScreen | null {
  const [drawn, setDrawn] = useState<OnScreen | null>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    let left = false
    machine['paper.look']({ paper, copy: { for: whose, again: null } }).then(
      (answer) => left || setDrawn(answer),
      (error: unknown) => {
        if (left) return
        showProblem(error)
        close.current()
      },
    )
    return () => {
      left = true
    }
  }, [paper, whose])
  return drawn
}

/** In a shadow tree the window's styles do not reach what is drawn, nor its styles the window. */
function Sheet({ drawn }: { drawn: OnScreen }): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = host.current!
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(drawn.style)
    root.adoptedStyleSheets = [style]
    const fits = (body: string, name: string) => {
      const page = document.createElement('div')
      page.className = name
      page.innerHTML = body
      root.replaceChildren(page)
      return page.scrollHeight <= Math.ceil(drawn.pageMm * PX_PER_MM)
    }
    if (!fits(drawn.body, 'body') && !fits(drawn.snug, 'body snug')) fits(drawn.body, 'body')
  }, [drawn])
  return <div ref={host} className="paper-sheet" />
}
