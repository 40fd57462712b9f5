import { hiddenIn, hiddenInIdentifier, plainIdentifier, plainText, withoutHidden } from '@afterline/rules'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql'
import { type InputProblem, missing, unfitValue } from './input-problems.ts'

/** The arguments as they are kept, and every text that cannot be. */
export interface PlainArguments {
  readonly args: Readonly<Record<string, unknown>>
  readonly problems: readonly InputProblem[]
}

/** A value in its place. */
interface Place {
  readonly path: readonly string[]
  /** Records of an import are made plain without a word: nobody is there to correct them one by one. */
  readonly isOfRecord: boolean
}

/**
 * What the arguments are for. What is asked for and only looks written is a problem at any depth, required or not: left out,
 * a condition would ask for all. What is entered is missing then, which an optional field may be.
 */
export type Purpose = 'ASKING' | 'ENTERING'

/**
 * The arguments with every text plain: composed, without blanks around it, identifiers in the width of ASCII. What is
 * empty then, and a text with characters that nobody sees, is a problem of its field (see `Purpose`).
 * @param fieldAt the field that a path is told as
 */
export function plainArguments(
  declared: readonly GraphQLArgument[],
  args: Readonly<Record<string, unknown>>,
  purpose: Purpose,
  fieldAt: (path: readonly string[]) => string,
): PlainArguments {
  const problems: InputProblem[] = []
  const tell = (problemOf: (field: string) => InputProblem, { path, isOfRecord }: Place) => {
    if (!isOfRecord) problems.push(problemOf(fieldAt(path)))
  }
  const plain = (type: GraphQLInputType, value: unknown, place: Place): unknown => {
    if (value === null || value === undefined) return value
    if (isNonNullType(type)) return required(type.ofType, value, place)
    // The schema has checked each value against its type.
    if (isListType(type)) {
      const items = value as readonly unknown[]
      return items.map((item, index) => plain(type.ofType, item, within(place, String(index))))
    }
    if (isInputObjectType(type)) {
      const given = value as Readonly<Record<string, unknown>>
      const fields = type.getFields()
      return Object.fromEntries(
        Object.entries(given).map(([name, member]) => {
          const field = fields[name]
          return [name, field ? plain(field.type, member, within(place, name)) : member]
        }),
      )
    }
    if (!isScalarType(type) || typeof value !== 'string' || !TEXTS.includes(type.name)) return value
    return textOf(type.name, value, place) || (purpose === 'ASKING' ? lacking(place) : null)
  }
  const required = (type: GraphQLInputType, value: unknown, place: Place): unknown => {
    return plain(type, value, place) ?? lacking(place)
  }
  const lacking = (place: Place): string => {
    tell(missing, place)
    return ''
  }
  const textOf = (type: string, value: string, place: Place): string => {
    if (place.isOfRecord) return plainText(withoutHidden(value))
    const isIdentifier = type === 'ID' || namesAThing(place.path)
    const text = isIdentifier ? plainIdentifier(value) : plainText(value)
    const hidden = isIdentifier ? hiddenInIdentifier(text) : hiddenIn(text)
    if (hidden !== null) tell((field) => unfitValue(field, `holds a character that nobody sees (${hidden})`), place)
    return text
  }
  // Of a mutation, too: a text that stands alone says what it is about.
  const argument = (type: GraphQLInputType, value: unknown, place: Place) =>
    typeof value === 'string' && !isNonNullType(type) ? required(type, value, place) : plain(type, value, place)
  const kept = declared.map(({ name, type }) => [name, argument(type, args[name], { path: [name], isOfRecord: false })])
  return { args: { ...args, ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)) }, problems }
}

const TEXTS: readonly string[] = ['String', 'ID']

function within({ path, isOfRecord }: Place, name: string): Place {
  return { path: [...path, name], isOfRecord: isOfRecord || (path.length === 1 && name === RECORDS) }
}

/** Of the input of an import. */
const RECORDS = 'records'

/** Last words of the names of fields that name a thing or a person, besides those of type ID. */
const NAMING: ReadonlySet<string> = new Set(
  ['id', 'ids', 'key', 'keys', 'by', 'code', 'number', 'lot', 'phone', 'email', 'token', 'digest', 'currency'].concat([
    'stream',
    'vouchers',
    'deviation',
    'scope',
  ]),
)

/** `lotNumberStartsWith`, `keys.0`: what a search looks for is written like what it finds. */
function namesAThing(path: readonly string[]): boolean {
  const name = path.findLast((step) => !/^\d+$/.test(step)) ?? ''
  const word = /[A-Z]?[a-z]+$/.exec(name.replace(/StartsWith$/, ''))?.[0]
  return word !== undefined && NAMING.has(word.toLowerCase())
}
