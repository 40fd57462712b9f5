import type { Instant } from '@afterline/rules';
import type { LocalDate } from '@afterline/rules';
import type { Quantity } from '@afterline/rules';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Finding as KeptFinding, AnyPage as SurveyConnectionParent, RequestContext } from '@afterline/service-kit';
import type { ShownSurvey as SurveyParent, ShownSurvey as SurveyFormParent } from './survey/survey.ts';
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

/** A rating (SVY-1, SVY-2). */
export type AnswerSurveyInput = {
  /** Stored encrypted. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** 1 (poor) to 5 (very good). */
  readonly productScore?: InputMaybe<Scalars['Int']['input']>;
  /** 1 (poor) to 5 (very good). */
  readonly serviceScore: Scalars['Int']['input'];
  /** As the link of the invitation has it. */
  readonly token: Scalars['String']['input'];
};

/** The survey as it is now, and the rules that refused the answer. */
export type AnswerSurveyPayload = {
  readonly __typename?: 'AnswerSurveyPayload';
  /** Answered, if the answer was accepted. */
  readonly form: SurveyForm;
  /** True where the key was used before: this is its first answer. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /** All at once; empty for an answer that was accepted. */
  readonly violations: ReadonlyArray<Violation>;
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

export type Complaint = {
  readonly __typename?: 'Complaint';
  readonly id: Scalars['ID']['output'];
  /** One per confirmed resolution, newest first; at most 50. */
  readonly surveys?: Maybe<ReadonlyArray<Survey>>;
};

export type Customer = {
  readonly __typename?: 'Customer';
  readonly id: Scalars['ID']['output'];
  /** What the customer was asked, and the ratings given (CMP-8). FORBIDDEN to a salesperson whose customer it is not. */
  readonly ratings?: Maybe<SurveyConnection>;
};


export type CustomerRatingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SurveyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<SurveySort>;
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

/** How an invitation is taken to its customer. */
export type DeliveryChannel =
  /** E-mail (电子邮件). */
  | 'EMAIL'
  /** Text message (短信). */
  | 'SMS'
  /** WeChat (微信). */
  | 'WECHAT';

/** Why an invitation could not be taken to its customer. */
export type DeliveryFailure =
  /** No channel (渠道未配置): nothing is set up for the addresses that there are. */
  | 'NO_CHANNEL'
  /** No address (无联系方式): no contact person has an e-mail address or phone. */
  | 'NO_CONTACT'
  /** Refused (被拒收): the provider refuses each address; correct the contact persons. */
  | 'REFUSED';

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

/** A customer's rating of an order, with the invitation that it answers. */
export type ImportRatingRecord = {
  /** An answer older than its invitation makes the record unusable. */
  readonly answeredAt: Scalars['Instant']['input'];
  /** Stored encrypted. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** Key there of the customer who rated. */
  readonly customerKey: Scalars['String']['input'];
  /** When the customer was asked. */
  readonly invitedAt: Scalars['Instant']['input'];
  /** The rating's key in the other system. */
  readonly key: Scalars['String']['input'];
  /** Key there of the order that was rated. */
  readonly orderKey: Scalars['String']['input'];
  /** Row in the file, 1 for the first after the header. */
  readonly row: Scalars['Int']['input'];
  /** A rating outside 1 to 5 makes the record unusable. */
  readonly serviceScore: Scalars['Int']['input'];
};

/** A batch of ratings from another system. */
export type ImportRatingsInput = {
  /**
   * Whether only to tell what would become of the records, as an import at the same moment would; nothing is kept, and nothing
   * follows from it. What a status says then is what it would be.
   */
  readonly isCheck: Scalars['Boolean']['input'];
  /** At most 200; each is imported whole or not at all, whatever becomes of the others. */
  readonly records: ReadonlyArray<ImportRatingRecord>;
  /** Names the other system and the file that was read. */
  readonly source: ImportSourceInput;
};

/** What became of the batch. */
export type ImportRatingsPayload = {
  readonly __typename?: 'ImportRatingsPayload';
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

/** An invitation that waits for its answer, for the channel that takes it to the customer. Nobody on staff sees it. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  /** Who is asked, with the people to send it to. */
  readonly customer?: Maybe<Customer>;
  /** What became of it so far; null as long as nobody has tried. */
  readonly delivery?: Maybe<SurveyDelivery>;
  /** Last instant at which an answer is taken. */
  readonly expiresAt?: Maybe<Scalars['Instant']['output']>;
  /** Of the survey. */
  readonly id: Scalars['ID']['output'];
  /** 1, and one more for each time that it is to be sent again: what providers know it by follows from both. */
  readonly sending: Scalars['Int']['output'];
  /** Opens the survey without a login: to be put into the link that is sent to the customer, and nowhere else. */
  readonly token: Scalars['String']['output'];
};

/** A page of open invitations. */
export type InvitationConnection = {
  readonly __typename?: 'InvitationConnection';
  /** Oldest first. */
  readonly edges: ReadonlyArray<InvitationEdge>;
  readonly pageInfo: PageInfo;
};

/** One open invitation of a page. */
export type InvitationEdge = {
  readonly __typename?: 'InvitationEdge';
  /** Position in the list, to go on behind it. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Invitation;
};

/** That an invitation is to be sent again, since contact persons were corrected. */
export type InvitationResend = {
  readonly __typename?: 'InvitationResend';
  /** What was corrected. */
  readonly reason: Scalars['String']['output'];
  /** When it was asked for. */
  readonly requestedAt: Scalars['Instant']['output'];
  /** Staff id of who asked for it. */
  readonly requestedBy: Scalars['String']['output'];
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
  /**
   * Gives the rating, once. Needs no login: the token says which survey it is; FORBIDDEN to whoever has signed in. Any wrong
   * token is NOT_FOUND. The entry holds the idempotency key only: a respondent answers now.
   */
  readonly answerSurvey: AnswerSurveyPayload;
  /**
   * Imports ratings of another system, up to 200 at once; one that is already present and told otherwise is corrected where that can be. Customers and
   * orders are named by their keys there and need not be imported before.
   */
  readonly importRatings: ImportRatingsPayload;
  /**
   * Has the running service make anew, from its events, what it keeps besides them, while it serves. While a rebuild is under
   * way this joins it.
   */
  readonly rebuildSurveys: Rebuild;
  /**
   * Records that an invitation was handed to a provider, or could not be. Recorded once: what was delivered is refused from
   * then on (SVY-2). No address is told.
   */
  readonly recordDelivery: RecordDeliveryPayload;
  /** Enter a rating given by phone or on paper (补录线下评价). Staff entered a rating that the customer gave by phone or on paper; marked as such, and no answer of the customer (SVY-2). */
  readonly recordOfflineAnswer: SurveyPayload;
  /** Send the invitation again (重新发送评价邀请). The contact persons were corrected: an invitation that every provider refused is to be sent once more (SVY-2). */
  readonly resendInvitation: SurveyPayload;
  /** Has the running consumer apply the parked event again, and then what waits behind it. */
  readonly retryParkedInSurveys: RetryResult;
};


export type MutationAnswerSurveyArgs = {
  entry: Entry;
  input: AnswerSurveyInput;
};


export type MutationImportRatingsArgs = {
  input: ImportRatingsInput;
};


export type MutationRebuildSurveysArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordDeliveryArgs = {
  entry: Entry;
  input: RecordDeliveryInput;
};


export type MutationRecordOfflineAnswerArgs = {
  entry: Entry;
  input: RecordOfflineAnswerInput;
};


export type MutationResendInvitationArgs = {
  entry: Entry;
  input: ResendInvitationInput;
};


export type MutationRetryParkedInSurveysArgs = {
  consumer: Scalars['String']['input'];
  stream: Scalars['String']['input'];
};

/** A rating that staff entered for the customer, who may still answer. Personal text is null once the person was erased. */
export type OfflineAnswer = {
  readonly __typename?: 'OfflineAnswer';
  /** How the rating came. */
  readonly channel: OfflineAnswerChannel;
  /** In the customer's words. Stored encrypted. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** Whether it counts for satisfaction: not when whoever entered it worked on the case or looks after the customer. */
  readonly counts: Scalars['Boolean']['output'];
  /** It counts, where it does, in the period of its entry. */
  readonly enteredAt: Scalars['Instant']['output'];
  /** Staff id of whoever entered it. */
  readonly enteredBy: Scalars['String']['output'];
  /** Where the recording or the form is kept. Stored encrypted. */
  readonly evidence?: Maybe<Scalars['String']['output']>;
  /** Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null where nothing was said of it. */
  readonly productScore?: Maybe<Scalars['Int']['output']>;
  /** When it was said or signed. */
  readonly saidAt: Scalars['Instant']['output'];
  /** Who said or signed it. Stored encrypted. */
  readonly saidBy?: Maybe<Scalars['String']['output']>;
  /** Satisfaction with the service, from 1 (poor) to 5 (very good). */
  readonly serviceScore: Scalars['Int']['output'];
};

/** How a rating came that staff entered. */
export type OfflineAnswerChannel =
  /** Paper (纸质). */
  | 'PAPER'
  /** Phone (电话). */
  | 'PHONE'
  /** Visit (上门): said in person. */
  | 'VISIT';

/** What operators look after; every subgraph adds its own part. */
export type Operations = {
  readonly __typename?: 'Operations';
  readonly id: Scalars['ID']['output'];
  /** Streams that a consumer of this subgraph has parked, in a stable order. */
  readonly parkedInSurveys?: Maybe<ParkedStreamConnection>;
  /** The rebuild of this subgraph's documents, limits and figures that is under way, else the last one. */
  readonly rebuildInSurveys?: Maybe<Rebuild>;
};


/** What operators look after; every subgraph adds its own part. */
export type OperationsParkedInSurveysArgs = {
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
  /**
   * Invitations that can still be answered and were not taken to the customer yet, oldest first. FORBIDDEN to a delivery
   * channel that is anything else besides.
   */
  readonly openInvitations?: Maybe<InvitationConnection>;
  /** One rating; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly survey?: Maybe<Survey>;
  /** What a respondent is asked. Any wrong token is NOT_FOUND, whatever is wrong with it. */
  readonly surveyByToken?: Maybe<SurveyForm>;
  /** Surveys. A salesperson reads those of a customer under Customer.ratings. */
  readonly surveys?: Maybe<SurveyConnection>;
};


export type QueryOpenInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeDelivered: Scalars['Boolean']['input'];
};


export type QuerySurveyArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySurveyByTokenArgs = {
  token: Scalars['String']['input'];
};


export type QuerySurveysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SurveyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<SurveySort>;
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

/** What became of an invitation. */
export type RecordDeliveryInput = {
  /** How it went, or was to go; may be left out where no way was tried. */
  readonly channel?: InputMaybe<DeliveryChannel>;
  /** Of the contact person to whom it went, as Customer.contacts gave it; may be left out only with a failure. Whoever is rated does not choose who is asked (SVY-2). */
  readonly contactId?: InputMaybe<Scalars['ID']['input']>;
  /** Why it could not be taken to the customer; left out where it was. */
  readonly failure?: InputMaybe<DeliveryFailure>;
  /** The provider's name for it: at most 200 letters, digits and . _ : + = / -; no address. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** As Invitation.id gave it. */
  readonly surveyId: Scalars['ID']['input'];
};

/** Whether it was recorded. */
export type RecordDeliveryPayload = {
  readonly __typename?: 'RecordDeliveryPayload';
  /** The survey's delivery as it stands now. */
  readonly delivery?: Maybe<SurveyDelivery>;
  /** All at once; empty for what was recorded. */
  readonly violations: ReadonlyArray<Violation>;
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

/** What recordOfflineAnswer asks for. */
export type RecordOfflineAnswerInput = {
  /** How the rating came. */
  readonly channel: OfflineAnswerChannel;
  /** In the customer's words. Stored encrypted. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** Where the recording or the form is kept. Stored encrypted. */
  readonly evidence: Scalars['String']['input'];
  /** Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null where nothing was said of it. */
  readonly productScore?: InputMaybe<Scalars['Int']['input']>;
  /** When it was said or signed. */
  readonly saidAt: Scalars['Instant']['input'];
  /** Who said or signed it. Stored encrypted. */
  readonly saidBy: Scalars['String']['input'];
  /** Satisfaction with the service, from 1 (poor) to 5 (very good). */
  readonly serviceScore: Scalars['Int']['input'];
  /** One with the status INVITED. */
  readonly surveyId: Scalars['ID']['input'];
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

/** What resendInvitation asks for. */
export type ResendInvitationInput = {
  /** What was corrected; names nobody. Not blank. */
  readonly reason: Scalars['String']['input'];
  /** One with the status INVITED. */
  readonly surveyId: Scalars['ID']['input'];
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
  /** Customer satisfaction (KPI-23), Survey response rate (KPI-24). */
  readonly satisfaction?: Maybe<ReadonlyArray<KpiValue>>;
  /**
   * Everything that was recorded up to this instant is counted in satisfaction, but for what was being written at the moment of
   * the question, and for streams that are set aside.
   */
  readonly satisfactionCountedTo?: Maybe<Scalars['Instant']['output']>;
};

/** A 95 % Wilson interval: where the true share plausibly lies. */
export type ShareInterval = {
  readonly __typename?: 'ShareInterval';
  /** Upper end, from 0 to 1. */
  readonly high: Scalars['Float']['output'];
  /** Lower end, from 0 to 1. */
  readonly low: Scalars['Float']['output'];
};

/** A customer's rating of one resolution: asked for once (SVY-2), answered once, from 1 (poor) to 5 (very good). */
export type Survey = {
  readonly __typename?: 'Survey';
  /** Null as long as it is not answered. */
  readonly answeredAt?: Maybe<Scalars['Instant']['output']>;
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** In the respondent's words. Masked for roles that do not deal with customers; null without a comment, or once the person was erased. */
  readonly comment?: Maybe<Scalars['String']['output']>;
  /** Whether the answer counts for satisfaction (KPI-23, KPI-24): not when the invitation went to a contact person whom somebody who worked on the case, or looks after the customer, entered since the complaint was received (SVY-2). Null as long as it is not answered. */
  readonly counts?: Maybe<Scalars['Boolean']['output']>;
  /** Who is asked. */
  readonly customer?: Maybe<Customer>;
  /** Limits that run or ran on it, with the explanation of each due instant. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** Null as long as nobody has tried to take it to the customer, or to send it again. */
  readonly delivery?: Maybe<SurveyDelivery>;
  /** Last instant at which an answer is taken; null for imported ratings, which never expire. */
  readonly expiresAt?: Maybe<Scalars['Instant']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** When the customer was asked: about a complaint, when its resolution was confirmed (SVY-2). */
  readonly invitedAt: Scalars['Instant']['output'];
  /** True when it was not answered in time. */
  readonly isExpired: Scalars['Boolean']['output'];
  /** A number that people can read out, such as SVY-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** What staff entered for the customer, by phone or on paper; null where nobody did. */
  readonly offlineAnswer?: Maybe<OfflineAnswer>;
  /** Satisfaction with the product's quality, from 1 (poor) to 5 (very good); null as long as it is not answered, and where the respondent left it out. */
  readonly productScore?: Maybe<Scalars['Int']['output']>;
  /** Each time that it was to be sent again, oldest first. */
  readonly resends: ReadonlyArray<InvitationResend>;
  /** Satisfaction with the service, from 1 (poor) to 5 (very good); null as long as it is not answered. */
  readonly serviceScore?: Maybe<Scalars['Int']['output']>;
  /** How far it has come. */
  readonly status: SurveyStatus;
  /** What is to be rated. */
  readonly subject: SurveySubject;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** A page of a list. */
export type SurveyConnection = {
  readonly __typename?: 'SurveyConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<SurveyEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What became of an invitation on its way to the customer. No address is told. */
export type SurveyDelivery = {
  readonly __typename?: 'SurveyDelivery';
  /** How it went or was to go there; null where no way was tried. */
  readonly channel?: Maybe<DeliveryChannel>;
  /** When a provider took it; null while none has. */
  readonly deliveredAt?: Maybe<Scalars['Instant']['output']>;
  /** When it could not be taken there; null once it was. */
  readonly failedAt?: Maybe<Scalars['Instant']['output']>;
  /** Why; null once it was taken there. */
  readonly failure?: Maybe<DeliveryFailure>;
  /** The provider's name for it, for asking what became of it: letters, digits and . _ : + = / - only, so no e-mail address; null where the provider told none. */
  readonly reference?: Maybe<Scalars['String']['output']>;
};

/** One member of a page. */
export type SurveyEdge = {
  readonly __typename?: 'SurveyEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Survey;
};

/** Conditions hold together; an absent one holds for every record. */
export type SurveyFilter = {
  /** Within this stretch of time. */
  readonly answeredAt?: InputMaybe<InstantRange>;
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Any of these. */
  readonly customerId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Those whose invitation could not be taken to the customer. */
  readonly deliveryFailure?: InputMaybe<ReadonlyArray<DeliveryFailure>>;
  /** Within this stretch of time. */
  readonly invitedAt?: InputMaybe<InstantRange>;
  /** Service rated with at most so many points: 2 lists the dissatisfied. */
  readonly serviceScoreAtMost?: InputMaybe<Scalars['Int']['input']>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<SurveyStatus>>;
  /** Ids of complaints or orders. */
  readonly subjectId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Any of these. */
  readonly subjectKind?: InputMaybe<ReadonlyArray<SurveySubjectKind>>;
};

/** What a respondent without a login sees: what is asked, nothing about anybody. */
export type SurveyForm = {
  readonly __typename?: 'SurveyForm';
  /** Last instant at which an answer is taken. */
  readonly expiresAt?: Maybe<Scalars['Instant']['output']>;
  /** True once the rating was given; it cannot be given again. */
  readonly isAnswered: Scalars['Boolean']['output'];
  /** True when it was not answered in time; it cannot be answered any more. */
  readonly isExpired: Scalars['Boolean']['output'];
  /** To be shown in this order; every survey asks the same. */
  readonly questions: ReadonlyArray<SurveyQuestion>;
  /** What kind of matter is to be rated. */
  readonly subjectKind: SurveySubjectKind;
};

/** Either the rating as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type SurveyPayload = {
  readonly __typename?: 'SurveyPayload';
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** Null where there is none, or the caller may not see it. */
  readonly survey?: Maybe<Survey>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** One question, answered by a whole number. */
export type SurveyQuestion = {
  readonly __typename?: 'SurveyQuestion';
  /** Field of the answer: serviceScore or productScore. */
  readonly field: Scalars['String']['output'];
  /** Whether an answer without it is refused. */
  readonly isRequired: Scalars['Boolean']['output'];
  /** Highest answer: very good. */
  readonly max: Scalars['Int']['output'];
  /** Lowest answer: poor. */
  readonly min: Scalars['Int']['output'];
  /** To be shown to the respondent, in his or her language. */
  readonly text: Bilingual;
};

/** Orders of the list; the id decides between equals. */
export type SurveySort =
  /** By invitedAt, descending. */
  | 'NEWEST_FIRST'
  /** By invitedAt, ascending. */
  | 'OLDEST_FIRST'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the rating has come. */
export type SurveyStatus =
  /** Rated (已评价): the rating never changes. */
  | 'ANSWERED'
  /** Asked (待评价): not answered, in time or at all; see isExpired. */
  | 'INVITED';

/** The matter that a survey is about. */
export type SurveySubject = {
  readonly __typename?: 'SurveySubject';
  /** Null when an order was rated. */
  readonly complaint?: Maybe<Complaint>;
  /** Of the complaint or order. */
  readonly id: Scalars['ID']['output'];
  /** Which of complaint and order is set. */
  readonly kind: SurveySubjectKind;
  /** Null when a complaint's handling was rated. */
  readonly order?: Maybe<Order>;
  /** Which resolution of it: 2 after one reopening. */
  readonly resolution: Scalars['Int']['output'];
};

/** What a customer can be asked about. */
export type SurveySubjectKind =
  /** Complaint (投诉): its handling, once that was confirmed (SVY-2). */
  | 'COMPLAINT'
  /** Order (订单): only imported ratings are about orders. */
  | 'ORDER';

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
  Operations: Operations;
  Scorecard: Scorecard;
  Survey: Survey;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Complaint:
    ( { __typename: 'Complaint' }
    & GraphQLRecursivePick<FederationTypes['Complaint'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Operations:
    ( { __typename: 'Operations' }
    & GraphQLRecursivePick<FederationTypes['Operations'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
  Survey:
    ( { __typename: 'Survey' }
    & GraphQLRecursivePick<FederationTypes['Survey'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnswerSurveyInput: AnswerSurveyInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AnswerSurveyPayload: ResolverTypeWrapper<Omit<AnswerSurveyPayload, 'form'> & { form: ResolversTypes['SurveyForm'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Audience: Audience;
  AvailableCommand: ResolverTypeWrapper<AvailableCommand>;
  Bilingual: ResolverTypeWrapper<Bilingual>;
  Complaint: ResolverTypeWrapper<Omit<Complaint, 'surveys'> & { surveys?: Maybe<ReadonlyArray<ResolversTypes['Survey']>> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'ratings'> & { ratings?: Maybe<ResolversTypes['SurveyConnection']> }>;
  Deadline: ResolverTypeWrapper<Deadline>;
  DeadlineConnection: ResolverTypeWrapper<DeadlineConnection>;
  DeadlineCount: ResolverTypeWrapper<DeadlineCount>;
  DeadlineEdge: ResolverTypeWrapper<DeadlineEdge>;
  DeadlineExplanation: ResolverTypeWrapper<DeadlineExplanation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DeadlineSegment: ResolverTypeWrapper<DeadlineSegment>;
  DeadlineStatus: DeadlineStatus;
  DeliveryChannel: DeliveryChannel;
  DeliveryFailure: DeliveryFailure;
  Entry: Entry;
  FactMap: ResolverTypeWrapper<Scalars['FactMap']['output']>;
  Finding: ResolverTypeWrapper<KeptFinding>;
  ImportChange: ResolverTypeWrapper<ImportChange>;
  ImportRatingRecord: ImportRatingRecord;
  ImportRatingsInput: ImportRatingsInput;
  ImportRatingsPayload: ResolverTypeWrapper<Omit<ImportRatingsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ImportResult']> }>;
  ImportResult: ResolverTypeWrapper<Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  ImportSourceInput: ImportSourceInput;
  ImportStatus: ImportStatus;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  InstantRange: InstantRange;
  Invitation: ResolverTypeWrapper<Omit<Invitation, 'customer'> & { customer?: Maybe<ResolversTypes['Customer']> }>;
  InvitationConnection: ResolverTypeWrapper<Omit<InvitationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InvitationEdge']> }>;
  InvitationEdge: ResolverTypeWrapper<Omit<InvitationEdge, 'node'> & { node: ResolversTypes['Invitation'] }>;
  InvitationResend: ResolverTypeWrapper<InvitationResend>;
  KpiUnit: KpiUnit;
  KpiValue: ResolverTypeWrapper<KpiValue>;
  LabelScan: ResolverTypeWrapper<Scalars['LabelScan']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfflineAnswer: ResolverTypeWrapper<OfflineAnswer>;
  OfflineAnswerChannel: OfflineAnswerChannel;
  Operations: ResolverTypeWrapper<Operations>;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkedStream: ResolverTypeWrapper<ParkedStream>;
  ParkedStreamConnection: ResolverTypeWrapper<ParkedStreamConnection>;
  ParkedStreamEdge: ResolverTypeWrapper<ParkedStreamEdge>;
  ProductClass: ProductClass;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rebuild: ResolverTypeWrapper<Rebuild>;
  RebuildProblem: ResolverTypeWrapper<RebuildProblem>;
  RebuildStatus: RebuildStatus;
  RecordDeliveryInput: RecordDeliveryInput;
  RecordDeliveryPayload: ResolverTypeWrapper<RecordDeliveryPayload>;
  RecordKind: RecordKind;
  RecordOfflineAnswerInput: RecordOfflineAnswerInput;
  RecordVersion: ResolverTypeWrapper<RecordVersion>;
  RecordVersionInput: RecordVersionInput;
  ResendInvitationInput: ResendInvitationInput;
  RetryResult: ResolverTypeWrapper<RetryResult>;
  RetryStatus: RetryStatus;
  Role: Role;
  Scorecard: ResolverTypeWrapper<Scorecard>;
  ShareInterval: ResolverTypeWrapper<ShareInterval>;
  Survey: ResolverTypeWrapper<SurveyParent>;
  SurveyConnection: ResolverTypeWrapper<SurveyConnectionParent>;
  SurveyDelivery: ResolverTypeWrapper<SurveyDelivery>;
  SurveyEdge: ResolverTypeWrapper<Omit<SurveyEdge, 'node'> & { node: ResolversTypes['Survey'] }>;
  SurveyFilter: SurveyFilter;
  SurveyForm: ResolverTypeWrapper<SurveyFormParent>;
  SurveyPayload: ResolverTypeWrapper<Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversTypes['Survey']> }>;
  SurveyQuestion: ResolverTypeWrapper<SurveyQuestion>;
  SurveySort: SurveySort;
  SurveyStatus: SurveyStatus;
  SurveySubject: ResolverTypeWrapper<Omit<SurveySubject, 'complaint'> & { complaint?: Maybe<ResolversTypes['Complaint']> }>;
  SurveySubjectKind: SurveySubjectKind;
  Violation: ResolverTypeWrapper<Violation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AnswerSurveyInput: AnswerSurveyInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  AnswerSurveyPayload: Omit<AnswerSurveyPayload, 'form'> & { form: ResolversParentTypes['SurveyForm'] };
  Boolean: Scalars['Boolean']['output'];
  AvailableCommand: AvailableCommand;
  Bilingual: Bilingual;
  Complaint: Omit<Complaint, 'surveys'> & { surveys?: Maybe<ReadonlyArray<ResolversParentTypes['Survey']>> } | FederationReferenceTypes['Complaint'];
  ID: Scalars['ID']['output'];
  Currency: Scalars['Currency']['output'];
  Customer: Omit<Customer, 'ratings'> & { ratings?: Maybe<ResolversParentTypes['SurveyConnection']> } | FederationReferenceTypes['Customer'];
  Deadline: Deadline;
  DeadlineConnection: DeadlineConnection;
  DeadlineCount: DeadlineCount;
  DeadlineEdge: DeadlineEdge;
  DeadlineExplanation: DeadlineExplanation;
  Float: Scalars['Float']['output'];
  DeadlineSegment: DeadlineSegment;
  Entry: Entry;
  FactMap: Scalars['FactMap']['output'];
  Finding: KeptFinding;
  ImportChange: ImportChange;
  ImportRatingRecord: ImportRatingRecord;
  ImportRatingsInput: ImportRatingsInput;
  ImportRatingsPayload: Omit<ImportRatingsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ImportResult']> };
  ImportResult: Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> };
  ImportSourceInput: ImportSourceInput;
  Instant: Scalars['Instant']['output'];
  InstantRange: InstantRange;
  Invitation: Omit<Invitation, 'customer'> & { customer?: Maybe<ResolversParentTypes['Customer']> };
  InvitationConnection: Omit<InvitationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InvitationEdge']> };
  InvitationEdge: Omit<InvitationEdge, 'node'> & { node: ResolversParentTypes['Invitation'] };
  InvitationResend: InvitationResend;
  KpiValue: KpiValue;
  LabelScan: Scalars['LabelScan']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  OfflineAnswer: OfflineAnswer;
  Operations: Operations | FederationReferenceTypes['Operations'];
  Order: Order;
  PageInfo: PageInfo;
  ParkedStream: ParkedStream;
  ParkedStreamConnection: ParkedStreamConnection;
  ParkedStreamEdge: ParkedStreamEdge;
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  Rebuild: Rebuild;
  RebuildProblem: RebuildProblem;
  RecordDeliveryInput: RecordDeliveryInput;
  RecordDeliveryPayload: RecordDeliveryPayload;
  RecordOfflineAnswerInput: RecordOfflineAnswerInput;
  RecordVersion: RecordVersion;
  RecordVersionInput: RecordVersionInput;
  ResendInvitationInput: ResendInvitationInput;
  RetryResult: RetryResult;
  Scorecard: Scorecard | FederationReferenceTypes['Scorecard'];
  ShareInterval: ShareInterval;
  Survey: SurveyParent;
  SurveyConnection: SurveyConnectionParent;
  SurveyDelivery: SurveyDelivery;
  SurveyEdge: Omit<SurveyEdge, 'node'> & { node: ResolversParentTypes['Survey'] };
  SurveyFilter: SurveyFilter;
  SurveyForm: SurveyFormParent;
  SurveyPayload: Omit<SurveyPayload, 'survey'> & { survey?: Maybe<ResolversParentTypes['Survey']> };
  SurveyQuestion: SurveyQuestion;
  SurveySubject: Omit<SurveySubject, 'complaint'> & { complaint?: Maybe<ResolversParentTypes['Complaint']> };
  Violation: Violation;
};

export type AuthDirectiveArgs = {
  audience?: Maybe<Audience>;
  roles?: Maybe<ReadonlyArray<Role>>;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AnswerSurveyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnswerSurveyPayload'] = ResolversParentTypes['AnswerSurveyPayload']> = {
  form?: Resolver<ResolversTypes['SurveyForm'], ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

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

export type ComplaintResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Complaint'] = ResolversParentTypes['Complaint'], FederationReferenceType extends FederationReferenceTypes['Complaint'] = FederationReferenceTypes['Complaint']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Complaint']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  surveys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Survey']>>, ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ratings?: Resolver<Maybe<ResolversTypes['SurveyConnection']>, ParentType, ContextType, RequireFields<CustomerRatingsArgs, 'first' | 'sort'>>;
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

export type ImportChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportChange'] = ResolversParentTypes['ImportChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportRatingsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRatingsPayload'] = ResolversParentTypes['ImportRatingsPayload']> = {
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

export type InvitationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['SurveyDelivery']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvitationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationConnection'] = ResolversParentTypes['InvitationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InvitationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InvitationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationEdge'] = ResolversParentTypes['InvitationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export type InvitationResendResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationResend'] = ResolversParentTypes['InvitationResend']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

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

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerSurvey?: Resolver<ResolversTypes['AnswerSurveyPayload'], ParentType, ContextType, RequireFields<MutationAnswerSurveyArgs, 'entry' | 'input'>>;
  importRatings?: Resolver<ResolversTypes['ImportRatingsPayload'], ParentType, ContextType, RequireFields<MutationImportRatingsArgs, 'input'>>;
  rebuildSurveys?: Resolver<ResolversTypes['Rebuild'], ParentType, ContextType, Partial<MutationRebuildSurveysArgs>>;
  recordDelivery?: Resolver<ResolversTypes['RecordDeliveryPayload'], ParentType, ContextType, RequireFields<MutationRecordDeliveryArgs, 'entry' | 'input'>>;
  recordOfflineAnswer?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationRecordOfflineAnswerArgs, 'entry' | 'input'>>;
  resendInvitation?: Resolver<ResolversTypes['SurveyPayload'], ParentType, ContextType, RequireFields<MutationResendInvitationArgs, 'entry' | 'input'>>;
  retryParkedInSurveys?: Resolver<ResolversTypes['RetryResult'], ParentType, ContextType, RequireFields<MutationRetryParkedInSurveysArgs, 'consumer' | 'stream'>>;
};

export type OfflineAnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OfflineAnswer'] = ResolversParentTypes['OfflineAnswer']> = {
  channel?: Resolver<ResolversTypes['OfflineAnswerChannel'], ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enteredAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  enteredBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  saidAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  saidBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OperationsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operations'] = ResolversParentTypes['Operations'], FederationReferenceType extends FederationReferenceTypes['Operations'] = FederationReferenceTypes['Operations']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Operations']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parkedInSurveys?: Resolver<Maybe<ResolversTypes['ParkedStreamConnection']>, ParentType, ContextType, RequireFields<OperationsParkedInSurveysArgs, 'first'>>;
  rebuildInSurveys?: Resolver<Maybe<ResolversTypes['Rebuild']>, ParentType, ContextType>;
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

export interface QuantityScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Quantity'], any> {
  name: 'Quantity';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  openInvitations?: Resolver<Maybe<ResolversTypes['InvitationConnection']>, ParentType, ContextType, RequireFields<QueryOpenInvitationsArgs, 'first' | 'includeDelivered'>>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType, RequireFields<QuerySurveyArgs, 'id'>>;
  surveyByToken?: Resolver<Maybe<ResolversTypes['SurveyForm']>, ParentType, ContextType, RequireFields<QuerySurveyByTokenArgs, 'token'>>;
  surveys?: Resolver<Maybe<ResolversTypes['SurveyConnection']>, ParentType, ContextType, RequireFields<QuerySurveysArgs, 'first' | 'sort'>>;
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

export type RecordDeliveryPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordDeliveryPayload'] = ResolversParentTypes['RecordDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['SurveyDelivery']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
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
  satisfaction?: Resolver<Maybe<ReadonlyArray<ResolversTypes['KpiValue']>>, ParentType, ContextType>;
  satisfactionCountedTo?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export type ShareIntervalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareInterval'] = ResolversParentTypes['ShareInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SurveyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Survey'] = ResolversParentTypes['Survey'], FederationReferenceType extends FederationReferenceTypes['Survey'] = FederationReferenceTypes['Survey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Survey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counts?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['SurveyDelivery']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  isExpired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offlineAnswer?: Resolver<Maybe<ResolversTypes['OfflineAnswer']>, ParentType, ContextType>;
  productScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resends?: Resolver<ReadonlyArray<ResolversTypes['InvitationResend']>, ParentType, ContextType>;
  serviceScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SurveyStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['SurveySubject'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SurveyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyConnection'] = ResolversParentTypes['SurveyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SurveyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SurveyDeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyDelivery'] = ResolversParentTypes['SurveyDelivery']> = {
  channel?: Resolver<Maybe<ResolversTypes['DeliveryChannel']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  failedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['DeliveryFailure']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SurveyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyEdge'] = ResolversParentTypes['SurveyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Survey'], ParentType, ContextType>;
};

export type SurveyFormResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyForm'] = ResolversParentTypes['SurveyForm']> = {
  expiresAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  isAnswered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isExpired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['SurveyQuestion']>, ParentType, ContextType>;
  subjectKind?: Resolver<ResolversTypes['SurveySubjectKind'], ParentType, ContextType>;
};

export type SurveyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyPayload'] = ResolversParentTypes['SurveyPayload']> = {
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  survey?: Resolver<Maybe<ResolversTypes['Survey']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type SurveyQuestionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveyQuestion'] = ResolversParentTypes['SurveyQuestion']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  max?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
};

export type SurveySubjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SurveySubject'] = ResolversParentTypes['SurveySubject']> = {
  complaint?: Resolver<Maybe<ResolversTypes['Complaint']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SurveySubjectKind'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  resolution?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ViolationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Violation'] = ResolversParentTypes['Violation']> = {
  facts?: Resolver<ResolversTypes['FactMap'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  remedy?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AnswerSurveyPayload?: AnswerSurveyPayloadResolvers<ContextType>;
  AvailableCommand?: AvailableCommandResolvers<ContextType>;
  Bilingual?: BilingualResolvers<ContextType>;
  Complaint?: ComplaintResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineCount?: DeadlineCountResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  DeadlineExplanation?: DeadlineExplanationResolvers<ContextType>;
  DeadlineSegment?: DeadlineSegmentResolvers<ContextType>;
  FactMap?: GraphQLScalarType;
  Finding?: FindingResolvers<ContextType>;
  ImportChange?: ImportChangeResolvers<ContextType>;
  ImportRatingsPayload?: ImportRatingsPayloadResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  Instant?: GraphQLScalarType;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationConnection?: InvitationConnectionResolvers<ContextType>;
  InvitationEdge?: InvitationEdgeResolvers<ContextType>;
  InvitationResend?: InvitationResendResolvers<ContextType>;
  KpiValue?: KpiValueResolvers<ContextType>;
  LabelScan?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OfflineAnswer?: OfflineAnswerResolvers<ContextType>;
  Operations?: OperationsResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkedStream?: ParkedStreamResolvers<ContextType>;
  ParkedStreamConnection?: ParkedStreamConnectionResolvers<ContextType>;
  ParkedStreamEdge?: ParkedStreamEdgeResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  RebuildProblem?: RebuildProblemResolvers<ContextType>;
  RecordDeliveryPayload?: RecordDeliveryPayloadResolvers<ContextType>;
  RecordVersion?: RecordVersionResolvers<ContextType>;
  RetryResult?: RetryResultResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ShareInterval?: ShareIntervalResolvers<ContextType>;
  Survey?: SurveyResolvers<ContextType>;
  SurveyConnection?: SurveyConnectionResolvers<ContextType>;
  SurveyDelivery?: SurveyDeliveryResolvers<ContextType>;
  SurveyEdge?: SurveyEdgeResolvers<ContextType>;
  SurveyForm?: SurveyFormResolvers<ContextType>;
  SurveyPayload?: SurveyPayloadResolvers<ContextType>;
  SurveyQuestion?: SurveyQuestionResolvers<ContextType>;
  SurveySubject?: SurveySubjectResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
