/** JSON as a person edits it: its value, the line of every place in it, and in words what is wrong with the text itself. */

/** A sentence about a line, counted from 1. */
export type LineProblem = { line: number; problem: string }

export type JsonText =
  | { ok: false; problem: LineProblem }
  | {
      ok: true
      value: unknown
      /** Keys that stand twice in one object: JSON itself keeps the last and says nothing. */
      twice: LineProblem[]
      /** The line of a place; list entries by number or by their `key`. The nearest line around it, where it is not written. */
      lineOf: (path: readonly PropertyKey[]) => number
    }

/** What stands at a line; `inner` by name, or in the order of the list. */
type Place = { line: number; value: unknown; inner: ReadonlyMap<string, Place> }

const DEEPEST = 60
const STRING = /"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"/uy
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

class Wrong extends Error {
  readonly line: number

  constructor(line: number, problem: string) {
    super(problem)
    this.line = line
  }
}

/** Reads a text as JSON.parse does, and remembers the lines. A mark of byte order at the beginning is passed over. */
export function readJsonText(text: string): JsonText {
  const twice: LineProblem[] = []
  try {
    const whole = new Scan(text.replace(/^\uFEFF/, ''), twice).whole()
    return { ok: true, value: whole.value, twice, lineOf: (path) => lineIn(whole, path) }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: { line: error.line, problem: error.message } }
    throw error
  }
}

function lineIn(whole: Place, path: readonly PropertyKey[]): number {
  let at = whole
  for (const part of path) {
    const inner = Array.isArray(at.value) ? entryOf(at, String(part)) : at.inner.get(String(part))
    if (inner === undefined) break
    at = inner
  }
  return at.line
}

function entryOf(list: Place, name: string): Place | undefined {
  const keyed = [...list.inner.values()].find(({ value }) => (value as { key?: unknown } | null)?.key === name)
  return keyed ?? list.inner.get(name)
}

class Scan {
  private at = 0
  private line = 1
  private readonly text: string
  private readonly twice: LineProblem[]

  constructor(text: string, twice: LineProblem[]) {
    this.text = text
    this.twice = twice
  }

  whole(): Place {
    const place = this.value(0)
    this.blank()
    if (this.at < this.text.length) throw this.wrong('后面还有多余的内容')
    return place
  }

  private value(depth: number): Place {
    this.blank()
    if (depth > DEEPEST) throw this.wrong('一层套一层太深了')
    const { line } = this
    const first = this.text[this.at]
    if (first === '{') return this.object(depth, line)
    if (first === '[') return this.list(depth, line)
    const simple = this.take(STRING) ?? this.take(NUMBER) ?? this.take(WORD)
    if (simple === undefined) throw this.wrong('这里应有一个值')
    return { line, value: JSON.parse(simple), inner: new Map() }
  }

  private object(depth: number, line: number): Place {
    const inner = new Map<string, Place>()
    for (const end of this.parts('}')) {
      if (end) break
      const keyLine = this.line
      const quoted = this.take(STRING)
      if (quoted === undefined) throw this.wrong('这里应是加英文双引号的键名')
      const key = JSON.parse(quoted) as string
      this.blank()
      if (this.text[this.at] !== ':') throw this.wrong(`“${key}”后面应是英文冒号`)
      this.at += 1
      if (inner.has(key)) this.twice.push({ line: keyLine, problem: `“${key}”出现两次，只有后一个算数` })
      inner.set(key, { ...this.value(depth + 1), line: keyLine })
    }
    const value = Object.fromEntries([...inner].map(([key, place]) => [key, place.value]))
    return { line, value, inner }
  }

  private list(depth: number, line: number): Place {
    const inner = new Map<string, Place>()
    for (const end of this.parts(']')) {
      if (end) break
      inner.set(String(inner.size), this.value(depth + 1))
    }
    return { line, value: [...inner.values()].map((place) => place.value), inner }
  }

  /** Stands before each part of an object or list in turn; true at its end. */
  private *parts(end: '}' | ']'): Generator<boolean> {
    this.at += 1
    this.blank()
    if (this.text[this.at] !== end)
      for (;;) {
        yield false
        const { line } = this
        this.blank()
        if (this.text[this.at] === end) break
        if (this.text[this.at] !== ',') throw this.wrong(this.line > line ? `第${line}行末尾少了逗号` : '这里少了逗号')
        this.at += 1
        this.blank()
        if (this.text[this.at] === end) throw this.wrong('最后一项后面多了逗号')
      }
    this.at += 1
    yield true
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    this.at += found?.length ?? 0
    return found
  }

  private blank(): void {
    for (;;) {
      const each = this.text[this.at]
      if (each === '\n') this.line += 1
      else if (each !== ' ' && each !== '\t' && each !== '\r') return
      this.at += 1
    }
  }

  /** What is said first is what people do wrong most: a file cut off, Chinese marks, a line break in a text, a comment. */
  private wrong(expected: string): Wrong {
    const rest = this.text.slice(this.at)
    if (rest === '') return new Wrong(this.line, '文件到这里就完了，少了右括号或引号')
    if (/^[，：“”‘’｛｝［］【】]/.test(rest)) return new Wrong(this.line, `${rest[0]} 是中文标点，要用英文标点`)
    if (rest.startsWith("'")) return new Wrong(this.line, '文字要用英文双引号')
    if (rest.startsWith('"')) {
      if (expected.includes('逗号') || expected.includes('冒号')) return new Wrong(this.line, expected)
      return new Wrong(this.line, '文字没有写完：少了后引号，或里面有换行、制表符或不认识的反斜线')
    }
    if (/^(\/\/|\/\*|#)/.test(rest)) return new Wrong(this.line, '这种文件里不能写注释')
    return new Wrong(this.line, expected)
  }
}
