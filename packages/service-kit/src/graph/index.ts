export { computed, referenceTo } from './computed.ts'
export { derivedSdl } from './derived-sdl.ts'
export { atMost, being, between, containing, type FilterField, olderThan, oneOf, startingWith } from './filters.ts'
export { grantsOf, type OperationGrant, opensOwnOnly, type RecordGrant, type SubgraphGrants } from './grants.ts'
export {
  type AggregateGraph,
  type AnyGraph,
  type GraphDeclaration,
  graphOf,
  type Making,
} from './graph.ts'
export { partsOf } from './lists.ts'
export { loadById } from './loaders.ts'
export { mutationNameOf } from './mutations.ts'
export type { Reading } from './reading.ts'
export type { RecordReference } from './record-reference.ts'
export { find, load, loadForAnybody } from './records.ts'
export { repositoryOf } from './repository.ts'
export { opensRow, opensRowOf, refuseAnothers } from './rows.ts'
export { loadIdsOfSame, loadIdsWith } from './same-records.ts'
export { serviceOf } from './service-of.ts'
