import { type Immutable, meant, type Static, type TSchema, Type } from '@afterline/events'
import type { RequestContext } from '../graphql/index.ts'

/** A field of a record, or of a value that it holds, that is not read off the state as it is. */
export interface ComputedField<Shown> {
  /** Its type and description. */
  readonly schema: TSchema
  resolve(record: Shown, args: object, context: RequestContext): unknown
}

/**
 * A field that is told from the record, or found by it.
 * @example product: computed(referenceTo('Product', 'What the goods are.'), ({ productId }, _, context) => …)
 */
export function computed<Shown, S extends TSchema>(
  schema: S,
  resolve: (
    record: Shown,
    args: object,
    context: RequestContext,
  ) => Immutable<Static<S>> | Promise<Immutable<Static<S>>>,
): ComputedField<Shown> {
  return { schema, resolve }
}

/** Another record, which its own aggregate shows; also one of another subgraph, by its id. */
export function referenceTo(type: string, description: string) {
  return meant(Type.Unsafe<object>({ description }), { name: type, isRecord: true })
}

/** Fields that are not kept as they are, by name. */
export type ComputedFields<Shown> = Readonly<Record<string, ComputedField<Shown>>>
