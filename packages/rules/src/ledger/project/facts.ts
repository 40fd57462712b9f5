export interface ProjectStartedData {
  readonly customerId: string
  readonly leadId: string | null
  readonly teamId: string | null
}

export interface ProjectContactRecordedData {
  readonly contactId: string
  /** Whether the record tells how things stand on site. */
  readonly tellsSiteProgress: boolean
  /** Whether the record tells what the customer thinks of it. */
  readonly tellsOpinion: boolean
}

export interface ProjectFactData {
  readonly ProjectStarted: ProjectStartedData
  readonly ProjectContactRecorded: ProjectContactRecordedData
  /** Only the moment is read. */
  readonly ProjectClosed: unknown
}
