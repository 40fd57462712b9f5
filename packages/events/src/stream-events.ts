import { defineEvent, type EventOf, InstantText, nullable, oneOf, record, ShortText, Type } from './vocabulary.ts'

const facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))
const bilingual = record({ zh: Type.String(), en: Type.String() })

/** The clock only announces what follows from the history: no state depends on these events having been written. */
export const DeadlineAnnounced = defineEvent({
  type: 'DeadlineAnnounced',
  version: 1,
  summary: 'A limit of this stream reached 75 % (WARNING) or its due instant (BREACH) without being met; each once.',
  data: record({
    key: ShortText,
    item: Type.String({ maxLength: 300 }),
    announcement: oneOf('WARNING', 'BREACH'),
    startedAt: InstantText,
    dueAt: InstantText,
    escalateTo: ShortText,
  }),
})

const finding = { rule: ShortText, message: bilingual, facts }
const source = record({ system: ShortText, file: ShortText, row: Type.Integer({ minimum: 1 }) })

/** Written by earlier releases, one for each rule; histories hold it for ever. */
export const FindingRecorded = defineEvent({
  type: 'FindingRecorded',
  version: 1,
  summary: 'As FindingsRecorded, for one rule: written by earlier releases.',
  data: record({ ...finding, source }),
})

export const FindingsRecorded = defineEvent({
  type: 'FindingsRecorded',
  version: 1,
  summary: 'An imported record breaks rules that would have refused it online; it is kept, and each rule listed once.',
  data: record({ findings: Type.Array(record(finding), { minItems: 1, maxItems: 100 }), source }),
})

const told = nullable(Type.String({ maxLength: 2000 }))

export const RecordCorrected = defineEvent({
  type: 'RecordCorrected',
  version: 1,
  summary: 'The other system tells an imported record otherwise than before; the events before this one carry it out.',
  data: record({
    reason: ShortText,
    changes: Type.Array(record({ field: ShortText, before: told, after: told }), { minItems: 1, maxItems: 100 }),
    source,
  }),
})

export const streamEvents = [DeadlineAnnounced, FindingRecorded, FindingsRecorded, RecordCorrected] as const
export type StreamEvent = EventOf<(typeof streamEvents)[number]>
