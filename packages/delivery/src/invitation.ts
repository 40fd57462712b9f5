import type { Carrier, Message } from './carrier.ts'

/** A contact person as a delivery channel sees it. */
export interface Contact {
  readonly id: string
  readonly email: string | null
  readonly phone: string | null
}

export type Failure = 'NO_CONTACT' | 'NO_CHANNEL' | 'REFUSED'

/** An invitation that waits, as the graph lists it. */
export interface Invitation {
  readonly id: string
  readonly token: string
  /** 1, and one more for each time that it is to be sent again. */
  readonly sending: number
  readonly customer: { readonly contacts: readonly Contact[] | null } | null
  readonly delivery: { readonly failure: Failure | null } | null
}

export interface Route {
  readonly carrier: Carrier
  readonly contactId: string
  readonly to: string
}

/**
 * Where an invitation can go, best first: the e-mail addresses of all contact persons, then their telephone numbers. Or why it
 * can go nowhere.
 */
export function routesOf({ customer }: Invitation, carriers: readonly Carrier[]): readonly Route[] | Failure {
  const contacts = customer?.contacts ?? []
  const addresses = [
    ...contacts.map(({ id, email }) => ({ isEmail: true, contactId: id, to: email })),
    ...contacts.map(({ id, phone }) => ({ isEmail: false, contactId: id, to: phone })),
  ].flatMap(({ to, ...address }) => (to ? [{ ...address, to }] : []))
  if (addresses.length === 0) return 'NO_CONTACT'
  const routes = addresses.flatMap(({ isEmail, ...address }) => {
    const carrier = carriers.find(({ channel }) => (channel === 'EMAIL') === isEmail)
    return carrier === undefined ? [] : [{ carrier, ...address }]
  })
  return routes.length === 0 ? 'NO_CHANNEL' : routes
}

export interface Wording {
  /** Of the survey's page, with `{token}` where the token goes. */
  readonly urlTemplate: string
  readonly company: string
}

/** What the customer reads, in Chinese and in English. Its id follows from the invitation and its sending alone. */
export function messageTo(
  to: string,
  { id, token, sending }: Pick<Invitation, 'id' | 'token' | 'sending'>,
  wording: Wording,
): Message {
  const { urlTemplate, company } = wording
  const link = urlTemplate.replaceAll('{token}', encodeURIComponent(token))
  const zh = `您好！您反映的问题已处理完毕，请您对${company}的服务作出评价：`
  const en = `Your concern has been dealt with. Please rate the service of ${company}:`
  const once = ['链接仅供您本人使用，可评价一次。', 'The link is for you alone, and can be used once.'] as const
  const paragraph = (...lines: readonly string[]) => `<p>${lines.join('<br>')}</p>`
  const anchor = `<a href="${escaped(link)}">${escaped(link)}</a>`
  return {
    // A provider that refused one keeps refusing what bears its name.
    id: sending === 1 ? `invitation-${id}` : `invitation-${id}-${sending}`,
    to,
    link,
    subject: `${company}：请您评价我们的服务 / Please rate our service`,
    text: [zh, link, once[0], '', en, link, once[1], ''].join('\n'),
    html: `<!doctype html><html><body>${paragraph(escaped(zh), anchor, once[0])}<div lang="en">${paragraph(escaped(en), anchor, once[1])}</div></body></html>`,
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
