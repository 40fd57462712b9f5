export interface KnowledgeEntryPublishedData {
  /** What the entry is about (KBS-2); `null` for no particular product. */
  readonly productId: string | null
  /** Who keeps it; `null` for nobody. */
  readonly ownerId: string | null
  readonly teamId: string | null
  /** Within how many days of 24 hours it has to be reviewed (KBS-3); the proposal is 180. */
  readonly reviewWithinDays: number
}

export interface KnowledgeEntryReviewedData {
  /** As in force at the review, for the next one. */
  readonly reviewWithinDays: number
}

/** One stream per entry of the knowledge base. */
export interface KnowledgeEntryFactData {
  /** Published again, it is a new version of the same entry; a version is reviewed when it is published. */
  readonly KnowledgeEntryPublished: KnowledgeEntryPublishedData
  readonly KnowledgeEntryReviewed: KnowledgeEntryReviewedData
  /** Only the moment is read. */
  readonly KnowledgeEntryWithdrawn: unknown
}
