import { describe, expect, it } from '@jest/globals'
import type { Carrier, Channel } from './carrier.ts'
import { type Contact, messageTo, routesOf } from './invitation.ts'

const carrierOf = (channel: Channel): Carrier => ({ channel, deliver: async () => ({ reference: null }) })
const [mail, sms] = [carrierOf('EMAIL'), carrierOf('SMS')]
const to = (...contacts: readonly Contact[]) => ({
  id: 'x',
  token: 't',
  sending: 1,
  delivery: null,
  customer: { contacts },
})
const nurse: Contact = { id: 'n', email: 'nurse@hospital.example', phone: '+86 1' }
const buyer: Contact = { id: 'b', email: null, phone: '+86 2' }

describe('an invitation', () => {
  it('goes to e-mail addresses first, then to telephones', () => {
    expect(routesOf(to(buyer, nurse), [sms, mail])).toEqual([
      { carrier: mail, contactId: 'n', to: nurse.email },
      { carrier: sms, contactId: 'b', to: buyer.phone },
      { carrier: sms, contactId: 'n', to: nurse.phone },
    ])
  })

  it('goes to a telephone where no mail server is set up', () => {
    expect(routesOf(to(nurse), [sms])).toEqual([{ carrier: sms, contactId: 'n', to: nurse.phone }])
  })

  it('goes nowhere without an address, or without anything that is set up for it, and says which', () => {
    expect(routesOf(to({ id: 'x', email: null, phone: null }), [mail, sms])).toBe('NO_CONTACT')
    expect(routesOf({ ...to(), customer: null }, [mail, sms])).toBe('NO_CONTACT')
    expect(routesOf(to(buyer), [mail])).toBe('NO_CHANNEL')
  })
})

describe('the message', () => {
  const wording = { urlTemplate: 'https://r.example/#{token}', company: 'A & B <X>' }

  it('asks in Chinese and in English, with the link in both', () => {
    const { text, html, link } = messageTo('x@y.example', { id: '1', token: 'tok', sending: 1 }, wording)
    expect(link).toBe('https://r.example/#tok')
    expect(text.split(link)).toHaveLength(3)
    expect(html.split(`href="${link.replace('&', '&#38;')}"`)).toHaveLength(3)
    expect(text).toMatch(/服务[\s\S]*service/)
  })

  it('lets nothing of the company name into the markup', () => {
    expect(messageTo('x@y.example', { id: '1', token: 'tok', sending: 1 }, wording).html).not.toContain('<X>')
  })

  it('has an id that follows from the invitation and its sending alone', () => {
    const [one, other] = ['a@y.example', 'b@y.example'].map((address) =>
      messageTo(address, { id: '1', token: 't', sending: 1 }, wording),
    )
    expect(one?.id).toBe(other?.id)
    expect(messageTo('a@y.example', { id: '1', token: 't', sending: 2 }, wording).id).not.toBe(one?.id)
    expect(messageTo('a@y.example', { id: '2', token: 't', sending: 1 }, wording).id).not.toBe(one?.id)
  })
})
