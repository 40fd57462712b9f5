import ICAL from 'ical.js'
import type { ContentLine, FeedComponent, FeedFault } from './content-lines.ts'

/** A property whose name and parameters the iCalendar parser could read. */
export interface FeedProperty {
  /** The content line, unfolded. */
  readonly text: string
  readonly parsed: ICAL.Property
}

const NAME = /^[A-Za-z0-9-]+/

/** Reads the properties of one component and gathers what cannot be read. */
export class PropertyReader {
  readonly #component: FeedComponent
  readonly #faults: FeedFault[] = []

  constructor(component: FeedComponent) {
    this.#component = component
  }

  get faults(): readonly FeedFault[] {
    return this.#faults
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#lines(name).length > 0)
  }

  /**
   * What `read` makes of each property of this name; an error that it throws is a fault of the line.
   * @param tidied the text without what is harmless although the grammar has no place for it
   */
  all<Value>(
    name: string,
    read: (property: FeedProperty) => Value,
    tidied: (text: string) => string = (text) => text,
  ): readonly Value[] {
    return this.#lines(name).flatMap((content) => {
      const { line } = content
      const text = tidied(content.text)
      try {
        return [read({ text, parsed: ICAL.Property.fromString(text, ICAL.design.icalendar) })]
      } catch (cause) {
        const said = cause instanceof Error ? cause.message : String(cause)
        this.#faults.push({ line, reason: `'${text}' cannot be read: ${said}` })
        return []
      }
    })
  }

  /** `null` when the property is absent or cannot be read; that it comes twice is a fault. */
  single<Value>(name: string, read: (property: FeedProperty) => Value): Value | null {
    const [, second] = this.#lines(name)
    if (second) this.#faults.push({ line: second.line, reason: `${name} comes twice` })
    return this.all(name, read)[0] ?? null
  }

  #lines(name: string): readonly ContentLine[] {
    return this.#component.properties.filter(({ text }) => NAME.exec(text)?.[0].toUpperCase() === name)
  }
}

/** The texts of a property, unescaped; a list (CATEGORIES) has several. */
export function textsOf({ parsed }: FeedProperty): readonly string[] {
  return parsed.getValues().map((value) => String(value).trim())
}
