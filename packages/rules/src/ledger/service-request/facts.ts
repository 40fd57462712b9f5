export interface RequestReceivedData {
  readonly customerId: string
  readonly productId: string | null
  readonly lotId: string | null
}

export interface RequestAssignedData {
  readonly assigneeId: string
  readonly teamId: string | null
}

export interface RequestWaitData {
  /** Waits may overlap; the id says which one begins or ends. */
  readonly waitId: string
}

export interface RequestClosedData {
  /** `NO_ANSWER` after the attempts to reach the customer that policy asks for (C32). */
  readonly outcome: 'CONFIRMED' | 'NO_ANSWER'
}

export interface ServiceRequestFactData {
  readonly RequestReceived: RequestReceivedData
  readonly RequestAssigned: RequestAssignedData
  /** Work begins to wait for something (C40); the reason is the policy's business. */
  readonly RequestWaitBegan: RequestWaitData
  readonly RequestWaitEnded: RequestWaitData
  /** The customer was told how the work stands (SRV-10). Only the moment is read. */
  readonly RequestProgressReported: unknown
  /** The customer was told the result (SRV-13). Only the moment is read. */
  readonly RequestResultReported: unknown
  /** The customer confirmed that the problem is gone (SRV-13). Only the moment is read. */
  readonly RequestSolutionConfirmed: unknown
  /** The problem came back or was not gone. Only the moment is read. */
  readonly RequestReopened: unknown
  readonly RequestClosed: RequestClosedData
  /** A knowledge entry was linked that holds the solution (KBS-1). Only the moment is read. */
  readonly RequestLinkedToKnowledge: unknown
  /** Found to be a duplicate, merged into another request, or spam. Only the moment is read. */
  readonly RequestExcluded: unknown
  /** The exclusion was a mistake. Only the moment is read. */
  readonly RequestRestored: unknown
}
