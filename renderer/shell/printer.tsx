/** Which printer the papers go to, and what it waits for: in sight on every page, so that no paper is missed quietly. */
import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Printer, PrintJob } from '../../shared/contract/views.ts'
import { numberWords } from '../../shared/paper/say.ts'
import { machine, onNotice } from '../machine.ts'
import { isOver, troubles } from '../papers/trouble.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RadioRow } from '../ui/fields/radio-row.tsx'
import { showProblem } from '../ui/problem.ts'
import { printerLabel, printerWords, troubleText } from '../words/printing.ts'

type Printers = { printers: readonly z.infer<typeof Printer>[]; chosen: string | null; slips: string | null }

/** What stands for no printer of slips among the choices. */
const WITH_PAPERS = ''

export function PrinterButton(): ReactNode {
  const [known, setKnown] = useState<Printers | null>(null)
  const [open, setOpen] = useState(false)
  const ask = useCallback(() => {
    void machine['printer.list'](null).then(setKnown, showProblem)
  }, [])
  useEffect(() => ask(), [ask])
  const choose = (name: string) => {
    setKnown((now) => now && { ...now, chosen: name })
    void machine['printer.choose']({ name }).then(ask, showProblem)
  }
  const chooseSlips = (name: string) => {
    const slips = name === WITH_PAPERS ? null : name
    setKnown((now) => now && { ...now, slips })
    void machine['printer.choose']({ name: slips, for: 'slips' }).then(ask, showProblem)
  }
  const name = known === null ? null : goesTo(known)
  return (
    <>
      <button
        type="button"
        className="navigation-printer"
        onClick={() => {
          ask()
          setOpen(true)
        }}
      >
        <PrinterOutlined />
        <span>{printerWords.button}</span>
        {known !== null && (
          <small>{known.printers.length === 0 ? printerWords.none : (name ?? printerWords.noneYet)}</small>
        )}
      </button>
      {open && known !== null && (
        <Dialog
          title={printerWords.choose}
          onClose={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{printerWords.close}</Button>}
        >
          <p>{known.printers.length === 0 ? printerWords.noneText : printerWords.chooseText}</p>
          <div className="printers">
            <RadioRow
              id="printer"
              label={printerWords.choose}
              value={name}
              options={optionsOf(known, known.chosen)}
              onChange={choose}
            />
          </div>
          {known.printers.length > 0 && (
            <>
              <p>{printerWords.slipsText}</p>
              <div className="printers">
                <RadioRow
                  id="slip-printer"
                  label={printerWords.slips}
                  value={known.slips ?? WITH_PAPERS}
                  options={[
                    { value: WITH_PAPERS, label: printerWords.slipsWithPapers },
                    ...optionsOf(known, known.slips),
                  ]}
                  onChange={chooseSlips}
                />
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}

/** The chosen one, else the system's own choice; null where nobody has chosen among several. */
function goesTo({ printers, chosen }: Printers): string | null {
  const only = printers.length === 1 ? printers[0] : undefined
  return chosen ?? (printers.find(({ isDefault }) => isDefault) ?? only)?.name ?? null
}

function optionsOf({ printers }: Printers, chosen: string | null): { value: string; label: string }[] {
  const gone = chosen !== null && printers.every(({ name }) => name !== chosen)
  return [
    ...printers.map((printer) => ({ value: printer.name, label: printerLabel(printer) })),
    ...(gone ? [{ value: chosen, label: printerWords.gone(chosen) }] : []),
  ]
}

export function PrintTrouble(): ReactNode {
  const [jobs, setJobs] = useState<readonly z.infer<typeof PrintJob>[]>([])
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const ask = () => void machine['paper.jobs'](null).then(setJobs, showProblem)
    ask()
    return onNotice('printing', ask)
  }, [])
  const all = troubles(jobs, read)
  const [first] = all
  if (first === undefined) return null
  return (
    <Alert
      banner
      type="warning"
      title={`${troubleText(first, numberWords(first.paper))}${all.length > 1 ? printerWords.more(all.length - 1) : ''}`}
      action={
        isOver(first) && (
          <Button size="small" onClick={() => setRead((now) => new Set([...now, first.id]))}>
            {printerWords.understood}
          </Button>
        )
      }
    />
  )
}
