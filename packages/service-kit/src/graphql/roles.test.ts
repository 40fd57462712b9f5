import { readFileSync } from 'node:fs'
import { accessRoles } from '@afterline/rules'
import { expect, it } from '@jest/globals'
import { Kind, parse } from 'graphql'

it("the graph's roles are those that a token may carry; the platform itself needs no token", () => {
  const { definitions } = parse(readFileSync(new URL('./base.graphql', import.meta.url), 'utf8'))
  const role = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Role',
  )
  const values = role?.kind === Kind.ENUM_TYPE_DEFINITION ? role.values?.map(({ name }) => name.value) : []
  const carried = accessRoles.map(({ id }) => id).filter((id) => id !== 'SYSTEM')
  expect(values?.toSorted()).toEqual(carried.toSorted())
})
