export type { Audience } from './audiences.ts'
export { enforceAuth } from './auth.ts'
export { createErrorReporting, type ErrorReporting } from './error-reporting.ts'
export { createdId, type Entry, type Execution, execute } from './execute.ts'
export { deadlineConnectionOf, deadlineOf, kpiValueOf } from './figures.ts'
export {
  type ImportBatch,
  type ImportedRecord,
  type ImportSource,
  importingActor,
  importRecords,
  type Presume,
  presuming,
  type ToldRecord,
} from './import-records.ts'
export { type InputProblem, inputInvalid, tooLong, unfitValue } from './input-problems.ts'
export { meterOperations } from './operation-meter.ts'
export { listParked, type ParkedView, retryParked } from './parked.ts'
export { DEALING_WITH_CUSTOMERS, personalText } from './personal-text.ts'
export { type Readers, readersIn } from './readers.ts'
export { askForRebuild, latestRebuild, type RebuildView } from './rebuild.ts'
export { recordKinds } from './record-kinds.ts'
export { createRequestContext, hasRole, type RequestContext } from './request-context.ts'
export {
  isRequestErrorCode,
  type RequestErrorCode,
  requestError,
  requestErrors,
  requestRefusal,
} from './request-error.ts'
export { subgraphDocument } from './subgraph-document.ts'
export { mergedResolvers, type Resolvers, subgraphSchema } from './subgraph-schema.ts'
