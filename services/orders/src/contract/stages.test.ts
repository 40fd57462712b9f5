import { type ContractCommandName, type ContractStage, contractStages } from '@afterline/rules'
import type { AnyCommandOf } from '@afterline/service-kit/aggregate'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import {
  command,
  director,
  drafter,
  head,
  hours,
  ids,
  lawyer,
  lookUp,
  pastOf,
  reworded,
  signedBy,
  template,
  text,
  wording,
} from './contract.samples.ts'
import { type ContractTypes, contract } from './contract.ts'

const spec = specificationOf(contract)
const at = hours(9)

/** Each as it passes its gates at every stage that takes it; the company has signed where the customer signs. */
const commands: Readonly<Record<ContractCommandName, AnyCommandOf<ContractTypes>>> = {
  DraftContract: command(
    'DraftContract',
    { ...head, contractId: ids.contract, salespersonId: drafter.id, quoteAcceptedAt: null, text: wording },
    { at },
  ),
  ReviseContract: command('ReviseContract', { text: reworded('PRICE', 'more') }, { at }),
  SubmitForReview: command('SubmitForReview', {}, { at }),
  ApproveContract: command('ApproveContract', {}, { at, by: lawyer }),
  ReturnContract: command('ReturnContract', { reason: 'liability' }, { at, by: lawyer }),
  AdoptTemplate: command('AdoptTemplate', { templateId: ids.template }, { at }),
  SignContract: command('SignContract', { digest: text.text.digest, contactId: ids.contact }, { at }),
  ActivateContract: command('ActivateContract', {}, { at }),
  AmendContract: command(
    'AmendContract',
    {
      text: reworded('DELIVERY_TIME', 'a week later'),
      draftedBy: drafter.id,
      declaredChanges: ['clauses.DELIVERY_TIME'],
      reviewedAt: hours(7),
      company: { givenBy: director.id, givenAt: hours(8) },
      counterparty: { givenBy: ids.contact, givenAt: hours(8) },
    },
    { at, by: lawyer },
  ),
  CloseContract: command('CloseContract', {}, { at }),
  TerminateContract: command('TerminateContract', { reason: 'the customer withdrew' }, { at }),
}

const stages = Object.keys(contractStages.transitions) as ContractStage[]
const cases = stages.flatMap((stage) =>
  (Object.keys(commands) as ContractCommandName[]).map((type) => ({ stage, type })),
)

describe('the life cycle of a contract', () => {
  it.each(stages)('knows a past that leads to %s', (stage) => {
    expect(spec.stateAfter(pastOf[stage]).status).toBe(stage)
  })

  it.each(cases)('takes $type on a contract at $stage where the table has it, else refuses it (OPP-1)', (pair) => {
    const { stage, type } = pair
    const target = contractStages.transitions[stage][type]
    const past = type === 'SignContract' && target ? [...pastOf[stage], signedBy('COMPANY', hours(8))] : pastOf[stage]
    const { decision } = spec.given(...past).when(commands[type], { ...lookUp, template })
    const isRefused = decision.violations.some(({ rule, facts: { state } }) => rule === 'OPP-1' && state === stage)
    expect(isRefused).toBe(target === undefined)
    if (target === undefined) return
    const next = decision.events.map((event) => ({ occurredAt: at, ...event }))
    expect(spec.stateAfter([...past, ...next]).status).toBe(target)
  })
})
