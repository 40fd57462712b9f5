import {
  hiddenInIdentifier,
  type Instant,
  type LocalDate,
  parseCurrency,
  parseInstant,
  parseLocalDate,
  parseQuantity,
  type Quantity,
} from '@afterline/rules'
import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import { requestError } from './request-error.ts'

/** The graph's scalars; each reads and writes the one type that the rules package has for it. */
export const scalars = {
  Instant: textScalar<Instant>('Instant', ofOurTime(parseInstant)),
  LocalDate: textScalar<LocalDate>('LocalDate', ofOurTime(parseLocalDate)),
  Quantity: textScalar<Quantity>('Quantity', parseQuantity),
  Currency: textScalar<string>('Currency', parseCurrency),
  LabelScan: new GraphQLScalarType<string, string>({
    name: 'LabelScan',
    serialize: String,
    parseValue: readLabelScan,
    parseLiteral: (node) => readLabelScan(node.kind === Kind.STRING ? node.value : null),
  }),
  MinorUnits: new GraphQLScalarType<number, number>({
    name: 'MinorUnits',
    serialize: (value) => readMinorUnits(value),
    parseValue: readMinorUnits,
    parseLiteral: (node) => readMinorUnits(node.kind === Kind.INT ? Number(node.value) : null),
  }),
  FactMap: new GraphQLScalarType<FactMap, unknown>({
    name: 'FactMap',
    serialize: (value) => value,
    parseValue: readFactMap,
    parseLiteral: (node) => readFactMap(valueFromASTUntyped(node)),
  }),
}

/** What stands for "never" in other systems, such as 9999-12-31, or for "unknown", is a mistake here: such fields are left out. */
function ofOurTime<T extends string>(read: (text: string) => T): (text: string) => T {
  return (text) => {
    const value = read(text)
    if (value >= '1900' && value < '3000') return value
    throw requestError('INPUT_INVALID', 'A date has a year from 1900 to 2999.')
  }
}

function textScalar<T extends string>(name: string, read: (text: string) => T): GraphQLScalarType<T, string> {
  const readInput = (value: unknown): T => {
    if (typeof value !== 'string') throw requestError('INPUT_INVALID', `${name} must be text.`)
    // Longer text cannot be one, and need not be quoted back.
    if (value.length > 100) throw requestError('INPUT_INVALID', `${name} is too long.`)
    return read(value)
  }
  return new GraphQLScalarType<T, string>({
    name,
    serialize: (value) => String(value),
    parseValue: readInput,
    parseLiteral: (node: ValueNode) => readInput(node.kind === Kind.STRING ? node.value : null),
  })
}

type FactMap = Readonly<Record<string, string | number | boolean | null>>

function readFactMap(value: unknown): FactMap {
  const isFlat =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isFactValue)
  if (!isFlat)
    throw requestError('INPUT_INVALID', 'FactMap must be a flat object of text, numbers, booleans and nulls.')
  return value as FactMap
}

function isFactValue(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** No symbol holds more, and what stands before it. */
const LONGEST_SCAN = 7100

/** Scanners end what they send like a line. A separator is no text; the symbol for it is. */
function readLabelScan(value: unknown): string {
  if (typeof value !== 'string') throw requestError('INPUT_INVALID', 'LabelScan must be text.')
  const scan = value.replace(/^[\t\r\n ]+|[\t\r\n ]+$/g, '').replaceAll('\u001d', '\u241d')
  if (hiddenInIdentifier(scan) !== null)
    throw requestError('INPUT_INVALID', 'LabelScan holds a character that nobody sees.')
  if (scan.length > 0 && scan.length <= LONGEST_SCAN) return scan
  throw requestError('INPUT_INVALID', `LabelScan has 1 to ${LONGEST_SCAN} characters.`)
}

function readMinorUnits(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw requestError('INPUT_INVALID', 'MinorUnits must be an integer.')
  }
  return value
}
