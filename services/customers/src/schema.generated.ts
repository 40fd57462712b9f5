import type { Instant } from '@afterline/rules';
import type { LocalDate } from '@afterline/rules';
import type { Quantity } from '@afterline/rules';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShownCustomer as CustomerParent } from './customer/fields.ts';
import type { ServiceHistoryEntry as ServiceHistoryEntryParent } from './projections/service-history.ts';
import type { Finding as FindingParent, AnyPage as CustomerConnectionParent, AnyPage as ServiceHistoryEntryConnectionParent, AnyPage as EmployeeConnectionParent, AnyPage as BackupRecordConnectionParent, AnyPage as VerifiedBackupConnectionParent, RequestContext } from '@afterline/service-kit';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency that exists, or has existed of late: a code of ISO 4217, which also says how many digits the minor unit has. */
  Currency: { input: string; output: string; }
  /** Facts that a check used, as a flat JSON object of text, numbers, booleans and nulls. Never personal data. */
  FactMap: { input: Readonly<Record<string, string | number | boolean | null>>; output: Readonly<Record<string, string | number | boolean | null>>; }
  /** A moment: RFC 3339 with offset; answers are always UTC with milliseconds (2026-02-13T08:00:00.000Z). */
  Instant: { input: Instant; output: Instant; }
  /**
   * What a scanner reads off a label, as it sends it: a GS1 element string, its symbology identifier, FNC1 as ASCII 29; or as the
   * label prints it, with the identifiers in parentheses. At most 7100 characters.
   */
  LabelScan: { input: string; output: string; }
  /** A calendar day without time zone: YYYY-MM-DD. */
  LocalDate: { input: LocalDate; output: LocalDate; }
  /** An integer number of minor currency units (fen, cents); may exceed 32 bits, never a fraction. */
  MinorUnits: { input: number; output: number; }
  /** A decimal number of units as text, at most 3 decimals, never negative. */
  Quantity: { input: Quantity; output: Quantity; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What addContactPerson asks for. */
export type AddContactPersonInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** Stored encrypted. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** As the person is addressed; not blank. Stored encrypted. */
  readonly name: Scalars['String']['input'];
  /** With area or country code. Stored encrypted. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** What the person is in the organisation; not encrypted, so name nobody here. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
};

/** What assignCustomerOwner asks for. */
export type AssignCustomerOwnerInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** Staff id; this salesperson sees the file, its complaints and ratings from now on. */
  readonly ownerId: Scalars['String']['input'];
};

/** Who reads what: groups of roles. */
export type Audience =
  /** Whoever answers for backups, or audits them. */
  | 'BACKUP_READERS'
  /** Whoever deals with a case that was rated. */
  | 'CASE_RATING_READERS'
  /** Whoever looks over all complaints. */
  | 'COMPLAINT_OVERVIEW_READERS'
  /** Whoever deals with a complaint, or with the customer who made it. */
  | 'COMPLAINT_READERS'
  /** Whoever deals with a customer's people, and the machine that writes to them. */
  | 'CONTACT_READERS'
  /** Whoever concludes contracts, reviews them, or holds the parties to them. */
  | 'CONTRACT_READERS'
  /** Whoever meets the customer's name in orders, goods or ratings. */
  | 'CUSTOMER_NAME_READERS'
  /** Whoever looks over all customers. */
  | 'CUSTOMER_OVERVIEW_READERS'
  /** Whoever deals with a customer. */
  | 'CUSTOMER_READERS'
  /** Everybody, also without a token. */
  | 'EVERYBODY'
  /** Whoever audits what imported history tells of the past. */
  | 'FINDING_READERS'
  /** Whoever looks after the running system, or audits it. */
  | 'OPERATIONS_READERS'
  /** Whoever follows goods from the order to the customer. */
  | 'ORDER_READERS'
  /** Whoever looks over all orders and limits. */
  | 'OVERVIEW_READERS'
  /** Whoever needs to know the range of products. */
  | 'PRODUCT_READERS'
  /** Whoever looks over all ratings. */
  | 'RATING_OVERVIEW_READERS'
  /** Whoever reads what customers say of us. */
  | 'RATING_READERS'
  /** Whoever answers for figures. */
  | 'SCORECARD_READERS'
  /** Everybody on the staff. */
  | 'STAFF_READERS';

/** Something that can be done with a record, as it stands, by the caller's roles. */
export type AvailableCommand = {
  readonly __typename?: 'AvailableCommand';
  /** Whether the record's stage allows it; what else a mutation asks is told by its violations. */
  readonly isAvailable: Scalars['Boolean']['output'];
  /** What a button for it says. */
  readonly label: Bilingual;
  /** Name of the mutation. */
  readonly mutation: Scalars['String']['output'];
  /** Why its stage does not allow it, and what it does allow. */
  readonly whyNot: ReadonlyArray<Violation>;
};

/** What a backup holds of one database. */
export type BackedUpDatabase = {
  readonly __typename?: 'BackedUpDatabase';
  /** Service whose database it is, such as after-sales. */
  readonly context: Scalars['String']['output'];
  /** Documents, events among them; a whole number. */
  readonly documents: Scalars['Quantity']['output'];
  /** Events; a whole number. */
  readonly events: Scalars['Quantity']['output'];
  /** The instant of which everything in it is. */
  readonly snapshotAt: Scalars['Instant']['output'];
};

/** What a backup holds of one database. */
export type BackedUpDatabaseInput = {
  /** Service whose database it is, such as after-sales. */
  readonly context: Scalars['String']['input'];
  /** Documents, events among them; a whole number. */
  readonly documents: Scalars['Quantity']['input'];
  /** Events; a whole number. */
  readonly events: Scalars['Quantity']['input'];
  /** The instant of which everything in it is. */
  readonly snapshotAt: Scalars['Instant']['input'];
};

/** Conditions hold together; an absent one holds for every backup. */
export type BackupFilter = {
  /** Any of these, by their ids on the volume. */
  readonly archiveId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it counts. */
  readonly isRestorable?: InputMaybe<Scalars['Boolean']['input']>;
  /** Tried within this stretch of time. */
  readonly verifiedAt?: InputMaybe<InstantRange>;
};

/** What was wrong with a backup that was restored. */
export type BackupProblem = {
  readonly __typename?: 'BackupProblem';
  /** What kind of problem, such as SEAL_HEAD or FIGURES. */
  readonly code: Scalars['String']['output'];
  /** Service whose database it is, such as after-sales. */
  readonly context: Scalars['String']['output'];
};

/** What was wrong with a backup that was restored. */
export type BackupProblemInput = {
  /** What kind of problem, such as SEAL_HEAD or FIGURES. */
  readonly code: Scalars['String']['input'];
  /** Service whose database it is, such as after-sales. */
  readonly context: Scalars['String']['input'];
};

