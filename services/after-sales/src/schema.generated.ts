import type { Instant } from '@afterline/rules';
import type { LocalDate } from '@afterline/rules';
import type { Quantity } from '@afterline/rules';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShownComplaint as ComplaintParent } from './complaint/state.ts';
import type { Finding as KeptFinding, AnyPage as ComplaintConnectionParent, RequestContext } from '@afterline/service-kit';
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

/** What acceptByAdministration asks for. */
export type AcceptByAdministrationInput = {
  /** One with the status RECEIVED or REGISTERED or OPINION_GIVEN or REOPENED. */
  readonly complaintId: Scalars['ID']['input'];
  /** The time that the customer was told; lies ahead. */
  readonly expectedAt: Scalars['Instant']['input'];
  /** The reason that the customer was told. */
  readonly reasonTold: Scalars['String']['input'];
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

/** One text in both languages of the product. */
export type Bilingual = {
  readonly __typename?: 'Bilingual';
  /** English. */
  readonly en: Scalars['String']['output'];
  /** Chinese, simplified script. */
  readonly zh: Scalars['String']['output'];
};

/** What classifyComplaint asks for. */
export type ClassifyComplaintInput = {
  /** Another one than it has (CMP-7). */
  readonly complaintClass: DecidedComplaintClass;
  /** One with the status RECEIVED or REGISTERED or OPINION_GIVEN or HANDLED or RESULT_RETURNED or CONFIRMED or REOPENED. */
  readonly complaintId: Scalars['ID']['input'];
  /** What the decision rests on; not blank (CMP-7). */
  readonly reason: Scalars['String']['input'];
};

/** What classifyComplaint asks for, within a whole case. */
export type ClassifyComplaintStepInput = {
  /** Another one than it has (CMP-7). */
  readonly complaintClass: DecidedComplaintClass;
  /** What the decision rests on; not blank (CMP-7). */
  readonly reason: Scalars['String']['input'];
};

/** What closeComplaint asks for. */
export type CloseComplaintInput = {
  /** One with the status HANDLED or RESULT_RETURNED or CONFIRMED. */
  readonly complaintId: Scalars['ID']['input'];
  /** CONFIRMED needs a confirmation (SRV-13), NO_ANSWER tries on three different days (C32). */
  readonly outcome: ClosingOutcome;
};

/** What closeComplaint asks for, within a whole case. */
export type CloseComplaintStepInput = {
  /** CONFIRMED needs a confirmation (SRV-13), NO_ANSWER tries on three different days (C32). */
  readonly outcome: ClosingOutcome;
};

/** Why a complaint was closed. */
export type ClosingOutcome =
  /** Confirmed (投诉人已确认): the complainant confirmed that the problem is solved (SRV-13). */
  | 'CONFIRMED'
  /** No answer (无答复): to tries on three different days (C32); counts as no success. */
  | 'NO_ANSWER';

/** The person who complained, for calling back. Stored encrypted; masked for roles that do not deal with customers. */
export type Complainant = {
  readonly __typename?: 'Complainant';
  /** Null when not given, or once the person was erased. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Null when not given, or once the person was erased. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** A complaint. It is always accepted; there is no rejected one (CMP-1). */
export type Complaint = {
  readonly __typename?: 'Complaint';
  /** Number of the attempt under way or completed last; rises with each reopening. */
  readonly attempt: Scalars['Int']['output'];
  /** Completed handlings, oldest first. */
  readonly attempts: ReadonlyArray<HandlingAttempt>;
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** How it reached the company. */
  readonly channel: ContactChannel;
  /** Classifications, oldest first: who changed the class, and why (C28). */
  readonly classifications: ReadonlyArray<ComplaintClassification>;
  /** Null unless it is closed now. */
  readonly closure?: Maybe<ComplaintClosure>;
  /** Masked and erased as the description. */
  readonly complainant: Complainant;
  /** What it was classed as last. */
  readonly complaintClass: ComplaintClass;
  /** The complainant's confirmation of the present attempt (SRV-13). */
  readonly confirmation?: Maybe<ComplaintConfirmation>;
  /** Whose complaint it is, as named at receipt; need not have a file (CMP-1). */
  readonly customer?: Maybe<Customer>;
  /** Limits that run or ran on it, with the explanation of each due instant. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** In the complainant's words. Masked for roles that handle no complaints; null once the person was erased. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  /** Null where nothing of the label is known. */
  readonly goods?: Maybe<ComplaintGoods>;
  /** The latest hand-over to administration (CMP-4); null when there was none. */
  readonly handOver?: Maybe<ComplaintHandOver>;
  readonly id: Scalars['ID']['output'];
  /** Whether, at receipt, a device was suspected to have harmed somebody or nearly so. Kept as it was said; no limit of the complaint follows from it. */
  readonly isAdverseEventSuspected: Scalars['Boolean']['output'];
  /** True from the hand-over until the complaint is handled, also while administration has not accepted yet. */
  readonly isWithAdministration: Scalars['Boolean']['output'];
  /** The lot that it is about, where the complainant named one; need not exist (CMP-1). Else the one that its label bears, as soon as it is on record. */
  readonly lot?: Maybe<Lot>;
  /** A number that people can read out, such as CMP-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** Opinions, oldest first. */
  readonly opinions: ReadonlyArray<ComplaintOpinion>;
  /** The order that it is about, where the complainant named one; need not exist (CMP-1). Else the one that its label bears, as soon as it is on record. */
  readonly order?: Maybe<Order>;
  /** The product that it is about, where the complainant named one; need not exist (CMP-1). Else the one that its label bears, as soon as it is on record. */
  readonly product?: Maybe<Product>;
  /** Every limit runs from here (C27). */
  readonly receivedAt: Scalars['Instant']['output'];
  /** Staff id of who received it. */
  readonly receivedBy: Scalars['String']['output'];
  /** The registration form; null before the verification (CMP-2). */
  readonly registration?: Maybe<ComplaintRegistration>;
  /** Oldest first; one for each attempt after the first. */
  readonly reopenings: ReadonlyArray<ComplaintReopening>;
  /** Tries to return the result, oldest first (CMP-9). */
  readonly resultReturns: ReadonlyArray<ResultReturn>;
  /** How far it has come. */
  readonly status: ComplaintStatus;
  /** What the complaint names and nobody has on record (yet): CUSTOMER, ORDER, PRODUCT, LOT. Accepted all the same (CMP-1). */
  readonly unknownReferences: ReadonlyArray<ComplaintReference>;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** Decides which limit the opinion has: quality and unclassified 24 hours, other 48 hours, from receipt (C28). */
export type ComplaintClass =
  /** Other (非产品质量投诉): an opinion on reason and request within 48 hours (CMP-6). */
  | 'OTHER'
  /** Quality (产品质量投诉): of goods; a preliminary opinion within 24 hours (CMP-5). */
  | 'QUALITY'
  /** Unclassified (未归类): nobody has decided yet; the stricter limit holds meanwhile. */
  | 'UNCLASSIFIED';

/** One decision on the class; the limit of the opinion follows it, still from receipt (C28). */
export type ComplaintClassification = {
  readonly __typename?: 'ComplaintClassification';
  /** When it was decided. */
  readonly classifiedAt: Scalars['Instant']['output'];
  /** Staff id of who decided. */
  readonly classifiedBy: Scalars['String']['output'];
  /** What was decided. */
  readonly complaintClass: ComplaintClass;
  /** What the decision rests on. */
  readonly reason: Scalars['String']['output'];
};

/** The end of a complaint. */
export type ComplaintClosure = {
  readonly __typename?: 'ComplaintClosure';
  /** When it ended. */
  readonly closedAt: Scalars['Instant']['output'];
  /** Why it could end. */
  readonly outcome: ClosingOutcome;
};

/** The complainant's word that the problem is solved (SRV-13). */
export type ComplaintConfirmation = {
  readonly __typename?: 'ComplaintConfirmation';
  /** Number of the handling that was confirmed. */
  readonly attempt: Scalars['Int']['output'];
  /** When the complainant said so. */
  readonly confirmedAt: Scalars['Instant']['output'];
  /** Staff id of who took it down. */
  readonly recordedBy: Scalars['String']['output'];
};

/** A page of a list. */
export type ComplaintConnection = {
  readonly __typename?: 'ComplaintConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<ComplaintEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type ComplaintEdge = {
  readonly __typename?: 'ComplaintEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Complaint;
};

/** Conditions hold together; an absent one holds for every record. */
export type ComplaintFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Any of these. */
  readonly channel?: InputMaybe<ReadonlyArray<ContactChannel>>;
  /** Any of these. */
  readonly complaintClass?: InputMaybe<ReadonlyArray<ComplaintClass>>;
  /** Any of these. */
  readonly customerId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** About goods whose label bears any of these GTINs, known or not. */
  readonly deviceIdentifier?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Naming any of these lots, or bearing the label of one that was known then. */
  readonly lotId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** About goods whose label bears any of these lot numbers, however it is written, known or not. */
  readonly lotNumber?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Within this stretch of time. */
  readonly receivedAt?: InputMaybe<InstantRange>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<ComplaintStatus>>;
  /** True: handed over and not handled yet. */
  readonly withAdministration?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What the label of the goods bears: as it was scanned, else as product and lot that were named had it on record then (TRC-4). */
export type ComplaintGoods = {
  readonly __typename?: 'ComplaintGoods';
  /** GTIN of the device in 14 digits (UDI-DI). */
  readonly deviceIdentifier?: Maybe<Scalars['String']['output']>;
  /** Last day on which the goods may be used. */
  readonly expiresOn?: Maybe<Scalars['LocalDate']['output']>;
  /** As the maker's label bears it. */
  readonly lotNumber?: Maybe<Scalars['String']['output']>;
  /** Day of making. */
  readonly producedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Factory serial number (TRC-1). */
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
};

/** One stay with administration, which convenes the departments and sees it through (CMP-4). */
export type ComplaintHandOver = {
  readonly __typename?: 'ComplaintHandOver';
  /** Null while administration still has to accept; the limit of the hand-over runs until then. */
  readonly acceptedAt?: Maybe<Scalars['Instant']['output']>;
  /** Staff id of who accepted it in administration. */
  readonly acceptedBy?: Maybe<Scalars['String']['output']>;
  /** When the complaint was handled. */
  readonly endedAt?: Maybe<Scalars['Instant']['output']>;
  /** What the customer was told (SRV-11). */
  readonly expectedAt?: Maybe<Scalars['Instant']['output']>;
  /** When it was sent to administration; null where administration took over unasked. */
  readonly markedAt?: Maybe<Scalars['Instant']['output']>;
  /** Why it could not be handled; null where administration took over unasked. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Why it takes so long, as the customer was told (SRV-11). */
  readonly reasonTold?: Maybe<Scalars['String']['output']>;
};

/** What the company says to a complaint before handling it (CMP-5, CMP-6). */
export type ComplaintOpinion = {
  readonly __typename?: 'ComplaintOpinion';
  /** When it was given; the first one meets the limit. */
  readonly issuedAt: Scalars['Instant']['output'];
  /** Staff id of who gave it. */
  readonly issuedBy: Scalars['String']['output'];
  /** In the company's words. */
  readonly opinion: Scalars['String']['output'];
};

/** Either the complaint as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type ComplaintPayload = {
  readonly __typename?: 'ComplaintPayload';
  /** Null where there is none, or the caller may not see it. */
  readonly complaint?: Maybe<Complaint>;
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

/** What a complaint can name. */
export type ComplaintReference =
  /** Customer (客户). */
  | 'CUSTOMER'
  /** Lot (批次). */
  | 'LOT'
  /** Order (订单). */
  | 'ORDER'
  /** Product (产品). */
  | 'PRODUCT';

/** What the registration form says of the verification (CMP-2). */
export type ComplaintRegistration = {
  readonly __typename?: 'ComplaintRegistration';
  /** Whether the verification bears the complaint out; it is handled either way (CMP-1). */
  readonly isSubstantiated: Scalars['Boolean']['output'];
  /** When the form was completed; meets the limit of 2 hours. */
  readonly registeredAt: Scalars['Instant']['output'];
  /** Staff id of who verified. */
  readonly registeredBy: Scalars['String']['output'];
  /** Masked and erased as the description. */
  readonly verification?: Maybe<Scalars['String']['output']>;
};

/** The beginning of another attempt. */
export type ComplaintReopening = {
  readonly __typename?: 'ComplaintReopening';
  /** Why it did not end with the one before. */
  readonly reason: Scalars['String']['output'];
  /** When the new attempt began. */
  readonly reopenedAt: Scalars['Instant']['output'];
};

/** Orders of the list; the id decides between equals. */
export type ComplaintSort =
  /** By receivedAt, descending. */
  | 'NEWEST_FIRST'
  /** By receivedAt, ascending. */
  | 'OLDEST_FIRST'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the complaint has come. */
export type ComplaintStatus =
  /** Closed (已结案): at its end; may be reopened. */
  | 'CLOSED'
  /** Confirmed (已确认解决): the complainant agreed that it is solved (SRV-13). */
  | 'CONFIRMED'
  /** Handled (已处理): the result is still to be returned (CMP-9). */
  | 'HANDLED'
  /** Opinion given (已提出处理意见): being handled. */
  | 'OPINION_GIVEN'
  /** Received (已受理): on record, and to be verified within 2 hours (CMP-2). */
  | 'RECEIVED'
  /** Registered (已核实登记): verified, form complete (CMP-2). */
  | 'REGISTERED'
  /** Reopened (重新处理): being handled once more. */
  | 'REOPENED'
  /** Result returned (已反馈处理结果): the complainant knows it (CMP-9). */
  | 'RESULT_RETURNED';

/** What followed then: the instant, and exactly one of the others. */
export type ComplaintStepInput = {
  /** Class the complaint (投诉归类). The complaint was classed as quality or other; the opinion limit follows the class, still from receipt (C28). */
  readonly classifyComplaint?: InputMaybe<ClassifyComplaintStepInput>;
  /** Close the complaint (投诉结案). The complaint was closed after confirmation, or after three unanswered attempts (C32). */
  readonly closeComplaint?: InputMaybe<CloseComplaintStepInput>;
  /** Record the confirmation (投诉人确认): true where it happened. The complainant confirmed that the problem is solved (SRV-13); a rating is asked for (SVY-2). */
  readonly confirmResolution?: InputMaybe<Scalars['Boolean']['input']>;
  /** Record the handling (登记处理结果). A handling attempt was completed (CMP-3); an unfounded complaint, too, is handled (CMP-1). */
  readonly handleComplaint?: InputMaybe<HandleComplaintStepInput>;
  /** Issue an opinion (提出处理意见). A preliminary opinion (quality, CMP-5) or an opinion on reason and request (other, CMP-6) was given. */
  readonly issueOpinion?: InputMaybe<IssueOpinionStepInput>;
  /** When it happened: not before what it follows. */
  readonly occurredAt: Scalars['Instant']['input'];
  /** Verify and register the complaint (核实登记投诉). The facts were verified and the registration form is complete (CMP-2). */
  readonly registerComplaint?: InputMaybe<RegisterComplaintStepInput>;
  /** Return the result (反馈处理结果). The result was returned to the complainant (CMP-9). */
  readonly returnResult?: InputMaybe<ReturnResultStepInput>;
};

/** What confirmResolution asks for. */
export type ConfirmResolutionInput = {
  /** One with the status HANDLED or RESULT_RETURNED. */
  readonly complaintId: Scalars['ID']['input'];
};

/** Ways in which company and customer reach each other (CUS-15). */
export type ContactChannel =
  /** E-mail (电子邮件). */
  | 'EMAIL'
  /** In person (上门): a visit, on either side. */
  | 'IN_PERSON'
  /** Letter (信函): on paper. */
  | 'LETTER'
  /** Online chat (在线客服): with the online service desk (SRV-1). */
  | 'ONLINE_CHAT'
  /** Phone (电话): also the hotline's. */
  | 'PHONE'
  /** Text message (短信). */
  | 'SMS'
  /** Website form (网站): on the company's website. */
  | 'WEB_FORM'
  /** WeChat (微信公众号): to the company's account. */
  | 'WECHAT';

export type Customer = {
  readonly __typename?: 'Customer';
  /** The customer's complaints. FORBIDDEN to a salesperson whose customer it is not. */
  readonly complaints?: Maybe<ComplaintConnection>;
  readonly id: Scalars['ID']['output'];
};


export type CustomerComplaintsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ComplaintFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ComplaintSort>;
};

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
  /** Limits of complaints: verification (CMP-2), opinion (CMP-5, CMP-6), handling (CMP-3), hand-over (CMP-4), soonest due first. */
  readonly complaints?: Maybe<DeadlineConnection>;
  /** Holds the filter, so that every subgraph can apply it. */
  readonly id: Scalars['ID']['output'];
};


/** Open limits. Every subgraph adds those of its own records. */
export type DeadlineBoardComplaintsArgs = {
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

/** What a complaint can be classed as; nobody can make it unclassified again. */
export type DecidedComplaintClass =
  /** Other (非产品质量投诉): an opinion on reason and request within 48 hours (CMP-6). */
  | 'OTHER'
  /** Quality (产品质量投诉): of goods; a preliminary opinion within 24 hours (CMP-5). */
  | 'QUALITY';

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

/** What handleComplaint asks for. */
export type HandleComplaintInput = {
  /** One with the status RECEIVED or REGISTERED or OPINION_GIVEN or REOPENED. */
  readonly complaintId: Scalars['ID']['input'];
  /** What was done. */
  readonly measure: Scalars['String']['input'];
  /** What a handling came to. */
  readonly outcome: HandlingOutcome;
  /** Why it came to the complaint (SRV-12). */
  readonly rootCause?: InputMaybe<Scalars['String']['input']>;
};

/** What handleComplaint asks for, within a whole case. */
export type HandleComplaintStepInput = {
  /** What was done. */
  readonly measure: Scalars['String']['input'];
  /** What a handling came to. */
  readonly outcome: HandlingOutcome;
  /** Why it came to the complaint (SRV-12). */
  readonly rootCause?: InputMaybe<Scalars['String']['input']>;
};

/** One completed handling (CMP-3). */
export type HandlingAttempt = {
  readonly __typename?: 'HandlingAttempt';
  /** 1 for the first handling. */
  readonly attempt: Scalars['Int']['output'];
  /** When it was done. */
  readonly handledAt: Scalars['Instant']['output'];
  /** Staff id of who entered it. */
  readonly handledBy: Scalars['String']['output'];
  /** What was done. */
  readonly measure: Scalars['String']['output'];
  /** What it came to. */
  readonly outcome: HandlingOutcome;
  /** Why it came to the complaint (SRV-12); null where nobody said. */
  readonly rootCause?: Maybe<Scalars['String']['output']>;
};

/** What a handling came to. */
export type HandlingOutcome =
  /** Solved (已解决): what was complained about was put right. */
  | 'SOLVED'
  /** Unfounded (投诉不成立): nothing was wrong; the complainant is told so and asked for a rating like any other (CMP-1). */
  | 'UNFOUNDED';

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

/** What issueOpinion asks for. */
export type IssueOpinionInput = {
  /** One with the status RECEIVED or REGISTERED or OPINION_GIVEN or REOPENED. */
  readonly complaintId: Scalars['ID']['input'];
  /** What the complainant is told; not blank. */
  readonly opinion: Scalars['String']['input'];
};

/** What issueOpinion asks for, within a whole case. */
export type IssueOpinionStepInput = {
  /** What the complainant is told; not blank. */
  readonly opinion: Scalars['String']['input'];
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

export type Lot = {
  readonly __typename?: 'Lot';
  readonly id: Scalars['ID']['output'];
};

/** What markComplaintUnsolvable asks for. */
export type MarkComplaintUnsolvableInput = {
  /** One with the status RECEIVED or REGISTERED or OPINION_GIVEN or REOPENED. */
  readonly complaintId: Scalars['ID']['input'];
  /** Why it cannot be handled here; not blank (CMP-4). */
  readonly reason: Scalars['String']['input'];
};

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
  /** Accept by administration (行政部接收). Administration accepted the hand-over and told the customer an expected time (CMP-4, SRV-11, C29). */
  readonly acceptByAdministration: ComplaintPayload;
  /** Class the complaint (投诉归类). The complaint was classed as quality or other; the opinion limit follows the class, still from receipt (C28). */
  readonly classifyComplaint: ComplaintPayload;
  /** Close the complaint (投诉结案). The complaint was closed after confirmation, or after three unanswered attempts (C32). */
  readonly closeComplaint: ComplaintPayload;
  /** Record the confirmation (投诉人确认). The complainant confirmed that the problem is solved (SRV-13); a rating is asked for (SVY-2). */
  readonly confirmResolution: ComplaintPayload;
  /** Record the handling (登记处理结果). A handling attempt was completed (CMP-3); an unfounded complaint, too, is handled (CMP-1). */
  readonly handleComplaint: ComplaintPayload;
  /** Issue an opinion (提出处理意见). A preliminary opinion (quality, CMP-5) or an opinion on reason and request (other, CMP-6) was given. */
  readonly issueOpinion: ComplaintPayload;
  /** Hand over to administration (移交行政部). The complaint cannot be handled here and goes at once to administration, which must accept it (CMP-4). */
  readonly markComplaintUnsolvable: ComplaintPayload;
  /**
   * Has the running service make anew, from its events, what it keeps besides them, while it serves. While a rebuild is under
   * way this joins it.
   */
  readonly rebuildAfterSales: Rebuild;
  /** Receive the complaint (受理投诉). A complaint arrived. It is always accepted; every complaint timer runs from here (CMP-1). */
  readonly receiveComplaint: ComplaintPayload;
  /**
   * Enters a complaint together with what followed, as one entry: what happened yesterday and is entered today. All of it is
   * recorded, or, where a rule speaks against any step, nothing. Each step is asked what its own mutation asks, roles too, and
   * no limit that one of them met is announced as missed in between.
   */
  readonly recordWholeComplaint: ComplaintPayload;
  /** Verify and register the complaint (核实登记投诉). The facts were verified and the registration form is complete (CMP-2). */
  readonly registerComplaint: ComplaintPayload;
  /** Reopen the complaint (重新处理投诉). The complainant did not confirm, or the problem came back; another attempt begins. */
  readonly reopenComplaint: ComplaintPayload;
  /** Has the running consumer apply the parked event again, and then what waits behind it. */
  readonly retryParkedInAfterSales: RetryResult;
  /** Return the result (反馈处理结果). The result was returned to the complainant (CMP-9). */
  readonly returnResult: ComplaintPayload;
};


export type MutationAcceptByAdministrationArgs = {
  entry: Entry;
  input: AcceptByAdministrationInput;
};


export type MutationClassifyComplaintArgs = {
  entry: Entry;
  input: ClassifyComplaintInput;
};


export type MutationCloseComplaintArgs = {
  entry: Entry;
  input: CloseComplaintInput;
};


export type MutationConfirmResolutionArgs = {
  entry: Entry;
  input: ConfirmResolutionInput;
};


export type MutationHandleComplaintArgs = {
  entry: Entry;
  input: HandleComplaintInput;
};


export type MutationIssueOpinionArgs = {
  entry: Entry;
  input: IssueOpinionInput;
};


export type MutationMarkComplaintUnsolvableArgs = {
  entry: Entry;
  input: MarkComplaintUnsolvableInput;
};


export type MutationRebuildAfterSalesArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
};


export type MutationReceiveComplaintArgs = {
  entry: Entry;
  input: ReceiveComplaintInput;
};


export type MutationRecordWholeComplaintArgs = {
  entry: Entry;
  input: RecordWholeComplaintInput;
};


export type MutationRegisterComplaintArgs = {
  entry: Entry;
  input: RegisterComplaintInput;
};


export type MutationReopenComplaintArgs = {
  entry: Entry;
  input: ReopenComplaintInput;
};


export type MutationRetryParkedInAfterSalesArgs = {
  consumer: Scalars['String']['input'];
  stream: Scalars['String']['input'];
};


export type MutationReturnResultArgs = {
  entry: Entry;
  input: ReturnResultInput;
};

/** What operators look after; every subgraph adds its own part. */
export type Operations = {
  readonly __typename?: 'Operations';
  readonly id: Scalars['ID']['output'];
  /** Streams that a consumer of this subgraph has parked, in a stable order. */
  readonly parkedInAfterSales?: Maybe<ParkedStreamConnection>;
  /** The rebuild of this subgraph's documents, limits and figures that is under way, else the last one. */
  readonly rebuildInAfterSales?: Maybe<Rebuild>;
};


/** What operators look after; every subgraph adds its own part. */
export type OperationsParkedInAfterSalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Order = {
  readonly __typename?: 'Order';
  readonly id: Scalars['ID']['output'];
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

export type Product = {
  readonly __typename?: 'Product';
  readonly id: Scalars['ID']['output'];
};

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
  /** One complaint; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly complaint?: Maybe<Complaint>;
  /** Complaints. A salesperson reads those of a customer under Customer.complaints. */
  readonly complaints?: Maybe<ComplaintConnection>;
};


export type QueryComplaintArgs = {
  id: Scalars['ID']['input'];
};


export type QueryComplaintsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ComplaintFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ComplaintSort>;
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

/** What receiveComplaint asks for. */
export type ReceiveComplaintInput = {
  /** How it reached the company. */
  readonly channel: ContactChannel;
  /** Stored encrypted. */
  readonly complainantName?: InputMaybe<Scalars['String']['input']>;
  /** Stored encrypted. */
  readonly complainantPhone?: InputMaybe<Scalars['String']['input']>;
  /** Where it is plain at once; else it is decided later, with a reason. */
  readonly complaintClass: ComplaintClass;
  /** Must be a UUID; whether there is a file under it is not asked (CMP-1). */
  readonly customerId: Scalars['ID']['input'];
  /** In the complainant's words. Stored encrypted. */
  readonly description: Scalars['String']['input'];
  /** Whether a device may have harmed somebody, or nearly so. */
  readonly isAdverseEventSuspected: Scalars['Boolean']['input'];
  /** Id of the lot; what is no id stays in the description as it was said. */
  readonly lotId?: InputMaybe<Scalars['String']['input']>;
  /** Id of the order; what is no id stays in the description as it was said. */
  readonly orderId?: InputMaybe<Scalars['String']['input']>;
  /** Id of the product; what is no id stays in the description as it was said. */
  readonly productId?: InputMaybe<Scalars['String']['input']>;
  /** What a scanner reads off the label of the goods: it names product and lot, and what is named besides must agree. What it bears is kept as the goods of the complaint. */
  readonly scan?: InputMaybe<Scalars['LabelScan']['input']>;
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

/** What recordWholeComplaint asks for. */
export type RecordWholeComplaintInput = {
  /** How it began. The entry says when. */
  readonly receiveComplaint: ReceiveComplaintInput;
  /** What followed, in time order; at least one, at most 30. */
  readonly steps: ReadonlyArray<ComplaintStepInput>;
};

/** What registerComplaint asks for. */
export type RegisterComplaintInput = {
  /** One with the status RECEIVED. */
  readonly complaintId: Scalars['ID']['input'];
  /** Whether the verification bears the complaint out; it is handled either way (CMP-1). */
  readonly isSubstantiated: Scalars['Boolean']['input'];
  /** What was checked, and what it showed. Stored encrypted. */
  readonly verification: Scalars['String']['input'];
};

/** What registerComplaint asks for, within a whole case. */
export type RegisterComplaintStepInput = {
  /** Whether the verification bears the complaint out; it is handled either way (CMP-1). */
  readonly isSubstantiated: Scalars['Boolean']['input'];
  /** What was checked, and what it showed. Stored encrypted. */
  readonly verification: Scalars['String']['input'];
};

/** What reopenComplaint asks for. */
export type ReopenComplaintInput = {
  /** One with the status RESULT_RETURNED or CONFIRMED or CLOSED. */
  readonly complaintId: Scalars['ID']['input'];
  /** What the complainant is not content with; not blank (SRV-13). */
  readonly reason: Scalars['String']['input'];
};

/** One try to tell the complainant the result. Tries on three different days must fail before the complaint may be closed without an answer (C32). */
export type ResultReturn = {
  readonly __typename?: 'ResultReturn';
  /** Number of the handling whose result it was. */
  readonly attempt: Scalars['Int']['output'];
  /** How it was tried. */
  readonly channel: ContactChannel;
  /** When it was tried; days are counted in the company's time zone. */
  readonly returnedAt: Scalars['Instant']['output'];
  /** Staff id of who tried. */
  readonly returnedBy: Scalars['String']['output'];
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

/** What returnResult asks for. */
export type ReturnResultInput = {
  /** How it was tried. */
  readonly channel: ContactChannel;
  /** One with the status HANDLED or RESULT_RETURNED. */
  readonly complaintId: Scalars['ID']['input'];
};

/** What returnResult asks for, within a whole case. */
export type ReturnResultStepInput = {
  /** How it was tried. */
  readonly channel: ContactChannel;
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
  /** Complaint handling rate (KPI-13), Complaint success rate (KPI-14), First-time success (KPI-15), Complaint limits met (KPI-17). */
  readonly service?: Maybe<ReadonlyArray<KpiValue>>;
  /**
   * Everything that was recorded up to this instant is counted in service, but for what was being written at the moment of
   * the question, and for streams that are set aside.
   */
  readonly serviceCountedTo?: Maybe<Scalars['Instant']['output']>;
};

/** A 95 % Wilson interval: where the true share plausibly lies. */
export type ShareInterval = {
  readonly __typename?: 'ShareInterval';
  /** Upper end, from 0 to 1. */
  readonly high: Scalars['Float']['output'];
  /** Lower end, from 0 to 1. */
  readonly low: Scalars['Float']['output'];
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
  Complaint: Complaint;
  Customer: Customer;
  DeadlineBoard: DeadlineBoard;
  Operations: Operations;
  Scorecard: Scorecard;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Complaint:
    ( { __typename: 'Complaint' }
    & GraphQLRecursivePick<FederationTypes['Complaint'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  DeadlineBoard:
    ( { __typename: 'DeadlineBoard' }
    & GraphQLRecursivePick<FederationTypes['DeadlineBoard'], {"id":true}> );
  Operations:
    ( { __typename: 'Operations' }
    & GraphQLRecursivePick<FederationTypes['Operations'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptByAdministrationInput: AcceptByAdministrationInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Audience: Audience;
  AvailableCommand: ResolverTypeWrapper<AvailableCommand>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Bilingual: ResolverTypeWrapper<Bilingual>;
  ClassifyComplaintInput: ClassifyComplaintInput;
  ClassifyComplaintStepInput: ClassifyComplaintStepInput;
  CloseComplaintInput: CloseComplaintInput;
  CloseComplaintStepInput: CloseComplaintStepInput;
  ClosingOutcome: ClosingOutcome;
  Complainant: ResolverTypeWrapper<Complainant>;
  Complaint: ResolverTypeWrapper<ComplaintParent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ComplaintClass: ComplaintClass;
  ComplaintClassification: ResolverTypeWrapper<ComplaintClassification>;
  ComplaintClosure: ResolverTypeWrapper<ComplaintClosure>;
  ComplaintConfirmation: ResolverTypeWrapper<ComplaintConfirmation>;
  ComplaintConnection: ResolverTypeWrapper<ComplaintConnectionParent>;
  ComplaintEdge: ResolverTypeWrapper<Omit<ComplaintEdge, 'node'> & { node: ResolversTypes['Complaint'] }>;
  ComplaintFilter: ComplaintFilter;
  ComplaintGoods: ResolverTypeWrapper<ComplaintGoods>;
  ComplaintHandOver: ResolverTypeWrapper<ComplaintHandOver>;
  ComplaintOpinion: ResolverTypeWrapper<ComplaintOpinion>;
  ComplaintPayload: ResolverTypeWrapper<Omit<ComplaintPayload, 'complaint'> & { complaint?: Maybe<ResolversTypes['Complaint']> }>;
  ComplaintReference: ComplaintReference;
  ComplaintRegistration: ResolverTypeWrapper<ComplaintRegistration>;
  ComplaintReopening: ResolverTypeWrapper<ComplaintReopening>;
  ComplaintSort: ComplaintSort;
  ComplaintStatus: ComplaintStatus;
  ComplaintStepInput: ComplaintStepInput;
  ConfirmResolutionInput: ConfirmResolutionInput;
  ContactChannel: ContactChannel;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'complaints'> & { complaints?: Maybe<ResolversTypes['ComplaintConnection']> }>;
  Deadline: ResolverTypeWrapper<Deadline>;
  DeadlineBoard: ResolverTypeWrapper<DeadlineBoard>;
  DeadlineConnection: ResolverTypeWrapper<DeadlineConnection>;
  DeadlineCount: ResolverTypeWrapper<DeadlineCount>;
  DeadlineEdge: ResolverTypeWrapper<DeadlineEdge>;
  DeadlineExplanation: ResolverTypeWrapper<DeadlineExplanation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DeadlineSegment: ResolverTypeWrapper<DeadlineSegment>;
  DeadlineStatus: DeadlineStatus;
  DecidedComplaintClass: DecidedComplaintClass;
  Entry: Entry;
  FactMap: ResolverTypeWrapper<Scalars['FactMap']['output']>;
  Finding: ResolverTypeWrapper<KeptFinding>;
  HandleComplaintInput: HandleComplaintInput;
  HandleComplaintStepInput: HandleComplaintStepInput;
  HandlingAttempt: ResolverTypeWrapper<HandlingAttempt>;
  HandlingOutcome: HandlingOutcome;
  ImportChange: ResolverTypeWrapper<ImportChange>;
  ImportResult: ResolverTypeWrapper<Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  ImportSourceInput: ImportSourceInput;
  ImportStatus: ImportStatus;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  InstantRange: InstantRange;
  IssueOpinionInput: IssueOpinionInput;
  IssueOpinionStepInput: IssueOpinionStepInput;
  KpiUnit: KpiUnit;
  KpiValue: ResolverTypeWrapper<KpiValue>;
  LabelScan: ResolverTypeWrapper<Scalars['LabelScan']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Lot: ResolverTypeWrapper<Lot>;
  MarkComplaintUnsolvableInput: MarkComplaintUnsolvableInput;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Operations: ResolverTypeWrapper<Operations>;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkedStream: ResolverTypeWrapper<ParkedStream>;
  ParkedStreamConnection: ResolverTypeWrapper<ParkedStreamConnection>;
  ParkedStreamEdge: ResolverTypeWrapper<ParkedStreamEdge>;
  Product: ResolverTypeWrapper<Product>;
  ProductClass: ProductClass;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rebuild: ResolverTypeWrapper<Rebuild>;
  RebuildProblem: ResolverTypeWrapper<RebuildProblem>;
  RebuildStatus: RebuildStatus;
  ReceiveComplaintInput: ReceiveComplaintInput;
  RecordKind: RecordKind;
  RecordVersion: ResolverTypeWrapper<RecordVersion>;
  RecordVersionInput: RecordVersionInput;
  RecordWholeComplaintInput: RecordWholeComplaintInput;
  RegisterComplaintInput: RegisterComplaintInput;
  RegisterComplaintStepInput: RegisterComplaintStepInput;
  ReopenComplaintInput: ReopenComplaintInput;
  ResultReturn: ResolverTypeWrapper<ResultReturn>;
  RetryResult: ResolverTypeWrapper<RetryResult>;
  RetryStatus: RetryStatus;
  ReturnResultInput: ReturnResultInput;
  ReturnResultStepInput: ReturnResultStepInput;
  Role: Role;
  Scorecard: ResolverTypeWrapper<Scorecard>;
  ShareInterval: ResolverTypeWrapper<ShareInterval>;
  Violation: ResolverTypeWrapper<Violation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptByAdministrationInput: AcceptByAdministrationInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AvailableCommand: AvailableCommand;
  Boolean: Scalars['Boolean']['output'];
  Bilingual: Bilingual;
  ClassifyComplaintInput: ClassifyComplaintInput;
  ClassifyComplaintStepInput: ClassifyComplaintStepInput;
  CloseComplaintInput: CloseComplaintInput;
  CloseComplaintStepInput: CloseComplaintStepInput;
  Complainant: Complainant;
  Complaint: ComplaintParent;
  Int: Scalars['Int']['output'];
  ComplaintClassification: ComplaintClassification;
  ComplaintClosure: ComplaintClosure;
  ComplaintConfirmation: ComplaintConfirmation;
  ComplaintConnection: ComplaintConnectionParent;
  ComplaintEdge: Omit<ComplaintEdge, 'node'> & { node: ResolversParentTypes['Complaint'] };
  ComplaintFilter: ComplaintFilter;
  ComplaintGoods: ComplaintGoods;
  ComplaintHandOver: ComplaintHandOver;
  ComplaintOpinion: ComplaintOpinion;
  ComplaintPayload: Omit<ComplaintPayload, 'complaint'> & { complaint?: Maybe<ResolversParentTypes['Complaint']> };
  ComplaintRegistration: ComplaintRegistration;
  ComplaintReopening: ComplaintReopening;
  ComplaintStepInput: ComplaintStepInput;
  ConfirmResolutionInput: ConfirmResolutionInput;
  Currency: Scalars['Currency']['output'];
  Customer: Omit<Customer, 'complaints'> & { complaints?: Maybe<ResolversParentTypes['ComplaintConnection']> } | FederationReferenceTypes['Customer'];
  Deadline: Deadline;
  DeadlineBoard: DeadlineBoard | FederationReferenceTypes['DeadlineBoard'];
  DeadlineConnection: DeadlineConnection;
  DeadlineCount: DeadlineCount;
  DeadlineEdge: DeadlineEdge;
  DeadlineExplanation: DeadlineExplanation;
  Float: Scalars['Float']['output'];
  DeadlineSegment: DeadlineSegment;
  Entry: Entry;
  FactMap: Scalars['FactMap']['output'];
  Finding: KeptFinding;
  HandleComplaintInput: HandleComplaintInput;
  HandleComplaintStepInput: HandleComplaintStepInput;
  HandlingAttempt: HandlingAttempt;
  ImportChange: ImportChange;
  ImportResult: Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> };
  ImportSourceInput: ImportSourceInput;
  Instant: Scalars['Instant']['output'];
  InstantRange: InstantRange;
  IssueOpinionInput: IssueOpinionInput;
  IssueOpinionStepInput: IssueOpinionStepInput;
  KpiValue: KpiValue;
  LabelScan: Scalars['LabelScan']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Lot: Lot;
  MarkComplaintUnsolvableInput: MarkComplaintUnsolvableInput;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Operations: Operations | FederationReferenceTypes['Operations'];
  Order: Order;
  PageInfo: PageInfo;
  ParkedStream: ParkedStream;
  ParkedStreamConnection: ParkedStreamConnection;
  ParkedStreamEdge: ParkedStreamEdge;
  Product: Product;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  Rebuild: Rebuild;
  RebuildProblem: RebuildProblem;
  ReceiveComplaintInput: ReceiveComplaintInput;
  RecordVersion: RecordVersion;
  RecordVersionInput: RecordVersionInput;
  RecordWholeComplaintInput: RecordWholeComplaintInput;
  RegisterComplaintInput: RegisterComplaintInput;
  RegisterComplaintStepInput: RegisterComplaintStepInput;
  ReopenComplaintInput: ReopenComplaintInput;
  ResultReturn: ResultReturn;
  RetryResult: RetryResult;
  ReturnResultInput: ReturnResultInput;
  ReturnResultStepInput: ReturnResultStepInput;
  Scorecard: Scorecard | FederationReferenceTypes['Scorecard'];
  ShareInterval: ShareInterval;
  Violation: Violation;
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

export type BilingualResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bilingual'] = ResolversParentTypes['Bilingual']> = {
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComplainantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Complainant'] = ResolversParentTypes['Complainant']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComplaintResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Complaint'] = ResolversParentTypes['Complaint'], FederationReferenceType extends FederationReferenceTypes['Complaint'] = FederationReferenceTypes['Complaint']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Complaint']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['HandlingAttempt']>, ParentType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ContactChannel'], ParentType, ContextType>;
  classifications?: Resolver<ReadonlyArray<ResolversTypes['ComplaintClassification']>, ParentType, ContextType>;
  closure?: Resolver<Maybe<ResolversTypes['ComplaintClosure']>, ParentType, ContextType>;
  complainant?: Resolver<ResolversTypes['Complainant'], ParentType, ContextType>;
  complaintClass?: Resolver<ResolversTypes['ComplaintClass'], ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ComplaintConfirmation']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  goods?: Resolver<Maybe<ResolversTypes['ComplaintGoods']>, ParentType, ContextType>;
  handOver?: Resolver<Maybe<ResolversTypes['ComplaintHandOver']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAdverseEventSuspected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isWithAdministration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opinions?: Resolver<ReadonlyArray<ResolversTypes['ComplaintOpinion']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  receivedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['ComplaintRegistration']>, ParentType, ContextType>;
  reopenings?: Resolver<ReadonlyArray<ResolversTypes['ComplaintReopening']>, ParentType, ContextType>;
  resultReturns?: Resolver<ReadonlyArray<ResolversTypes['ResultReturn']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ComplaintStatus'], ParentType, ContextType>;
  unknownReferences?: Resolver<ReadonlyArray<ResolversTypes['ComplaintReference']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComplaintClassificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintClassification'] = ResolversParentTypes['ComplaintClassification']> = {
  classifiedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  classifiedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  complaintClass?: Resolver<ResolversTypes['ComplaintClass'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComplaintClosureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintClosure'] = ResolversParentTypes['ComplaintClosure']> = {
  closedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ClosingOutcome'], ParentType, ContextType>;
};

export type ComplaintConfirmationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintConfirmation'] = ResolversParentTypes['ComplaintConfirmation']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComplaintConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintConnection'] = ResolversParentTypes['ComplaintConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ComplaintEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComplaintEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintEdge'] = ResolversParentTypes['ComplaintEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Complaint'], ParentType, ContextType>;
};

export type ComplaintGoodsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintGoods'] = ResolversParentTypes['ComplaintGoods']> = {
  deviceIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  lotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  producedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComplaintHandOverResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintHandOver'] = ResolversParentTypes['ComplaintHandOver']> = {
  acceptedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  acceptedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  markedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonTold?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComplaintOpinionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintOpinion'] = ResolversParentTypes['ComplaintOpinion']> = {
  issuedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opinion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ComplaintPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintPayload'] = ResolversParentTypes['ComplaintPayload']> = {
  complaint?: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type ComplaintRegistrationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintRegistration'] = ResolversParentTypes['ComplaintRegistration']> = {
  isSubstantiated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  registeredBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComplaintReopeningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComplaintReopening'] = ResolversParentTypes['ComplaintReopening']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reopenedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  complaints?: Resolver<Maybe<ResolversTypes['ComplaintConnection']>, ParentType, ContextType, RequireFields<CustomerComplaintsArgs, 'first' | 'sort'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  complaints?: Resolver<Maybe<ResolversTypes['DeadlineConnection']>, ParentType, ContextType, RequireFields<DeadlineBoardComplaintsArgs, 'first'>>;
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

export interface FactMapScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactMap'], any> {
  name: 'FactMap';
}

export type FindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  facts?: Resolver<ResolversTypes['FactMap'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HandlingAttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandlingAttempt'] = ResolversParentTypes['HandlingAttempt']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handledAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  handledBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['HandlingOutcome'], ParentType, ContextType>;
  rootCause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ImportChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportChange'] = ResolversParentTypes['ImportChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type LotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptByAdministration?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationAcceptByAdministrationArgs, 'entry' | 'input'>>;
  classifyComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationClassifyComplaintArgs, 'entry' | 'input'>>;
  closeComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationCloseComplaintArgs, 'entry' | 'input'>>;
  confirmResolution?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationConfirmResolutionArgs, 'entry' | 'input'>>;
  handleComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationHandleComplaintArgs, 'entry' | 'input'>>;
  issueOpinion?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationIssueOpinionArgs, 'entry' | 'input'>>;
  markComplaintUnsolvable?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationMarkComplaintUnsolvableArgs, 'entry' | 'input'>>;
  rebuildAfterSales?: Resolver<ResolversTypes['Rebuild'], ParentType, ContextType, Partial<MutationRebuildAfterSalesArgs>>;
  receiveComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationReceiveComplaintArgs, 'entry' | 'input'>>;
  recordWholeComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationRecordWholeComplaintArgs, 'entry' | 'input'>>;
  registerComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationRegisterComplaintArgs, 'entry' | 'input'>>;
  reopenComplaint?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationReopenComplaintArgs, 'entry' | 'input'>>;
  retryParkedInAfterSales?: Resolver<ResolversTypes['RetryResult'], ParentType, ContextType, RequireFields<MutationRetryParkedInAfterSalesArgs, 'consumer' | 'stream'>>;
  returnResult?: Resolver<ResolversTypes['ComplaintPayload'], ParentType, ContextType, RequireFields<MutationReturnResultArgs, 'entry' | 'input'>>;
};

export type OperationsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operations'] = ResolversParentTypes['Operations'], FederationReferenceType extends FederationReferenceTypes['Operations'] = FederationReferenceTypes['Operations']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Operations']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parkedInAfterSales?: Resolver<Maybe<ResolversTypes['ParkedStreamConnection']>, ParentType, ContextType, RequireFields<OperationsParkedInAfterSalesArgs, 'first'>>;
  rebuildInAfterSales?: Resolver<Maybe<ResolversTypes['Rebuild']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type ProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface QuantityScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Quantity'], any> {
  name: 'Quantity';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  complaint?: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType, RequireFields<QueryComplaintArgs, 'id'>>;
  complaints?: Resolver<Maybe<ResolversTypes['ComplaintConnection']>, ParentType, ContextType, RequireFields<QueryComplaintsArgs, 'first' | 'sort'>>;
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

export type ResultReturnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResultReturn'] = ResolversParentTypes['ResultReturn']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ContactChannel'], ParentType, ContextType>;
  returnedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  returnedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  service?: Resolver<Maybe<ReadonlyArray<ResolversTypes['KpiValue']>>, ParentType, ContextType>;
  serviceCountedTo?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export type ShareIntervalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareInterval'] = ResolversParentTypes['ShareInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  Bilingual?: BilingualResolvers<ContextType>;
  Complainant?: ComplainantResolvers<ContextType>;
  Complaint?: ComplaintResolvers<ContextType>;
  ComplaintClassification?: ComplaintClassificationResolvers<ContextType>;
  ComplaintClosure?: ComplaintClosureResolvers<ContextType>;
  ComplaintConfirmation?: ComplaintConfirmationResolvers<ContextType>;
  ComplaintConnection?: ComplaintConnectionResolvers<ContextType>;
  ComplaintEdge?: ComplaintEdgeResolvers<ContextType>;
  ComplaintGoods?: ComplaintGoodsResolvers<ContextType>;
  ComplaintHandOver?: ComplaintHandOverResolvers<ContextType>;
  ComplaintOpinion?: ComplaintOpinionResolvers<ContextType>;
  ComplaintPayload?: ComplaintPayloadResolvers<ContextType>;
  ComplaintRegistration?: ComplaintRegistrationResolvers<ContextType>;
  ComplaintReopening?: ComplaintReopeningResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineBoard?: DeadlineBoardResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineCount?: DeadlineCountResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  DeadlineExplanation?: DeadlineExplanationResolvers<ContextType>;
  DeadlineSegment?: DeadlineSegmentResolvers<ContextType>;
  FactMap?: GraphQLScalarType;
  Finding?: FindingResolvers<ContextType>;
  HandlingAttempt?: HandlingAttemptResolvers<ContextType>;
  ImportChange?: ImportChangeResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  Instant?: GraphQLScalarType;
  KpiValue?: KpiValueResolvers<ContextType>;
  LabelScan?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  Lot?: LotResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operations?: OperationsResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkedStream?: ParkedStreamResolvers<ContextType>;
  ParkedStreamConnection?: ParkedStreamConnectionResolvers<ContextType>;
  ParkedStreamEdge?: ParkedStreamEdgeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  RebuildProblem?: RebuildProblemResolvers<ContextType>;
  RecordVersion?: RecordVersionResolvers<ContextType>;
  ResultReturn?: ResultReturnResolvers<ContextType>;
  RetryResult?: RetryResultResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ShareInterval?: ShareIntervalResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
