import { createHmac, timingSafeEqual } from 'node:crypto'

const ID_BYTES = 16
/** 128 bits: nobody guesses one, and the link still fits into a text message. */
const MAC_BYTES = 16
const SECRET_BYTES = 32

/** Makes and reads the tokens by which respondents come to their survey without a login. */
export interface SurveyTokens {
  tokenOf(surveyId: string): string
  /** The survey's id; `null` for anything that `tokenOf` did not make. Takes equally long for every wrong token of the right length. */
  surveyIdOf(token: string): string | null
}

/**
 * A token is the survey's id and a keyed hash of it, in base64url: derived whenever it is needed and stored nowhere, so
 * no copy of the database opens a survey.
 * @throws Error when the secret does not have 32 bytes
 * @example surveyIdOf(tokenOf(surveyId)) equals surveyId
 */
export function surveyTokens(secret: Buffer): SurveyTokens {
  if (secret.length !== SECRET_BYTES) throw new Error(`AFTERLINE_SURVEY_SECRET needs ${SECRET_BYTES} bytes`)
  const macOf = (id: Buffer) =>
    createHmac('sha256', secret).update('afterline survey v1').update(id).digest().subarray(0, MAC_BYTES)

  return {
    tokenOf(surveyId) {
      const id = Buffer.from(surveyId.replaceAll('-', ''), 'hex')
      if (id.length !== ID_BYTES) throw new Error('a survey id is a UUID')
      return Buffer.concat([id, macOf(id)]).toString('base64url')
    },
    surveyIdOf(token) {
      const bytes = Buffer.from(token, 'base64url')
      // Decoding skips what is no base64url; a token has one spelling only.
      if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null
      const id = bytes.subarray(0, ID_BYTES)
      return timingSafeEqual(macOf(id), bytes.subarray(ID_BYTES)) ? uuidOf(id) : null
    },
  }
}

function uuidOf(id: Buffer): string {
  const hex = id.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
