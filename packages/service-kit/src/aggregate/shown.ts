import type { Finding } from '../interfaces.ts'

/** A record as the graph shows it: its state, and what every record has. */
export type Shown<State> = State & {
  readonly id: string
  /** Version of its last event. */
  readonly version: number
  readonly findings: readonly Finding[]
}

/** An input of a mutation with every field that was left out as `null`, through all of its objects and lists. */
export type Filled<Input> = Input extends string | number | boolean | null
  ? Input
  : Input extends readonly (infer Item)[]
    ? readonly Filled<Item>[]
    : { readonly [Field in keyof Input]-?: Filled<Exclude<Input[Field], undefined>> }
