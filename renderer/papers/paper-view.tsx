/** A paper on the screen, in the words it was handed over with. */
import { type ReactNode, useRef } from 'react'
import type { Block, Paper } from '../../shared/paper/paper.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { Dialog } from '../ui/dialog.tsx'
import { paperWords } from '../words/case.ts'
import './papers.css'

export function PaperView({ paper, onClose }: { paper: Paper; onClose: () => void }): ReactNode {
  const sheet = useRef<HTMLElement>(null)
  return (
    <Dialog
      width={820}
      footer={null}
      title={paper.title}
      onClose={onClose}
      onShown={() => sheet.current?.focus({ preventScroll: true })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long paper is scrolled by the keyboard */}
      <article ref={sheet} className={`paper paper-${paper.size}`} tabIndex={0}>
        <h1>{paper.title}</h1>
        <p className="paper-numbers">
          <span>
            {paperWords.paperNumber} {numberWords(paper.number)}
          </span>
          {paper.caseNumber !== paper.number && (
            <span>
              {paperWords.caseNumber} {numberWords(paper.caseNumber)}
            </span>
          )}
        </p>
        {paper.blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper never changes
          <PaperBlock key={at} block={block} />
        ))}
        <footer>
          {paper.footer.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </article>
    </Dialog>
  )
}

function PaperBlock({ block }: { block: Block }): ReactNode {
  switch (block.is) {
    case 'big':
      return (
        <p className="paper-big">
          {block.label !== '' && <span>{block.label}</span>}
          {block.text}
        </p>
      )
    case 'text':
      return <p>{block.text}</p>
    case 'small':
      return <p className="paper-small">{block.text}</p>
    case 'facts':
      return (
        <dl className="paper-facts">
          {block.rows.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )
    case 'list':
      return (
        <div>
          <h2>{block.title}</h2>
          <ol>
            {block.rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ol>
        </div>
      )
    case 'table':
      return <PaperTable block={block} />
    case 'sign':
      return (
        <div className="paper-sign">
          {block.rows.map((row) => (
            <p key={row}>{row}</p>
          ))}
        </div>
      )
    case 'seal':
      return (
        <div className="paper-seal">
          <p>{paperWords.seal}</p>
          <p>{block.authority}</p>
          <p>{block.day}</p>
        </div>
      )
  }
}

function PaperTable({ block }: { block: Extract<Block, { is: 'table' }> }): ReactNode {
  return (
    <div>
      <h2>{block.title}</h2>
      <table>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell}>{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
