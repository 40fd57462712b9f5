import type { Instant } from '@afterline/rules';
import type { LocalDate } from '@afterline/rules';
import type { Quantity } from '@afterline/rules';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Finding as KeptFinding, AnyPage as ProductConnectionParent, AnyPage as LotConnectionParent, AnyPage as DeviationConnectionParent, AnyPage as OrderConnectionParent, AnyPage as ShipmentConnectionParent, AnyPage as OrderFindingConnectionParent, AnyPage as ContractConnectionParent, RequestContext } from '@afterline/service-kit';
import type { ShownLot as LotParent } from './lot/lot.ts';
import type { ShownOrder as OrderParent } from './order/state.ts';
import type { ShownProduct as ProductParent } from './product/product.ts';
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

/** What activateContract asks for. */
export type ActivateContractInput = {
  /** One with the status SIGNED. */
  readonly contractId: Scalars['ID']['input'];
};

/** What adoptTemplate asks for. */
export type AdoptTemplateInput = {
  /** One with the status DRAFT. */
  readonly contractId: Scalars['ID']['input'];
  /** A contract whose text legal has approved. */
  readonly templateId: Scalars['ID']['input'];
};

/** What amendContract asks for. */
export type AmendContractInput = {
  /** Who agreed for us, and when. */
  readonly company: ConsentInput;
  /** One with the status ACTIVE or AMENDED. */
  readonly contractId: Scalars['ID']['input'];
  /** Contact person who agreed for the other party, and when. */
  readonly counterparty: ConsentInput;
  /** What changes, and nothing else: value, clauses.<id>, terms.COMPANY.rights and the like. */
  readonly declaredChanges: ReadonlyArray<Scalars['String']['input']>;
  /** Staff id of who wrote it: not the caller. */
  readonly draftedBy: Scalars['String']['input'];
  /** When the caller reviewed it: before either party agreed. */
  readonly reviewedAt: Scalars['Instant']['input'];
  /** All that it shall say, changed or not. */
  readonly text: ContractTextInput;
};

/** What approveContract asks for. */
export type ApproveContractInput = {
  /** One with the status LEGAL_REVIEW. */
  readonly contractId: Scalars['ID']['input'];
};

/** What approveDeviation asks for. */
export type ApproveDeviationInput = {
  /** For whom; null where it holds for any customer. */
  readonly customerId?: InputMaybe<Scalars['ID']['input']>;
  /** The lowest price per unit that it allows, before tax; the highest is that of the list. */
  readonly floorPrice: MoneyInput;
  /** A registered product (ORD-3). */
  readonly productId: Scalars['ID']['input'];
  /** Why; not blank. */
  readonly reason: Scalars['String']['input'];
  /** The first instant at which it holds no more. */
  readonly validUntil: Scalars['Instant']['input'];
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

/** What cancelOrder asks for. */
export type CancelOrderInput = {
  /** One with the status PLACED or CONFIRMED or IN_PRODUCTION or READY or CHECKED. */
  readonly orderId: Scalars['ID']['input'];
  /** Who called it off, and why; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** What checkOutbound asks for. */
export type CheckOutboundInput = {
  /** Also what failed: that it stays is recorded (DEL-3). */
  readonly items: ReadonlyArray<CheckedItemInput>;
  /** One with the status CONFIRMED or IN_PRODUCTION or READY or CHECKED or PARTLY_SHIPPED. */
  readonly orderId: Scalars['ID']['input'];
  /** Staff id of who picked the goods: not the caller, who is the checker (C39). */
  readonly pickedBy: Scalars['String']['input'];
};

/** Result of the second check of goods before they leave (DEL-2). */
export type CheckResult =
  /** Failed (不合格): stays in the warehouse (DEL-3). */
  | 'FAILED'
  /** Passed (合格): may leave. */
  | 'PASSED';

/** Goods of one line, and of one lot where they are kept by lot, that were checked together. */
export type CheckedItem = {
  readonly __typename?: 'CheckedItem';
  /** The line of the order that they are for (ORD-3). */
  readonly lineId: Scalars['ID']['output'];
  /** Null for goods that are not kept by lot; a check of one lot never stands for goods of another. */
  readonly lot?: Maybe<Lot>;
  /** How much was checked, in units of the product. */
  readonly quantity: Scalars['Quantity']['output'];
  /** What the check showed. */
  readonly result: CheckResult;
  /** Factory serial number, as the label of the goods bears it (TRC-1); null where none was scanned or entered. */
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
};

/** Goods of one line, and of one lot where they are kept by lot. */
export type CheckedItemInput = {
  /** The line of the order that they are for (ORD-3); left out, that of what was scanned. */
  readonly lineId?: InputMaybe<Scalars['ID']['input']>;
  /** The lot that the goods are from, where they are kept by lot; a check of one lot never stands for goods of another. */
  readonly lotId?: InputMaybe<Scalars['ID']['input']>;
  /** How much was checked, in units of the product. */
  readonly quantity: Scalars['Quantity']['input'];
  /** What the check showed. */
  readonly result: CheckResult;
  /** What a scanner reads off the label of the goods: it must be of the ordered product, of a lot on record, and not expired. */
  readonly scan?: InputMaybe<Scalars['LabelScan']['input']>;
  /** Factory serial number (TRC-1), where no label that bears it is scanned; needed of a lot of which all are on record. */
  readonly serialNumber?: InputMaybe<Scalars['String']['input']>;
};

/** What closeContract asks for. */
export type CloseContractInput = {
  /** One with the status ACTIVE or AMENDED. */
  readonly contractId: Scalars['ID']['input'];
};

/** What completeLot asks for. */
export type CompleteLotInput = {
  /** Last day on which the goods may be used, not before the day of making (TRC-2); expired goods do not ship. */
  readonly expiresOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** One with the status RECEIVED or RELEASED or BLOCKED. */
  readonly lotId: Scalars['ID']['input'];
  /** Day of making; null where the label bears none. */
  readonly producedOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Lot of the sterilisation, as the label bears it; needed for a sterile product (TRC-2). */
  readonly sterilisationLot?: InputMaybe<Scalars['String']['input']>;
};

/** What completeProduct asks for. */
export type CompleteProductInput = {
  /** UDI-DI of the unit that quantities count: the 14 digits of its GTIN, by which a scanned label names the product (TRC-4); null where none is known. */
  readonly deviceIdentifier?: InputMaybe<Scalars['String']['input']>;
  /** As the label names the maker; devices need one to be shipped (TRC-1). */
  readonly manufacturer?: InputMaybe<Scalars['String']['input']>;
  /** Type designation of the maker. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** One with the status REGISTERED. */
  readonly productId: Scalars['ID']['input'];
  /** Number of the registration or filing with the regulator. */
  readonly registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** Size, capacity and the like. */
  readonly specification?: InputMaybe<Scalars['String']['input']>;
};

/** What confirmOrder asks for. */
export type ConfirmOrderInput = {
  /** One with the status PLACED. */
  readonly orderId: Scalars['ID']['input'];
};

/** A party's consent. */
export type ConsentInput = {
  /** When. */
  readonly givenAt: Scalars['Instant']['input'];
  /** Staff id, or that of a contact person of the other party. */
  readonly givenBy: Scalars['String']['input'];
};

/** What the company agreed with a customer or supplier, as its latest text has it. */
export type Contract = {
  readonly __typename?: 'Contract';
  /** When it was amended last (CON-4). */
  readonly amendedAt?: Maybe<Scalars['Instant']['output']>;
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** What was agreed, clause by clause. */
  readonly clauses: ReadonlyArray<ContractClause>;
  /** What it gives to us, and asks of us (CON-1). */
  readonly companyTerms: PartyTerms;
  /** The company's own number, as it stands on the paper. */
  readonly contractNumber: Scalars['String']['output'];
  /** What it gives to the other party, and asks of it (CON-1). */
  readonly counterpartyTerms: PartyTerms;
  /** Null for one with a supplier. */
  readonly customer?: Maybe<Customer>;
  /** Limits that run or ran on it, with the explanation of each due instant. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** When it was first drafted. */
  readonly draftedAt: Scalars['Instant']['output'];
  /** Staff id of who wrote the present text: never its reviewer. */
  readonly draftedBy: Scalars['String']['output'];
  /** Why it was terminated. */
  readonly endedBecause?: Maybe<Scalars['String']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** What a contract is about. */
  readonly kind: ContractKind;
  /** A number that people can read out, such as CTR-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** Reviews of all its texts, oldest first (CON-3). */
  readonly reviews: ReadonlyArray<ContractReview>;
  /** Staff id of whose contract it is. */
  readonly salespersonId: Scalars['String']['output'];
  /** Who has signed the present text. */
  readonly signatures: ReadonlyArray<ContractSignature>;
  /** How far it has come. */
  readonly status: ContractStatus;
  /** Products made to the customer's need (CON-5). */
  readonly tailoredProducts: ReadonlyArray<TailoredProduct>;
  /** The contract whose reviewed text this one repeats (C38). */
  readonly template?: Maybe<Contract>;
  /** Which text it is: legal approves, and parties sign, no other. */
  readonly text: TextVersion;
  /** Net sum, where it has one. */
  readonly value?: Maybe<Money>;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** One clause. */
export type ContractClause = {
  readonly __typename?: 'ContractClause';
  /** Unique in the contract: amendments refer to it. */
  readonly clauseId: Scalars['String']['output'];
  /** QUANTITY, SPECIFICATION, QUALITY_STANDARD, PRICE, PAYMENT_METHOD, DELIVERY_TIME, SUPPLIER_REPAIR, SUPPLIER_MAINTENANCE or another. */
  readonly kind: Scalars['String']['output'];
  /** What was agreed. */
  readonly wording: Scalars['String']['output'];
};

/** One clause. */
export type ContractClauseInput = {
  /** Unique in the contract: amendments refer to it. */
  readonly clauseId: Scalars['String']['input'];
  /** QUANTITY, SPECIFICATION, QUALITY_STANDARD, PRICE, PAYMENT_METHOD, DELIVERY_TIME, SUPPLIER_REPAIR, SUPPLIER_MAINTENANCE or another. */
  readonly kind: Scalars['String']['input'];
  /** What was agreed. */
  readonly wording: Scalars['String']['input'];
};

/** A page of a list. */
export type ContractConnection = {
  readonly __typename?: 'ContractConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<ContractEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type ContractEdge = {
  readonly __typename?: 'ContractEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Contract;
};

/** Conditions hold together; an absent one holds for every record. */
export type ContractFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** A part of it; case and width of letters do not matter. */
  readonly contractNumber?: InputMaybe<Scalars['String']['input']>;
  /** Any of these. */
  readonly customerId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Within this stretch of time. */
  readonly draftedAt?: InputMaybe<InstantRange>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<ContractStatus>>;
};

/** What a contract is about. */
export type ContractKind =
  /** Quality agreement (质量保证协议): needs a supplier's repair (CON-6). */
  | 'QUALITY_ASSURANCE'
  /** Sales contract (销售合同): needs the clauses that CON-2 lists. */
  | 'SALE';

/** Side of a contract. */
export type ContractParty =
  /** The company (我方). */
  | 'COMPANY'
  /** The other party (对方): the customer or supplier. */
  | 'COUNTERPARTY';

/** Either the contract as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type ContractPayload = {
  readonly __typename?: 'ContractPayload';
  /** Null where there is none, or the caller may not see it. */
  readonly contract?: Maybe<Contract>;
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

/** One legal review (CON-3). */
export type ContractReview = {
  readonly __typename?: 'ContractReview';
  /** What legal decided. */
  readonly outcome: ReviewOutcome;
  /** Why it was returned. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly reviewedAt: Scalars['Instant']['output'];
  /** Staff id. */
  readonly reviewedBy: Scalars['String']['output'];
  /** What was reviewed. */
  readonly text: TextVersion;
};

/** One party's signature (CON-1), or consent to an amendment (CON-4). */
export type ContractSignature = {
  readonly __typename?: 'ContractSignature';
  /** When. */
  readonly givenAt: Scalars['Instant']['output'];
  /** Staff id, or that of a contact person of the other party. */
  readonly givenBy: Scalars['String']['output'];
  /** For whom. */
  readonly party: ContractParty;
  /** What was signed. */
  readonly text: TextVersion;
};

/** Orders of the list; the id decides between equals. */
export type ContractSort =
  /** By contractNumber, ascending. */
  | 'CONTRACT_NUMBER'
  /** By draftedAt, descending. */
  | 'NEWEST_FIRST'
  /** By draftedAt, ascending. */
  | 'OLDEST_FIRST'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the contract has come. */
export type ContractStatus =
  /** In force (履行中). */
  | 'ACTIVE'
  /** Amended (已修订): in force as both parties amended it (CON-4). */
  | 'AMENDED'
  /** Approved (审核通过): this very text may be signed (CON-3, C38). */
  | 'APPROVED'
  /** Fulfilled (履行完毕). */
  | 'CLOSED'
  /** Draft (起草中): being written; also again, after a revision. */
  | 'DRAFT'
  /** In legal review (法务审核中): waits for legal (CON-3). */
  | 'LEGAL_REVIEW'
  /** Returned (已退回): legal wants it revised. */
  | 'RETURNED'
  /** Signed (已签署): both parties have signed (CON-1). */
  | 'SIGNED'
  /** Terminated (已终止): ended before it was fulfilled, or even signed. */
  | 'TERMINATED';

/** What a contract says. */
export type ContractTextInput = {
  /** Every required kind among them, in words. */
  readonly clauses: ReadonlyArray<ContractClauseInput>;
  /** What it gives to us, and asks of us (CON-1). */
  readonly companyTerms: PartyTermsInput;
  /** What it gives to the other party, and asks of it (CON-1). */
  readonly counterpartyTerms: PartyTermsInput;
  /** Products made to the customer's need (CON-5); none when left out. */
  readonly tailoredProducts?: InputMaybe<ReadonlyArray<TailoredProductInput>>;
  /** Net sum, where it has one. */
  readonly value?: InputMaybe<MoneyInput>;
};

export type Customer = {
  readonly __typename?: 'Customer';
  /** Contracts. A caller who is only a salesperson sees his or her own. */
  readonly contracts?: Maybe<ContractConnection>;
  readonly id: Scalars['ID']['output'];
  /** Orders. A caller who is only a salesperson sees his or her own. */
  readonly orders?: Maybe<OrderConnection>;
};


export type CustomerContractsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContractFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ContractSort>;
};


export type CustomerOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<OrderSort>;
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
  /** Holds the filter, so that every subgraph can apply it. */
  readonly id: Scalars['ID']['output'];
  /** What was asked to be counted, at the latest the moment of the question: compare it with `countedTo` of each list. */
  readonly includes?: Maybe<Scalars['Instant']['output']>;
  /** Limits of orders: confirmation (ORD-1) and contract delivery of each line (DEL-1); of contracts: signing (CON-1). Soonest due first. */
  readonly orders?: Maybe<DeadlineConnection>;
};


