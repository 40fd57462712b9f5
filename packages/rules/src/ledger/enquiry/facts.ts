/** How a customer gets in touch (CUS-15). */
export type ContactChannel = 'PHONE' | 'SMS' | 'EMAIL' | 'LETTER' | 'WECHAT' | 'WEB_FORM' | 'ONLINE_CHAT' | 'IN_PERSON'

export interface EnquiryReceivedData {
  /** `null` for somebody who is no customer yet. */
  readonly customerId: string | null
  readonly channel: ContactChannel
}

export interface EnquiryAssignedData {
  /** The advisor or agent who shall answer (C12). */
  readonly assigneeId: string
  readonly teamId: string | null
}

export interface EnquiryAnsweredData {
  /** Who answered: an automatic acknowledgement is no answer and no such fact. */
  readonly answeredBy: string
  readonly teamId: string | null
}

export interface EnquiryFactData {
  readonly EnquiryReceived: EnquiryReceivedData
  readonly EnquiryAssigned: EnquiryAssignedData
  readonly EnquiryAnswered: EnquiryAnsweredData
  /** Found to be a duplicate, merged into another enquiry, or spam. Only the moment is read. */
  readonly EnquiryExcluded: unknown
  /** The exclusion was a mistake. Only the moment is read. */
  readonly EnquiryRestored: unknown
}
