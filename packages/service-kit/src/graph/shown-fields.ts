import { isPersonal, meaningOf, type TProperties } from '@afterline/events'
import { mergedResolvers, personalText, type RequestContext, type Resolvers } from '../graphql/index.ts'
import { namedValueIn, visible } from './value-sdl.ts'

type Kept = Readonly<Record<string, unknown>>

/**
 * What shows the fields of a type that are not shown as they are kept: under another name, or as text about a person, which
 * is kept encrypted and masked for most roles. Likewise for the values within them, by the name of their type.
 */
export function shownFieldsResolvers(type: string, fields: TProperties): Resolvers {
  const own = visible(fields).flatMap(([name, schema]) => {
    const { shownAs = name } = meaningOf(schema)
    if (shownAs === name && !isPersonal(schema)) return []
    const asKept = (kept: Kept) => kept[name]
    return [[shownAs, isPersonal(schema) ? inTheClear(asKept) : asKept] as const]
  })
  const values = visible(fields).flatMap(([, schema]) => namedValueIn(schema) ?? [])
  return mergedResolvers(
    ...(own.length === 0 ? [] : [{ [type]: Object.fromEntries(own) }]),
    ...values.map(({ name, properties }) => shownFieldsResolvers(name, properties)),
  )
}

type Resolve<Record> = (record: Record, args: object, context: RequestContext) => unknown

/** What somebody may read of a text about a person, from what keeps or finds it encrypted. */
export function inTheClear<Record>(resolve: Resolve<Record>): Resolve<Record> {
  return async (record, args, context) => {
    // The schema says that it is text, or that there may be none.
    const ciphertext = (await resolve(record, args, context)) as string | null
    return personalText(context, ciphertext)
  }
}