/** Open limits. Every subgraph adds those of its own records. */
export type DeadlineBoardOrdersArgs = {
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

/** Conditions hold together; an absent one holds for every limit. */
export type DeadlineFilter = {
  /** Due before this instant. */
  readonly dueBefore?: InputMaybe<Scalars['Instant']['input']>;
  /** Role that is told at the warning and the breach. */
  readonly escalateTo?: InputMaybe<Scalars['String']['input']>;
  /** Keys of the policy's deadlines, such as order.confirm. */
  readonly keys?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these. */
  readonly statuses?: InputMaybe<ReadonlyArray<OpenDeadlineStatus>>;
  /** One record: category and id, such as order-0190… */
  readonly stream?: InputMaybe<Scalars['String']['input']>;
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

/** What decideLotQuality asks for. */
export type DecideLotQualityInput = {
  /** One with the status RECEIVED or RELEASED or BLOCKED. */
  readonly lotId: Scalars['ID']['input'];
  /** What it rests on, such as the number of a test report. */
  readonly reason: Scalars['String']['input'];
  /** Who found out about a lot's quality; QUALITY_CONTROL when left out. */
  readonly source?: InputMaybe<QualitySource>;
  /** Outcome of a decision on a lot's quality. */
  readonly status: LotQuality;
};

/** The approval of another price than the list's, for one product (QUO-2). One order may name it. */
export type Deviation = {
  readonly __typename?: 'Deviation';
  /** When it was approved; it holds from then on. */
  readonly approvedAt: Scalars['Instant']['output'];
  /** Staff id of who approved it: never who sells by it. */
  readonly approvedBy: Scalars['String']['output'];
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** Null where it holds for any customer. */
  readonly customer?: Maybe<Customer>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  /** The lowest price per unit that it allows, before tax; the highest is that of the list. */
  readonly floorPrice: Money;
  readonly id: Scalars['ID']['output'];
  /** A number that people can read out, such as DEV-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** What it is for. */
  readonly product: Product;
  /** Why; not blank. */
  readonly reason: Scalars['String']['output'];
  /** How far it has come. */
  readonly status: DeviationStatus;
  /** The first instant at which it holds no more. */
  readonly validUntil: Scalars['Instant']['output'];
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
  /** Null where it was not withdrawn. */
  readonly withdrawalReason?: Maybe<Scalars['String']['output']>;
  /** Null where it was not withdrawn. */
  readonly withdrawnAt?: Maybe<Scalars['Instant']['output']>;
};

/** A page of a list. */
export type DeviationConnection = {
  readonly __typename?: 'DeviationConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<DeviationEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type DeviationEdge = {
  readonly __typename?: 'DeviationEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Deviation;
};

/** Conditions hold together; an absent one holds for every record. */
export type DeviationFilter = {
  /** Within this stretch of time. */
  readonly approvedAt?: InputMaybe<InstantRange>;
  /** Any of these. */
  readonly approvedBy?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Any of these. */
  readonly customerId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Any of these. */
  readonly productId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<DeviationStatus>>;
};

/** Either the price deviation as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type DeviationPayload = {
  readonly __typename?: 'DeviationPayload';
  /** Null where there is none, or the caller may not see it. */
  readonly deviation?: Maybe<Deviation>;
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
export type DeviationSort =
  /** By approvedAt, descending. */
  | 'NEWEST_FIRST'
  /** By approvedAt, ascending. */
  | 'OLDEST_FIRST'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the price deviation has come. */
export type DeviationStatus =
  /** Approved (已批准): an order may name it, until it was used or is over. */
  | 'APPROVED'
  /** Withdrawn (已撤回): no further order may name it. */
  | 'WITHDRAWN';

/** What draftContract asks for. */
export type DraftContractInput = {
  /** The company's own number, as it stands on the paper. */
  readonly contractNumber: Scalars['String']['input'];
  /** A customer with a file (CUS-1); the supplier of a quality agreement. */
  readonly counterpartyId: Scalars['ID']['input'];
  /** What a contract is about. */
  readonly kind: ContractKind;
  /** When the customer accepted the quote, from when on the limit of signing runs (CON-1); now when left out. */
  readonly quoteAcceptedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** Staff id of whose contract it is; the caller when left out. */
  readonly salespersonId?: InputMaybe<Scalars['String']['input']>;
  /** What it says. */
  readonly text: ContractTextInput;
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

/** What an enum's values are called, for lists and choices that people see. */
export type EnumLabels = {
  readonly __typename?: 'EnumLabels';
  /** Name of the enum, such as OrderStatus. */
  readonly enum: Scalars['String']['output'];
  /** Every value that it has, in the order in which a choice shows them. */
  readonly values: ReadonlyArray<ValueLabel>;
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

/** Goods that came back together. */
export type GoodsReturn = {
  readonly __typename?: 'GoodsReturn';
  readonly id: Scalars['ID']['output'];
  /** What came back. */
  readonly items: ReadonlyArray<ReturnedItem>;
  /** Why it came back, such as the number of a complaint; not blank. */
  readonly reason: Scalars['String']['output'];
  /** When they came into the warehouse. */
  readonly takenBackAt: Scalars['Instant']['output'];
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

/** One product of an imported order. */
export type ImportOrderLine = {
  /** The last instant at which shipping the whole line met the contract (DEL-1). */
  readonly contractShipBy?: InputMaybe<Scalars['Instant']['input']>;
  /** Tells the order's lines apart, such as their number. */
  readonly key: Scalars['String']['input'];
  /** Key there of the product that was ordered; one that was never imported is a finding (ORD-3). */
  readonly productKey: Scalars['String']['input'];
  /** In units of the product. */
  readonly quantity: Scalars['Quantity']['input'];
  /** Before tax. */
  readonly unitPrice: MoneyInput;
};

/** An order with the instants that the other system knows. A step without an instant did not happen as far as we know. */
export type ImportOrderRecord = {
  /** When the order was called off. */
  readonly cancelledAt?: InputMaybe<Scalars['Instant']['input']>;
  /** DIRECT when left out. */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** When the customer was told that the order stands (ORD-1). */
  readonly confirmedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** Key there of the customer who ordered; without it the record is unusable. */
  readonly customerKey: Scalars['String']['input'];
  /** When the goods arrived. */
  readonly deliveredAt?: InputMaybe<Scalars['Instant']['input']>;
  /** The order's key in the other system. */
  readonly key: Scalars['String']['input'];
  /** An order without any is kept, with a finding (ORD-3). */
  readonly lines: ReadonlyArray<ImportOrderLine>;
  /** Without it the record is unusable. */
  readonly placedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** When the order was declined. */
  readonly rejectedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** Goods of the order that came back. More than had left is a finding (TRC-4). */
  readonly returns?: InputMaybe<ReadonlyArray<ImportOrderReturn>>;
  /** Row in the file, 1 for the first after the header. */
  readonly row: Scalars['Int']['input'];
  /** Staff id of who sold, where it is known here. */
  readonly salespersonId?: InputMaybe<Scalars['String']['input']>;
  /** When the goods left, all of them at once: the other system tells of no parts. */
  readonly shippedAt?: InputMaybe<Scalars['Instant']['input']>;
};

/** Goods of an imported order that came back. Which of its lines they are of, where several are of the product, follows from their order. */
export type ImportOrderReturn = {
  /** Tells the order's returns apart. */
  readonly key: Scalars['String']['input'];
  /** Key there of the product; one that the order has no line of makes the record unusable. */
  readonly productKey: Scalars['String']['input'];
  /** How much came back, in units of the product. */
  readonly quantity: Scalars['Quantity']['input'];
  /** When it came into the warehouse. */
  readonly returnedAt: Scalars['Instant']['input'];
};

/** A batch of orders from another system. */
export type ImportOrdersInput = {
  /**
   * Whether only to tell what would become of the records, as an import at the same moment would; nothing is kept, and nothing
   * follows from it. What a status says then is what it would be.
   */
  readonly isCheck: Scalars['Boolean']['input'];
  /** Of a check: keys of customers whose files are taken to be there, as those of new customers. */
  readonly presumedCustomers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of a check: products that are taken to be imported before; at most 1000. */
  readonly presumedProducts?: InputMaybe<ReadonlyArray<ImportProductRecord>>;
  /**
   * Keys of customers whose files the caller knows to be recorded: no order is judged before they have arrived where orders
   * are judged; where that takes long the answer is BUSY. Without it the customers of all orders are waited for, for some
   * seconds.
   */
  readonly recordedCustomers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** At most 200; each is imported whole or not at all, whatever becomes of the others. */
  readonly records: ReadonlyArray<ImportOrderRecord>;
  /** Names the other system and the file that was read. */
  readonly source: ImportSourceInput;
};

/** What became of the batch. */
export type ImportOrdersPayload = {
  readonly __typename?: 'ImportOrdersPayload';
  /** One for each record, in the order in which they were sent. */
  readonly results: ReadonlyArray<ImportResult>;
};

/** A product as the other system knows it. */
export type ImportProductRecord = {
  /** The product's number; the key when left out. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** UDI-DI of the unit that quantities count: its GTIN; one that is none is a finding (TRC-4). */
  readonly deviceIdentifier?: InputMaybe<Scalars['String']['input']>;
  /** False when left out. */
  readonly isSterile?: InputMaybe<Scalars['Boolean']['input']>;
  /** The record's key in the other system. */
  readonly key: Scalars['String']['input'];
  /** Price per unit before tax; a negative one is a finding (QUO-2). Without it an order may name any price. */
  readonly listPrice?: InputMaybe<MoneyInput>;
  /** As the label names the maker; devices need one to be shipped (TRC-1). */
  readonly manufacturer?: InputMaybe<Scalars['String']['input']>;
  /** Type designation of the maker. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** The code when left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The other system's grouping of its range. */
  readonly productCategory?: InputMaybe<Scalars['String']['input']>;
  /** UNREGULATED when left out. */
  readonly productClass?: InputMaybe<ProductClass>;
  /** When the product was registered there; the instant of the import when left out. */
  readonly registeredAt?: InputMaybe<Scalars['Instant']['input']>;
  /** Number of the registration or filing with the regulator. */
  readonly registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** Row in the file, 1 for the first after the header. */
  readonly row: Scalars['Int']['input'];
  /** Size, capacity and the like. */
  readonly specification?: InputMaybe<Scalars['String']['input']>;
  /** Unit that quantities count; piece when left out. */
  readonly unit?: InputMaybe<Scalars['String']['input']>;
};

/** A batch of products from another system. */
export type ImportProductsInput = {
  /**
   * Whether only to tell what would become of the records, as an import at the same moment would; nothing is kept, and nothing
   * follows from it. What a status says then is what it would be.
   */
  readonly isCheck: Scalars['Boolean']['input'];
  /** Of a check: records that are taken to be imported before these, such as others of the same files; at most 1000. */
  readonly presumed?: InputMaybe<ReadonlyArray<ImportProductRecord>>;
  /** At most 200; each is imported whole or not at all, whatever becomes of the others. */
  readonly records: ReadonlyArray<ImportProductRecord>;
  /** Names the other system and the file that was read. */
  readonly source: ImportSourceInput;
};

/** What became of the batch. */
export type ImportProductsPayload = {
  readonly __typename?: 'ImportProductsPayload';
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

/** A part of a label that says nothing of device or production. */
export type LabelPart = {
  readonly __typename?: 'LabelPart';
  /** Application identifier of GS1, such as 240 for an additional product identification. */
  readonly identifier: Scalars['String']['output'];
  /** As it stands on the label. */
  readonly value: Scalars['String']['output'];
};

/** One thing that is wrong with a label. */
export type LabelProblem = {
  readonly __typename?: 'LabelProblem';
  /** Such as AMBIGUOUS, where a separator may have been lost, or CHECK_DIGIT_WRONG. */
  readonly code: Scalars['String']['output'];
  /** Application identifier, as it stands there; null where the problem belongs to no part. */
  readonly identifier?: Maybe<Scalars['String']['output']>;
  /** What is wrong, and what was expected. */
  readonly message: Bilingual;
  /** Index of the first character that it is about, from 0. */
  readonly position: Scalars['Int']['output'];
};

/** Goods of one product made together. Its numbers and dates never change. */
export type Lot = {
  readonly __typename?: 'Lot';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** What came, left, came back, and is there now. */
  readonly balance: LotBalance;
  /** Decisions of quality control and regulators' notices, oldest first; the last one counts. */
  readonly decisions: ReadonlyArray<LotQualityDecision>;
  /** Last day on which the goods may be used, not before the day of making (TRC-2); expired goods do not ship. */
  readonly expiresOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** As the maker's label bears it. */
  readonly lotNumber: Scalars['String']['output'];
  /** A number that people can read out, such as LOT-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** Day of making; null where the label bears none. */
  readonly producedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** What the goods are. */
  readonly product: Product;
  /** The product's class when the lot was received. */
  readonly productClass: ProductClass;
  /** How much was received, all receipts together. */
  readonly quantity: Scalars['Quantity']['output'];
  /** When the first goods came into the warehouse. */
  readonly receivedAt: Scalars['Instant']['output'];
  /** Further receipts of the same lot, in the order of their entry. */
  readonly replenishments: ReadonlyArray<LotReplenishment>;
  /** Factory serial numbers that were read at its receipts. Once there are as many as goods, no other one passes a check (TRC-1). */
  readonly serialNumbers: ReadonlyArray<Scalars['String']['output']>;
  /** Every shipment that goods of this lot left with: where to look in a recall (TRC-4, RCL-1). */
  readonly shipments: ShipmentConnection;
  /** How far it has come. */
  readonly status: LotStatus;
  /** Lot of the sterilisation, as the label bears it; needed for a sterile product (TRC-2). */
  readonly sterilisationLot?: Maybe<Scalars['String']['output']>;
  /** Other records of the same product and number, from before a number was one lot. What is decided on one holds for all; all share one balance. */
  readonly twins: ReadonlyArray<Lot>;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};


/** Goods of one product made together. Its numbers and dates never change. */
export type LotShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Quantities of a lot, twins included, in units of the product (TRC-4). */
export type LotBalance = {
  readonly __typename?: 'LotBalance';
  /** Received, less shipped, and returned; nothing where history shipped more than there was. */
  readonly onHand: Scalars['Quantity']['output'];
  /** All receipts together. */
  readonly received: Scalars['Quantity']['output'];
  /** What came back of it. */
  readonly returned: Scalars['Quantity']['output'];
  /** What left on all shipments. */
  readonly shipped: Scalars['Quantity']['output'];
};

/** A page of a list. */
export type LotConnection = {
  readonly __typename?: 'LotConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<LotEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type LotEdge = {
  readonly __typename?: 'LotEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Lot;
};

/** Conditions hold together; an absent one holds for every record. */
export type LotFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** A part of it; case and width of letters do not matter. */
  readonly lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** How it begins; case and width of letters do not matter. */
  readonly lotNumberStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** Any of these. */
  readonly productId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Within this stretch of time. */
  readonly receivedAt?: InputMaybe<InstantRange>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<LotStatus>>;
};

/** Either the lot as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type LotPayload = {
  readonly __typename?: 'LotPayload';
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /** Null where there is none, or the caller may not see it. */
  readonly lot?: Maybe<Lot>;
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Outcome of a decision on a lot's quality. */
export type LotQuality =
  /** Blocked (不合格): it does not conform, or a regulator named it. */
  | 'BLOCKED'
  /** Released (合格): a block is lifted. */
  | 'RELEASED';

/** One decision on a lot's quality (QLT-4). */
export type LotQualityDecision = {
  readonly __typename?: 'LotQualityDecision';
  /** When it was decided; every earlier decision stays on record. */
  readonly decidedAt: Scalars['Instant']['output'];
  /** What it rests on, such as the number of a test report. */
  readonly reason: Scalars['String']['output'];
  /** Who found out about a lot's quality. */
  readonly source: QualitySource;
  /** Outcome of a decision on a lot's quality. */
  readonly status: LotQuality;
};

/** Goods of a lot that came after its first receipt. */
export type LotReplenishment = {
  readonly __typename?: 'LotReplenishment';
  /** How much came. */
  readonly quantity: Scalars['Quantity']['output'];
  /** When it came into the warehouse. */
  readonly receivedAt: Scalars['Instant']['output'];
};

/** Orders of the list; the id decides between equals. */
export type LotSort =
  /** By lotNumber, ascending. */
  | 'LOT_NUMBER'
  /** Latest change first. */
  | 'RECENTLY_CHANGED'
  /** By receivedAt, descending. */
  | 'RECENTLY_RECEIVED';

/** How far the lot has come. */
export type LotStatus =
  /** Blocked (不合格): may be neither invoiced nor sold (QLT-4). */
  | 'BLOCKED'
  /** Received (已入库): nothing decided so far. */
  | 'RECEIVED'
  /** Released (合格): found to conform. */
  | 'RELEASED';

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
  /** Put the contract in force (合同生效). The signed contract came into force. */
  readonly activateContract: ContractPayload;
  /** Use the reviewed template (采用合同范本). A reviewed template whose blanks, 【like this】, are filled in counts as reviewed (C38). */
  readonly adoptTemplate: ContractPayload;
  /** Amend the contract (签订补充协议). Both parties agreed to a revision of the contract, which legal had reviewed (CON-4, C38). */
  readonly amendContract: ContractPayload;
  /** Approve the contract (审核通过合同). Legal, and not the drafter, approved this very text (CON-3). */
  readonly approveContract: ContractPayload;
  /** Approve another price (批准价格偏差). Another price than the list's was approved for one product; one order may use the approval (QUO-2). */
  readonly approveDeviation: DeviationPayload;
  /** Cancel the order (取消订单). The order was cancelled before shipment; its net amount leaves the sales figures. */
  readonly cancelOrder: OrderPayload;
  /** Check what leaves (出库复核). Goods were re-checked before leaving, by another person than the picker (DEL-2, C39). */
  readonly checkOutbound: OrderPayload;
  /** Close the contract (合同履行完毕). Both parties have done what the contract asks of them. */
  readonly closeContract: ContractPayload;
  /** Complete the lot (补充批次信息). What was left out when the lot was received was added from its label; what was there stays (TRC-1, TRC-2). */
  readonly completeLot: LotPayload;
  /** Complete the product (补充产品信息). What was left out when the product was registered was added; what was there stays (TRC-1 to TRC-4). */
  readonly completeProduct: ProductPayload;
  /** Confirm the order (确认订单). The order passed its gates and was confirmed to the customer and passed to production (ORD-1, ORD-2). */
  readonly confirmOrder: OrderPayload;
  /** Decide on the quality (判定批次质量). Quality control released or blocked the lot, or a regulator named it (QLT-4). */
  readonly decideLotQuality: LotPayload;
  /** Draft the contract (起草合同). A contract was drafted with its required clauses (CON-2, CON-6) and the terms of both parties (CON-1). */
  readonly draftContract: ContractPayload;
  /**
   * Imports orders of another system, up to 200 at once, with the steps that have an instant. What the gates would have
   * refused is imported and listed as findings. Import products and customers first: an unknown one is a finding.
   */
  readonly importOrders: ImportOrdersPayload;
  /** Imports products of another system, up to 200 at once; one that is already present and told otherwise is corrected where that can be. */
  readonly importProducts: ImportProductsPayload;
  /** Place the order (下单). A customer placed an order; the 24 h confirmation timer runs from here (ORD-1). */
  readonly placeOrder: OrderPayload;
  /**
   * Has the running service make anew, from its events, what it keeps besides them, while it serves. While a rebuild is under
   * way this joins it.
   */
  readonly rebuildOrders: Rebuild;
  /** Receive the lot (批次入库). A lot entered the warehouse. Its identity (numbers and dates) never changes afterwards. */
  readonly receiveLot: LotPayload;
  /** Register the product (登记产品). A product was registered with its class, registration number and manufacturer (TRC-1 to TRC-4). */
  readonly registerProduct: ProductPayload;
  /** Decline the order (拒绝订单). The order was declined with a reason; that, too, meets the 24 h limit (C27). */
  readonly rejectOrder: OrderPayload;
  /** Report the delivery (登记送达). A shipment reached the customer. */
  readonly reportDelivery: OrderPayload;
  /** Report the goods ready (报告备货完成). The goods of the order stand ready for the outbound check. */
  readonly reportGoodsReady: OrderPayload;
  /** Has the running consumer apply the parked event again, and then what waits behind it. */
  readonly retryParkedInOrders: RetryResult;
  /** Return the contract (退回合同). Legal returned the text, to be revised (CON-3). */
  readonly returnContract: ContractPayload;
  /** Revise the contract (修改合同). The text was written anew before anybody signed it; it is a draft again (CON-3). */
  readonly reviseContract: ContractPayload;
  /** Ship goods (发货). Goods left the warehouse; the gates were evaluated again at this instant (CUS-5, DEL-2, QLT-4). */
  readonly shipGoods: OrderPayload;
  /** Sign the contract (签署合同). One party signed the text: staff, or a contact person of the other party, by id; the second one concludes it (CON-1). */
  readonly signContract: ContractPayload;
  /** Start production (开始生产). Production of the order began (ORD-4). */
  readonly startProduction: OrderPayload;
  /** Submit it for legal review (提交法务审核). The text was handed to legal (CON-3). */
  readonly submitForReview: ContractPayload;
  /** Take goods back (登记退回). Goods that had left came back into the warehouse (TRC-4, RET-1). */
  readonly takeBackGoods: OrderPayload;
  /** Terminate the contract (终止合同). The contract ended before it was fulfilled. */
  readonly terminateContract: ContractPayload;
  /** Withdraw the approval (撤回价格偏差批准). An approval of another price holds no more; what was ordered by it stands (QUO-2). */
  readonly withdrawDeviation: DeviationPayload;
};


export type MutationActivateContractArgs = {
  entry: Entry;
  input: ActivateContractInput;
};


export type MutationAdoptTemplateArgs = {
  entry: Entry;
  input: AdoptTemplateInput;
};


export type MutationAmendContractArgs = {
  entry: Entry;
  input: AmendContractInput;
};


export type MutationApproveContractArgs = {
  entry: Entry;
  input: ApproveContractInput;
};


export type MutationApproveDeviationArgs = {
  entry: Entry;
  input: ApproveDeviationInput;
};


export type MutationCancelOrderArgs = {
  entry: Entry;
  input: CancelOrderInput;
};


export type MutationCheckOutboundArgs = {
  entry: Entry;
  input: CheckOutboundInput;
};


export type MutationCloseContractArgs = {
  entry: Entry;
  input: CloseContractInput;
};


export type MutationCompleteLotArgs = {
  entry: Entry;
  input: CompleteLotInput;
};


export type MutationCompleteProductArgs = {
  entry: Entry;
  input: CompleteProductInput;
};


export type MutationConfirmOrderArgs = {
  entry: Entry;
  input: ConfirmOrderInput;
};


export type MutationDecideLotQualityArgs = {
  entry: Entry;
  input: DecideLotQualityInput;
};


export type MutationDraftContractArgs = {
  entry: Entry;
  input: DraftContractInput;
};


export type MutationImportOrdersArgs = {
  input: ImportOrdersInput;
};


export type MutationImportProductsArgs = {
  input: ImportProductsInput;
};


export type MutationPlaceOrderArgs = {
  entry: Entry;
  input: PlaceOrderInput;
};


export type MutationRebuildOrdersArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
};


export type MutationReceiveLotArgs = {
  entry: Entry;
  input: ReceiveLotInput;
};


export type MutationRegisterProductArgs = {
  entry: Entry;
  input: RegisterProductInput;
};


export type MutationRejectOrderArgs = {
  entry: Entry;
  input: RejectOrderInput;
};


export type MutationReportDeliveryArgs = {
  entry: Entry;
  input: ReportDeliveryInput;
};


export type MutationReportGoodsReadyArgs = {
  entry: Entry;
  input: ReportGoodsReadyInput;
};


export type MutationRetryParkedInOrdersArgs = {
  consumer: Scalars['String']['input'];
  stream: Scalars['String']['input'];
};


export type MutationReturnContractArgs = {
  entry: Entry;
  input: ReturnContractInput;
};


export type MutationReviseContractArgs = {
  entry: Entry;
  input: ReviseContractInput;
};


export type MutationShipGoodsArgs = {
  entry: Entry;
  input: ShipGoodsInput;
};


export type MutationSignContractArgs = {
  entry: Entry;
  input: SignContractInput;
};


export type MutationStartProductionArgs = {
  entry: Entry;
  input: StartProductionInput;
};


export type MutationSubmitForReviewArgs = {
  entry: Entry;
  input: SubmitForReviewInput;
};


export type MutationTakeBackGoodsArgs = {
  entry: Entry;
  input: TakeBackGoodsInput;
};


export type MutationTerminateContractArgs = {
  entry: Entry;
  input: TerminateContractInput;
};


export type MutationWithdrawDeviationArgs = {
  entry: Entry;
  input: WithdrawDeviationInput;
};

/** Groups of limits that are still open. */
export type OpenDeadlineStatus =
  /** Past due. */
  | 'OVERDUE'
  /** Begun, with most of its time left. */
  | 'RUNNING'
  /** 75 % of the limit are used up. */
  | 'WARNED';

/** What operators look after; every subgraph adds its own part. */
export type Operations = {
  readonly __typename?: 'Operations';
  readonly id: Scalars['ID']['output'];
  /** Streams that a consumer of this subgraph has parked, in a stable order. */
  readonly parkedInOrders?: Maybe<ParkedStreamConnection>;
  /** The rebuild of this subgraph's documents, limits and figures that is under way, else the last one. */
  readonly rebuildInOrders?: Maybe<Rebuild>;
};


/** What operators look after; every subgraph adds its own part. */
export type OperationsParkedInOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A customer's order, from its placing to the delivery of its last shipment. */
export type Order = {
  readonly __typename?: 'Order';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** Who called it off, and why; null for an order that was not called off. */
  readonly cancellationReason?: Maybe<Scalars['String']['output']>;
  /** Null for an order that was not called off. */
  readonly cancelledAt?: Maybe<Scalars['Instant']['output']>;
  /** Where it was sold, such as DIRECT or the name of a platform. */
  readonly channel: Scalars['String']['output'];
  /** Outbound checks, oldest first (DEL-2). */
  readonly checks: ReadonlyArray<OutboundCheck>;
  /** Null for an order that nobody confirmed. */
  readonly confirmedAt?: Maybe<Scalars['Instant']['output']>;
  /** Who ordered. */
  readonly customer?: Maybe<Customer>;
  /** Limits that run or ran on it, with the explanation of each due instant. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** In the order in which they were placed. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** Sum of the lines before tax, one amount per currency: an order has one, an imported one may have several or none. */
  readonly netTotals: ReadonlyArray<Money>;
  /** A number that people can read out, such as ORD-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** The 24 hours of ORD-1 run from here. */
  readonly placedAt: Scalars['Instant']['output'];
  /** Null as long as it has not begun, and for goods from stock. */
  readonly productionStartedAt?: Maybe<Scalars['Instant']['output']>;
  /** When the goods stood ready for the outbound check; null where that was not reported. */
  readonly readyAt?: Maybe<Scalars['Instant']['output']>;
  /** Null for an order that nobody declined. */
  readonly rejectedAt?: Maybe<Scalars['Instant']['output']>;
  /** Why the company declined it; null for an order that nobody declined. */
  readonly rejectionReason?: Maybe<Scalars['String']['output']>;
  /** What came back, in the order in which it was recorded. */
  readonly returns: ReadonlyArray<GoodsReturn>;
  /** Staff id of who sold; null for an imported order. */
  readonly salespersonId?: Maybe<Scalars['String']['output']>;
  /** Shipments in the order in which they were recorded. */
  readonly shipments: ReadonlyArray<Shipment>;
  /** How far it has come. */
  readonly status: OrderStatus;
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};

/** A page of a list. */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<OrderEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Order;
};

/** Conditions hold together; an absent one holds for every record. */
export type OrderFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Sold there: DIRECT, or the names of platforms. */
  readonly channel?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these. */
  readonly customerId?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Within this stretch of time. */
  readonly placedAt?: InputMaybe<InstantRange>;
  /** Sold by any of these, by staff id. */
  readonly salespersonId?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Any of these. */
  readonly status?: InputMaybe<ReadonlyArray<OrderStatus>>;
};

/** An imported order that breaks a rule. */
export type OrderFinding = {
  readonly __typename?: 'OrderFinding';
  /** What it breaks, and by which values. */
  readonly finding: Finding;
  /** Always an imported one: an order entered here would have been refused. */
  readonly order: Order;
};

/** A page of a list. */
export type OrderFindingConnection = {
  readonly __typename?: 'OrderFindingConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<OrderFindingEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type OrderFindingEdge = {
  readonly __typename?: 'OrderFindingEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: OrderFinding;
};

/** One product of an order. */
export type OrderLine = {
  readonly __typename?: 'OrderLine';
  /** Id of the approval that allows another price than the list's: one that holds, and that no other order uses (QUO-2). */
  readonly approvedDeviation?: Maybe<Scalars['String']['output']>;
  /** How much passed an outbound check so far, shipped or not. */
  readonly checkedQuantity: Scalars['Quantity']['output'];
  /** The last instant at which shipping the whole line still meets the contract (DEL-1). */
  readonly contractShipBy?: Maybe<Scalars['Instant']['output']>;
  readonly id: Scalars['ID']['output'];
  /** The lot that the order names, where it names one. */
  readonly lot?: Maybe<Lot>;
  /** Unit price times quantity, before tax, rounded half up to minor units. */
  readonly netAmount: Money;
  /** Null where an imported order names a product that nobody registered. */
  readonly product?: Maybe<Product>;
  /** The product's class when the order was placed. */
  readonly productClass: ProductClass;
  /** Set also where nobody registered the product. */
  readonly productId: Scalars['ID']['output'];
  /** How much was ordered, in units of the product. */
  readonly quantity: Scalars['Quantity']['output'];
  /** How much has left so far, on all shipments, in units of the product. */
  readonly shippedQuantity: Scalars['Quantity']['output'];
  /** Before tax. */
  readonly unitPrice: Money;
};

/** One product of an order. */
export type OrderLineInput = {
  /** Id of the approval that allows another price than the list's: one that holds, and that no other order uses (QUO-2). */
  readonly approvedDeviation?: InputMaybe<Scalars['String']['input']>;
  /** The last instant at which shipping the whole line still meets the contract (DEL-1). */
  readonly contractShipBy?: InputMaybe<Scalars['Instant']['input']>;
  /** A lot to reserve, where the customer wants a certain one. */
  readonly lotId?: InputMaybe<Scalars['ID']['input']>;
  /** A registered product (ORD-3). */
  readonly productId: Scalars['ID']['input'];
  /** In units of the product; more than zero (ORD-3). */
  readonly quantity: Scalars['Quantity']['input'];
  /** Before tax. The list price, unless approvedDeviation says otherwise. */
  readonly unitPrice: MoneyInput;
};

/** Either the order as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type OrderPayload = {
  readonly __typename?: 'OrderPayload';
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /** Null where there is none, or the caller may not see it. */
  readonly order?: Maybe<Order>;
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Orders of the list; the id decides between equals. */
export type OrderSort =
  /** By placedAt, descending. */
  | 'NEWEST_FIRST'
  /** By placedAt, ascending. */
  | 'OLDEST_FIRST'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** How far the order has come. */
export type OrderStatus =
  /** Cancelled (已取消): its amount leaves the sales figures (KPI-3). */
  | 'CANCELLED'
  /** Checked (已出库复核): everything ordered passed the outbound check. */
  | 'CHECKED'
  /** Confirmed (已确认): accepted (ORD-1); production may begin, and goods from stock may be checked and shipped. */
  | 'CONFIRMED'
  /** Delivered (已送达): every shipment has arrived. */
  | 'DELIVERED'
  /** In production (生产中): goods are being made for it (ORD-4); goods from stock skip this. */
  | 'IN_PRODUCTION'
  /** Partly shipped (部分发货): part of the goods has left. */
  | 'PARTLY_SHIPPED'
  /** Placed (已下单): waits for its confirmation, 24 hours at most (ORD-1). */
  | 'PLACED'
  /** Ready (备货完成): goods stand ready for the outbound check. */
  | 'READY'
  /** Declined (已拒绝): nothing follows. */
  | 'REJECTED'
  /** Shipped (已发货): all goods have left. */
  | 'SHIPPED';

/** The second check of goods before they leave, by another person than the one who picked them (DEL-2). */
export type OutboundCheck = {
  readonly __typename?: 'OutboundCheck';
  /** When the goods were looked at. */
  readonly checkedAt: Scalars['Instant']['output'];
  /** Staff id of who checked them: another person (C39). */
  readonly checkedBy: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** What was looked at, also what failed. */
  readonly items: ReadonlyArray<CheckedItem>;
  /** Staff id of who picked the goods. */
  readonly pickedBy: Scalars['String']['output'];
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

/** What a contract means to one party. */
export type PartyTerms = {
  readonly __typename?: 'PartyTerms';
  /** What it owes. */
  readonly duties: Scalars['String']['output'];
  /** What it may claim. */
  readonly rights: Scalars['String']['output'];
};

/** What a contract means to one party. */
export type PartyTermsInput = {
  /** What it owes. */
  readonly duties: Scalars['String']['input'];
  /** What it may claim. */
  readonly rights: Scalars['String']['input'];
};

/** What placeOrder asks for. */
export type PlaceOrderInput = {
  /** Where it was sold, such as the name of a platform; DIRECT when left out. */
  readonly channel?: InputMaybe<Scalars['String']['input']>;
  /** One with a file (CUS-1). */
  readonly customerId: Scalars['ID']['input'];
  /** At least one, all in one currency (ORD-3). */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** Staff id of who sold; the caller when left out. */
  readonly salespersonId?: InputMaybe<Scalars['String']['input']>;
};

/** A product of the range. What it is never changes; a changed product is registered under a new code. */
export type Product = {
  readonly __typename?: 'Product';
  /** What the caller's roles may do with it, and whether its stage allows it. */
  readonly availableCommands: ReadonlyArray<AvailableCommand>;
  /** The company's own number of the product. */
  readonly code: Scalars['String']['output'];
  /** UDI-DI of the unit that quantities count: the 14 digits of its GTIN, by which a scanned label names the product (TRC-4); null where none is known. */
  readonly deviceIdentifier?: Maybe<Scalars['String']['output']>;
  /** Rules that the imported record breaks; empty for one entered here. */
  readonly findings: ReadonlyArray<Finding>;
  readonly id: Scalars['ID']['output'];
  /** Sterile single-use goods: their sales record needs sterilisation lot and signature (TRC-2). */
  readonly isSterile: Scalars['Boolean']['output'];
  /** Price per unit before tax, never negative; an order at another price needs an approved deviation (QUO-2). */
  readonly listPrice?: Maybe<Money>;
  /** Lots received of this product; an error with the code FORBIDDEN for whoever may not read lots. */
  readonly lots?: Maybe<LotConnection>;
  /** As the label names the maker; devices need one to be shipped (TRC-1). */
  readonly manufacturer?: Maybe<Scalars['String']['output']>;
  /** Type designation of the maker. */
  readonly model?: Maybe<Scalars['String']['output']>;
  /** As labels and sales records bear it (TRC-1 to TRC-4). */
  readonly name: Scalars['String']['output'];
  /** A number that people can read out, such as PRD-7K3MQ-2XP9A: it follows from the id. */
  readonly number: Scalars['String']['output'];
  /** The company's own grouping of its range. */
  readonly productCategory?: Maybe<Scalars['String']['output']>;
  /** Decides which gates and which fields of the sales record apply (C37). */
  readonly productClass: ProductClass;
  /** Number of the registration or filing with the regulator. */
  readonly registrationNumber?: Maybe<Scalars['String']['output']>;
  /** Size, capacity and the like. */
  readonly specification?: Maybe<Scalars['String']['output']>;
  /** Unit that quantities count, such as 'box'. */
  readonly unit: Scalars['String']['output'];
  /** Rises with every change; send it as expectedVersion to be told when somebody else was faster. */
  readonly version: Scalars['Int']['output'];
};


/** A product of the range. What it is never changes; a changed product is registered under a new code. */
export type ProductLotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LotFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<LotSort>;
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

/** A page of a list. */
export type ProductConnection = {
  readonly __typename?: 'ProductConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<ProductEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type ProductEdge = {
  readonly __typename?: 'ProductEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Product;
};

/** Conditions hold together; an absent one holds for every record. */
export type ProductFilter = {
  /** Changed at this instant or later. To keep a copy fresh, ask with the instant before the last question: what changed up to two minutes earlier comes again, because a change is known a moment after its instant. */
  readonly changedSince?: InputMaybe<Scalars['Instant']['input']>;
  /** Any of these. */
  readonly code?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How it begins; case and width of letters do not matter. */
  readonly codeStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** Any of these. */
  readonly deviceIdentifier?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A part of it; case and width of letters do not matter. */
  readonly manufacturer?: InputMaybe<Scalars['String']['input']>;
  /** A part of it; case and width of letters do not matter. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Any of these. */
  readonly productClass?: InputMaybe<ReadonlyArray<ProductClass>>;
};

/** Either the product as it stands now, or the rules that refused the change; of a refusal, as it stood. */
export type ProductPayload = {
  readonly __typename?: 'ProductPayload';
  /** True where the key was used before: this is its first answer, and nothing was done now. The record is as it stands now. */
  readonly isRepeated: Scalars['Boolean']['output'];
  /** Null where there is none, or the caller may not see it. */
  readonly product?: Maybe<Product>;
  /**
   * Of a refusal, the records kept elsewhere that it rests on, each as far as it was known here. One that you have changed
   * since was judged too early: ask again, under a new key, with its version in `after` of the entry.
   */
  readonly sawVersions: ReadonlyArray<RecordVersion>;
  /** All rules that speak against it, at once; empty for what was accepted. */
  readonly violations: ReadonlyArray<Violation>;
};

/** Orders of the list; the id decides between equals. */
export type ProductSort =
  /** By code, ascending. */
  | 'CODE'
  /** By name, ascending. */
  | 'NAME'
  /** Latest change first. */
  | 'RECENTLY_CHANGED';

/** Who found out about a lot's quality. */
export type QualitySource =
  /** Quality control (质管部检查). */
  | 'QUALITY_CONTROL'
  /** Regulator's notice (药监部门通知): of a lot (QLT-4). */
  | 'REGULATOR_NOTICE';

export type Query = {
  readonly __typename?: 'Query';
  /** One contract; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly contract?: Maybe<Contract>;
  /** Contracts. A caller who is only a salesperson sees his or her own. */
  readonly contracts?: Maybe<ContractConnection>;
  /** What is due, everywhere, soonest first. */
  readonly deadlineBoard?: Maybe<DeadlineBoard>;
  /** One price deviation; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly deviation?: Maybe<Deviation>;
  /** Approvals of other prices than the list's. */
  readonly deviations?: Maybe<DeviationConnection>;
  /** Imported orders that break a rule, each with what it breaks: the compliance audit of the past. */
  readonly findings?: Maybe<OrderFindingConnection>;
  /**
   * What the values of every enum are called that a record or an input shows: a few kilobytes that change with releases only,
   * so ask once. Orders and filters of lists are not among them.
   */
  readonly labels?: Maybe<ReadonlyArray<EnumLabels>>;
  /** One lot; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly lot?: Maybe<Lot>;
  /** Lots. */
  readonly lots?: Maybe<LotConnection>;
  /** The operators' view of the platform. */
  readonly operations?: Maybe<Operations>;
  /** One order; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly order?: Maybe<Order>;
  /** Orders. A caller who is only a salesperson sees his or her own. */
  readonly orders?: Maybe<OrderConnection>;
  /** One product; an error with the code NOT_FOUND when there is none, or the caller may not see it. */
  readonly product?: Maybe<Product>;
  /** Products of the range. */
  readonly products?: Maybe<ProductConnection>;
  /**
   * What a label holds, as a scanner reads it: the parts that tell a device and its production, what else stands there, and
   * what cannot be read. Nothing is changed by it.
   */
  readonly readLabel?: Maybe<ScannedLabel>;
  /** Key figures of the days from `from` up to, but without, `to`. */
  readonly scorecard?: Maybe<Scorecard>;
  /** Who asks, and in which roles: for a portal that shows everybody his or her own work. */
  readonly viewer?: Maybe<Viewer>;
};


export type QueryContractArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContractsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContractFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ContractSort>;
};


export type QueryDeadlineBoardArgs = {
  filter?: InputMaybe<DeadlineFilter>;
  includes?: InputMaybe<Scalars['Instant']['input']>;
};


export type QueryDeviationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDeviationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeviationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<DeviationSort>;
};


