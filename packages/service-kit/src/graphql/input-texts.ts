import { problemsOfTexts } from '@afterline/events'
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql'
import { inputInvalid, unfitValue } from './input-problems.ts'
import { type Purpose, plainArguments } from './plain-arguments.ts'

/** The arguments of a mutation; problems are told by the fields within them. */
const INPUT = 'input'
const ENTRY = 'entry'
/** Records of an import are judged one by one, when they are imported: a bad one keeps no other one out. */
const RECORDS = 'records'

/** A form with more problems than these is no form. */
const MOST_TOLD = 50

/**
 * Makes every field take plain texts only, lists within records like queries and mutations, wherever in the arguments they
 * stand. Blanks around a text and how its characters are composed are mended in silence. Half characters, control characters
 * and characters that nobody sees are refused by the field of the input, before anything is looked up; so is what only looks
 * written, where it is required or asks for something.
 */
export function takePlainTexts(schema: GraphQLSchema): GraphQLSchema {
  const entering = schema.getMutationType()
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      // That nobody answers a field must show: it gets no resolver here.
      if (!field.resolve || field.args.length === 0) continue
      field.resolve = checked(field, type === entering ? 'ENTERING' : 'ASKING', field.resolve)
    }
  }
  return schema
}

type Resolver = NonNullable<GraphQLField<unknown, unknown>['resolve']>

function checked({ args: declared }: GraphQLField<unknown, unknown>, purpose: Purpose, resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const unfit = problemsOfTexts(judgedTogether(args)).map(({ path, reason }) =>
      unfitValue(fieldAt(path.slice(1).split('/')), reason),
    )
    const plain = plainArguments(declared, args, purpose, fieldAt)
    const problems = [...unfit, ...plain.problems]
    if (problems.length === 0) return resolve(source, plain.args, context, info)
    throw inputInvalid(problems.slice(0, MOST_TOLD))
  }
}

function judgedTogether(args: Readonly<Record<string, unknown>>): unknown {
  const input = args[INPUT]
  if (typeof input !== 'object' || input === null || !(RECORDS in input)) return args
  return { ...args, [INPUT]: { ...input, [RECORDS]: [] } }
}

/** Names of fields and indexes of lists, outermost first, as `Violation.path` has them. */
function fieldAt([first = '', ...rest]: readonly string[]): string {
  return ((first === INPUT || first === ENTRY) && rest.length > 0 ? rest : [first, ...rest]).join('.')
}
