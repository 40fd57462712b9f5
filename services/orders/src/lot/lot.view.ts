import type { RequestContext } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import type { LotDocument, LotModel } from './lot.model.ts'
import type { Lot } from './lot.ts'

/** A lot as the graph shows it. */
export interface LotView extends Lot {
  readonly id: string
  readonly version: number
}

export function lotView({ _id: id, version, state }: LotDocument): LotView | null {
  return state.status === 'UNRECEIVED' ? null : { ...state, id, version }
}

/** `null` for an id that was never received. One read per request, however many records name the lot. */
export function loadLot(model: LotModel, context: RequestContext, id: string): Promise<LotView | null> {
  const read = async (ids: readonly string[]) => {
    const documents = await model.find({ _id: { $in: [...ids] } }).lean<LotDocument[]>()
    const byId = new Map(documents.map((document) => [document._id, lotView(document)]))
    return ids.map((wanted) => byId.get(wanted) ?? null)
  }
  return context.loaderOf('lot', () => new DataLoader(read)).load(id)
}
