import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Kind, parse } from 'graphql'
import { recordKinds, versionsTold } from './record-kinds.ts'

describe('the kinds of records', () => {
  it('have a name in the graph each', () => {
    const { definitions } = parse(readFileSync(new URL('./base.graphql', import.meta.url), 'utf8'))
    const kinds = definitions.find(
      (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'RecordKind',
    )
    const values = kinds?.kind === Kind.ENUM_TYPE_DEFINITION ? kinds.values?.map(({ name }) => name.value) : []
    expect(values?.toSorted()).toEqual(
      Object.keys(recordKinds)
        .map((kind) => kind.toUpperCase())
        .toSorted(),
    )
  })
})

describe('what a refusal saw', () => {
  const saw = [
    { stream: 'customer-0190-a', version: 3 },
    { stream: 'employee-0190-b', version: 0 },
  ]

  it('is told by the kind of record and its id', () => {
    expect(versionsTold('SALES_MANAGER', saw)).toEqual([
      { record: 'CUSTOMER', id: '0190-a', version: 3 },
      { record: 'EMPLOYEE', id: '0190-b', version: 0 },
    ])
  })

  it('is told to a role that reads such records only, and not to the public (SEC-2)', () => {
    expect(versionsTold('WAREHOUSE', saw)).toEqual([{ record: 'EMPLOYEE', id: '0190-b', version: 0 }])
    expect(versionsTold(null, saw)).toEqual([])
    expect(versionsTold('PUBLIC', saw)).toEqual([])
  })
})
