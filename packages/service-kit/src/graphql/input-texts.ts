import { problemsOfTexts } from '@afterline/events'
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql'
import { inputInvalid, unfitValue } from './input-problems.ts'

/** The arguments of a mutation; problems are told by the fields within them. */
const INPUT = 'input'
const ENTRY = 'entry'
/** Records of an import are judged one by one, when they are imported: a bad one keeps no other one out. */
const RECORDS = 'records'

/** A form with more problems than these is no form. */
const MOST_TOLD = 50

/**
 * Makes every query and mutation refuse texts that could not be kept as they are, wherever in the arguments they stand:
 * half characters and control characters. The store refuses them in events; here they are told by the field of the input,
 * also where no event would be made, and before anything is looked up.
 */
export function refuseUnfitTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = checked(field)
  }
  return schema
}

function checked({ resolve = defaultFieldResolver }: GraphQLField<unknown, unknown>): typeof resolve {
  return (source, args, context, info) => {
    const problems = problemsOfTexts(judgedTogether(args))
    if (problems.length === 0) return resolve(source, args, context, info)
    throw inputInvalid(problems.slice(0, MOST_TOLD).map(({ path, reason }) => unfitValue(fieldAt(path), reason)))
  }
}

function judgedTogether(args: Readonly<Record<string, unknown>>): unknown {
  const input = args[INPUT]
  if (typeof input !== 'object' || input === null || !(RECORDS in input)) return args
  return { ...args, [INPUT]: { ...input, [RECORDS]: [] } }
}

/** Names of fields and indexes of lists, outermost first, as `Violation.path` has them. */
function fieldAt(path: string): string {
  const [first = '', ...rest] = path.slice(1).split('/')
  return ((first === INPUT || first === ENTRY) && rest.length > 0 ? rest : [first, ...rest]).join('.')
}
