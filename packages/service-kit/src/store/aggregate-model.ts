import { type Connection, type IndexDefinition, type IndexOptions, type Model, Schema } from 'mongoose'
import type { AggregateDocument } from '../interfaces.ts'

/** An index of an aggregate's collection; fields lie under `state`. */
export interface AggregateIndex {
  readonly fields: IndexDefinition
  readonly options?: IndexOptions
}

/**
 * The model through which resolvers read an aggregate's documents. Only the command bus writes them, so the schema
 * neither casts nor validates the state: what the pure `evolve` returned is what is stored. Indexes are built by
 * `ensureStoreIndexes`, once at start, never on first use.
 */
export function defineAggregateModel<State>(
  connection: Connection,
  collection: string,
  indexes: readonly AggregateIndex[] = [],
): Model<AggregateDocument<State>> {
  const mixed = Schema.Types.Mixed
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      headHash: { type: String, required: true },
      headRecordedAt: { type: String, required: true },
      state: { type: mixed, required: true },
      ledger: { type: mixed, default: null },
      findings: { type: [mixed], default: [] },
      stateShape: { type: Number },
      ledgerShape: { type: Number },
    },
    { autoCreate: false, autoIndex: false, minimize: false, versionKey: false, collection },
  )
  // Stale documents are looked for at every start, and found without reading those that are not.
  schema.index({ stateShape: 1, ledgerShape: 1 })
  for (const { fields, options } of indexes) schema.index(fields, options)
  // Mixed columns say nothing of State; the command bus is the only writer and stores exactly this shape.
  return connection.model(collection, schema) as unknown as Model<AggregateDocument<State>>
}
