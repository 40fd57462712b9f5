import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Bilingual } from '../primitives/bilingual.ts'

/** One policy file as it was handed over; `name` appears in messages. */
export interface PolicyFile {
  readonly name: string
  readonly text: string
  /** COMPANY: the file may not speak for the regulations. Absent: whoever hands it over answers for its layer. */
  readonly origin?: 'SHIPPED' | 'COMPANY'
}

/** One thing that is wrong with a policy file. */
export interface PolicyProblem {
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** Where every problem of all files is gathered, so that whoever corrects them sees them at once. */
export class Problems {
  readonly #found: PolicyProblem[] = []

  add(file: string, line: number, reason: string): void {
    // The same fault shows in every version that contains it; it is corrected once.
    if (this.#found.some((known) => known.file === file && known.line === line && known.reason === reason)) return
    this.#found.push({ file, line, reason })
  }

  get isEmpty(): boolean {
    return this.#found.length === 0
  }

  /** Ordered by file and line. */
  all(): readonly PolicyProblem[] {
    return this.#found.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  }

  /** `file:line: reason`, in the same order. */
  lines(): readonly string[] {
    return this.all().map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
  }
}

/** A YAML mapping that knows its line. Each reader returns `null` after noting a problem. */
export class Section {
  readonly #file: string
  readonly #map: YAMLMap
  readonly #lines: LineCounter
  readonly #problems: Problems

  constructor(file: string, map: YAMLMap, lines: LineCounter, problems: Problems) {
    this.#file = file
    this.#map = map
    this.#lines = lines
    this.#problems = problems
  }

  get file(): string {
    return this.#file
  }

  get line(): number {
    return this.#lineOf(this.#map)
  }

  has(key: string): boolean {
    return this.#node(key) !== null
  }

  keys(): readonly string[] {
    return this.#map.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : '?'))
  }

  /** Notes a problem at a key, or at the section when the key is absent. */
  problem(reason: string, key?: string): null {
    this.#problems.add(this.#file, key === undefined ? this.line : this.lineOf(key), reason)
    return null
  }

  lineOf(key: string): number {
    const pair = this.#map.items.find((item) => isScalar(item.key) && item.key.value === key)
    return pair ? this.#lineOf(pair.key as Node) : this.line // keys of a parsed document are nodes
  }

  /** Refuses keys that nobody reads: a misspelt key would silently change nothing. */
  allow(...allowed: readonly string[]): void {
    for (const key of this.keys()) if (!allowed.includes(key)) this.problem(`unknown key '${key}'`, key)
  }

  text(key: string): string | null {
    const node = this.#node(key)
    if (node === null) return this.problem(`'${key}' is missing`)
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
    return this.problem(`'${key}' must be a text`, key)
  }

  integer(key: string, least: number, most: number): number | null {
    const node = this.#node(key)
    if (node === null) return this.problem(`'${key}' is missing`)
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    return this.problem(`'${key}' must be a whole number from ${least} to ${most}`, key)
  }

  flag(key: string): boolean | null {
    const node = this.#node(key)
    if (node === null) return false
    if (isScalar(node) && typeof node.value === 'boolean') return node.value
    return this.problem(`'${key}' must be true or false`, key)
  }

  oneOf<const T extends string>(key: string, allowed: readonly T[]): T | null {
    const text = this.text(key)
    if (text === null) return null
    return allowed.find((value) => value === text) ?? this.problem(`'${key}' must be one of ${allowed.join(', ')}`, key)
  }

  texts(key: string): readonly string[] | null {
    const node = this.#node(key)
    if (node === null) return this.problem(`'${key}' is missing`)
    const values = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : [undefined]
    if (values.every((value) => typeof value === 'string')) return values
    return this.problem(`'${key}' must be a list of texts`, key)
  }

  /** A list of which every entry says something, and none the same twice. */
  distinctTexts(key: string): readonly string[] | null {
    const texts = this.texts(key)
    if (texts === null) return null
    const isList = texts.length > 0 && texts.every((text) => text.trim() !== '') && new Set(texts).size === texts.length
    return isList ? texts : this.problem(`'${key}' must list at least one text, and none twice`, key)
  }

  /** A list of known words, perhaps an empty one, in the order in which they are known. */
  someOf<const T extends string>(key: string, allowed: readonly T[]): readonly T[] | null {
    const texts = this.texts(key)
    if (texts === null) return null
    const known = allowed.filter((value) => texts.includes(value))
    if (known.length === new Set(texts).size) return known
    return this.problem(`'${key}' must be among ${allowed.join(', ')}`, key)
  }

  /** A mapping with both languages, or one text that serves for both. */
  bilingual(key: string): Bilingual | null {
    const node = this.#node(key)
    if (node === null || !isMap(node)) {
      const text = this.text(key)
      return text === null ? null : { zh: text, en: text }
    }
    const section = this.section(key)
    section?.allow('zh', 'en')
    const zh = section?.text('zh') ?? null
    const en = section?.text('en') ?? null
    return zh === null || en === null ? null : { zh, en }
  }

  section(key: string): Section | null {
    const node = this.#node(key)
    if (node === null) return this.problem(`'${key}' is missing`)
    if (isMap(node)) return new Section(this.#file, node, this.#lines, this.#problems)
    return this.problem(`'${key}' must be a mapping`, key)
  }

  /** The mappings of a list; entries of another kind are problems. */
  sections(key: string): readonly Section[] {
    const node = this.#node(key)
    if (!isSeq(node)) {
      this.problem(node === null ? `'${key}' is missing` : `'${key}' must be a list`, key)
      return []
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [new Section(this.#file, item, this.#lines, this.#problems)]
      this.problem(`every entry of '${key}' must be a mapping`, key)
      return []
    })
  }

  #node(key: string): Node | null {
    const node = this.#map.get(key, true) as Node | null | undefined // values of a parsed document are nodes
    return node === undefined || (isScalar(node) && node.value === null) ? null : node
  }

  #lineOf(node: Node): number {
    return node.range ? this.#lines.linePos(node.range[0]).line : 1
  }
}

/** The top mapping of a file, or `null` after noting what is wrong with its YAML. */
export function readSource(file: PolicyFile, problems: Problems): Section | null {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  for (const error of document.errors) problems.add(file.name, lines.linePos(error.pos[0]).line, error.message)
  if (document.errors.length > 0) return null
  if (isMap(document.contents)) return new Section(file.name, document.contents, lines, problems)
  problems.add(file.name, 1, 'a policy file is a mapping')
  return null
}
