/** All that is counted. */
export const WHOLE_COMPANY = 'company'

/** Records have ids of this form, whoever makes them. */
const RECORD = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
/** Of a person, a team or a channel, as the company calls them. */
const NAME = /^\S(?:.{0,198}\S)?$/su

const KINDS: Readonly<Record<string, RegExp>> = {
  customer: RECORD,
  product: RECORD,
  lot: RECORD,
  person: NAME,
  team: NAME,
  channel: NAME,
}

/** How scopes are written, for whoever wrote one wrongly. */
export const WRITTEN_SCOPES = `${WHOLE_COMPANY}, or ${Object.keys(KINDS).join(', ')} with a colon and an id`

/**
 * Whether figures can be asked for it. One that is written wrongly would be answered with nothing but zeros, like one of
 * which nothing was counted yet.
 */
export function isScope(text: string): boolean {
  if (text === WHOLE_COMPANY) return true
  const colon = text.indexOf(':')
  const kind = text.slice(0, Math.max(0, colon))
  const form = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  return text.isWellFormed() && (form?.test(text.slice(colon + 1)) ?? false)
}
