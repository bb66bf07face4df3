/** Ctrl+F from anywhere: results as one types, from memory; what is not here is asked of the bureau. */
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { dayOf } from '../../shared/calendar/day.ts'
import { usePublished } from '../session/session.tsx'
import { findCases, MOST_RESULTS } from '../store/find.ts'
import { keepSearch, lastSearch } from '../store/last-search.ts'
import { itemWords, readQuery } from '../store/query.ts'
import { useCache, useNamesVersion } from '../store/use-cache.ts'
import { isComposing, useHotkey } from '../ui/hotkeys.ts'
import { useNow } from '../ui/use-now.ts'
import { searchWords } from '../words/search.ts'
import { BureauSearch } from './bureau-search.tsx'
import { fromBureau, fromHere } from './found-line.ts'
import { FoundTable } from './found-table.tsx'
import './search.css'

export function SearchPage(): ReactNode {
  const { items, itemOf } = usePublished()
  const words = useMemo(() => itemWords(items), [items])
  const [text, setText] = useState(lastSearch)
  // A scanner's Enter comes before the rows do: it is kept for the text it was pressed on.
  const [opens, setOpens] = useState<string | null>(null)
  const box = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const { key } = useLocation()
  const today = dayOf(useNow(60_000))
  const typed = text.trim()
  const version = useNamesVersion()
  const { value: found } = useCache(
    async () => ({
      typed,
      lines: typed === '' ? [] : (await findCases(typed, words)).map((each) => fromHere(each, itemOf)),
    }),
    [typed, words, itemOf, version],
  )
  // Every Ctrl+F, and every card, comes as a new location: the box is ready to be typed over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the location's key is what tells one press from the next
  useEffect(() => {
    setText(lastSearch())
    box.current?.focus({ cursor: 'all' })
  }, [key])
  useHotkey('Esc', text === '' ? () => void navigate(-1) : () => change(''))
  const change = (next: string) => {
    keepSearch(next)
    setText(next)
    setOpens(null)
  }
  const lines = found?.lines ?? []
  const first = found?.typed === typed ? lines[0]?.id : undefined
  useEffect(() => {
    if (opens === null || opens !== typed || found?.typed !== typed) return
    setOpens(null)
    if (first !== undefined) void navigate(`/case/${first}`)
  }, [opens, typed, found, first, navigate])
  const firstLink = () => list.current?.querySelector<HTMLAnchorElement>('a.number')
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      firstLink()?.focus()
    }
    if (event.key === 'Enter' && typed !== '') setOpens(typed)
  }
  const nothing = typed !== '' && found?.typed === typed && lines.length === 0
  const toBox = () => box.current?.focus()
  return (
    <div className="page search">
      <h1 className="heard">{searchWords.title}</h1>
      <Input
        ref={box}
        size="large"
        allowClear
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        aria-label={searchWords.title}
        placeholder={searchWords.placeholder}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
      />
      <p className="search-quiet" aria-live="polite">
        {typed === ''
          ? searchWords.hint
          : nothing
            ? null
            : searchWords.results(lines.length, lines.length >= MOST_RESULTS)}
      </p>
      <div ref={list}>
        {lines.length > 0 && <FoundTable lines={lines} today={today} onAbove={toBox} />}
        {nothing && (
          <div className="search-none">
            <h2>{searchWords.none}</h2>
            <p>{searchWords.noneText}</p>
          </div>
        )}
        {typed !== '' &&
          (nothing || readQuery(typed, words).number !== null || readQuery(typed, words).idNo !== null) && (
            <BureauSearch key={typed} query={readQuery(typed, words)}>
              {(asked) => (
                <FoundTable lines={asked.map((each) => fromBureau(each, itemOf))} today={today} onAbove={toBox} />
              )}
            </BureauSearch>
          )}
      </div>
    </div>
  )
}
