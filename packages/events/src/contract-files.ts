import { stringify } from 'yaml'
import { asyncApiDocument, nameOf } from './asyncapi.ts'
import { schemaUriOf } from './envelope.ts'
import { MEASUREMENT_SCHEMA_URI, MeasurementMessage } from './measurement-message.ts'
import { eventRegistry } from './platform-events.ts'

/** A file that follows from the contract, with its path within this package. */
export interface ContractFile {
  readonly path: string
  readonly text: string
}

const LINE_WIDTH = 120
const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/** The AsyncAPI document, and a JSON Schema for the data of each event type and version, and for measurements. */
export function contractFiles(): readonly ContractFile[] {
  const schemas = eventRegistry.definitions.map((definition) => ({
    path: `schemas/${nameOf(definition)}.json`,
    text: prettyJson({
      $schema: DRAFT,
      $id: schemaUriOf(definition.type, definition.version),
      title: definition.type,
      description: definition.summary,
      ...JSON.parse(JSON.stringify(definition.data)),
    }),
  }))
  const measurement = {
    path: 'schemas/Measurement.v1.json',
    text: prettyJson({
      $schema: DRAFT,
      $id: MEASUREMENT_SCHEMA_URI,
      ...JSON.parse(JSON.stringify(MeasurementMessage)),
    }),
  }
  const heading = '# Follows from packages/events/src; written by `src/generate.ts`.\n'
  return [
    { path: 'asyncapi.yaml', text: heading + stringify(asyncApiDocument(), { aliasDuplicateObjects: false }) },
    ...schemas,
    measurement,
  ]
}

/** JSON with two spaces; a list of plain values stays on its line while it fits, as the formatter has it. */
export function prettyJson(value: unknown): string {
  return `${pretty(value, '', 0)}\n`
}

function pretty(value: unknown, indent: string, used: number): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((member) => JSON.stringify(member)).join(', ')}]`
    const isPlain = value.every((member) => typeof member !== 'object' || member === null)
    if (value.length === 0 || (isPlain && indent.length + used + line.length <= LINE_WIDTH)) return line
    return `[\n${value.map((member) => inner + pretty(member, inner, 0)).join(',\n')}\n${indent}]`
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => {
      const label = `${JSON.stringify(name)}: `
      return inner + label + pretty(member, inner, label.length + 1)
    })
    return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
  }
  return JSON.stringify(value)
}