/** The record of all backups of the company: since it was begun, every day needs one that can be restored (OPS-1). */
export type BackupRecord = {
  readonly __typename?: 'BackupRecord';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** When the first attempt to restore a backup was recorded; every day since needs one. */
  readonly begunAt: Scalars['Instant']['output'];
  /** Limits that run or ran on it, with the explanation of each due instant. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** Beginning of the last day that is noted as one that needs a backup. */
  readonly expectedTo?: Maybe<Scalars['Instant']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** The newest one that counts: the next is due 24 hours after its snapshot (OPS-1). */
  readonly lastGood?: Maybe<VerifiedBackup>;
  /** A number that people can read out, such as BKP-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** How far it has come. */
  readonly status: BackupRecordStatus;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** A page of a list. */
export type BackupRecordConnection = {
  readonly __typename?: 'BackupRecordConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<BackupRecordEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type BackupRecordEdge = {
  readonly __typename?: 'BackupRecordEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: BackupRecord;
};

/** Either the record of backups as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type BackupRecordPayload = {
  readonly __typename?: 'BackupRecordPayload';
  /** Null where there is none, or the caller may not see it. */
  readonly backupRecord?: Maybe<BackupRecord>;
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** How far the record of backups has come. */
export type BackupRecordStatus =
  /** Kept (已建立): every day needs a backup that was restored (OPS-1). */
  | 'KEPT';

/** Orders of the list. */
export type BackupSort =
  /** The last attempt first. */
  | 'NEWEST_FIRST'
  /** The first attempt first. */
  | 'OLDEST_FIRST';

/** One text in both languages of the product. */
export type Bilingual = {
  readonly __typename?: 'Bilingual';
  /** English. */
  readonly en: Scalars['String']['output'];
  /** Chinese, simplified script. */
  readonly zh: Scalars['String']['output'];
};

/** What changeCustomerKind asks for. */
export type ChangeCustomerKindInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** Where it stands from now on. */
  readonly kind: CustomerKind;
  /** What happened; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** What changeStaffRoles asks for. */
export type ChangeStaffRolesInput = {
  /** One with the status ACTIVE. */
  readonly employeeId: Scalars['ID']['input'];
  /** Why, without anything personal; not blank. */
  readonly reason: Scalars['String']['input'];
  /** All roles that the person holds from now on. */
  readonly roles: ReadonlyArray<Role>;
};

/** What confirmErasure asks for. */
export type ConfirmErasureInput = {
  /** One with the status ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
};

/** A person to talk to. Personal fields are stored encrypted; null once the person was erased. */
export type ContactPerson = {
  readonly __typename?: 'ContactPerson';
  /** Null where unknown, or once the person was erased. */
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** As the person is addressed; null once erased. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** With area or country code, as it was given; null where unknown, or once the person was erased. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What the person is in the organisation. Not encrypted, and kept when the person is erased. */
  readonly position?: Maybe<Scalars['String']['output']>;
};

/** An investigation of commercial credit (CUS-4). */
export type CreditInvestigation = {
  readonly __typename?: 'CreditInvestigation';
  /** How much may be owed at once; null where no limit was set. */
  readonly creditLimit?: Maybe<Money>;
  /** What the outcome rests on. */
  readonly findings: Scalars['String']['output'];
  /** When it was concluded; orders confirmed later are judged by it. */
  readonly investigatedAt: Scalars['Instant']['output'];
  /** What it came to. */
  readonly outcome: CreditOutcome;
};

/** What an investigation of commercial credit came to (CUS-4). */
export type CreditOutcome =
  /** Good (信誉良好): nothing speaks against a sale. */
  | 'GOOD'
  /** Limited (信誉有限): sold to with care; the limit itself refuses no sale. */
  | 'LIMITED'
  /** Refused (不予交易): no sale may be confirmed. */
  | 'REFUSED';

/** The one file of a customer, prospects included (CUS-1). Other subgraphs add orders, complaints and ratings. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** Contact persons. Names and addresses are masked for roles that do not deal with the customer. */
  readonly contacts: ReadonlyArray<ContactPerson>;
  /** Result of the last credit investigation (CUS-4); null when there was none. */
  readonly credit?: Maybe<CreditInvestigation>;
  /** When text about persons was erased last: names, phone numbers and the like from before are null here, in complaints and in ratings, and stay so. Null where nothing was. */
  readonly erasedAt?: Maybe<Scalars['Instant']['output']>;
  /** Waits for a second person to confirm it, or for its withdrawal; null where none does. */
  readonly erasureRequest?: Maybe<ErasureRequest>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** Where the relation stands now. */
  readonly kind: CustomerKind;
  /** In the order in which they were recorded; expired and revoked ones stay. */
  readonly licences: ReadonlyArray<Licence>;
  /** Recorded needs; without one nothing may be confirmed (CUS-8). */
  readonly needs: ReadonlyArray<CustomerNeed>;
  /** A number that people can read out, such as CUS-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** Since when there is a file. */
  readonly openedAt: Scalars['Instant']['output'];
  /** Under this name it trades; an organisation's, so it is not encrypted. */
  readonly organisation: Scalars['String']['output'];
  /** Staff id of the designated salesperson. */
  readonly ownerId?: Maybe<Scalars['String']['output']>;
  /** At least one; both where a buyer uses the device itself. */
  readonly partyRoles: ReadonlyArray<PartyRole>;
  /** The company's own grouping of its market; null where nobody said. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** Complaints and ratings in the file, newest first (CMP-8). */
  readonly serviceHistory: ServiceHistoryEntryConnection;
  /** How far it has come. */
  readonly status: CustomerStatus;
  /** Last change of the file (weekly freshness, CUS-7). */
  readonly updatedAt: Scalars['Instant']['output'];
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};


/** The one file of a customer, prospects included (CUS-1). Other subgraphs add orders, complaints and ratings. */
export type CustomerServiceHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list. */
export type CustomerConnection = {
  readonly __typename?: 'CustomerConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type CustomerEdge = {
  readonly __typename?: 'CustomerEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Customer;
};

/** Conditions hold together; an absent one holds for every record. */
export type CustomerFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Any of these. */
  readonly kind?: InputMaybe<ReadonlyArray<CustomerKind>>;
  /** Files not changed since this instant: what is due for the weekly update (CUS-7). */
  readonly notUpdatedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** A part of it; case and width of letters do not matter. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** How it begins; case and width of letters do not matter. */
  readonly organisationStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** Followed up by any of these, by staff id. */
  readonly ownerId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these. */
  readonly region?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How far the relation with a party has come. */
export type CustomerKind =
  /** Customer (客户): buys from the company. */
  | 'CUSTOMER'
  /** Near-customer (准客户): about to buy. */
  | 'NEAR_CUSTOMER'
  /** Prospect (意向客户): interested; nothing agreed yet. */
  | 'PROSPECT';

/** What the customer wants; only what satisfies a recorded need is sold (CUS-8). */
export type CustomerNeed = {
  readonly __typename?: 'CustomerNeed';
  /** In the salesperson's words. */
  readonly description: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** Classes of products that would satisfy it; an empty list stands for any product. */
  readonly productClasses: ReadonlyArray<ProductClass>;
  /** From then on orders may be confirmed by it. */
  readonly recordedAt: Scalars['Instant']['output'];
};

/** Either the customer file as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type CustomerPayload = {
  readonly __typename?: 'CustomerPayload';
  /** Null where there is none, or the caller may not see it. */
  readonly customer?: Maybe<Customer>;
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Orders of the list; the id decides between equals. */
export type CustomerSort =
  /** By updatedAt, ascending. */
  | 'LEAST_RECENTLY_UPDATED'
  /** By organisation, ascending. */
  | 'ORGANISATION'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the customer file has come. */
export type CustomerStatus =
  /** Erasure asked for (待确认删除个人信息): a second person has to confirm that its persons are erased (SEC-3); everything else goes on. */
  | 'ERASURE_REQUESTED'
  /** Open (正常): kept up (CUS-1), also once its persons were erased. */
  | 'OPEN';

/** One limit of the regulations on one record, computed by the rules package at the instant of asking. */
export type Deadline = {
  readonly __typename?: 'Deadline';
  /** Calendar that the time was counted on, as id@version; null where every hour counts. */
  readonly calendarVersion?: Maybe<Scalars['String']['output']>;
  /** How far a limit has come that asks for a number of things, such as two contacts of a project; null for every other. */
  readonly count?: Maybe<DeadlineCount>;
  /** Last instant that still meets the limit. */
  readonly dueAt: Scalars['Instant']['output'];
  /** Who is told at the warning and at the breach. */
  readonly escalateTo: Scalars['String']['output'];
  /** Why it is due when it is due: intervals counted and skipped, each with its reason, adding up to the elapsed time. */
  readonly explanation: DeadlineExplanation;
  /** Whether it waits for something that policy lets it wait for (C40); then it falls due later with every moment. */
  readonly isPaused: Scalars['Boolean']['output'];
  /** Tells limits of one key apart within a record, such as the id of an order line; empty when there is one at most. */
  readonly item: Scalars['String']['output'];
  /** Key of the policy's deadline, such as complaint.verify. */
  readonly key: Scalars['String']['output'];
  /** What has to be done in time, in the regulations' terms. */
  readonly label: Bilingual;
  /** The limit in words, such as '1 working day'. */
  readonly limit: Bilingual;
  /** Version of the policy that the limit was taken from; it stays for the life of the limit. */
  readonly policyVersion: Scalars['String']['output'];
  /** Rule of the regulations that sets the limit. */
  readonly rule: Scalars['String']['output'];
  /** Since when it counts; a reopening begins anew where policy says so. */
  readonly startedAt: Scalars['Instant']['output'];
  /** How the limit stands now. */
  readonly status: DeadlineStatus;
  /** When what the limit asks for was done; null as long as it is not. */
  readonly stoppedAt?: Maybe<Scalars['Instant']['output']>;
  /** Stream of the record: category and id. */
  readonly stream: Scalars['String']['output'];
  /** When the warning share of the counted time is used up; at the latest when it is due. */
  readonly warnAt: Scalars['Instant']['output'];
};

/** Open limits. Every subgraph adds those of its own records. */
export type DeadlineBoard = {
  readonly __typename?: 'DeadlineBoard';
  /** Limits of backups: the next one that can be restored (OPS-1). Soonest due first. */
  readonly backups?: Maybe<DeadlineConnection>;
  /** Holds the filter, so that every subgraph can apply it. */
  readonly id: Scalars['ID']['output'];
};


/** Open limits. Every subgraph adds those of its own records. */
export type DeadlineBoardBackupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A list of limits, soonest due first. */
export type DeadlineConnection = {
  readonly __typename?: 'DeadlineConnection';
  /**
   * Everything that was recorded up to this instant is counted here, but for what was being written at the moment of the
   * question, and for streams that are set aside.
   */
  readonly countedTo: Scalars['Instant']['output'];
  /** The limits of this page. */
  readonly edges: ReadonlyArray<DeadlineEdge>;
  /** Where this page lies within the list. */
  readonly pageInfo: PageInfo;
};

/** So many of so many. */
export type DeadlineCount = {
  readonly __typename?: 'DeadlineCount';
  /** How many were done by the instant of asking. */
  readonly reached: Scalars['Int']['output'];
  /** How many the limit asks for. */
  readonly required: Scalars['Int']['output'];
};

/** A limit at its place in the list. */
export type DeadlineEdge = {
  readonly __typename?: 'DeadlineEdge';
  /** For `after`, to go on behind this limit. */
  readonly cursor: Scalars['String']['output'];
  /** The limit. */
  readonly node: Deadline;
};

/** Intervals counted and skipped between the start of a limit and its stop, or the instant of asking. */
export type DeadlineExplanation = {
  readonly __typename?: 'DeadlineExplanation';
  /** Counted time in milliseconds. */
  readonly countedMs: Scalars['Float']['output'];
  /** In order and without gaps, from the start to the stop or the instant of asking. */
  readonly segments: ReadonlyArray<DeadlineSegment>;
};

/** A stretch of time within a limit, counted as a whole or not at all. */
export type DeadlineSegment = {
  readonly __typename?: 'DeadlineSegment';
  /** Whether its time counts towards the limit. */
  readonly counted: Scalars['Boolean']['output'];
  /** First instant of the stretch. */
  readonly from: Scalars['Instant']['output'];
  /** Why it counts or does not, such as the name of a holiday. */
  readonly reason: Bilingual;
  /** Its end, where the next one begins. */
  readonly to: Scalars['Instant']['output'];
};

/** State of a limit at the instant of asking. */
export type DeadlineStatus =
  /** Done in time; the due instant itself is in time. */
  | 'MET'
  /** Done, but late. */
  | 'MISSED'
  /** Starts in the future, if at all. */
  | 'NOT_STARTED'
  /** Past due and still open. */
  | 'OVERDUE'
  /** Open, and not yet near its end. */
  | 'RUNNING'
  /** The limit no longer applies. */
  | 'VOID'
  /** 75 % of the limit are used up. */
  | 'WARNED';

/** A member of staff: who may be named by records, by which roles, and from when until when (ORG-3). */
export type Employee = {
  readonly __typename?: 'Employee';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** Whether the person is on the staff at this moment: from validFrom on, and before validUntil. Otherwise a token opens nothing (ORG-3). */
  readonly isOnStaff: Scalars['Boolean']['output'];
  /** As colleagues call the person; null for somebody who signed in and whom nobody registered. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** A number that people can read out, such as EMP-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** What the person is registered for, and what the identity provider has said since. */
  readonly roles: ReadonlyArray<Role>;
  /** By which records name the person: the subject of the identity provider's tokens (ORG-3). Never a name. */
  readonly staffId: Scalars['String']['output'];
  /** How far it has come. */
  readonly status: EmployeeStatus;
  /** The team whose targets the person shares (ORG-8); null without one. */
  readonly teamId?: Maybe<Scalars['String']['output']>;
  /** From when on records may name the person; null where always. */
  readonly validFrom?: Maybe<Scalars['Instant']['output']>;
  /** The first instant at which records may not name the person; null without end. */
  readonly validUntil?: Maybe<Scalars['Instant']['output']>;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** A page of a list. */
export type EmployeeConnection = {
  readonly __typename?: 'EmployeeConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<EmployeeEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type EmployeeEdge = {
  readonly __typename?: 'EmployeeEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Employee;
};

/** Conditions hold together; an absent one holds for every record. */
export type EmployeeFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Who holds any of these. */
  readonly role?: InputMaybe<ReadonlyArray<Role>>;
  /** Any of these staff ids, as they are registered. */
  readonly staffId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<EmployeeStatus>>;
  /** Of any of these teams. */
  readonly teamId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whom records of this instant may name: now, for a choice of people. */
  readonly validAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** Either the member of staff as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type EmployeePayload = {
  readonly __typename?: 'EmployeePayload';
  /** Null where there is none, or the caller may not see it. */
  readonly employee?: Maybe<Employee>;
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Orders of the list; the id decides between equals. */
export type EmployeeSort =
  /** Latest change first. */
  | 'RECENTLY_CHANGED'
  /** By staffId, ascending. */
  | 'STAFF_ID';

/** How far the member of staff has come. */
export type EmployeeStatus =
  /** Active (在岗): records may name the person, within the validity. */
  | 'ACTIVE'
  /** Left (已离岗): named for earlier acts only, until registered again. */
  | 'ENDED';

/** What endStaff asks for. */
export type EndStaffInput = {
  /** One with the status ACTIVE. */
  readonly employeeId: Scalars['ID']['input'];
  /** Why, without anything personal; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** How a change is entered. Every mutation that changes a record takes one, beside what it is about. */
export type Entry = {
  /**
   * What has been changed before and has to be known when this is judged, at most 20 records: what is kept elsewhere takes a
   * moment to arrive. Waits for it a little while; then NOT_YET_KNOWN, and nothing happened, so that the same key can be sent
   * again. A record on which the change cannot rest is not waited for; one that does not exist, or that the caller may not
   * see, never becomes known.
   */
  readonly after?: InputMaybe<ReadonlyArray<RecordVersionInput>>;
  /** Why it is entered late; counted by KPI-32. */
  readonly backdatedBecause?: InputMaybe<Scalars['String']['input']>;
  /** The version that the record was read at; VERSION_CONFLICT when somebody else was faster. Any version when left out. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500 characters, not blank. Repeating a key returns the first answer; choose a new one for each new intention. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** When it happened, if not now; then backdatedBecause is needed, and policy limits how far back it may lie. */
  readonly occurredAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** What was asked for: that the persons of a file be erased (SEC-3). */
export type ErasureRequest = {
  readonly __typename?: 'ErasureRequest';
  /** On what ground. */
  readonly reason: Scalars['String']['output'];
  /** When it was asked for. */
  readonly requestedAt: Scalars['Instant']['output'];
  /** Staff id; a second person has to confirm it. */
  readonly requestedBy: Scalars['String']['output'];
};

/** A rule that an imported record breaks; online the record would have been refused. */
export type Finding = {
  readonly __typename?: 'Finding';
  /** The values that the rule was judged by. */
  readonly facts: Scalars['FactMap']['output'];
  /** What is wrong with the record. */
  readonly message: Bilingual;
  /** Id of the rule, such as CUS-5. */
  readonly rule: Scalars['String']['output'];
  /** System, file and row that the record came from. */
  readonly source: Scalars['String']['output'];
};

/** What another system tells otherwise than before. */
export type ImportChange = {
  readonly __typename?: 'ImportChange';
  /** As it is told now; null like the former. */
  readonly after?: Maybe<Scalars['String']['output']>;
  /** As it was told before; null where nothing was, and for text about a person. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** Name of the field, or of the step that happened. */
  readonly field: Scalars['String']['output'];
};

/** A customer as the other system knows it. Its file begins as that of a buyer without a designated salesperson. */
export type ImportCustomerRecord = {
  /** The record's key in the other system. */
  readonly key: Scalars['String']['input'];
  /** How far the relation has come there. */
  readonly kind: CustomerKind;
  /** Since when the other system has known it; the file is opened as of then. */
  readonly openedAt: Scalars['Instant']['input'];
  /** Under this name it trades. */
  readonly organisation: Scalars['String']['input'];
  /** As the other system groups its market. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** Row in the file, 1 for the first after the header. */
  readonly row: Scalars['Int']['input'];
};

/** A batch of files from another system. */
export type ImportCustomersInput = {
  /**
   * Whether only to tell what would become of the records, as an import at the same moment would; nothing is kept, and nothing
   * follows from it. What a status says then is what it would be.
   */
  readonly isCheck: Scalars['Boolean']['input'];
  /** Of a check: records that are taken to be imported before these, such as others of the same files; at most 1000. */
  readonly presumed?: InputMaybe<ReadonlyArray<ImportCustomerRecord>>;
  /** At most 200; each is imported whole or not at all, whatever becomes of the others. */
  readonly records: ReadonlyArray<ImportCustomerRecord>;
  /** Names the other system and the file that was read. */
  readonly source: ImportSourceInput;
};

/** What became of the batch. */
export type ImportCustomersPayload = {
  readonly __typename?: 'ImportCustomersPayload';
  /** One for each record, in the order in which they were sent. */
  readonly results: ReadonlyArray<ImportResult>;
};

/** What became of one record. */
export type ImportResult = {
  readonly __typename?: 'ImportResult';
  /** What a record that was there already tells otherwise; empty for others. */
  readonly changes: ReadonlyArray<ImportChange>;
  /** Rules that the record breaks, each once; also for a record that was already present. */
  readonly findings: ReadonlyArray<Finding>;
  /** Id of the record here. */
  readonly id: Scalars['ID']['output'];
  /** Key of the record in the other system. */
  readonly key: Scalars['String']['output'];
  /** Row of the record in its file. */
  readonly row: Scalars['Int']['output'];
  /** Whether it was kept. */
  readonly status: ImportStatus;
  /**
   * Of a check: what only one record may have and this one would have (an organisation, a code), each as a tag that tells
   * nothing of it: of records whose values are one value the tags are the same. Empty for an import.
   */
  readonly uniqueValues: ReadonlyArray<Scalars['String']['output']>;
  /** Why an unusable record is unusable. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Where imported records come from. */
export type ImportSourceInput = {
  /** Name of the file that the records were read from; findings name it. */
  readonly file: Scalars['String']['input'];
  /** Name of the other system; together with a record's key it gives the record its id. */
  readonly system: Scalars['String']['input'];
};

/** What became of an imported record. */
export type ImportStatus =
  /** Was imported before, and is told as it was then; nothing was changed. */
  | 'ALREADY_PRESENT'
  /** Was imported before, and is told otherwise now: what is kept was changed accordingly. */
  | 'CORRECTED'
  /** Was imported before, and is told otherwise now in what nothing can change; nothing was changed. */
  | 'DIFFERENT'
  /** Is kept here now, with its history; of a check: would be. */
  | 'IMPORTED'
  /** Makes no sense as a record; nothing was kept. */
  | 'UNUSABLE';

/** A stretch of time. Open on a side that is left out. */
export type InstantRange = {
  /** Before this instant. */
  readonly before?: InputMaybe<Scalars['Instant']['input']>;
  /** This instant or later. */
  readonly from?: InputMaybe<Scalars['Instant']['input']>;
};

/** What investigateCredit asks for. */
export type InvestigateCreditInput = {
  /** How much may be owed at once; never negative (CUS-4). */
  readonly creditLimit?: InputMaybe<MoneyInput>;
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** What the outcome rests on; not blank. */
  readonly findings: Scalars['String']['input'];
  /** What an investigation of commercial credit came to (CUS-4). */
  readonly outcome: CreditOutcome;
};

/** What a figure is measured in. */
export type KpiUnit =
  /** A number of things. */
  | 'COUNT'
  /** Milliseconds. */
  | 'DURATION'
  /** Minor units of the row's currency. */
  | 'MONEY'
  /** Units of products, with up to 3 decimals. */
  | 'QUANTITY'
  /** A share from 0 to 1, or a rate: so much for each `per`. */
  | 'RATIO'
  /** A mean of ratings from 1 to 5. */
  | 'SCORE';

/** One key figure over a period, as of an instant. Ratios are kept as two exact numbers; rounding is for display only. */
export type KpiValue = {
  readonly __typename?: 'KpiValue';
  /** ISO 4217 code; set for money only. Each currency has a row of its own, because nothing is converted. */
  readonly currency?: Maybe<Scalars['String']['output']>;
  /** Exact, in the unit of the numerator; 0 for figures that are sums, and where nothing was counted. */
  readonly denominator: Scalars['String']['output'];
  /** Id in the regulations' list, such as KPI-1. */
  readonly id: Scalars['String']['output'];
  /** Set for shares of ratings, where anything was counted. */
  readonly interval?: Maybe<ShareInterval>;
  /** True where fewer anonymous answers came in than may be shown; then every number of the row is withheld (C21). */
  readonly isSuppressed: Scalars['Boolean']['output'];
  /** What the figure is called, in the regulations' terms; of a sub-figure with its part in brackets. */
  readonly label: Bilingual;
  /** Exact: a count, minor units of the currency, or a quantity with up to 3 decimals. Of durations, how many there are. */
  readonly numerator: Scalars['String']['output'];
  /** Sub-figure, such as the timer's key under KPI-17. */
  readonly part?: Maybe<Scalars['String']['output']>;
  /** Open items that are not yet due: counted neither way. */
  readonly pending: Scalars['Int']['output'];
  /** 1000 for a rate per thousand, else 1. */
  readonly per: Scalars['Int']['output'];
  /** How far a percentile may be from a measured duration, as a share of it; null for exact figures. */
  readonly relativeError?: Maybe<Scalars['Float']['output']>;
  /** `company`, or kind and id, such as customer:0190… or channel:ONLINE. */
  readonly scope: Scalars['String']['output'];
  /** What `value` is measured in. */
  readonly unit: KpiUnit;
  /**
   * Numerator × `per` by denominator; the sum itself for figures without a denominator; milliseconds for durations. Null when
   * the denominator is 0, and when the row is withheld.
   */
  readonly value?: Maybe<Scalars['Float']['output']>;
};

/** A licence or qualification. It opens gates from its verification until its last day of validity. */
export type Licence = {
  readonly __typename?: 'Licence';
  readonly id: Scalars['ID']['output'];
  /** The authority that granted it. */
  readonly issuer: Scalars['String']['output'];
  /** What it permits by its nature. */
  readonly kind: LicenceKind;
  /** As printed on it. */
  readonly number: Scalars['String']['output'];
  /** When it was taken out of use; it opens no gate from then on. Null where it was not. */
  readonly revokedAt?: Maybe<Scalars['Instant']['output']>;
  /** Classes of products that it permits (CUS-5). */
  readonly scope: ReadonlyArray<ProductClass>;
  /** First day of validity, in the company's time zone. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** Last day of validity; null for a licence without end. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** When it was checked with its issuer; null until then, and it opens no gate. */
  readonly verifiedAt?: Maybe<Scalars['Instant']['output']>;
};

/** Papers that qualify a party. Every sale needs one in force (CUS-4); a medical device needs one that permits devices (CUS-5). */
export type LicenceKind =
  /** Business licence (营业执照): opens no gate to medical devices. */
  | 'BUSINESS_LICENCE'
  /** Device dealer filing (医疗器械经营备案凭证): a dealer's notice to the regulator; permits what its scope names. */
  | 'DEVICE_DEALER_FILING'
  /** Device dealer licence (医疗器械经营许可证): permits to trade in the classes of medical devices that its scope names. */
  | 'DEVICE_DEALER_LICENCE'
  /** Medical institution licence (医疗机构执业许可证): permits to work, and so to buy what its scope names. */
  | 'MEDICAL_INSTITUTION_LICENCE';

/** An exact amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** ISO 4217 code. */
  readonly currency: Scalars['String']['output'];
  /** Integer minor units. */
  readonly minor: Scalars['MinorUnits']['output'];
};

/** An exact amount of money. */
export type MoneyInput = {
  /** ISO 4217 code. */
  readonly currency: Scalars['Currency']['input'];
  /** Integer minor units. */
  readonly minor: Scalars['MinorUnits']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Add a contact person (添加联系人). A contact person was added to the file; name and addresses are personal (CUS-3, SEC-1). */
  readonly addContactPerson: CustomerPayload;
  /** Assign the salesperson (指定负责业务员). A salesperson was designated for the customer (FUP-1). */
  readonly assignCustomerOwner: CustomerPayload;
  /** Change the kind of customer (变更客户类型). A prospect became a near-customer or customer, or the reverse. */
  readonly changeCustomerKind: CustomerPayload;
  /** Change the roles (变更员工岗位). A member of staff holds other roles from now on (ORG-3). */
  readonly changeStaffRoles: EmployeePayload;
  /** Confirm the erasure of persons (确认删除个人信息). A second person confirmed the erasure: each service deletes the customer's data key, so that nobody can read text about persons from before any more; all records stay (SEC-3, SEC-4, C20). */
  readonly confirmErasure: CustomerPayload;
  /** End the membership (员工离岗). A member of staff left: records name the person for no later act (ORG-3). */
  readonly endStaff: EmployeePayload;
  /** Imports files from another system, up to 200 at once; a record that is already present and told otherwise is corrected where that can be. */
  readonly importCustomers: ImportCustomersPayload;
  /** Investigate credit (信用调查). The customer's commercial credit was investigated (CUS-4). */
  readonly investigateCredit: CustomerPayload;
  /** Open the customer file (建立客户档案). A customer file was opened for a prospect, near-customer or customer (CUS-1). */
  readonly openCustomerFile: CustomerPayload;
  /**
   * Has the running service make anew, from its events, what it keeps besides them, while it serves. While a rebuild is under
   * way this joins it.
   */
  readonly rebuildCustomers: Rebuild;
  /** Record that a backup was restored (登记备份恢复验证). A backup was restored beside the instance, or that was tried in vain (OPS-1). */
  readonly recordBackup: BackupRecordPayload;
  /** Record a licence (登记证照). A licence of the customer was recorded with scope and validity; it opens no gate until verified (CUS-4). */
  readonly recordLicence: CustomerPayload;
  /** Record a need (登记需求). A need of the customer was recorded, before anything is quoted or sold (CUS-8). */
  readonly recordNeed: CustomerPayload;
  /** Register the member of staff (登记员工). A member of staff was registered by name, roles and validity (ORG-3). */
  readonly registerStaff: EmployeePayload;
  /** Ask for the erasure of persons (申请删除个人信息). Somebody asked that the customer's persons be erased; a second person has to confirm it (SEC-3, C20). */
  readonly requestErasure: CustomerPayload;
  /** Has the running consumer apply the parked event again, and then what waits behind it. */
  readonly retryParkedInCustomers: RetryResult;
  /** Revoke a licence (撤销证照). The licence no longer counts, from this instant on. */
  readonly revokeLicence: CustomerPayload;
  /** Verify a licence (核实证照). The licence was checked against the issuer's register (CUS-4, CUS-5). */
  readonly verifyLicence: CustomerPayload;
  /** Withdraw the request for erasure (撤回删除申请). The request for an erasure was withdrawn; nothing was erased (SEC-3). */
  readonly withdrawErasure: CustomerPayload;
};


export type MutationAddContactPersonArgs = {
  entry: Entry;
  input: AddContactPersonInput;
};


export type MutationAssignCustomerOwnerArgs = {
  entry: Entry;
  input: AssignCustomerOwnerInput;
};


export type MutationChangeCustomerKindArgs = {
  entry: Entry;
  input: ChangeCustomerKindInput;
};


export type MutationChangeStaffRolesArgs = {
  entry: Entry;
  input: ChangeStaffRolesInput;
};


export type MutationConfirmErasureArgs = {
  entry: Entry;
  input: ConfirmErasureInput;
};


export type MutationEndStaffArgs = {
  entry: Entry;
  input: EndStaffInput;
};


export type MutationImportCustomersArgs = {
  input: ImportCustomersInput;
};


export type MutationInvestigateCreditArgs = {
  entry: Entry;
  input: InvestigateCreditInput;
};


export type MutationOpenCustomerFileArgs = {
  entry: Entry;
  input: OpenCustomerFileInput;
};


export type MutationRebuildCustomersArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordBackupArgs = {
  entry: Entry;
  input: RecordBackupInput;
};


export type MutationRecordLicenceArgs = {
  entry: Entry;
  input: RecordLicenceInput;
};


export type MutationRecordNeedArgs = {
  entry: Entry;
  input: RecordNeedInput;
};


export type MutationRegisterStaffArgs = {
  entry: Entry;
  input: RegisterStaffInput;
};


export type MutationRequestErasureArgs = {
  entry: Entry;
  input: RequestErasureInput;
};


export type MutationRetryParkedInCustomersArgs = {
  consumer: Scalars['String']['input'];
  stream: Scalars['String']['input'];
};


export type MutationRevokeLicenceArgs = {
  entry: Entry;
  input: RevokeLicenceInput;
};


export type MutationVerifyLicenceArgs = {
  entry: Entry;
  input: VerifyLicenceInput;
};


export type MutationWithdrawErasureArgs = {
  entry: Entry;
  input: WithdrawErasureInput;
};

/** What openCustomerFile asks for. */
export type OpenCustomerFileInput = {
  /** How far the relation has come. */
  readonly kind: CustomerKind;
  /** Under which name it trades; an organisation's, so it is not encrypted. */
  readonly organisation: Scalars['String']['input'];
  /** Staff id of the designated salesperson. */
  readonly ownerId?: InputMaybe<Scalars['String']['input']>;
  /** At least one; both where a buyer uses the device itself. */
  readonly partyRoles: ReadonlyArray<PartyRole>;
  /** The company's own grouping of its market; null where nobody said. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
};

/** What operators look after; every subgraph adds its own part. */
export type Operations = {
  readonly __typename?: 'Operations';
  readonly id: Scalars['ID']['output'];
  /** Streams that a consumer of this subgraph has parked, in a stable order. */
  readonly parkedInCustomers?: Maybe<ParkedStreamConnection>;
  /** The rebuild of this subgraph's documents, limits and figures that is under way, else the last one. */
  readonly rebuildInCustomers?: Maybe<Rebuild>;
};


/** What operators look after; every subgraph adds its own part. */
export type OperationsParkedInCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Position within a list, as the Relay connection specification defines it. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last item; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows; ask for it with `after: endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page began after a cursor. Lists are read forwards only. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A stream whose events a consumer could not apply. Its later events wait; all other streams go on. */
export type ParkedStream = {
  readonly __typename?: 'ParkedStream';
  /** How often it was tried. */
  readonly attempts: Scalars['Int']['output'];
  /** Name of the projection or consumer that stands still. */
  readonly consumer: Scalars['String']['output'];
  /** Stable code of the error. */
  readonly errorCode?: Maybe<Scalars['String']['output']>;
  /** Never data of the event. */
  readonly errorMessage?: Maybe<Scalars['String']['output']>;
  /** Id of the event that failed; null for a message that is no event. */
  readonly eventId?: Maybe<Scalars['String']['output']>;
  /** Its type, such as OrderConfirmed. */
  readonly eventType?: Maybe<Scalars['String']['output']>;
  /** When it was given up for the time being. */
  readonly parkedAt: Scalars['Instant']['output'];
  /** Category and id, such as order-0190…; of a message that is no event its key, or an empty text. */
  readonly stream: Scalars['String']['output'];
  /** Version of the event that failed; 0 for a message that is no event. */
  readonly version: Scalars['Int']['output'];
};

/** A list of parked streams, in a stable order. */
export type ParkedStreamConnection = {
  readonly __typename?: 'ParkedStreamConnection';
  /** The parked streams of this page. */
  readonly edges: ReadonlyArray<ParkedStreamEdge>;
  /** Where this page lies within the list. */
  readonly pageInfo: PageInfo;
};

/** A parked stream at its place in the list. */
export type ParkedStreamEdge = {
  readonly __typename?: 'ParkedStreamEdge';
  /** For `after`, to go on behind this stream. */
  readonly cursor: Scalars['String']['output'];
  /** The parked stream. */
  readonly node: ParkedStream;
};

/** What the party does with products. */
export type PartyRole =
  /** Buyer (购货单位): orders are placed in its name. */
  | 'BUYER'
  /** User (用户): uses the device without having bought it. */
  | 'USER';

/** Class of a product: medical devices are I (lowest risk) to III; everything else is unregulated. */
export type ProductClass =
  /** Medical device of low risk. */
  | 'CLASS_I'
  /** Medical device of moderate risk. */
  | 'CLASS_II'
  /** Medical device of high risk. */
  | 'CLASS_III'
  /** Not a medical device. */
  | 'UNREGULATED';

export type Query = {
  readonly __typename?: 'Query';
  /** One record of backups; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly backupRecord?: Maybe<BackupRecord>;
  /** Attempts to restore a backup, those in vain among them (OPS-1): only one that was restored counts. */
  readonly backups?: Maybe<VerifiedBackupConnection>;
  /** One customer file; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly customer?: Maybe<Customer>;
  /** Customer files. A caller who is only a salesperson sees the files assigned to him or her. */
  readonly customers?: Maybe<CustomerConnection>;
  /** One member of staff; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly employee?: Maybe<Employee>;
  /** The register of staff: whoever was registered, or signed in (ORG-3). */
  readonly staff?: Maybe<EmployeeConnection>;
};


export type QueryBackupRecordArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBackupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BackupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<BackupSort>;
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CustomerSort>;
};


export type QueryEmployeeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStaffArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<EmployeeSort>;
};

/** Making anew, from events alone, what a service keeps besides them: documents, limits, measurements and sums. */
export type Rebuild = {
  readonly __typename?: 'Rebuild';
  /** Kinds of streams that it goes through, such as order. */
  readonly categories: ReadonlyArray<Scalars['String']['output']>;
  /** Documents that were not what their events say, and are now. */
  readonly correctedDocuments: Scalars['Int']['output'];
  /** Measurements, likewise. */
  readonly correctedMeasurements: Scalars['Int']['output'];
  /** Sums of the figures that were not what their measurements add up to. */
  readonly correctedSums: Scalars['Int']['output'];
  /** Limits, likewise. */
  readonly correctedTimers: Scalars['Int']['output'];
  /** When it was done or given up; null until then. */
  readonly endedAt?: Maybe<Scalars['Instant']['output']>;
  /** Code of the error for which it was given up. */
  readonly failureCode?: Maybe<Scalars['String']['output']>;
  /** Id of the rebuild. */
  readonly id: Scalars['ID']['output'];
  /** Streams that could not be made anew. */
  readonly problemCount: Scalars['Int']['output'];
  /** The first 100 of them. */
  readonly problems: ReadonlyArray<RebuildProblem>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['Instant']['output'];
  /** When a service took it up. */
  readonly startedAt?: Maybe<Scalars['Instant']['output']>;
  /** How far it has come. */
  readonly status: RebuildStatus;
  /** What it is at, such as STREAMS order, LEFTOVERS or SUMS; null when it is over. */
  readonly step?: Maybe<Scalars['String']['output']>;
  /** Streams gone through. */
  readonly streams: Scalars['Int']['output'];
  /** About how many streams there are. */
  readonly total: Scalars['Int']['output'];
};

/** A stream that a rebuild could not make anew, so that it was left as it is. */
export type RebuildProblem = {
  readonly __typename?: 'RebuildProblem';
  /** Stable code of the error. */
  readonly code: Scalars['String']['output'];
  /** Never data of an event. */
  readonly message: Scalars['String']['output'];
  /** Category and id, such as order-0190… */
  readonly stream: Scalars['String']['output'];
};

/** How far a rebuild has come. */
export type RebuildStatus =
  /** Came to its end; what it had to leave as it is, problems tell. */
  | 'DONE'
  /** Was given up; what had been rebuilt until then is right. */
  | 'FAILED'
  /** Waits until a service takes it up. */
  | 'REQUESTED'
  /** A service is at it. */
  | 'RUNNING';

/** What recordBackup asks for. */
export type RecordBackupInput = {
  /** Id of the backup on its volume, such as 20260214T020000Z-5f0c21aa. */
  readonly archiveId: Scalars['String']['input'];
  /** When the backup itself was complete; null where that cannot be read. */
  readonly completedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** What it holds, database by database. */
  readonly databases: ReadonlyArray<BackedUpDatabaseInput>;
  /** Whether it counts: restored beside the instance, it had every chain, seal and figure of its instant (OPS-1). */
  readonly isRestorable: Scalars['Boolean']['input'];
  /** SHA-256 of its manifest in canonical JSON, hexadecimal; null where that cannot be read. */
  readonly manifestSha256?: InputMaybe<Scalars['String']['input']>;
  /** Why it does not count; empty where it does. */
  readonly problems: ReadonlyArray<BackupProblemInput>;
};

/** What a record is. */
export type RecordKind =
  /** The record of all backups. */
  | 'BACKUP'
  /** A complaint. */
  | 'COMPLAINT'
  /** A contract. */
  | 'CONTRACT'
  /** A customer's file. */
  | 'CUSTOMER'
  /** An approval to deviate from a quotation. */
  | 'DEVIATION'
  /** A member of staff in the register. */
  | 'EMPLOYEE'
  /** A lot of a product. */
  | 'LOT'
  /** An order. */
  | 'ORDER'
  /** A product. */
  | 'PRODUCT'
  /** A survey. */
  | 'SURVEY';

/** What recordLicence asks for. */
export type RecordLicenceInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** The authority that granted it; not blank. */
  readonly issuer: Scalars['String']['input'];
  /** What it permits by its nature. */
  readonly kind: LicenceKind;
  /** As printed on it; refused where one of this kind and number is on file and not revoked (CUS-4). */
  readonly number: Scalars['String']['input'];
  /** Classes of products that it permits (CUS-5). */
  readonly scope: ReadonlyArray<ProductClass>;
  /** First day of validity, in the company's time zone. */
  readonly validFrom: Scalars['LocalDate']['input'];
  /** Last day of validity; null for a licence without end. */
  readonly validUntil?: InputMaybe<Scalars['LocalDate']['input']>;
};

/** What recordNeed asks for. */
export type RecordNeedInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** What is needed, and what for; not blank. */
  readonly description: Scalars['String']['input'];
  /** Classes of products that would satisfy it; an empty list stands for any product. */
  readonly productClasses: ReadonlyArray<ProductClass>;
};

/** How far a record had come. */
export type RecordVersion = {
  readonly __typename?: 'RecordVersion';
  /** Id of the record. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly record: RecordKind;
  /** Its `version` after the last change that was known; 0 where nothing was known of it, or the caller may not see it. */
  readonly version: Scalars['Int']['output'];
};

/** A record as it was when it was last changed or read. Later versions are as good. */
export type RecordVersionInput = {
  /** Id of the record. */
  readonly id: Scalars['ID']['input'];
  /** What it is. */
  readonly record: RecordKind;
  /** Its `version`, as the mutation that changed it has returned it. */
  readonly version: Scalars['Int']['input'];
};

/** What registerStaff asks for. */
export type RegisterStaffInput = {
  /** As colleagues call the person; not blank. Stored encrypted under a key of its own. */
  readonly name: Scalars['String']['input'];
  /** Posts of the regulations that the person holds: fields that name staff ask for some of them (ORG-3). */
  readonly roles: ReadonlyArray<Role>;
  /** By which records name the person: the subject of the identity provider's tokens (ORG-3). Never a name. */
  readonly staffId: Scalars['String']['input'];
  /** The team whose targets the person shares (ORG-8). */
  readonly teamId?: InputMaybe<Scalars['String']['input']>;
  /** From when on records may name the person; null where always. */
  readonly validFrom?: InputMaybe<Scalars['Instant']['input']>;
  /** The first instant at which they may not any more; null without end. */
  readonly validUntil?: InputMaybe<Scalars['Instant']['input']>;
};

/** What requestErasure asks for. */
export type RequestErasureInput = {
  /** One with the status OPEN. */
  readonly customerId: Scalars['ID']['input'];
  /** On what ground, such as a request of the person; not blank. It is kept, so name nobody here. */
  readonly reason: Scalars['String']['input'];
};

/** What came of letting a parked stream go on. */
export type RetryResult = {
  readonly __typename?: 'RetryResult';
  /** Events that were applied, the parked one included. */
  readonly applied?: Maybe<Scalars['Int']['output']>;
  /** Code of the error that stopped the stream again; null when nothing did. */
  readonly errorCode?: Maybe<Scalars['String']['output']>;
  /** Events that still wait. */
  readonly remaining?: Maybe<Scalars['Int']['output']>;
  /** Whether it has been tried already. */
  readonly status: RetryStatus;
};

/** Whether a retry has been carried out. */
export type RetryStatus =
  /** The running consumer has tried; see what it applied. */
  | 'DONE'
  /** No consumer took the request up in time; it is carried out when one runs. */
  | 'PENDING';

/** What revokeLicence asks for. */
export type RevokeLicenceInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** One that is not revoked yet (CUS-4). */
  readonly licenceId: Scalars['ID']['input'];
  /** Why it may not be relied on any more; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** What a caller may do. A token carries one or more. */
export type Role =
  /** Takes over complaints that nobody could solve, and supervises them. */
  | 'ADMINISTRATION'
  /** Takes in, diagnoses and dispatches service. */
  | 'AFTER_SALES'
  /** Reads, and changes nothing; shows records at an inspection. */
  | 'AUDITOR'
  /** Takes in complaints and disputes. */
  | 'COMPLAINT_DESK'
  /** A machine that sends invitations to customers; nobody on staff is one. */
  | 'DELIVERY_CHANNEL'
  /** Receives customers' opinions and has improvements carried out. */
  | 'DEPARTMENT_HEAD'
  /** Reviews and approves controlled documents and policies. */
  | 'DOCUMENT_APPROVER'
  /** Invoices, collection, purchase and sales records. */
  | 'FINANCE'
  /** Takes in calls and chats, without deciding on quality. */
  | 'HOTLINE_AGENT'
  /** The company's leadership: annual targets, all figures. */
  | 'LEADERSHIP'
  /** Reviews every contract. */
  | 'LEGAL'
  /** Market research; receives the analysis of sales. */
  | 'MARKETING'
  /** Answers visitors, calls and letters on medical questions. */
  | 'MEDICAL_ADVISOR'
  /** Operators: import of history, parked events. */
  | 'OPERATOR'
  /** Takes confirmed orders into the schedule and reports goods ready. */
  | 'PRODUCTION'
  /** A caller without a token, such as the respondent of a survey. */
  | 'PUBLIC'
  /** Buys goods and materials; coordinates delivery. */
  | 'PURCHASING'
  /** Decides what is non-conforming, and on complaints about quality. */
  | 'QUALITY_CONTROL'
  /** Sells to the customers that are assigned to this person, and follows them up. */
  | 'SALESPERSON'
  /** Leads the salespeople: monthly targets, assessment, reports to the leadership. */
  | 'SALES_MANAGER'
  /** Works on the cases that are assigned to this person. */
  | 'SERVICE_ENGINEER'
  /** Development and technology; coordinates delivery. */
  | 'TECHNICAL'
  /** Picks and checks what leaves; the two need different people (DEL-2). */
  | 'WAREHOUSE';

/** Key figures over a period, as of an instant. Every subgraph adds the figures that it keeps. */
export type Scorecard = {
  readonly __typename?: 'Scorecard';
  /** Holds the whole question, so that it can be asked again. */
  readonly id: Scalars['ID']['output'];
  /** Backup rate (KPI-30). */
  readonly safekeeping?: Maybe<ReadonlyArray<KpiValue>>;
  /**
   * Everything that was recorded up to this instant is counted in safekeeping, but for what was being written at the moment of
   * the question, and for streams that are set aside.
   */
  readonly safekeepingCountedTo?: Maybe<Scalars['Instant']['output']>;
};

/** One entry of the service history: a complaint with its result, or a rating (CMP-8). */
export type ServiceHistoryEntry = {
  readonly __typename?: 'ServiceHistoryEntry';
  /** A rating has no result; a complaint has a score only once it was rated. */
  readonly kind: ServiceHistoryKind;
  /** When the complaint was received, or the rating given. */
  readonly occurredAt: Scalars['Instant']['output'];
  /** Outcome of a complaint's handling. */
  readonly result?: Maybe<Scalars['String']['output']>;
  /** Rating of the service from 1 to 5: the complaint's own, once given, or this rating's. */
  readonly serviceScore?: Maybe<Scalars['Int']['output']>;
  /** State of a complaint: RECEIVED, HANDLED, CONFIRMED, REOPENED or CLOSED; ANSWERED for a rating. */
  readonly status: Scalars['String']['output'];
  /** Stream of the complaint or survey. */
  readonly stream: Scalars['String']['output'];
};

/** A page of a list. */
export type ServiceHistoryEntryConnection = {
  readonly __typename?: 'ServiceHistoryEntryConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<ServiceHistoryEntryEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type ServiceHistoryEntryEdge = {
  readonly __typename?: 'ServiceHistoryEntryEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: ServiceHistoryEntry;
};

/** What an entry of the service history is about. */
export type ServiceHistoryKind =
  /** A complaint, with how it was solved. */
  | 'COMPLAINT'
  /** A rating that the customer gave. */
  | 'RATING';

/** A 95 % Wilson interval: where the true share plausibly lies. */
export type ShareInterval = {
  readonly __typename?: 'ShareInterval';
  /** Upper end, from 0 to 1. */
  readonly high: Scalars['Float']['output'];
  /** Lower end, from 0 to 1. */
  readonly low: Scalars['Float']['output'];
};

/** An attempt to restore a backup. */
export type VerifiedBackup = {
  readonly __typename?: 'VerifiedBackup';
  /** Id of the backup on its volume, such as 20260214T020000Z-5f0c21aa. */
  readonly archiveId: Scalars['String']['output'];
  /** When the backup itself was complete; null where that cannot be read. */
  readonly completedAt?: Maybe<Scalars['Instant']['output']>;
  /** What it holds, database by database. */
  readonly databases: ReadonlyArray<BackedUpDatabase>;
  /** Whether it counts: restored beside the instance, it had every chain, seal and figure of its instant (OPS-1). */
  readonly isRestorable: Scalars['Boolean']['output'];
  /** SHA-256 of its manifest in canonical JSON, hexadecimal; null where that cannot be read. */
  readonly manifestSha256?: Maybe<Scalars['String']['output']>;
  /** Why it does not count; empty where it does. */
  readonly problems: ReadonlyArray<BackupProblem>;
  /** When the attempt ended: only then is known whether there is a backup. */
  readonly verifiedAt: Scalars['Instant']['output'];
};

/** A page of a list. */
export type VerifiedBackupConnection = {
  readonly __typename?: 'VerifiedBackupConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<VerifiedBackupEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type VerifiedBackupEdge = {
  readonly __typename?: 'VerifiedBackupEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: VerifiedBackup;
};

/** What verifyLicence asks for. */
export type VerifyLicenceInput = {
  /** One with the status OPEN or ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** One that is neither verified nor revoked (CUS-4). */
  readonly licenceId: Scalars['ID']['input'];
  /** How it was checked, such as 'issuer's public register'. */
  readonly method: Scalars['String']['input'];
};

/** A rule of the regulations that refused a command. Nothing was changed. All violations are reported at once. */
export type Violation = {
  readonly __typename?: 'Violation';
  /** The values that the rule was judged by, such as the day on which a licence expired. */
  readonly facts: Scalars['FactMap']['output'];
  /** What is wrong, for the person who entered it. */
  readonly message: Bilingual;
  /** Where in the input: field names and list indexes, outermost first. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What would make the command acceptable. */
  readonly remedy: Bilingual;
  /** Id of the rule, such as CUS-5. */
  readonly rule: Scalars['String']['output'];
};

/** What withdrawErasure asks for. */
export type WithdrawErasureInput = {
  /** One with the status ERASURE_REQUESTED. */
  readonly customerId: Scalars['ID']['input'];
  /** Why nothing is erased; not blank. Name nobody here. */
  readonly reason: Scalars['String']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  BackupRecord: BackupRecord;
  Customer: Customer;
  DeadlineBoard: DeadlineBoard;
  Employee: Employee;
  Operations: Operations;
  Scorecard: Scorecard;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  BackupRecord:
    ( { __typename: 'BackupRecord' }
    & GraphQLRecursivePick<FederationTypes['BackupRecord'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  DeadlineBoard:
    ( { __typename: 'DeadlineBoard' }
    & GraphQLRecursivePick<FederationTypes['DeadlineBoard'], {"id":true}> );
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  Operations:
    ( { __typename: 'Operations' }
    & GraphQLRecursivePick<FederationTypes['Operations'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddContactPersonInput: AddContactPersonInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AssignCustomerOwnerInput: AssignCustomerOwnerInput;
  Audience: Audience;
  AvailableCommand: ResolverTypeWrapper<AvailableCommand>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BackedUpDatabase: ResolverTypeWrapper<BackedUpDatabase>;
  BackedUpDatabaseInput: BackedUpDatabaseInput;
  BackupFilter: BackupFilter;
  BackupProblem: ResolverTypeWrapper<BackupProblem>;
  BackupProblemInput: BackupProblemInput;
  BackupRecord: ResolverTypeWrapper<Omit<BackupRecord, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BackupRecordConnection: ResolverTypeWrapper<BackupRecordConnectionParent>;
  BackupRecordEdge: ResolverTypeWrapper<Omit<BackupRecordEdge, 'node'> & { node: ResolversTypes['BackupRecord'] }>;
  BackupRecordPayload: ResolverTypeWrapper<Omit<BackupRecordPayload, 'backupRecord'> & { backupRecord?: Maybe<ResolversTypes['BackupRecord']> }>;
  BackupRecordStatus: BackupRecordStatus;
  BackupSort: BackupSort;
  Bilingual: ResolverTypeWrapper<Bilingual>;
  ChangeCustomerKindInput: ChangeCustomerKindInput;
  ChangeStaffRolesInput: ChangeStaffRolesInput;
  ConfirmErasureInput: ConfirmErasureInput;
  ContactPerson: ResolverTypeWrapper<ContactPerson>;
  CreditInvestigation: ResolverTypeWrapper<CreditInvestigation>;
  CreditOutcome: CreditOutcome;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Customer: ResolverTypeWrapper<CustomerParent>;
  CustomerConnection: ResolverTypeWrapper<CustomerConnectionParent>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFilter: CustomerFilter;
  CustomerKind: CustomerKind;
  CustomerNeed: ResolverTypeWrapper<CustomerNeed>;
  CustomerPayload: ResolverTypeWrapper<Omit<CustomerPayload, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  CustomerSort: CustomerSort;
  CustomerStatus: CustomerStatus;
  Deadline: ResolverTypeWrapper<Deadline>;
  DeadlineBoard: ResolverTypeWrapper<DeadlineBoard>;
  DeadlineConnection: ResolverTypeWrapper<DeadlineConnection>;
  DeadlineCount: ResolverTypeWrapper<DeadlineCount>;
  DeadlineEdge: ResolverTypeWrapper<DeadlineEdge>;
  DeadlineExplanation: ResolverTypeWrapper<DeadlineExplanation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DeadlineSegment: ResolverTypeWrapper<DeadlineSegment>;
  DeadlineStatus: DeadlineStatus;
  Employee: ResolverTypeWrapper<Omit<Employee, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  EmployeeConnection: ResolverTypeWrapper<EmployeeConnectionParent>;
  EmployeeEdge: ResolverTypeWrapper<Omit<EmployeeEdge, 'node'> & { node: ResolversTypes['Employee'] }>;
  EmployeeFilter: EmployeeFilter;
  EmployeePayload: ResolverTypeWrapper<Omit<EmployeePayload, 'employee'> & { employee?: Maybe<ResolversTypes['Employee']> }>;
  EmployeeSort: EmployeeSort;
  EmployeeStatus: EmployeeStatus;
  EndStaffInput: EndStaffInput;
  Entry: Entry;
  ErasureRequest: ResolverTypeWrapper<ErasureRequest>;
  FactMap: ResolverTypeWrapper<Scalars['FactMap']['output']>;
  Finding: ResolverTypeWrapper<FindingParent>;
  ImportChange: ResolverTypeWrapper<ImportChange>;
  ImportCustomerRecord: ImportCustomerRecord;
  ImportCustomersInput: ImportCustomersInput;
  ImportCustomersPayload: ResolverTypeWrapper<Omit<ImportCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ImportResult']> }>;
  ImportResult: ResolverTypeWrapper<Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  ImportSourceInput: ImportSourceInput;
  ImportStatus: ImportStatus;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  InstantRange: InstantRange;
  InvestigateCreditInput: InvestigateCreditInput;
  KpiUnit: KpiUnit;
  KpiValue: ResolverTypeWrapper<KpiValue>;
  LabelScan: ResolverTypeWrapper<Scalars['LabelScan']['output']>;
  Licence: ResolverTypeWrapper<Licence>;
  LicenceKind: LicenceKind;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenCustomerFileInput: OpenCustomerFileInput;
  Operations: ResolverTypeWrapper<Operations>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkedStream: ResolverTypeWrapper<ParkedStream>;
  ParkedStreamConnection: ResolverTypeWrapper<ParkedStreamConnection>;
  ParkedStreamEdge: ResolverTypeWrapper<ParkedStreamEdge>;
  PartyRole: PartyRole;
  ProductClass: ProductClass;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rebuild: ResolverTypeWrapper<Rebuild>;
  RebuildProblem: ResolverTypeWrapper<RebuildProblem>;
  RebuildStatus: RebuildStatus;
  RecordBackupInput: RecordBackupInput;
  RecordKind: RecordKind;
  RecordLicenceInput: RecordLicenceInput;
  RecordNeedInput: RecordNeedInput;
  RecordVersion: ResolverTypeWrapper<RecordVersion>;
  RecordVersionInput: RecordVersionInput;
  RegisterStaffInput: RegisterStaffInput;
  RequestErasureInput: RequestErasureInput;
  RetryResult: ResolverTypeWrapper<RetryResult>;
  RetryStatus: RetryStatus;
  RevokeLicenceInput: RevokeLicenceInput;
  Role: Role;
  Scorecard: ResolverTypeWrapper<Scorecard>;
  ServiceHistoryEntry: ResolverTypeWrapper<ServiceHistoryEntryParent>;
  ServiceHistoryEntryConnection: ResolverTypeWrapper<ServiceHistoryEntryConnectionParent>;
  ServiceHistoryEntryEdge: ResolverTypeWrapper<Omit<ServiceHistoryEntryEdge, 'node'> & { node: ResolversTypes['ServiceHistoryEntry'] }>;
  ServiceHistoryKind: ServiceHistoryKind;
  ShareInterval: ResolverTypeWrapper<ShareInterval>;
  VerifiedBackup: ResolverTypeWrapper<VerifiedBackup>;
  VerifiedBackupConnection: ResolverTypeWrapper<VerifiedBackupConnectionParent>;
  VerifiedBackupEdge: ResolverTypeWrapper<VerifiedBackupEdge>;
  VerifyLicenceInput: VerifyLicenceInput;
  Violation: ResolverTypeWrapper<Violation>;
  WithdrawErasureInput: WithdrawErasureInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddContactPersonInput: AddContactPersonInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AssignCustomerOwnerInput: AssignCustomerOwnerInput;
  AvailableCommand: AvailableCommand;
  Boolean: Scalars['Boolean']['output'];
  BackedUpDatabase: BackedUpDatabase;
  BackedUpDatabaseInput: BackedUpDatabaseInput;
  BackupFilter: BackupFilter;
  BackupProblem: BackupProblem;
  BackupProblemInput: BackupProblemInput;
  BackupRecord: Omit<BackupRecord, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> } | FederationReferenceTypes['BackupRecord'];
  Int: Scalars['Int']['output'];
  BackupRecordConnection: BackupRecordConnectionParent;
  BackupRecordEdge: Omit<BackupRecordEdge, 'node'> & { node: ResolversParentTypes['BackupRecord'] };
  BackupRecordPayload: Omit<BackupRecordPayload, 'backupRecord'> & { backupRecord?: Maybe<ResolversParentTypes['BackupRecord']> };
  Bilingual: Bilingual;
  ChangeCustomerKindInput: ChangeCustomerKindInput;
  ChangeStaffRolesInput: ChangeStaffRolesInput;
  ConfirmErasureInput: ConfirmErasureInput;
  ContactPerson: ContactPerson;
  CreditInvestigation: CreditInvestigation;
  Currency: Scalars['Currency']['output'];
  Customer: CustomerParent;
  CustomerConnection: CustomerConnectionParent;
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFilter: CustomerFilter;
  CustomerNeed: CustomerNeed;
  CustomerPayload: Omit<CustomerPayload, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  Deadline: Deadline;
  DeadlineBoard: DeadlineBoard | FederationReferenceTypes['DeadlineBoard'];
  DeadlineConnection: DeadlineConnection;
  DeadlineCount: DeadlineCount;
  DeadlineEdge: DeadlineEdge;
  DeadlineExplanation: DeadlineExplanation;
  Float: Scalars['Float']['output'];
  DeadlineSegment: DeadlineSegment;
  Employee: Omit<Employee, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> } | FederationReferenceTypes['Employee'];
  EmployeeConnection: EmployeeConnectionParent;
  EmployeeEdge: Omit<EmployeeEdge, 'node'> & { node: ResolversParentTypes['Employee'] };
  EmployeeFilter: EmployeeFilter;
  EmployeePayload: Omit<EmployeePayload, 'employee'> & { employee?: Maybe<ResolversParentTypes['Employee']> };
  EndStaffInput: EndStaffInput;
  Entry: Entry;
  ErasureRequest: ErasureRequest;
  FactMap: Scalars['FactMap']['output'];
  Finding: FindingParent;
  ImportChange: ImportChange;
  ImportCustomerRecord: ImportCustomerRecord;
  ImportCustomersInput: ImportCustomersInput;
  ImportCustomersPayload: Omit<ImportCustomersPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ImportResult']> };
  ImportResult: Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> };
  ImportSourceInput: ImportSourceInput;
  Instant: Scalars['Instant']['output'];
  InstantRange: InstantRange;
  InvestigateCreditInput: InvestigateCreditInput;
  KpiValue: KpiValue;
  LabelScan: Scalars['LabelScan']['output'];
  Licence: Licence;
  LocalDate: Scalars['LocalDate']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  OpenCustomerFileInput: OpenCustomerFileInput;
  Operations: Operations | FederationReferenceTypes['Operations'];
  PageInfo: PageInfo;
  ParkedStream: ParkedStream;
  ParkedStreamConnection: ParkedStreamConnection;
  ParkedStreamEdge: ParkedStreamEdge;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  Rebuild: Rebuild;
  RebuildProblem: RebuildProblem;
  RecordBackupInput: RecordBackupInput;
  RecordLicenceInput: RecordLicenceInput;
  RecordNeedInput: RecordNeedInput;
  RecordVersion: RecordVersion;
  RecordVersionInput: RecordVersionInput;
  RegisterStaffInput: RegisterStaffInput;
  RequestErasureInput: RequestErasureInput;
  RetryResult: RetryResult;
  RevokeLicenceInput: RevokeLicenceInput;
  Scorecard: Scorecard | FederationReferenceTypes['Scorecard'];
  ServiceHistoryEntry: ServiceHistoryEntryParent;
  ServiceHistoryEntryConnection: ServiceHistoryEntryConnectionParent;
  ServiceHistoryEntryEdge: Omit<ServiceHistoryEntryEdge, 'node'> & { node: ResolversParentTypes['ServiceHistoryEntry'] };
  ShareInterval: ShareInterval;
  VerifiedBackup: VerifiedBackup;
  VerifiedBackupConnection: VerifiedBackupConnectionParent;
  VerifiedBackupEdge: VerifiedBackupEdge;
  VerifyLicenceInput: VerifyLicenceInput;
  Violation: Violation;
  WithdrawErasureInput: WithdrawErasureInput;
};

export type AuthDirectiveArgs = {
  audience?: Maybe<Audience>;
  roles?: Maybe<ReadonlyArray<Role>>;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AvailableCommandResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AvailableCommand'] = ResolversParentTypes['AvailableCommand']> = {
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whyNot?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type BackedUpDatabaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackedUpDatabase'] = ResolversParentTypes['BackedUpDatabase']> = {
  context?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  snapshotAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type BackupProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackupProblem'] = ResolversParentTypes['BackupProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  context?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BackupRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackupRecord'] = ResolversParentTypes['BackupRecord'], FederationReferenceType extends FederationReferenceTypes['BackupRecord'] = FederationReferenceTypes['BackupRecord']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BackupRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  begunAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  expectedTo?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastGood?: Resolver<Maybe<ResolversTypes['VerifiedBackup']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BackupRecordStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BackupRecordConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackupRecordConnection'] = ResolversParentTypes['BackupRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BackupRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BackupRecordEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackupRecordEdge'] = ResolversParentTypes['BackupRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BackupRecord'], ParentType, ContextType>;
};

export type BackupRecordPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BackupRecordPayload'] = ResolversParentTypes['BackupRecordPayload']> = {
  backupRecord?: Resolver<Maybe<ResolversTypes['BackupRecord']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type BilingualResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bilingual'] = ResolversParentTypes['Bilingual']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContactPersonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactPerson'] = ResolversParentTypes['ContactPerson']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreditInvestigationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreditInvestigation'] = ResolversParentTypes['CreditInvestigation']> = {
  creditLimit?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  findings?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  investigatedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CreditOutcome'], ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['ContactPerson']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['CreditInvestigation']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  erasureRequest?: Resolver<Maybe<ResolversTypes['ErasureRequest']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CustomerKind'], ParentType, ContextType>;
  licences?: Resolver<ReadonlyArray<ResolversTypes['Licence']>, ParentType, ContextType>;
  needs?: Resolver<ReadonlyArray<ResolversTypes['CustomerNeed']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partyRoles?: Resolver<ReadonlyArray<ResolversTypes['PartyRole']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceHistory?: Resolver<ResolversTypes['ServiceHistoryEntryConnection'], ParentType, ContextType, RequireFields<CustomerServiceHistoryArgs, 'first'>>;
  status?: Resolver<ResolversTypes['CustomerStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerNeedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerNeed'] = ResolversParentTypes['CustomerNeed']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  productClasses?: Resolver<ReadonlyArray<ResolversTypes['ProductClass']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type CustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerPayload'] = ResolversParentTypes['CustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type DeadlineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  calendarVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['DeadlineCount']>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  escalateTo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['DeadlineExplanation'], ParentType, ContextType>;
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  policyVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warnAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type DeadlineBoardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineBoard'] = ResolversParentTypes['DeadlineBoard'], FederationReferenceType extends FederationReferenceTypes['DeadlineBoard'] = FederationReferenceTypes['DeadlineBoard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DeadlineBoard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  backups?: Resolver<Maybe<ResolversTypes['DeadlineConnection']>, ParentType, ContextType, RequireFields<DeadlineBoardBackupsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DeadlineConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineConnection'] = ResolversParentTypes['DeadlineConnection']> = {
  countedTo?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadlineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadlineCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineCount'] = ResolversParentTypes['DeadlineCount']> = {
  reached?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadlineEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineEdge'] = ResolversParentTypes['DeadlineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deadline'], ParentType, ContextType>;
};

export type DeadlineExplanationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineExplanation'] = ResolversParentTypes['DeadlineExplanation']> = {
  countedMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  segments?: Resolver<ReadonlyArray<ResolversTypes['DeadlineSegment']>, ParentType, ContextType>;
};

export type DeadlineSegmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadlineSegment'] = ResolversParentTypes['DeadlineSegment']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOnStaff?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  staffId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EmployeeStatus'], ParentType, ContextType>;
  teamId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type EmployeePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EmployeePayload'] = ResolversParentTypes['EmployeePayload']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type ErasureRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ErasureRequest'] = ResolversParentTypes['ErasureRequest']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface FactMapScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactMap'], any> {
  name: 'FactMap';
}

export type FindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  facts?: Resolver<ResolversTypes['FactMap'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportChange'] = ResolversParentTypes['ImportChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportCustomersPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportCustomersPayload'] = ResolversParentTypes['ImportCustomersPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['ImportResult']>, ParentType, ContextType>;
};

export type ImportResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportResult'] = ResolversParentTypes['ImportResult']> = {
  changes?: Resolver<ReadonlyArray<ResolversTypes['ImportChange']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
  uniqueValues?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export interface InstantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Instant'], any> {
  name: 'Instant';
}

export type KpiValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KpiValue'] = ResolversParentTypes['KpiValue']> = {
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  denominator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  interval?: Resolver<Maybe<ResolversTypes['ShareInterval']>, ParentType, ContextType>;
  isSuppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  numerator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  per?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relativeError?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['KpiUnit'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface LabelScanScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LabelScan'], any> {
  name: 'LabelScan';
}

export type LicenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LicenceKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  scope?: Resolver<ReadonlyArray<ResolversTypes['ProductClass']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addContactPerson?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationAddContactPersonArgs, 'entry' | 'input'>>;
  assignCustomerOwner?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationAssignCustomerOwnerArgs, 'entry' | 'input'>>;
  changeCustomerKind?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationChangeCustomerKindArgs, 'entry' | 'input'>>;
  changeStaffRoles?: Resolver<ResolversTypes['EmployeePayload'], ParentType, ContextType, RequireFields<MutationChangeStaffRolesArgs, 'entry' | 'input'>>;
  confirmErasure?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationConfirmErasureArgs, 'entry' | 'input'>>;
  endStaff?: Resolver<ResolversTypes['EmployeePayload'], ParentType, ContextType, RequireFields<MutationEndStaffArgs, 'entry' | 'input'>>;
  importCustomers?: Resolver<ResolversTypes['ImportCustomersPayload'], ParentType, ContextType, RequireFields<MutationImportCustomersArgs, 'input'>>;
  investigateCredit?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationInvestigateCreditArgs, 'entry' | 'input'>>;
  openCustomerFile?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationOpenCustomerFileArgs, 'entry' | 'input'>>;
  rebuildCustomers?: Resolver<ResolversTypes['Rebuild'], ParentType, ContextType, Partial<MutationRebuildCustomersArgs>>;
  recordBackup?: Resolver<ResolversTypes['BackupRecordPayload'], ParentType, ContextType, RequireFields<MutationRecordBackupArgs, 'entry' | 'input'>>;
  recordLicence?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationRecordLicenceArgs, 'entry' | 'input'>>;
  recordNeed?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationRecordNeedArgs, 'entry' | 'input'>>;
  registerStaff?: Resolver<ResolversTypes['EmployeePayload'], ParentType, ContextType, RequireFields<MutationRegisterStaffArgs, 'entry' | 'input'>>;
  requestErasure?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationRequestErasureArgs, 'entry' | 'input'>>;
  retryParkedInCustomers?: Resolver<ResolversTypes['RetryResult'], ParentType, ContextType, RequireFields<MutationRetryParkedInCustomersArgs, 'consumer' | 'stream'>>;
  revokeLicence?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationRevokeLicenceArgs, 'entry' | 'input'>>;
  verifyLicence?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationVerifyLicenceArgs, 'entry' | 'input'>>;
  withdrawErasure?: Resolver<ResolversTypes['CustomerPayload'], ParentType, ContextType, RequireFields<MutationWithdrawErasureArgs, 'entry' | 'input'>>;
};

export type OperationsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operations'] = ResolversParentTypes['Operations'], FederationReferenceType extends FederationReferenceTypes['Operations'] = FederationReferenceTypes['Operations']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Operations']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parkedInCustomers?: Resolver<Maybe<ResolversTypes['ParkedStreamConnection']>, ParentType, ContextType, RequireFields<OperationsParkedInCustomersArgs, 'first'>>;
  rebuildInCustomers?: Resolver<Maybe<ResolversTypes['Rebuild']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParkedStreamResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedStream'] = ResolversParentTypes['ParkedStream']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parkedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ParkedStreamConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedStreamConnection'] = ResolversParentTypes['ParkedStreamConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ParkedStreamEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ParkedStreamEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParkedStreamEdge'] = ResolversParentTypes['ParkedStreamEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ParkedStream'], ParentType, ContextType>;
};

export interface QuantityScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Quantity'], any> {
  name: 'Quantity';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  backupRecord?: Resolver<Maybe<ResolversTypes['BackupRecord']>, ParentType, ContextType, RequireFields<QueryBackupRecordArgs, 'id'>>;
  backups?: Resolver<Maybe<ResolversTypes['VerifiedBackupConnection']>, ParentType, ContextType, RequireFields<QueryBackupsArgs, 'first' | 'sort'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customers?: Resolver<Maybe<ResolversTypes['CustomerConnection']>, ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first' | 'sort'>>;
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, RequireFields<QueryEmployeeArgs, 'id'>>;
  staff?: Resolver<Maybe<ResolversTypes['EmployeeConnection']>, ParentType, ContextType, RequireFields<QueryStaffArgs, 'first' | 'sort'>>;
};

export type RebuildResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Rebuild'] = ResolversParentTypes['Rebuild']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  correctedDocuments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedMeasurements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedSums?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedTimers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  failureCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  problemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['RebuildProblem']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RebuildStatus'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  streams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RebuildProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RebuildProblem'] = ResolversParentTypes['RebuildProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordVersion'] = ResolversParentTypes['RecordVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['RecordKind'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RetryResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetryResult'] = ResolversParentTypes['RetryResult']> = {
  applied?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RetryStatus'], ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard'], FederationReferenceType extends FederationReferenceTypes['Scorecard'] = FederationReferenceTypes['Scorecard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Scorecard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  safekeeping?: Resolver<Maybe<ReadonlyArray<ResolversTypes['KpiValue']>>, ParentType, ContextType>;
  safekeepingCountedTo?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export type ServiceHistoryEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceHistoryEntry'] = ResolversParentTypes['ServiceHistoryEntry']> = {
  kind?: Resolver<ResolversTypes['ServiceHistoryKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServiceHistoryEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceHistoryEntryConnection'] = ResolversParentTypes['ServiceHistoryEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceHistoryEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceHistoryEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceHistoryEntryEdge'] = ResolversParentTypes['ServiceHistoryEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceHistoryEntry'], ParentType, ContextType>;
};

export type ShareIntervalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareInterval'] = ResolversParentTypes['ShareInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type VerifiedBackupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VerifiedBackup'] = ResolversParentTypes['VerifiedBackup']> = {
  archiveId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  databases?: Resolver<ReadonlyArray<ResolversTypes['BackedUpDatabase']>, ParentType, ContextType>;
  isRestorable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  manifestSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['BackupProblem']>, ParentType, ContextType>;
  verifiedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type VerifiedBackupConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VerifiedBackupConnection'] = ResolversParentTypes['VerifiedBackupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VerifiedBackupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VerifiedBackupEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VerifiedBackupEdge'] = ResolversParentTypes['VerifiedBackupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VerifiedBackup'], ParentType, ContextType>;
};

export type ViolationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Violation'] = ResolversParentTypes['Violation']> = {
  facts?: Resolver<ResolversTypes['FactMap'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AvailableCommand?: AvailableCommandResolvers<ContextType>;
  BackedUpDatabase?: BackedUpDatabaseResolvers<ContextType>;
  BackupProblem?: BackupProblemResolvers<ContextType>;
  BackupRecord?: BackupRecordResolvers<ContextType>;
  BackupRecordConnection?: BackupRecordConnectionResolvers<ContextType>;
  BackupRecordEdge?: BackupRecordEdgeResolvers<ContextType>;
  BackupRecordPayload?: BackupRecordPayloadResolvers<ContextType>;
  Bilingual?: BilingualResolvers<ContextType>;
  ContactPerson?: ContactPersonResolvers<ContextType>;
  CreditInvestigation?: CreditInvestigationResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerNeed?: CustomerNeedResolvers<ContextType>;
  CustomerPayload?: CustomerPayloadResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineBoard?: DeadlineBoardResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineCount?: DeadlineCountResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  DeadlineExplanation?: DeadlineExplanationResolvers<ContextType>;
  DeadlineSegment?: DeadlineSegmentResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  EmployeePayload?: EmployeePayloadResolvers<ContextType>;
  ErasureRequest?: ErasureRequestResolvers<ContextType>;
  FactMap?: GraphQLScalarType;
  Finding?: FindingResolvers<ContextType>;
  ImportChange?: ImportChangeResolvers<ContextType>;
  ImportCustomersPayload?: ImportCustomersPayloadResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  Instant?: GraphQLScalarType;
  KpiValue?: KpiValueResolvers<ContextType>;
  LabelScan?: GraphQLScalarType;
  Licence?: LicenceResolvers<ContextType>;
  LocalDate?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operations?: OperationsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkedStream?: ParkedStreamResolvers<ContextType>;
  ParkedStreamConnection?: ParkedStreamConnectionResolvers<ContextType>;
  ParkedStreamEdge?: ParkedStreamEdgeResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  RebuildProblem?: RebuildProblemResolvers<ContextType>;
  RecordVersion?: RecordVersionResolvers<ContextType>;
  RetryResult?: RetryResultResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ServiceHistoryEntry?: ServiceHistoryEntryResolvers<ContextType>;
  ServiceHistoryEntryConnection?: ServiceHistoryEntryConnectionResolvers<ContextType>;
  ServiceHistoryEntryEdge?: ServiceHistoryEntryEdgeResolvers<ContextType>;
  ShareInterval?: ShareIntervalResolvers<ContextType>;
  VerifiedBackup?: VerifiedBackupResolvers<ContextType>;
  VerifiedBackupConnection?: VerifiedBackupConnectionResolvers<ContextType>;
  VerifiedBackupEdge?: VerifiedBackupEdgeResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
