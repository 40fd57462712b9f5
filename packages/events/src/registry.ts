import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { StoredEvent } from './envelope.ts'
import { type EventProblem, problemsOf } from './event-problem.ts'
import { EventUnknownError } from './event-unknown-error.ts'
import { type EventDefinition, isPersonal, type TProperties } from './vocabulary.ts'

/** Which events there are. Whoever reads or writes events is given one: history can be read only by what defines it. */
export interface EventRegistry {
  /** Every event type and version that exists or ever existed. */
  readonly definitions: readonly EventDefinition[]
  /** @throws EventUnknownError for a type or version that is not among them */
  definitionOf(type: string, version: number): EventDefinition
  /** The version that new events of a type are written in. @throws EventUnknownError */
  currentVersionOf(type: string): number
  /** What is wrong with an event's data; empty when it keeps the contract. @throws EventUnknownError */
  problemsOfEventData(type: string, version: number, data: unknown): readonly EventProblem[]
  /** Names of the top-level data fields of a type that hold personal text. */
  personalFieldsOf(type: string, version: number): readonly string[]
  /**
   * The event as everything that acts on events reads it: in the newest version of its type. It has the hash of the form
   * that is stored, so hashes are checked on that, never on this.
   * @throws EventUnknownError for a type or version that this release does not know
   */
  newest(event: StoredEvent): StoredEvent
}

/**
 * @param current the definition of each type in its newest version; the older ones hang on it
 * @throws Error when a type is named twice
 */
export function createEventRegistry(current: readonly EventDefinition[]): EventRegistry {
  const definitions = current.flatMap(withOlderVersions)
  const newestByType = new Map(current.map((definition) => [definition.type, definition]))
  const byName = new Map(definitions.map((definition) => [nameOf(definition.type, definition.version), definition]))
  if (byName.size !== definitions.length) throw new Error('an event type is defined twice')
  const validators = new Map<string, ValidateFunction>()

  function definitionOf(type: string, version: number): EventDefinition {
    const definition = byName.get(nameOf(type, version))
    if (!definition) throw new EventUnknownError(nameOf(type, version))
    return definition
  }

  return {
    definitions,
    definitionOf,
    currentVersionOf(type) {
      const definition = newestByType.get(type)
      if (!definition) throw new EventUnknownError(type)
      return definition.version
    },
    problemsOfEventData(type, version, data) {
      const compile = () => newAjv().compile(definitionOf(type, version).data)
      const validate = validators.getOrInsertComputed(nameOf(type, version), compile)
      return validate(data) ? [] : problemsOf(validate.errors)
    },
    personalFieldsOf: (type, version) => personalFieldsOf(definitionOf(type, version)),
    newest(event) {
      const definition = newestByType.get(event.type)
      if (definition?.version === event.schemaVersion) return event
      if (!definition || !byName.has(nameOf(event.type, event.schemaVersion))) {
        throw new EventUnknownError(nameOf(event.type, event.schemaVersion))
      }
      return { ...event, schemaVersion: definition.version, data: upcastData(definition, event) }
    },
  }
}

function withOlderVersions(definition: EventDefinition): readonly EventDefinition[] {
  const { previous } = definition
  return previous ? [...withOlderVersions(previous.definition), definition] : [definition]
}

/** The data of an event of this or an older version, as this version has them. */
function upcastData({ version, previous }: EventDefinition, event: StoredEvent): unknown {
  if (version === event.schemaVersion || !previous) return event.data
  return previous.upcast(upcastData(previous.definition, event), event)
}

function nameOf(type: string, version: number): string {
  return `${type}.v${version}`
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
  ajv.addKeyword({ keyword: 'x-personal', schemaType: 'boolean' })
  addFormats.default(ajv)
  return ajv
}

function personalFieldsOf({ data }: EventDefinition): readonly string[] {
  const { properties = {} } = data as { readonly properties?: TProperties }
  return Object.entries(properties)
    .filter(([, property]) => isPersonal(property))
    .map(([name]) => name)
}
