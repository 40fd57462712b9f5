import { defineEvent, type EventOf, InstantText, oneOf, record, ShortText, Type } from './vocabulary.ts'

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

export const FindingRecorded = defineEvent({
  type: 'FindingRecorded',
  version: 1,
  summary: 'An imported record breaks a rule that would have refused it online; it is kept and listed (once per rule).',
  data: record({
    rule: ShortText,
    message: bilingual,
    facts,
    source: record({ system: ShortText, file: ShortText, row: Type.Integer({ minimum: 1 }) }),
  }),
})

export const streamEvents = [DeadlineAnnounced, FindingRecorded] as const
export type StreamEvent = EventOf<(typeof streamEvents)[number]>
