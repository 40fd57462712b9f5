/** Ways to a customer that something can be set up for. */
export type Channel = 'EMAIL' | 'SMS' | 'WECHAT'

/** An invitation as it is handed over. It holds an address and a token: it is logged nowhere. */
export interface Message {
  /** The same for each attempt at one sending of an invitation, whatever died in between: providers know a repetition by it. */
  readonly id: string
  /** E-mail address, or telephone number. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly link: string
}

/** That a provider has taken a message. */
export interface Receipt {
  /** The provider's name for it; `null` where it told none that may be kept. */
  readonly reference: string | null
}

/** The port: one implementation for each kind of provider. */
export interface Carrier {
  readonly channel: Channel
  /**
   * Resolves once the provider has taken the message.
   * @throws Refused where it never will; any other error where it may later
   */
  deliver(message: Message): Promise<Receipt>
}

/** The provider refuses this message to this address, whenever it is asked. Tells a code, and nothing of the message. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string) {
    super('the provider refuses the message')
    this.name = 'Refused'
    this.code = code
  }
}

const KEPT = /^[A-Za-z0-9._:+=/-]{1,200}$/

/** A reference that may be kept: what is an address, or quotes the one that the message went to, is not. */
export function keptReference(told: unknown, to: string): string | null {
  return typeof told === 'string' && KEPT.test(told) && !told.includes(to.replace(/^\+/, '')) ? told : null
}