export type QueryFindingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  rule?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LotFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<LotSort>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<OrderSort>;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ProductSort>;
};


export type QueryReadLabelArgs = {
  scan: Scalars['LabelScan']['input'];
};


export type QueryScorecardArgs = {
  asOf?: InputMaybe<Scalars['Instant']['input']>;
  from: Scalars['LocalDate']['input'];
  includes?: InputMaybe<Scalars['Instant']['input']>;
  scope?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['LocalDate']['input'];
  zone?: InputMaybe<Scalars['String']['input']>;
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

/** What receiveLot asks for. */
export type ReceiveLotInput = {
  /** Last day on which the goods may be used, not before the day of making (TRC-2); expired goods do not ship. */
  readonly expiresOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** As the maker's label bears it; as it was scanned when left out. */
  readonly lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Day of making; null where the label bears none. */
  readonly producedOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** A registered product (TRC-4); the one of the scanned device when left out. */
  readonly productId?: InputMaybe<Scalars['ID']['input']>;
  /** How much was received; more than zero. */
  readonly quantity: Scalars['Quantity']['input'];
  /** What a scanner reads off the label of the goods. What it bears need not be entered, and what is entered must agree. */
  readonly scan?: InputMaybe<Scalars['LabelScan']['input']>;
  /** Factory serial numbers of the goods, besides the one that was scanned (TRC-1); no more than goods came; none when left out. */
  readonly serialNumbers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Lot of the sterilisation, as the label bears it; needed for a sterile product (TRC-2). */
  readonly sterilisationLot?: InputMaybe<Scalars['String']['input']>;
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

/** What registerProduct asks for. */
export type RegisterProductInput = {
  /** The company's own number of the product. */
  readonly code: Scalars['String']['input'];
  /** UDI-DI of the unit that quantities count: the 14 digits of its GTIN, by which a scanned label names the product (TRC-4); null where none is known. */
  readonly deviceIdentifier?: InputMaybe<Scalars['String']['input']>;
  /** Sterile single-use goods: their sales record needs sterilisation lot and signature (TRC-2); false when left out. */
  readonly isSterile?: InputMaybe<Scalars['Boolean']['input']>;
  /** Price per unit before tax, never negative; an order at another price needs an approved deviation (QUO-2). */
  readonly listPrice?: InputMaybe<MoneyInput>;
  /** As the label names the maker; devices need one to be shipped (TRC-1). */
  readonly manufacturer?: InputMaybe<Scalars['String']['input']>;
  /** Type designation of the maker. */
  readonly model?: InputMaybe<Scalars['String']['input']>;
  /** As labels and sales records bear it (TRC-1 to TRC-4). */
  readonly name: Scalars['String']['input'];
  /** The company's own grouping of its range. */
  readonly productCategory?: InputMaybe<Scalars['String']['input']>;
  /** Decides which gates and which fields of the sales record apply (C37). */
  readonly productClass: ProductClass;
  /** Number of the registration or filing with the regulator. */
  readonly registrationNumber?: InputMaybe<Scalars['String']['input']>;
  /** Size, capacity and the like. */
  readonly specification?: InputMaybe<Scalars['String']['input']>;
  /** Unit that quantities count, such as 'box'. */
  readonly unit: Scalars['String']['input'];
};

/** What rejectOrder asks for. */
export type RejectOrderInput = {
  /** One with the status PLACED. */
  readonly orderId: Scalars['ID']['input'];
  /** Why the company declines; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** What reportDelivery asks for. */
export type ReportDeliveryInput = {
  /** One with the status PARTLY_SHIPPED or SHIPPED. */
  readonly orderId: Scalars['ID']['input'];
  /** One that left and whose arrival nobody reported; not before it left (OPP-1). */
  readonly shipmentId: Scalars['ID']['input'];
};

/** What reportGoodsReady asks for. */
export type ReportGoodsReadyInput = {
  /** One with the status CONFIRMED or IN_PRODUCTION. */
  readonly orderId: Scalars['ID']['input'];
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

/** What returnContract asks for. */
export type ReturnContractInput = {
  /** One with the status LEGAL_REVIEW. */
  readonly contractId: Scalars['ID']['input'];
  /** What is to be changed. */
  readonly reason: Scalars['String']['input'];
};

/** Goods of one line, and of one lot where they are kept by lot, that came back. */
export type ReturnedItem = {
  readonly __typename?: 'ReturnedItem';
  /** The line of the order that they are for (ORD-3). */
  readonly lineId: Scalars['ID']['output'];
  /** How much came back, in units of the product. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Factory serial number of what came back, where its label was read; it may leave again from then on (TRC-1). */
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
};

/** Goods of one line, and of one lot where they are kept by lot. */
export type ReturnedItemInput = {
  /** The line of the order that they are for (ORD-3). */
  readonly lineId: Scalars['ID']['input'];
  /** The lot that the goods are from, where they are kept by lot; a check of one lot never stands for goods of another. */
  readonly lotId?: InputMaybe<Scalars['ID']['input']>;
  /** How much came back, in units of the product. */
  readonly quantity: Scalars['Quantity']['input'];
  /** Factory serial number of what came back, where its label was read; it may leave again from then on (TRC-1). */
  readonly serialNumber?: InputMaybe<Scalars['String']['input']>;
};

/** What legal decided. */
export type ReviewOutcome =
  /** Approved (审核通过): may be signed as it is. */
  | 'APPROVED'
  /** Returned (退回修改). */
  | 'RETURNED';

/** What reviseContract asks for. */
export type ReviseContractInput = {
  /** One with the status DRAFT or APPROVED or RETURNED. */
  readonly contractId: Scalars['ID']['input'];
  /** All that it says, changed or not. */
  readonly text: ContractTextInput;
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

/** The sales record of shipped goods; which fields must be filled depends on the product's class (TRC-1 to TRC-4). */
export type SalesRecord = {
  readonly __typename?: 'SalesRecord';
  /** Unit price times the shipped quantity, before tax, rounded half up to minor units. */
  readonly amount: Money;
  /** The buying unit. */
  readonly buyer?: Maybe<Customer>;
  /** Number of the licence that the shipment rests on (CUS-5); null where none was needed, or history found none. */
  readonly buyerLicenceNumber?: Maybe<Scalars['String']['output']>;
  /** Last day on which the goods may be used; the record is kept until years after it (TRC-5, TRC-6). */
  readonly expiresOn?: Maybe<Scalars['LocalDate']['output']>;
  /** The person who handled the sale (TRC-1 to TRC-3). */
  readonly handledBy?: Maybe<Scalars['String']['output']>;
  /** Number of the invoice or receipt, where it was written before the goods left. */
  readonly invoiceNumber?: Maybe<Scalars['String']['output']>;
  /** As the maker's label bears it (TRC-2). */
  readonly lotNumber?: Maybe<Scalars['String']['output']>;
  /** As the label names the maker. */
  readonly manufacturer?: Maybe<Scalars['String']['output']>;
  /** Type designation of the maker. */
  readonly model?: Maybe<Scalars['String']['output']>;
  /** The latest check that passed such goods (DEL-2); null where none did. */
  readonly outboundCheckId?: Maybe<Scalars['ID']['output']>;
  /** Day of making, as the lot's label bears it. */
  readonly producedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** As registered when the goods left. */
  readonly productName: Scalars['String']['output'];
  /** How the goods were found when they left (TRC-3). */
  readonly qualityCondition?: Maybe<Scalars['String']['output']>;
  /** Number of the product's registration or filing with the regulator. */
  readonly registrationNumber?: Maybe<Scalars['String']['output']>;
  /** The selling unit. */
  readonly seller: Scalars['String']['output'];
  /** Factory number of the single device (TRC-1); goods made in lots bear none. */
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
  /** The person who answers for the record (TRC-2). */
  readonly signedBy?: Maybe<Scalars['String']['output']>;
  /** The day on which the goods left, in the company's time zone. */
  readonly soldOn: Scalars['LocalDate']['output'];
  /** Size, capacity and the like. */
  readonly specification?: Maybe<Scalars['String']['output']>;
  /** As the label of sterile goods bears it (TRC-2). */
  readonly sterilisationLot?: Maybe<Scalars['String']['output']>;
  /** Unit that quantity and unit price count, such as 'box'. */
  readonly unit: Scalars['String']['output'];
  /** Before tax, as ordered (TRC-3). */
  readonly unitPrice: Money;
  /** References of papers that are kept with it (TRC-4). */
  readonly vouchers: ReadonlyArray<Scalars['String']['output']>;
};

/** A label in GS1 form (UDI), and what is on record of what it names. */
export type ScannedLabel = {
  readonly __typename?: 'ScannedLabel';
  /** Device identifier (UDI-DI): the 14 digits of the GTIN (01); null where none stands there, or none can be read. */
  readonly deviceIdentifier?: Maybe<Scalars['String']['output']>;
  /** Last day on which the device may be used (17). */
  readonly expiresOn?: Maybe<Scalars['LocalDate']['output']>;
  /** The lot of the product that bears this number; null where no such was received. */
  readonly lot?: Maybe<Lot>;
  /** Number of the lot (10). */
  readonly lotNumber?: Maybe<Scalars['String']['output']>;
  /** Other parts of GS1 that stand on the label besides. */
  readonly otherParts: ReadonlyArray<LabelPart>;
  /** Why the label cannot be relied on; empty for one that was read whole. What can be read in two ways is shown nowhere else. */
  readonly problems: ReadonlyArray<LabelProblem>;
  /** Day of making (11). */
  readonly producedOn?: Maybe<Scalars['LocalDate']['output']>;
  /** The product of this device; null where none is registered with it. */
  readonly product?: Maybe<Product>;
  /** Serial number (21). */
  readonly serialNumber?: Maybe<Scalars['String']['output']>;
};

/** Key figures over a period, as of an instant. Every subgraph adds the figures that it keeps. */
export type Scorecard = {
  readonly __typename?: 'Scorecard';
  /** The instant from which everything is seen; the same in every subgraph. */
  readonly asOf: Scalars['Instant']['output'];
  /** First day of the period. */
  readonly from: Scalars['LocalDate']['output'];
  /** Holds the whole question, so that it can be asked again. */
  readonly id: Scalars['ID']['output'];
  /** What was asked to be counted, at the latest the moment of the question: compare it with `salesCountedTo` and the like. */
  readonly includes?: Maybe<Scalars['Instant']['output']>;
  /** Orders confirmed on time (KPI-1), Net sales amount (KPI-3), Quantity sold (KPI-4), Delivery on time (KPI-9), Outbound check rate (KPI-10), Entry latency (KPI-32), Credential coverage (KPI-40). */
  readonly sales?: Maybe<ReadonlyArray<KpiValue>>;
  /**
   * Everything that was recorded up to this instant is counted in sales, but for what was being written at the moment of
   * the question, and for streams that are set aside.
   */
  readonly salesCountedTo?: Maybe<Scalars['Instant']['output']>;
  /** `company`, or kind and id, such as customer:0190… or channel:ONLINE. */
  readonly scope: Scalars['String']['output'];
  /** The day after its last. */
  readonly to: Scalars['LocalDate']['output'];
};

/** A 95 % Wilson interval: where the true share plausibly lies. */
export type ShareInterval = {
  readonly __typename?: 'ShareInterval';
  /** Upper end, from 0 to 1. */
  readonly high: Scalars['Float']['output'];
  /** Lower end, from 0 to 1. */
  readonly low: Scalars['Float']['output'];
};

/** What shipGoods asks for. */
export type ShipGoodsInput = {
  /** Who transports the goods. */
  readonly carrier?: InputMaybe<Scalars['String']['input']>;
  /** Staff id of who handles the sale, as the sales record names (经办人); the caller when left out. */
  readonly handledBy?: InputMaybe<Scalars['String']['input']>;
  /** Number of the invoice or receipt, for the sales record. */
  readonly invoiceNumber?: InputMaybe<Scalars['String']['input']>;
  /** What leaves now; less than was ordered makes it a part shipment. */
  readonly items: ReadonlyArray<ShippedItemInput>;
  /** One with the status CONFIRMED or IN_PRODUCTION or READY or CHECKED or PARTLY_SHIPPED. */
  readonly orderId: Scalars['ID']['input'];
  /** Staff id of the person responsible, who signs (负责人签名); needed for sterile goods (TRC-2). */
  readonly signedBy?: InputMaybe<Scalars['String']['input']>;
  /** References of vouchers that are kept; none when left out. */
  readonly vouchers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Goods that left together. */
export type Shipment = {
  readonly __typename?: 'Shipment';
  /** Who transports the goods; null where nobody said. */
  readonly carrier?: Maybe<Scalars['String']['output']>;
  /** Who ordered. */
  readonly customer?: Maybe<Customer>;
  /** When the goods reached the customer; null as long as that was not reported. */
  readonly deliveredAt?: Maybe<Scalars['Instant']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Whether the buyer held a valid, fitting licence when the goods left; null when nothing in it is regulated (CUS-5). */
  readonly isBuyerLicensed?: Maybe<Scalars['Boolean']['output']>;
  /** Empty where an imported record knows of the delivery only. */
  readonly items: ReadonlyArray<ShippedItem>;
  /** The licence that the shipment rests on. */
  readonly licenceId?: Maybe<Scalars['ID']['output']>;
  /** The order that the goods left for. */
  readonly order: Order;
  /** Null where an imported record knows of the delivery only. */
  readonly shippedAt?: Maybe<Scalars['Instant']['output']>;
};

/** A page of a list. */
export type ShipmentConnection = {
  readonly __typename?: 'ShipmentConnection';
  /** Members in the order of the list. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  readonly pageInfo: PageInfo;
  /** How many there are in the whole list, on all pages; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One member of a page. */
export type ShipmentEdge = {
  readonly __typename?: 'ShipmentEdge';
  /** Position in the list: send it as `after` to go on behind it. Good for this list in this order only. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Shipment;
};

/** Goods of one line, and of one lot where they are kept by lot, within a shipment. */
export type ShippedItem = {
  readonly __typename?: 'ShippedItem';
  /** How much of it had passed an outbound check before it left (DEL-2, KPI-10). */
  readonly checkedQuantity: Scalars['Quantity']['output'];
  /** The line of the order that they are for (ORD-3). */
  readonly lineId: Scalars['ID']['output'];
  /** Null for goods that are not kept by lot. */
  readonly lot?: Maybe<Lot>;
  /** Null where an imported order names a product that nobody registered. */
  readonly product?: Maybe<Product>;
  /** The product's class when the order was placed; it decides which licence and record were asked for. */
  readonly productClass: ProductClass;
  /** Set also where nobody registered the product. */
  readonly productId: Scalars['ID']['output'];
  /** How much left, in units of the product. */
  readonly quantity: Scalars['Quantity']['output'];
  /** Null for an imported shipment of a product that nobody registered. */
  readonly salesRecord?: Maybe<SalesRecord>;
};

/** Goods of one line, and of one lot where they are kept by lot. */
export type ShippedItemInput = {
  /** The line of the order that they are for (ORD-3). */
  readonly lineId: Scalars['ID']['input'];
  /** The lot that the goods are from, where they are kept by lot; a check of one lot never stands for goods of another. */
  readonly lotId?: InputMaybe<Scalars['ID']['input']>;
  /** Condition of quality, for the sales record (TRC-3). */
  readonly qualityCondition?: InputMaybe<Scalars['String']['input']>;
  /** In units of the product; more than zero, no more than is open of the line (ORD-3) and passed a check (DEL-2). */
  readonly quantity: Scalars['Quantity']['input'];
  /** Factory serial number, where goods bear one (TRC-1). */
  readonly serialNumber?: InputMaybe<Scalars['String']['input']>;
};

/** What signContract asks for. */
export type SignContractInput = {
  /** Contact person who signed for the other party; left out where the caller signs for the company. */
  readonly contactId?: InputMaybe<Scalars['ID']['input']>;
  /** One with the status APPROVED. */
  readonly contractId: Scalars['ID']['input'];
  /** Of the text that was signed, as Contract.text tells it. */
  readonly digest: Scalars['String']['input'];
};

/** What startProduction asks for. */
export type StartProductionInput = {
  /** One with the status CONFIRMED. */
  readonly orderId: Scalars['ID']['input'];
};

/** What submitForReview asks for. */
export type SubmitForReviewInput = {
  /** One with the status DRAFT. */
  readonly contractId: Scalars['ID']['input'];
};

/** A product made to the customer's need (CON-5). */
export type TailoredProduct = {
  readonly __typename?: 'TailoredProduct';
  /** When the customer agreed to just this; it cannot be signed before. */
  readonly agreedAt?: Maybe<Scalars['Instant']['output']>;
  /** Of the range. */
  readonly productId: Scalars['ID']['output'];
  /** What is to be delivered. */
  readonly specification: Scalars['String']['output'];
};

/** A product made to the customer's need (CON-5). */
export type TailoredProductInput = {
  /** When the customer agreed to just this; it cannot be signed before. */
  readonly agreedAt?: InputMaybe<Scalars['Instant']['input']>;
  /** Of the range. */
  readonly productId: Scalars['ID']['input'];
  /** What is to be delivered. */
  readonly specification: Scalars['String']['input'];
};

/** What takeBackGoods asks for. */
export type TakeBackGoodsInput = {
  /** No more of a line and lot than has left (TRC-4); it may leave again, as its lot allows. */
  readonly items: ReadonlyArray<ReturnedItemInput>;
  /** One with the status PARTLY_SHIPPED or SHIPPED or DELIVERED. */
  readonly orderId: Scalars['ID']['input'];
  /** Why it came back, such as the number of a complaint; not blank. */
  readonly reason: Scalars['String']['input'];
};

/** What terminateContract asks for. */
export type TerminateContractInput = {
  /** One with the status DRAFT or LEGAL_REVIEW or APPROVED or RETURNED or ACTIVE or AMENDED. */
  readonly contractId: Scalars['ID']['input'];
  /** Why it ends. */
  readonly reason: Scalars['String']['input'];
};

/** One state of a text. */
export type TextVersion = {
  readonly __typename?: 'TextVersion';
  /** SHA-256 of all that it says. */
  readonly digest: Scalars['String']['output'];
  /** Counts from 1. */
  readonly revision: Scalars['Int']['output'];
};

/** What one value is called. */
export type ValueLabel = {
  readonly __typename?: 'ValueLabel';
  /** As people read it, in the regulations' terms. */
  readonly label: Bilingual;
  /** As the graph writes it, such as PARTLY_SHIPPED. */
  readonly value: Scalars['String']['output'];
};

/** Who asks, as the token says. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** What the caller may act as. */
  readonly roles: ReadonlyArray<Role>;
  /** The token's subject: the staff id that events are recorded with. */
  readonly subject: Scalars['String']['output'];
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

/** What withdrawDeviation asks for. */
export type WithdrawDeviationInput = {
  /** One with the status APPROVED. */
  readonly deviationId: Scalars['ID']['input'];
  /** Why; not blank. */
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
  Contract: Contract;
  Customer: Customer;
  DeadlineBoard: DeadlineBoard;
  Deviation: Deviation;
  Lot: Lot;
  Operations: Operations;
  Order: Order;
  Product: Product;
  Scorecard: Scorecard;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Contract:
    ( { __typename: 'Contract' }
    & GraphQLRecursivePick<FederationTypes['Contract'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  DeadlineBoard:
    ( { __typename: 'DeadlineBoard' }
    & GraphQLRecursivePick<FederationTypes['DeadlineBoard'], {"id":true}> );
  Deviation:
    ( { __typename: 'Deviation' }
    & GraphQLRecursivePick<FederationTypes['Deviation'], {"id":true}> );
  Lot:
    ( { __typename: 'Lot' }
    & GraphQLRecursivePick<FederationTypes['Lot'], {"id":true}> );
  Operations:
    ( { __typename: 'Operations' }
    & GraphQLRecursivePick<FederationTypes['Operations'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateContractInput: ActivateContractInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdoptTemplateInput: AdoptTemplateInput;
  AmendContractInput: AmendContractInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApproveContractInput: ApproveContractInput;
  ApproveDeviationInput: ApproveDeviationInput;
  Audience: Audience;
  AvailableCommand: ResolverTypeWrapper<AvailableCommand>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Bilingual: ResolverTypeWrapper<Bilingual>;
  CancelOrderInput: CancelOrderInput;
  CheckOutboundInput: CheckOutboundInput;
  CheckResult: CheckResult;
  CheckedItem: ResolverTypeWrapper<Omit<CheckedItem, 'lot'> & { lot?: Maybe<ResolversTypes['Lot']> }>;
  CheckedItemInput: CheckedItemInput;
  CloseContractInput: CloseContractInput;
  CompleteLotInput: CompleteLotInput;
  CompleteProductInput: CompleteProductInput;
  ConfirmOrderInput: ConfirmOrderInput;
  ConsentInput: ConsentInput;
  Contract: ResolverTypeWrapper<Omit<Contract, 'customer' | 'findings' | 'template'> & { customer?: Maybe<ResolversTypes['Customer']>, findings: ReadonlyArray<ResolversTypes['Finding']>, template?: Maybe<ResolversTypes['Contract']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ContractClause: ResolverTypeWrapper<ContractClause>;
  ContractClauseInput: ContractClauseInput;
  ContractConnection: ResolverTypeWrapper<ContractConnectionParent>;
  ContractEdge: ResolverTypeWrapper<Omit<ContractEdge, 'node'> & { node: ResolversTypes['Contract'] }>;
  ContractFilter: ContractFilter;
  ContractKind: ContractKind;
  ContractParty: ContractParty;
  ContractPayload: ResolverTypeWrapper<Omit<ContractPayload, 'contract'> & { contract?: Maybe<ResolversTypes['Contract']> }>;
  ContractReview: ResolverTypeWrapper<ContractReview>;
  ContractSignature: ResolverTypeWrapper<ContractSignature>;
  ContractSort: ContractSort;
  ContractStatus: ContractStatus;
  ContractTextInput: ContractTextInput;
  Currency: ResolverTypeWrapper<Scalars['Currency']['output']>;
  Customer: ResolverTypeWrapper<Omit<Customer, 'contracts' | 'orders'> & { contracts?: Maybe<ResolversTypes['ContractConnection']>, orders?: Maybe<ResolversTypes['OrderConnection']> }>;
  Deadline: ResolverTypeWrapper<Deadline>;
  DeadlineBoard: ResolverTypeWrapper<DeadlineBoard>;
  DeadlineConnection: ResolverTypeWrapper<DeadlineConnection>;
  DeadlineCount: ResolverTypeWrapper<DeadlineCount>;
  DeadlineEdge: ResolverTypeWrapper<DeadlineEdge>;
  DeadlineExplanation: ResolverTypeWrapper<DeadlineExplanation>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DeadlineFilter: DeadlineFilter;
  DeadlineSegment: ResolverTypeWrapper<DeadlineSegment>;
  DeadlineStatus: DeadlineStatus;
  DecideLotQualityInput: DecideLotQualityInput;
  Deviation: ResolverTypeWrapper<Omit<Deviation, 'customer' | 'findings' | 'product'> & { customer?: Maybe<ResolversTypes['Customer']>, findings: ReadonlyArray<ResolversTypes['Finding']>, product: ResolversTypes['Product'] }>;
  DeviationConnection: ResolverTypeWrapper<DeviationConnectionParent>;
  DeviationEdge: ResolverTypeWrapper<Omit<DeviationEdge, 'node'> & { node: ResolversTypes['Deviation'] }>;
  DeviationFilter: DeviationFilter;
  DeviationPayload: ResolverTypeWrapper<Omit<DeviationPayload, 'deviation'> & { deviation?: Maybe<ResolversTypes['Deviation']> }>;
  DeviationSort: DeviationSort;
  DeviationStatus: DeviationStatus;
  DraftContractInput: DraftContractInput;
  Entry: Entry;
  EnumLabels: ResolverTypeWrapper<EnumLabels>;
  FactMap: ResolverTypeWrapper<Scalars['FactMap']['output']>;
  Finding: ResolverTypeWrapper<KeptFinding>;
  GoodsReturn: ResolverTypeWrapper<GoodsReturn>;
  ImportChange: ResolverTypeWrapper<ImportChange>;
  ImportOrderLine: ImportOrderLine;
  ImportOrderRecord: ImportOrderRecord;
  ImportOrderReturn: ImportOrderReturn;
  ImportOrdersInput: ImportOrdersInput;
  ImportOrdersPayload: ResolverTypeWrapper<Omit<ImportOrdersPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ImportResult']> }>;
  ImportProductRecord: ImportProductRecord;
  ImportProductsInput: ImportProductsInput;
  ImportProductsPayload: ResolverTypeWrapper<Omit<ImportProductsPayload, 'results'> & { results: ReadonlyArray<ResolversTypes['ImportResult']> }>;
  ImportResult: ResolverTypeWrapper<Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversTypes['Finding']> }>;
  ImportSourceInput: ImportSourceInput;
  ImportStatus: ImportStatus;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  InstantRange: InstantRange;
  KpiUnit: KpiUnit;
  KpiValue: ResolverTypeWrapper<KpiValue>;
  LabelPart: ResolverTypeWrapper<LabelPart>;
  LabelProblem: ResolverTypeWrapper<LabelProblem>;
  LabelScan: ResolverTypeWrapper<Scalars['LabelScan']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  Lot: ResolverTypeWrapper<LotParent>;
  LotBalance: ResolverTypeWrapper<LotBalance>;
  LotConnection: ResolverTypeWrapper<LotConnectionParent>;
  LotEdge: ResolverTypeWrapper<Omit<LotEdge, 'node'> & { node: ResolversTypes['Lot'] }>;
  LotFilter: LotFilter;
  LotPayload: ResolverTypeWrapper<Omit<LotPayload, 'lot'> & { lot?: Maybe<ResolversTypes['Lot']> }>;
  LotQuality: LotQuality;
  LotQualityDecision: ResolverTypeWrapper<LotQualityDecision>;
  LotReplenishment: ResolverTypeWrapper<LotReplenishment>;
  LotSort: LotSort;
  LotStatus: LotStatus;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenDeadlineStatus: OpenDeadlineStatus;
  Operations: ResolverTypeWrapper<Operations>;
  Order: ResolverTypeWrapper<OrderParent>;
  OrderConnection: ResolverTypeWrapper<OrderConnectionParent>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderFilter: OrderFilter;
  OrderFinding: ResolverTypeWrapper<Omit<OrderFinding, 'finding' | 'order'> & { finding: ResolversTypes['Finding'], order: ResolversTypes['Order'] }>;
  OrderFindingConnection: ResolverTypeWrapper<OrderFindingConnectionParent>;
  OrderFindingEdge: ResolverTypeWrapper<Omit<OrderFindingEdge, 'node'> & { node: ResolversTypes['OrderFinding'] }>;
  OrderLine: ResolverTypeWrapper<Omit<OrderLine, 'lot' | 'product'> & { lot?: Maybe<ResolversTypes['Lot']>, product?: Maybe<ResolversTypes['Product']> }>;
  OrderLineInput: OrderLineInput;
  OrderPayload: ResolverTypeWrapper<Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  OrderSort: OrderSort;
  OrderStatus: OrderStatus;
  OutboundCheck: ResolverTypeWrapper<Omit<OutboundCheck, 'items'> & { items: ReadonlyArray<ResolversTypes['CheckedItem']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParkedStream: ResolverTypeWrapper<ParkedStream>;
  ParkedStreamConnection: ResolverTypeWrapper<ParkedStreamConnection>;
  ParkedStreamEdge: ResolverTypeWrapper<ParkedStreamEdge>;
  PartyTerms: ResolverTypeWrapper<PartyTerms>;
  PartyTermsInput: PartyTermsInput;
  PlaceOrderInput: PlaceOrderInput;
  Product: ResolverTypeWrapper<ProductParent>;
  ProductClass: ProductClass;
  ProductConnection: ResolverTypeWrapper<ProductConnectionParent>;
  ProductEdge: ResolverTypeWrapper<Omit<ProductEdge, 'node'> & { node: ResolversTypes['Product'] }>;
  ProductFilter: ProductFilter;
  ProductPayload: ResolverTypeWrapper<Omit<ProductPayload, 'product'> & { product?: Maybe<ResolversTypes['Product']> }>;
  ProductSort: ProductSort;
  QualitySource: QualitySource;
  Quantity: ResolverTypeWrapper<Scalars['Quantity']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rebuild: ResolverTypeWrapper<Rebuild>;
  RebuildProblem: ResolverTypeWrapper<RebuildProblem>;
  RebuildStatus: RebuildStatus;
  ReceiveLotInput: ReceiveLotInput;
  RecordKind: RecordKind;
  RecordVersion: ResolverTypeWrapper<RecordVersion>;
  RecordVersionInput: RecordVersionInput;
  RegisterProductInput: RegisterProductInput;
  RejectOrderInput: RejectOrderInput;
  ReportDeliveryInput: ReportDeliveryInput;
  ReportGoodsReadyInput: ReportGoodsReadyInput;
  RetryResult: ResolverTypeWrapper<RetryResult>;
  RetryStatus: RetryStatus;
  ReturnContractInput: ReturnContractInput;
  ReturnedItem: ResolverTypeWrapper<ReturnedItem>;
  ReturnedItemInput: ReturnedItemInput;
  ReviewOutcome: ReviewOutcome;
  ReviseContractInput: ReviseContractInput;
  Role: Role;
  SalesRecord: ResolverTypeWrapper<Omit<SalesRecord, 'buyer'> & { buyer?: Maybe<ResolversTypes['Customer']> }>;
  ScannedLabel: ResolverTypeWrapper<Omit<ScannedLabel, 'lot' | 'product'> & { lot?: Maybe<ResolversTypes['Lot']>, product?: Maybe<ResolversTypes['Product']> }>;
  Scorecard: ResolverTypeWrapper<Scorecard>;
  ShareInterval: ResolverTypeWrapper<ShareInterval>;
  ShipGoodsInput: ShipGoodsInput;
  Shipment: ResolverTypeWrapper<Omit<Shipment, 'customer' | 'items' | 'order'> & { customer?: Maybe<ResolversTypes['Customer']>, items: ReadonlyArray<ResolversTypes['ShippedItem']>, order: ResolversTypes['Order'] }>;
  ShipmentConnection: ResolverTypeWrapper<ShipmentConnectionParent>;
  ShipmentEdge: ResolverTypeWrapper<Omit<ShipmentEdge, 'node'> & { node: ResolversTypes['Shipment'] }>;
  ShippedItem: ResolverTypeWrapper<Omit<ShippedItem, 'lot' | 'product' | 'salesRecord'> & { lot?: Maybe<ResolversTypes['Lot']>, product?: Maybe<ResolversTypes['Product']>, salesRecord?: Maybe<ResolversTypes['SalesRecord']> }>;
  ShippedItemInput: ShippedItemInput;
  SignContractInput: SignContractInput;
  StartProductionInput: StartProductionInput;
  SubmitForReviewInput: SubmitForReviewInput;
  TailoredProduct: ResolverTypeWrapper<TailoredProduct>;
  TailoredProductInput: TailoredProductInput;
  TakeBackGoodsInput: TakeBackGoodsInput;
  TerminateContractInput: TerminateContractInput;
  TextVersion: ResolverTypeWrapper<TextVersion>;
  ValueLabel: ResolverTypeWrapper<ValueLabel>;
  Viewer: ResolverTypeWrapper<Viewer>;
  Violation: ResolverTypeWrapper<Violation>;
  WithdrawDeviationInput: WithdrawDeviationInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateContractInput: ActivateContractInput;
  ID: Scalars['ID']['output'];
  AdoptTemplateInput: AdoptTemplateInput;
  AmendContractInput: AmendContractInput;
  String: Scalars['String']['output'];
  ApproveContractInput: ApproveContractInput;
  ApproveDeviationInput: ApproveDeviationInput;
  AvailableCommand: AvailableCommand;
  Boolean: Scalars['Boolean']['output'];
  Bilingual: Bilingual;
  CancelOrderInput: CancelOrderInput;
  CheckOutboundInput: CheckOutboundInput;
  CheckedItem: Omit<CheckedItem, 'lot'> & { lot?: Maybe<ResolversParentTypes['Lot']> };
  CheckedItemInput: CheckedItemInput;
  CloseContractInput: CloseContractInput;
  CompleteLotInput: CompleteLotInput;
  CompleteProductInput: CompleteProductInput;
  ConfirmOrderInput: ConfirmOrderInput;
  ConsentInput: ConsentInput;
  Contract: Omit<Contract, 'customer' | 'findings' | 'template'> & { customer?: Maybe<ResolversParentTypes['Customer']>, findings: ReadonlyArray<ResolversParentTypes['Finding']>, template?: Maybe<ResolversParentTypes['Contract']> } | FederationReferenceTypes['Contract'];
  Int: Scalars['Int']['output'];
  ContractClause: ContractClause;
  ContractClauseInput: ContractClauseInput;
  ContractConnection: ContractConnectionParent;
  ContractEdge: Omit<ContractEdge, 'node'> & { node: ResolversParentTypes['Contract'] };
  ContractFilter: ContractFilter;
  ContractPayload: Omit<ContractPayload, 'contract'> & { contract?: Maybe<ResolversParentTypes['Contract']> };
  ContractReview: ContractReview;
  ContractSignature: ContractSignature;
  ContractTextInput: ContractTextInput;
  Currency: Scalars['Currency']['output'];
  Customer: Omit<Customer, 'contracts' | 'orders'> & { contracts?: Maybe<ResolversParentTypes['ContractConnection']>, orders?: Maybe<ResolversParentTypes['OrderConnection']> } | FederationReferenceTypes['Customer'];
  Deadline: Deadline;
  DeadlineBoard: DeadlineBoard | FederationReferenceTypes['DeadlineBoard'];
  DeadlineConnection: DeadlineConnection;
  DeadlineCount: DeadlineCount;
  DeadlineEdge: DeadlineEdge;
  DeadlineExplanation: DeadlineExplanation;
  Float: Scalars['Float']['output'];
  DeadlineFilter: DeadlineFilter;
  DeadlineSegment: DeadlineSegment;
  DecideLotQualityInput: DecideLotQualityInput;
  Deviation: Omit<Deviation, 'customer' | 'findings' | 'product'> & { customer?: Maybe<ResolversParentTypes['Customer']>, findings: ReadonlyArray<ResolversParentTypes['Finding']>, product: ResolversParentTypes['Product'] } | FederationReferenceTypes['Deviation'];
  DeviationConnection: DeviationConnectionParent;
  DeviationEdge: Omit<DeviationEdge, 'node'> & { node: ResolversParentTypes['Deviation'] };
  DeviationFilter: DeviationFilter;
  DeviationPayload: Omit<DeviationPayload, 'deviation'> & { deviation?: Maybe<ResolversParentTypes['Deviation']> };
  DraftContractInput: DraftContractInput;
  Entry: Entry;
  EnumLabels: EnumLabels;
  FactMap: Scalars['FactMap']['output'];
  Finding: KeptFinding;
  GoodsReturn: GoodsReturn;
  ImportChange: ImportChange;
  ImportOrderLine: ImportOrderLine;
  ImportOrderRecord: ImportOrderRecord;
  ImportOrderReturn: ImportOrderReturn;
  ImportOrdersInput: ImportOrdersInput;
  ImportOrdersPayload: Omit<ImportOrdersPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ImportResult']> };
  ImportProductRecord: ImportProductRecord;
  ImportProductsInput: ImportProductsInput;
  ImportProductsPayload: Omit<ImportProductsPayload, 'results'> & { results: ReadonlyArray<ResolversParentTypes['ImportResult']> };
  ImportResult: Omit<ImportResult, 'findings'> & { findings: ReadonlyArray<ResolversParentTypes['Finding']> };
  ImportSourceInput: ImportSourceInput;
  Instant: Scalars['Instant']['output'];
  InstantRange: InstantRange;
  KpiValue: KpiValue;
  LabelPart: LabelPart;
  LabelProblem: LabelProblem;
  LabelScan: Scalars['LabelScan']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  Lot: LotParent;
  LotBalance: LotBalance;
  LotConnection: LotConnectionParent;
  LotEdge: Omit<LotEdge, 'node'> & { node: ResolversParentTypes['Lot'] };
  LotFilter: LotFilter;
  LotPayload: Omit<LotPayload, 'lot'> & { lot?: Maybe<ResolversParentTypes['Lot']> };
  LotQualityDecision: LotQualityDecision;
  LotReplenishment: LotReplenishment;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Operations: Operations | FederationReferenceTypes['Operations'];
  Order: OrderParent;
  OrderConnection: OrderConnectionParent;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderFilter: OrderFilter;
  OrderFinding: Omit<OrderFinding, 'finding' | 'order'> & { finding: ResolversParentTypes['Finding'], order: ResolversParentTypes['Order'] };
  OrderFindingConnection: OrderFindingConnectionParent;
  OrderFindingEdge: Omit<OrderFindingEdge, 'node'> & { node: ResolversParentTypes['OrderFinding'] };
  OrderLine: Omit<OrderLine, 'lot' | 'product'> & { lot?: Maybe<ResolversParentTypes['Lot']>, product?: Maybe<ResolversParentTypes['Product']> };
  OrderLineInput: OrderLineInput;
  OrderPayload: Omit<OrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  OutboundCheck: Omit<OutboundCheck, 'items'> & { items: ReadonlyArray<ResolversParentTypes['CheckedItem']> };
  PageInfo: PageInfo;
  ParkedStream: ParkedStream;
  ParkedStreamConnection: ParkedStreamConnection;
  ParkedStreamEdge: ParkedStreamEdge;
  PartyTerms: PartyTerms;
  PartyTermsInput: PartyTermsInput;
  PlaceOrderInput: PlaceOrderInput;
  Product: ProductParent;
  ProductConnection: ProductConnectionParent;
  ProductEdge: Omit<ProductEdge, 'node'> & { node: ResolversParentTypes['Product'] };
  ProductFilter: ProductFilter;
  ProductPayload: Omit<ProductPayload, 'product'> & { product?: Maybe<ResolversParentTypes['Product']> };
  Quantity: Scalars['Quantity']['output'];
  Query: Record<PropertyKey, never>;
  Rebuild: Rebuild;
  RebuildProblem: RebuildProblem;
  ReceiveLotInput: ReceiveLotInput;
  RecordVersion: RecordVersion;
  RecordVersionInput: RecordVersionInput;
  RegisterProductInput: RegisterProductInput;
  RejectOrderInput: RejectOrderInput;
  ReportDeliveryInput: ReportDeliveryInput;
  ReportGoodsReadyInput: ReportGoodsReadyInput;
  RetryResult: RetryResult;
  ReturnContractInput: ReturnContractInput;
  ReturnedItem: ReturnedItem;
  ReturnedItemInput: ReturnedItemInput;
  ReviseContractInput: ReviseContractInput;
  SalesRecord: Omit<SalesRecord, 'buyer'> & { buyer?: Maybe<ResolversParentTypes['Customer']> };
  ScannedLabel: Omit<ScannedLabel, 'lot' | 'product'> & { lot?: Maybe<ResolversParentTypes['Lot']>, product?: Maybe<ResolversParentTypes['Product']> };
  Scorecard: Scorecard | FederationReferenceTypes['Scorecard'];
  ShareInterval: ShareInterval;
  ShipGoodsInput: ShipGoodsInput;
  Shipment: Omit<Shipment, 'customer' | 'items' | 'order'> & { customer?: Maybe<ResolversParentTypes['Customer']>, items: ReadonlyArray<ResolversParentTypes['ShippedItem']>, order: ResolversParentTypes['Order'] };
  ShipmentConnection: ShipmentConnectionParent;
  ShipmentEdge: Omit<ShipmentEdge, 'node'> & { node: ResolversParentTypes['Shipment'] };
  ShippedItem: Omit<ShippedItem, 'lot' | 'product' | 'salesRecord'> & { lot?: Maybe<ResolversParentTypes['Lot']>, product?: Maybe<ResolversParentTypes['Product']>, salesRecord?: Maybe<ResolversParentTypes['SalesRecord']> };
  ShippedItemInput: ShippedItemInput;
  SignContractInput: SignContractInput;
  StartProductionInput: StartProductionInput;
  SubmitForReviewInput: SubmitForReviewInput;
  TailoredProduct: TailoredProduct;
  TailoredProductInput: TailoredProductInput;
  TakeBackGoodsInput: TakeBackGoodsInput;
  TerminateContractInput: TerminateContractInput;
  TextVersion: TextVersion;
  ValueLabel: ValueLabel;
  Viewer: Viewer;
  Violation: Violation;
  WithdrawDeviationInput: WithdrawDeviationInput;
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

export type CheckedItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckedItem'] = ResolversParentTypes['CheckedItem']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['CheckResult'], ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContractResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract'], FederationReferenceType extends FederationReferenceTypes['Contract'] = FederationReferenceTypes['Contract']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contract']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amendedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  clauses?: Resolver<ReadonlyArray<ResolversTypes['ContractClause']>, ParentType, ContextType>;
  companyTerms?: Resolver<ResolversTypes['PartyTerms'], ParentType, ContextType>;
  contractNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterpartyTerms?: Resolver<ResolversTypes['PartyTerms'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  draftedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  draftedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ContractKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reviews?: Resolver<ReadonlyArray<ResolversTypes['ContractReview']>, ParentType, ContextType>;
  salespersonId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signatures?: Resolver<ReadonlyArray<ResolversTypes['ContractSignature']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ContractStatus'], ParentType, ContextType>;
  tailoredProducts?: Resolver<ReadonlyArray<ResolversTypes['TailoredProduct']>, ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['TextVersion'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContractClauseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractClause'] = ResolversParentTypes['ContractClause']> = {
  clauseId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wording?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContractConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractConnection'] = ResolversParentTypes['ContractConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContractEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContractEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractEdge'] = ResolversParentTypes['ContractEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contract'], ParentType, ContextType>;
};

export type ContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractPayload'] = ResolversParentTypes['ContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type ContractReviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractReview'] = ResolversParentTypes['ContractReview']> = {
  outcome?: Resolver<ResolversTypes['ReviewOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reviewedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['TextVersion'], ParentType, ContextType>;
};

export type ContractSignatureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractSignature'] = ResolversParentTypes['ContractSignature']> = {
  givenAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  givenBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  party?: Resolver<ResolversTypes['ContractParty'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['TextVersion'], ParentType, ContextType>;
};

export interface CurrencyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Currency'], any> {
  name: 'Currency';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contracts?: Resolver<Maybe<ResolversTypes['ContractConnection']>, ParentType, ContextType, RequireFields<CustomerContractsArgs, 'first' | 'sort'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<CustomerOrdersArgs, 'first' | 'sort'>>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  includes?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['DeadlineConnection']>, ParentType, ContextType, RequireFields<DeadlineBoardOrdersArgs, 'first'>>;
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

export type DeviationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Deviation'] = ResolversParentTypes['Deviation'], FederationReferenceType extends FederationReferenceTypes['Deviation'] = FederationReferenceTypes['Deviation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Deviation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  approvedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  floorPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeviationStatus'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export type DeviationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeviationConnection'] = ResolversParentTypes['DeviationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeviationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeviationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeviationEdge'] = ResolversParentTypes['DeviationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deviation'], ParentType, ContextType>;
};

export type DeviationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeviationPayload'] = ResolversParentTypes['DeviationPayload']> = {
  deviation?: Resolver<Maybe<ResolversTypes['Deviation']>, ParentType, ContextType>;
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type EnumLabelsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnumLabels'] = ResolversParentTypes['EnumLabels']> = {
  enum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ValueLabel']>, ParentType, ContextType>;
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

export type GoodsReturnResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoodsReturn'] = ResolversParentTypes['GoodsReturn']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['ReturnedItem']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takenBackAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export type ImportChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportChange'] = ResolversParentTypes['ImportChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportOrdersPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportOrdersPayload'] = ResolversParentTypes['ImportOrdersPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['ImportResult']>, ParentType, ContextType>;
};

export type ImportProductsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportProductsPayload'] = ResolversParentTypes['ImportProductsPayload']> = {
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

export type LabelPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LabelPart'] = ResolversParentTypes['LabelPart']> = {
  identifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LabelProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LabelProblem'] = ResolversParentTypes['LabelProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LabelScanScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LabelScan'], any> {
  name: 'LabelScan';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export type LotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot'], FederationReferenceType extends FederationReferenceTypes['Lot'] = FederationReferenceTypes['Lot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['LotBalance'], ParentType, ContextType>;
  decisions?: Resolver<ReadonlyArray<ResolversTypes['LotQualityDecision']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lotNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  producedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  productClass?: Resolver<ResolversTypes['ProductClass'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  replenishments?: Resolver<ReadonlyArray<ResolversTypes['LotReplenishment']>, ParentType, ContextType>;
  serialNumbers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  shipments?: Resolver<ResolversTypes['ShipmentConnection'], ParentType, ContextType, RequireFields<LotShipmentsArgs, 'first'>>;
  status?: Resolver<ResolversTypes['LotStatus'], ParentType, ContextType>;
  sterilisationLot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  twins?: Resolver<ReadonlyArray<ResolversTypes['Lot']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LotBalanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotBalance'] = ResolversParentTypes['LotBalance']> = {
  onHand?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  shipped?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type LotConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotConnection'] = ResolversParentTypes['LotConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LotEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LotEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotEdge'] = ResolversParentTypes['LotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
};

export type LotPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotPayload'] = ResolversParentTypes['LotPayload']> = {
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type LotQualityDecisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotQualityDecision'] = ResolversParentTypes['LotQualityDecision']> = {
  decidedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['QualitySource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LotQuality'], ParentType, ContextType>;
};

export type LotReplenishmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LotReplenishment'] = ResolversParentTypes['LotReplenishment']> = {
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minor?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationActivateContractArgs, 'entry' | 'input'>>;
  adoptTemplate?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationAdoptTemplateArgs, 'entry' | 'input'>>;
  amendContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationAmendContractArgs, 'entry' | 'input'>>;
  approveContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationApproveContractArgs, 'entry' | 'input'>>;
  approveDeviation?: Resolver<ResolversTypes['DeviationPayload'], ParentType, ContextType, RequireFields<MutationApproveDeviationArgs, 'entry' | 'input'>>;
  cancelOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'entry' | 'input'>>;
  checkOutbound?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationCheckOutboundArgs, 'entry' | 'input'>>;
  closeContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationCloseContractArgs, 'entry' | 'input'>>;
  completeLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationCompleteLotArgs, 'entry' | 'input'>>;
  completeProduct?: Resolver<ResolversTypes['ProductPayload'], ParentType, ContextType, RequireFields<MutationCompleteProductArgs, 'entry' | 'input'>>;
  confirmOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationConfirmOrderArgs, 'entry' | 'input'>>;
  decideLotQuality?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationDecideLotQualityArgs, 'entry' | 'input'>>;
  draftContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationDraftContractArgs, 'entry' | 'input'>>;
  importOrders?: Resolver<ResolversTypes['ImportOrdersPayload'], ParentType, ContextType, RequireFields<MutationImportOrdersArgs, 'input'>>;
  importProducts?: Resolver<ResolversTypes['ImportProductsPayload'], ParentType, ContextType, RequireFields<MutationImportProductsArgs, 'input'>>;
  placeOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'entry' | 'input'>>;
  rebuildOrders?: Resolver<ResolversTypes['Rebuild'], ParentType, ContextType, Partial<MutationRebuildOrdersArgs>>;
  receiveLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationReceiveLotArgs, 'entry' | 'input'>>;
  registerProduct?: Resolver<ResolversTypes['ProductPayload'], ParentType, ContextType, RequireFields<MutationRegisterProductArgs, 'entry' | 'input'>>;
  rejectOrder?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationRejectOrderArgs, 'entry' | 'input'>>;
  reportDelivery?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationReportDeliveryArgs, 'entry' | 'input'>>;
  reportGoodsReady?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationReportGoodsReadyArgs, 'entry' | 'input'>>;
  retryParkedInOrders?: Resolver<ResolversTypes['RetryResult'], ParentType, ContextType, RequireFields<MutationRetryParkedInOrdersArgs, 'consumer' | 'stream'>>;
  returnContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationReturnContractArgs, 'entry' | 'input'>>;
  reviseContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationReviseContractArgs, 'entry' | 'input'>>;
  shipGoods?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationShipGoodsArgs, 'entry' | 'input'>>;
  signContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationSignContractArgs, 'entry' | 'input'>>;
  startProduction?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationStartProductionArgs, 'entry' | 'input'>>;
  submitForReview?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationSubmitForReviewArgs, 'entry' | 'input'>>;
  takeBackGoods?: Resolver<ResolversTypes['OrderPayload'], ParentType, ContextType, RequireFields<MutationTakeBackGoodsArgs, 'entry' | 'input'>>;
  terminateContract?: Resolver<ResolversTypes['ContractPayload'], ParentType, ContextType, RequireFields<MutationTerminateContractArgs, 'entry' | 'input'>>;
  withdrawDeviation?: Resolver<ResolversTypes['DeviationPayload'], ParentType, ContextType, RequireFields<MutationWithdrawDeviationArgs, 'entry' | 'input'>>;
};

export type OperationsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Operations'] = ResolversParentTypes['Operations'], FederationReferenceType extends FederationReferenceTypes['Operations'] = FederationReferenceTypes['Operations']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Operations']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parkedInOrders?: Resolver<Maybe<ResolversTypes['ParkedStreamConnection']>, ParentType, ContextType, RequireFields<OperationsParkedInOrdersArgs, 'first'>>;
  rebuildInOrders?: Resolver<Maybe<ResolversTypes['Rebuild']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  cancellationReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  checks?: Resolver<ReadonlyArray<ResolversTypes['OutboundCheck']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  netTotals?: Resolver<ReadonlyArray<ResolversTypes['Money']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  productionStartedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  rejectedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  returns?: Resolver<ReadonlyArray<ResolversTypes['GoodsReturn']>, ParentType, ContextType>;
  salespersonId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shipments?: Resolver<ReadonlyArray<ResolversTypes['Shipment']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderFindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderFinding'] = ResolversParentTypes['OrderFinding']> = {
  finding?: Resolver<ResolversTypes['Finding'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderFindingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderFindingConnection'] = ResolversParentTypes['OrderFindingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderFindingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderFindingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderFindingEdge'] = ResolversParentTypes['OrderFindingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderFinding'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  approvedDeviation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkedQuantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  contractShipBy?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  netAmount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productClass?: Resolver<ResolversTypes['ProductClass'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  shippedQuantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrderPayload'] = ResolversParentTypes['OrderPayload']> = {
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export type OutboundCheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OutboundCheck'] = ResolversParentTypes['OutboundCheck']> = {
  checkedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  checkedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['CheckedItem']>, ParentType, ContextType>;
  pickedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type PartyTermsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PartyTerms'] = ResolversParentTypes['PartyTerms']> = {
  duties?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rights?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availableCommands?: Resolver<ReadonlyArray<ResolversTypes['AvailableCommand']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviceIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  findings?: Resolver<ReadonlyArray<ResolversTypes['Finding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSterile?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  listPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  lots?: Resolver<Maybe<ResolversTypes['LotConnection']>, ParentType, ContextType, RequireFields<ProductLotsArgs, 'first' | 'sort'>>;
  manufacturer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  productCategory?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productClass?: Resolver<ResolversTypes['ProductClass'], ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  specification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductPayload'] = ResolversParentTypes['ProductPayload']> = {
  isRepeated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  sawVersions?: Resolver<ReadonlyArray<ResolversTypes['RecordVersion']>, ParentType, ContextType>;
  violations?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
};

export interface QuantityScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Quantity'], any> {
  name: 'Quantity';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType, RequireFields<QueryContractArgs, 'id'>>;
  contracts?: Resolver<Maybe<ResolversTypes['ContractConnection']>, ParentType, ContextType, RequireFields<QueryContractsArgs, 'first' | 'sort'>>;
  deadlineBoard?: Resolver<Maybe<ResolversTypes['DeadlineBoard']>, ParentType, ContextType, Partial<QueryDeadlineBoardArgs>>;
  deviation?: Resolver<Maybe<ResolversTypes['Deviation']>, ParentType, ContextType, RequireFields<QueryDeviationArgs, 'id'>>;
  deviations?: Resolver<Maybe<ResolversTypes['DeviationConnection']>, ParentType, ContextType, RequireFields<QueryDeviationsArgs, 'first' | 'sort'>>;
  findings?: Resolver<Maybe<ResolversTypes['OrderFindingConnection']>, ParentType, ContextType, RequireFields<QueryFindingsArgs, 'first'>>;
  labels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EnumLabels']>>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType, RequireFields<QueryLotArgs, 'id'>>;
  lots?: Resolver<Maybe<ResolversTypes['LotConnection']>, ParentType, ContextType, RequireFields<QueryLotsArgs, 'first' | 'sort'>>;
  operations?: Resolver<Maybe<ResolversTypes['Operations']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'first' | 'sort'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'id'>>;
  products?: Resolver<Maybe<ResolversTypes['ProductConnection']>, ParentType, ContextType, RequireFields<QueryProductsArgs, 'first' | 'sort'>>;
  readLabel?: Resolver<Maybe<ResolversTypes['ScannedLabel']>, ParentType, ContextType, RequireFields<QueryReadLabelArgs, 'scan'>>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, RequireFields<QueryScorecardArgs, 'from' | 'scope' | 'to'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
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

export type ReturnedItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReturnedItem'] = ResolversParentTypes['ReturnedItem']> = {
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SalesRecordResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SalesRecord'] = ResolversParentTypes['SalesRecord']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  buyerLicenceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  handledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invoiceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manufacturer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outboundCheckId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  producedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  qualityCondition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seller?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  soldOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  specification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sterilisationLot?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  vouchers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScannedLabelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScannedLabel'] = ResolversParentTypes['ScannedLabel']> = {
  deviceIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  lotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherParts?: Resolver<ReadonlyArray<ResolversTypes['LabelPart']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['LabelProblem']>, ParentType, ContextType>;
  producedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard'], FederationReferenceType extends FederationReferenceTypes['Scorecard'] = FederationReferenceTypes['Scorecard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Scorecard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asOf?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  includes?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  sales?: Resolver<Maybe<ReadonlyArray<ResolversTypes['KpiValue']>>, ParentType, ContextType>;
  salesCountedTo?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type ShareIntervalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareInterval'] = ResolversParentTypes['ShareInterval']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  carrier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBuyerLicensed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['ShippedItem']>, ParentType, ContextType>;
  licenceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
  shippedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ShippedItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShippedItem'] = ResolversParentTypes['ShippedItem']> = {
  checkedQuantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['Lot']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  productClass?: Resolver<ResolversTypes['ProductClass'], ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  salesRecord?: Resolver<Maybe<ResolversTypes['SalesRecord']>, ParentType, ContextType>;
};

export type TailoredProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TailoredProduct'] = ResolversParentTypes['TailoredProduct']> = {
  agreedAt?: Resolver<Maybe<ResolversTypes['Instant']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  specification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TextVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TextVersion'] = ResolversParentTypes['TextVersion']> = {
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ValueLabelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ValueLabel'] = ResolversParentTypes['ValueLabel']> = {
  label?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  CheckedItem?: CheckedItemResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  ContractClause?: ContractClauseResolvers<ContextType>;
  ContractConnection?: ContractConnectionResolvers<ContextType>;
  ContractEdge?: ContractEdgeResolvers<ContextType>;
  ContractPayload?: ContractPayloadResolvers<ContextType>;
  ContractReview?: ContractReviewResolvers<ContextType>;
  ContractSignature?: ContractSignatureResolvers<ContextType>;
  Currency?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineBoard?: DeadlineBoardResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineCount?: DeadlineCountResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  DeadlineExplanation?: DeadlineExplanationResolvers<ContextType>;
  DeadlineSegment?: DeadlineSegmentResolvers<ContextType>;
  Deviation?: DeviationResolvers<ContextType>;
  DeviationConnection?: DeviationConnectionResolvers<ContextType>;
  DeviationEdge?: DeviationEdgeResolvers<ContextType>;
  DeviationPayload?: DeviationPayloadResolvers<ContextType>;
  EnumLabels?: EnumLabelsResolvers<ContextType>;
  FactMap?: GraphQLScalarType;
  Finding?: FindingResolvers<ContextType>;
  GoodsReturn?: GoodsReturnResolvers<ContextType>;
  ImportChange?: ImportChangeResolvers<ContextType>;
  ImportOrdersPayload?: ImportOrdersPayloadResolvers<ContextType>;
  ImportProductsPayload?: ImportProductsPayloadResolvers<ContextType>;
  ImportResult?: ImportResultResolvers<ContextType>;
  Instant?: GraphQLScalarType;
  KpiValue?: KpiValueResolvers<ContextType>;
  LabelPart?: LabelPartResolvers<ContextType>;
  LabelProblem?: LabelProblemResolvers<ContextType>;
  LabelScan?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  Lot?: LotResolvers<ContextType>;
  LotBalance?: LotBalanceResolvers<ContextType>;
  LotConnection?: LotConnectionResolvers<ContextType>;
  LotEdge?: LotEdgeResolvers<ContextType>;
  LotPayload?: LotPayloadResolvers<ContextType>;
  LotQualityDecision?: LotQualityDecisionResolvers<ContextType>;
  LotReplenishment?: LotReplenishmentResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Operations?: OperationsResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderFinding?: OrderFindingResolvers<ContextType>;
  OrderFindingConnection?: OrderFindingConnectionResolvers<ContextType>;
  OrderFindingEdge?: OrderFindingEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderPayload?: OrderPayloadResolvers<ContextType>;
  OutboundCheck?: OutboundCheckResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParkedStream?: ParkedStreamResolvers<ContextType>;
  ParkedStreamConnection?: ParkedStreamConnectionResolvers<ContextType>;
  ParkedStreamEdge?: ParkedStreamEdgeResolvers<ContextType>;
  PartyTerms?: PartyTermsResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductPayload?: ProductPayloadResolvers<ContextType>;
  Quantity?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Rebuild?: RebuildResolvers<ContextType>;
  RebuildProblem?: RebuildProblemResolvers<ContextType>;
  RecordVersion?: RecordVersionResolvers<ContextType>;
  RetryResult?: RetryResultResolvers<ContextType>;
  ReturnedItem?: ReturnedItemResolvers<ContextType>;
  SalesRecord?: SalesRecordResolvers<ContextType>;
  ScannedLabel?: ScannedLabelResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ShareInterval?: ShareIntervalResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  ShippedItem?: ShippedItemResolvers<ContextType>;
  TailoredProduct?: TailoredProductResolvers<ContextType>;
  TextVersion?: TextVersionResolvers<ContextType>;
  ValueLabel?: ValueLabelResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
