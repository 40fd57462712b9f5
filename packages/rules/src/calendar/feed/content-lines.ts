/** A property or a BEGIN / END, unfolded, with the number of its first line in the text, from 1. */
export interface ContentLine {
  readonly line: number
  readonly text: string
}

export interface FeedComponent {
  /** In capitals: VCALENDAR, VEVENT. */
  readonly name: string
  readonly line: number
  readonly properties: readonly ContentLine[]
  readonly components: readonly FeedComponent[]
}

/** What of a feed cannot be read at all: `line 3: reason`. */
export interface FeedFault {
  readonly line: number
  readonly reason: string
}

interface OpenComponent extends FeedComponent {
  readonly properties: ContentLine[]
  readonly components: FeedComponent[]
}

/** Joins folded lines: a line that begins with a blank or a tab continues the one before it. Empty lines are skipped. */
function unfold(text: string): readonly ContentLine[] {
  const unfolded: ContentLine[] = []
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const last = unfolded.at(-1)
    if (/^[ \t]/.test(physical) && last)
      unfolded[unfolded.length - 1] = { ...last, text: last.text + physical.slice(1) }
    else if (physical.trim() !== '') unfolded.push({ line: index + 1, text: physical })
  }
  return unfolded
}

/** The outermost components of a feed, and every fault of its structure. */
export function componentsOf(text: string): {
  readonly components: readonly FeedComponent[]
  readonly faults: readonly FeedFault[]
} {
  const root: OpenComponent = { name: '', line: 1, properties: [], components: [] }
  const open = [root]
  const faults: FeedFault[] = []
  for (const content of unfold(text)) {
    const fault = add(content, open)
    if (fault !== null) faults.push({ line: content.line, reason: fault })
  }
  for (const { name, line } of open.slice(1)) faults.push({ line, reason: `BEGIN:${name} is never closed` })
  if (!root.components.some(({ name }) => name === 'VCALENDAR'))
    faults.push({ line: 1, reason: 'there is no VCALENDAR' })
  return { components: root.components, faults }
}

const PROPERTY = /^([A-Za-z0-9-]+)[;:]/

function add(content: ContentLine, open: OpenComponent[]): string | null {
  const { line, text } = content
  if (text.includes('\uFFFD')) return 'a character is not UTF-8'
  const inside = open.at(-1)
  const property = PROPERTY.exec(text)?.[1]?.toUpperCase()
  if (!inside || property === undefined || !text.includes(':')) return `'${text}' is no property`
  const name = text
    .slice(text.indexOf(':') + 1)
    .trim()
    .toUpperCase()
  if (property === 'BEGIN') {
    const component: OpenComponent = { name, line, properties: [], components: [] }
    inside.components.push(component)
    open.push(component)
    return null
  }
  if (property !== 'END') {
    inside.properties.push(content)
    return inside.name === '' ? `'${property}' stands outside a component` : null
  }
  if (open.length === 1) return `END:${name} closes nothing`
  open.pop()
  return inside.name === name ? null : `END:${name} closes BEGIN:${inside.name} of line ${inside.line}`
}
