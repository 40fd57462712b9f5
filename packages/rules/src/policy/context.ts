import type { ProductClass } from '../gates/product-class.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { PolicyHeader } from './header.ts'

/** What a value is asked for: the class of the product and the contract concerned, as far as they are known (C18). */
export interface PolicyContext {
  readonly productClass?: ProductClass | null | undefined
  readonly contractId?: string | null | undefined
}

const knownClasses = { UNREGULATED: true, CLASS_I: true, CLASS_II: true, CLASS_III: true } as const satisfies Record<
  ProductClass,
  true
>

// Sound: the keys are exactly those of ProductClass.
export const productClasses = Object.keys(knownClasses) as readonly ProductClass[]

/** Values of everything, and what product classes and contracts change of them. */
export interface ScopedValues<Key extends string, Value> {
  readonly everywhere: ReadonlyMap<Key, Value>
  /** By the context's name; only the values that a document of the context changes. */
  readonly within: ReadonlyMap<string, ReadonlyMap<Key, Value>>
}

/** The name under which the values of a context are kept. */
export function nameOf({ productClass, contractId }: PolicyContext): string {
  return JSON.stringify([productClass ?? null, contractId ?? null])
}

/** The value of the narrowest context that has one of its own. */
export function valueIn<Key extends string, Value>(
  { everywhere, within }: ScopedValues<Key, Value>,
  key: Key,
  { productClass = null, contractId = null }: PolicyContext,
): Value | undefined {
  if (productClass === null && contractId === null) return everywhere.get(key)
  const narrowestFirst = [{ productClass, contractId }, { contractId }, { productClass }]
  const values = narrowestFirst.map((context) => within.get(nameOf(context))?.get(key))
  return values.find((value) => value !== undefined) ?? everywhere.get(key)
}

/** Every value as it holds in a context. */
export function valuesIn<Key extends string, Value>(
  values: ScopedValues<Key, Value>,
  context: PolicyContext,
): readonly Value[] {
  return [...values.everywhere].map(([key, everywhere]) => valueIn(values, key, context) ?? everywhere)
}

/** Whether a document changes values for exactly this context; the regulations' are what is changed. */
export function isFor({ layer, appliesTo }: PolicyHeader, { productClass, contractId }: PolicyContext): boolean {
  if (layer === 'regulation') return false
  if (layer === 'company') return !productClass && !contractId
  const target = layer === 'productClass' ? productClass : contractId
  return target !== null && target !== undefined && appliesTo.includes(target)
}

/** Every product class and every contract that one of the documents is for. */
export function contextsOf(headers: readonly PolicyHeader[]): readonly PolicyContext[] {
  const named = (layer: PolicyHeader['layer']) =>
    new Set(headers.filter((header) => header.layer === layer).flatMap(({ appliesTo }) => appliesTo))
  const classes = named('productClass')
  return [
    ...productClasses.filter((name) => classes.has(name)).map((productClass) => ({ productClass })),
    ...[...named('contract')].toSorted().map((contractId) => ({ contractId })),
  ]
}

/** In words. */
export function contextText({ productClass, contractId }: PolicyContext): Bilingual {
  if (productClass) return { zh: `产品类别 ${productClass}`, en: `product class ${productClass}` }
  return contractId ? { zh: `合同 ${contractId}`, en: `contract ${contractId}` } : { zh: '全部', en: 'everything' }
}
