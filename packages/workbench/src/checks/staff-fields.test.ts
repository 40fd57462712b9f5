import { repositoryRoot } from '@afterline/dev-stack'
import { isPersonal, meaningOf, type TProperties, type TSchema } from '@afterline/events'
import { describe, expect, it } from '@jest/globals'
import { readServiceGraphs } from './service-graphs.ts'

/* What somebody enters to name a member of staff is a staff id that the kit holds to the register (ORG-3). */

interface Field {
  readonly path: string
  readonly schema: TSchema
  readonly description: string
  readonly isText: boolean
}

interface Json {
  readonly type?: string
  readonly format?: string
  readonly enum?: unknown
  readonly description?: string
  readonly anyOf?: readonly TSchema[]
  readonly items?: TSchema
  readonly properties?: TProperties
}

function fieldsIn(properties: TProperties, within: string): readonly Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => fieldsOf(schema, `${within}.${name}`))
}

function fieldsOf(schema: TSchema, path: string): readonly Field[] {
  const outer: Json = schema
  const inside = outer.anyOf?.find((each) => (each as Json).type !== 'null') ?? schema
  const { items, properties, type, format, enum: values }: Json = inside
  if (items) return fieldsOf(items, path)
  if (properties) return fieldsIn(properties, path)
  const description = outer.description ?? (inside as Json).description ?? ''
  // Who is told of by name is nobody of the staff: such text is a customer's.
  const isText = type === 'string' && format === undefined && values === undefined && !isPersonal(schema)
  const meaning = { ...meaningOf(schema), ...meaningOf(inside) }
  return meaning.isInternal ? [] : [{ path, schema: inside, description, isText }]
}

const isDeclared = ({ schema }: Field) => meaningOf(schema).staffRoles !== undefined

/** By its name or by its description, a field that names somebody. */
const namesSomebody = ({ path, description }: Field) =>
  /(By|\.(staff|owner|salesperson|assignee|handler|reviewer|approver)Id|\.actor|\.assignee)$/.test(path) ||
  /staff id/i.test(description)

/** The id under which the register itself keeps somebody, and the contact person of another party. */
const OTHERS = ['RegisterStaff.staffId', 'AmendContract.counterparty.givenBy']

async function entered(): Promise<readonly Field[]> {
  const graphs = (await readServiceGraphs(repositoryRoot)).flatMap((service) => service.graphs)
  return graphs.flatMap(({ aggregate, mutations }) =>
    Object.entries(aggregate.commands as Readonly<Record<string, { readonly data: TProperties }>>)
      .filter(([command]) => mutations[command] !== null)
      .flatMap(([command, { data }]) => fieldsIn(data, command)),
  )
}

describe('a field of a mutation that names a member of staff', () => {
  it('is declared as the staff id that it is, wherever it stands (ORG-3)', async () => {
    const fields = await entered()
    const naming = fields.filter((field) => field.isText && namesSomebody(field))
    expect(naming.filter((field) => !isDeclared(field)).map(({ path }) => path)).toEqual(OTHERS)
    expect(naming.filter(isDeclared).map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'OpenCustomerFile.ownerId',
        'AssignCustomerOwner.ownerId',
        'PlaceOrder.salespersonId',
        'CheckOutbound.pickedBy',
        'ShipGoods.handledBy',
        'ShipGoods.signedBy',
        'DraftContract.salespersonId',
        'AmendContract.draftedBy',
        'AmendContract.company.givenBy',
      ]),
    )
  })

  it('is no other kind of field', async () => {
    const wrong = (await entered()).filter((field) => isDeclared(field) && !(field.isText && namesSomebody(field)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
