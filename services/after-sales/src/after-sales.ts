import { type Kit, mergedResolvers, type ServiceDefinition, storedAggregateOf } from '@afterline/service-kit'
import { complaintModel, complaintRepository } from './complaint/complaint.model.ts'
import { complaintMutations } from './complaint/complaint.mutations.ts'
import {
  complainantResolvers,
  complaintQueries,
  complaintResolvers,
  customerResolvers,
  registrationResolvers,
} from './complaint/complaint.resolvers.ts'
import { complaintAccess } from './complaint/complaint-access.ts'
import { deadlineBoardResolvers } from './deadline-board/deadline-board.resolvers.ts'
import { operationsResolvers } from './operations/operations.resolvers.ts'
import { knownRecordModel, knownRecordsProjection } from './projections/known-records.ts'
import type { Resolvers } from './schema.generated.ts'
import { scorecardResolvers } from './scorecard/scorecard.resolvers.ts'

const schemaFiles = [
  './complaint/complaint.graphql',
  './scorecard/scorecard.graphql',
  './deadline-board/deadline-board.graphql',
  './operations/operations.graphql',
].map((path) => new URL(path, import.meta.url))

/** The after-sales service, put together from its parts. */
export function afterSales({ connection, policies }: Pick<Kit, 'connection' | 'policies'>): ServiceDefinition {
  const complaints = complaintModel(connection)
  const repository = complaintRepository(complaints, policies)
  const knownRecords = knownRecordModel(connection)
  const access = complaintAccess(complaints, knownRecords)
  const resolvers: Resolvers = {
    Query: complaintQueries(complaints, access),
    Mutation: complaintMutations(repository, access),
    Complaint: complaintResolvers(access),
    Complainant: complainantResolvers,
    ComplaintRegistration: registrationResolvers,
    Customer: customerResolvers(complaints, access),
    DeadlineBoard: deadlineBoardResolvers,
    Scorecard: scorecardResolvers,
  }
  return {
    context: 'after-sales',
    schemaFiles,
    resolvers: mergedResolvers(resolvers, operationsResolvers),
    projections: [knownRecordsProjection(knownRecords)],
    aggregates: [storedAggregateOf(repository)],
    // The store creates the indexes of every model on the connection; there are no others here.
    prepare: async () => undefined,
  }
}
