export { type Outcome, type PastEvent, specificationOf } from './decider-specification.ts'
export { entryAndInput } from './entry-and-input.ts'
