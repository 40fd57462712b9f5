export { type Outcome, type PastEvent, specificationOf } from './decider-specification.ts'
