export { type Outcome, type PastEvent, specificationOf } from './decider-specification.ts'
export { dropDatabases } from './drop-databases.ts'
export { entryAndInput } from './entry-and-input.ts'
