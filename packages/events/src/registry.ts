import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { complaintEvents } from './complaint-events.ts'
import { customerEvents } from './customer-events.ts'
import { orderEvents } from './order-events.ts'
import { lotEvents, productEvents } from './product-events.ts'
import { streamEvents } from './stream-events.ts'
import { surveyEvents } from './survey-events.ts'
import type { EventDefinition } from './vocabulary.ts'

/** Every event type and version that exists or ever existed. */
export const eventDefinitions: readonly EventDefinition[] = [
  ...customerEvents,
  ...productEvents,
  ...lotEvents,
  ...orderEvents,
  ...complaintEvents,
  ...surveyEvents,
  ...streamEvents,
]

const byTypeAndVersion = new Map(
  eventDefinitions.map((definition) => [keyOf(definition.type, definition.version), definition]),
)
const validators = new Map<string, ValidateFunction>()

function keyOf(type: string, version: number): string {
  return `${type}.v${version}`
}

/** @throws Error for a type or version that is not in the contract. */
export function definitionOf(type: string, version: number): EventDefinition {
  const definition = byTypeAndVersion.get(keyOf(type, version))
  if (!definition) throw new Error(`event type ${keyOf(type, version)} is not in the contract`)
  return definition
}

/** The version that new events of a type are written in. */
export function currentVersionOf(type: string): number {
  const versions = eventDefinitions.filter((definition) => definition.type === type).map(({ version }) => version)
  if (versions.length === 0) throw new Error(`event type ${type} is not in the contract`)
  return Math.max(...versions)
}

/** What is wrong with an event's data, as `path: reason` lines; empty when it keeps the contract. Values never appear. */
export function problemsOfEventData(type: string, version: number, data: unknown): readonly string[] {
  const validate = validatorOf(type, version)
  if (validate(data)) return []
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'}: ${error.message ?? error.keyword}`)
}

function validatorOf(type: string, version: number): ValidateFunction {
  const key = keyOf(type, version)
  const known = validators.get(key)
  if (known) return known
  const validate = newAjv().compile(definitionOf(type, version).data)
  validators.set(key, validate)
  return validate
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
  ajv.addKeyword({ keyword: 'x-personal', schemaType: 'boolean' })
  addFormats.default(ajv)
  return ajv
}

/** Names of the top-level data fields of a type that hold personal text. */
export function personalFieldsOf(type: string, version: number): readonly string[] {
  const schema = definitionOf(type, version).data as { properties?: Record<string, unknown> }
  return Object.entries(schema.properties ?? {})
    .filter(([, property]) => isPersonal(property))
    .map(([name]) => name)
}

function isPersonal(property: unknown): boolean {
  if (typeof property !== 'object' || property === null) return false
  if ('x-personal' in property) return true
  return 'anyOf' in property && Array.isArray(property.anyOf) && property.anyOf.some(isPersonal)
}
