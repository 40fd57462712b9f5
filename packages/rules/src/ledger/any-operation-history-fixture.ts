import fc from 'fast-check'
import {
  anyDay,
  anyEarlierInstant,
  anyInstant,
  anyZone,
  customerId,
  freely,
  historiesOf,
  moment,
  once,
  personId,
  productId,
  saleParties,
  teamId,
  thingId,
} from './any-facts-fixture.ts'
import type { BackupFactData } from './backup/facts.ts'
import type { CustomerFileFactData } from './customer-file/facts.ts'
import type { JobFactData } from './job/facts.ts'
import type { KnowledgeEntryFactData } from './knowledge-entry/facts.ts'
import type { ProjectFactData } from './project/facts.ts'
import type { RecordEntryFactData } from './record-entry/facts.ts'
import type { ReportFactData } from './report/facts.ts'
import type { StaffDayFactData } from './staff-day/facts.ts'
import type { RequiredTopic, StaffTrainingFactData } from './staff-training/facts.ts'

/* Any history of files, projects, reports, records, training, knowledge and the running of the systems. */

const role = fc.constantFrom('SALESPERSON' as const, 'AFTER_SALES' as const)
const topic = fc.constantFrom('law', 'device')
const required: fc.Arbitrary<readonly RequiredTopic[]> = fc.array(
  fc.record({ topic, intervalMonths: fc.option(fc.constantFrom(6, 12)) }),
  { maxLength: 2 },
)

const customerFileHistories = historiesOf<CustomerFileFactData>({
  category: 'customerFile',
  begins: 'CustomerFileOpened',
  tellings: {
    CustomerFileOpened: once(saleParties),
    CustomerFileUpdated: moment,
    CustomerFileConfirmed: moment,
    CustomerBecameActive: moment,
    CustomerBecameInactive: moment,
    CustomerFileClosed: moment,
  },
})

const projectHistories = historiesOf<ProjectFactData>({
  category: 'project',
  begins: 'ProjectStarted',
  tellings: {
    ProjectStarted: once({ customerId, leadId: fc.option(personId), teamId }),
    ProjectContactRecorded: freely({
      contactId: thingId,
      tellsSiteProgress: fc.constantFrom(true, true, false),
      tellsOpinion: fc.constantFrom(true, true, false),
    }),
    ProjectClosed: moment,
  },
})

const reportHistories = historiesOf<ReportFactData>({
  category: 'report',
  begins: 'ReportExpected',
  tellings: {
    ReportExpected: once({
      personId,
      teamId,
      kind: fc.constantFrom('DAILY', 'WEEKLY'),
      period: fc.constantFrom('2026-03-02', '2026-W10'),
    }),
    ReportSubmitted: moment,
  },
})

const recordEntryHistories = historiesOf<RecordEntryFactData>({
  category: 'recordEntry',
  begins: 'RecordFellDue',
  tellings: {
    RecordFellDue: moment,
    RecordEntered: moment,
    RecordNoLongerDue: moment,
    RecordBecameVisible: once(
      {
        recordId: thingId,
        recordedAt: anyEarlierInstant,
        visibleAt: anyEarlierInstant,
        personId: fc.option(personId),
        teamId,
      },
      ({ recordId }) => recordId,
      // Of when it became visible, whenever that is told.
      (_, { visibleAt }) => visibleAt,
    ),
  },
})

const staffDayHistories = historiesOf<StaffDayFactData>({
  category: 'staffDay',
  begins: 'StaffDayWorked',
  tellings: { StaffDayWorked: freely({ personId, teamId }) },
})

const staffTrainingHistories = historiesOf<StaffTrainingFactData>({
  category: 'staffTraining',
  begins: 'RoleTaken',
  tellings: {
    RoleTaken: freely({ personId, teamId, role, required }),
    RequiredTopicsChanged: freely({ role, required }),
    RoleLeft: freely({ role }),
    TrainingPassed: freely({ topic, validUntil: fc.option(anyDay), zone: anyZone }),
    TrainingFailed: freely({ topic, zone: anyZone }),
  },
})

const knowledgeEntryHistories = historiesOf<KnowledgeEntryFactData>({
  category: 'knowledgeEntry',
  begins: 'KnowledgeEntryPublished',
  tellings: {
    KnowledgeEntryPublished: freely({
      productId: fc.option(productId),
      ownerId: fc.option(personId),
      teamId,
      reviewWithinDays: fc.integer({ min: 1, max: 3 }),
    }),
    KnowledgeEntryReviewed: freely({ reviewWithinDays: fc.integer({ min: 1, max: 3 }) }),
    KnowledgeEntryWithdrawn: moment,
  },
})

const backupHistories = historiesOf<BackupFactData>({
  category: 'backup',
  begins: 'BackupExpected',
  tellings: {
    BackupExpected: once({ dayOn: anyDay, zone: anyZone }, ({ dayOn }) => dayOn),
    BackupVerified: once(
      {
        archiveId: thingId,
        isRestorable: fc.constantFrom(true, true, false),
        completedAt: fc.option(anyInstant),
        databases: fc.array(fc.record({ snapshotAt: anyInstant }), { maxLength: 2 }),
      },
      ({ archiveId }) => archiveId,
    ),
  },
})

const jobHistories = historiesOf<JobFactData>({
  category: 'job',
  begins: 'JobExpected',
  tellings: {
    JobExpected: once(
      {
        job: fc.constantFrom('priceReview', 'inventory'),
        rule: fc.constantFrom('TGT-2', 'OPS-1'),
        period: fc.constantFrom('2026-Q1', '2026-03'),
        dueAt: anyInstant,
      },
      ({ job, period }) => `${job} ${period}`,
    ),
    JobRun: freely({
      job: fc.constantFrom('priceReview', 'inventory'),
      period: fc.constantFrom('2026-Q1', '2026-03'),
    }),
  },
})

/** By category. */
export const operationHistories = {
  customerFile: customerFileHistories,
  project: projectHistories,
  report: reportHistories,
  recordEntry: recordEntryHistories,
  staffDay: staffDayHistories,
  staffTraining: staffTrainingHistories,
  knowledgeEntry: knowledgeEntryHistories,
  backup: backupHistories,
  job: jobHistories,
}
