/** A record of another subgraph, as this one knows it: by its id. */
export interface RecordReference {
  readonly id: string
}
