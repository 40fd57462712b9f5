import { meant, type TSchema, Type } from '@afterline/events'
import { enumLabels } from '@afterline/rules'
import type { Audience } from '../graphql/audiences.ts'

/*
 * How the graph shows a field that is not shown as it is kept, said where the field is declared. Text about a person needs
 * no word: it is masked for roles that do not deal with customers, and null once the person was erased, because its event
 * says that it is such.
 */

/**
 * A field that the graph shows under another name.
 * @example licenceId: shownAs('id', Id)
 */
export function shownAs<S extends TSchema>(name: string, schema: S): S {
  return meant(schema, { shownAs: name })
}

/** A field that fewer roles are shown than the record: `FORBIDDEN` to the others. */
export function shownTo<S extends TSchema>(audience: Audience, schema: S): S {
  return meant(schema, { audience })
}

/**
 * One of some values that no event tells: an enum of the graph, named by the dictionary.
 * @param says what is chosen, in one sentence
 * @throws Error for a value that the dictionary does not name
 */
export function labelled<const Value extends string>(name: string, says: string, values: readonly Value[]) {
  const known = enumLabels.find((each) => each.enum === name)?.values ?? []
  const labels = values.map((wanted) => {
    const found = known.find(({ value }) => value === wanted)
    if (found === undefined) throw new Error(`the dictionary does not name ${name}.${wanted}`)
    const { label, meaning } = found
    return [wanted, { ...label, ...(meaning === undefined ? {} : { meaning }) }] as const
  })
  const schema = Type.Unsafe<Value>({ type: 'string', enum: [...values] })
  return meant(schema, { name, says, labels: Object.fromEntries(labels) })
}
