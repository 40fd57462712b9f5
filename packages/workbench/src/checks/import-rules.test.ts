import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { faultsIn, importFaults } from './import-rules.ts'
import { importsOf } from './imports.ts'

const importing = (specifier: string): string => `import { something } from '${specifier}'\n`
const faultsOf = (file: string, specifier: string) => faultsIn(new Map([[file, importing(specifier)]]))

describe('the import rules', () => {
  it.each([
    ['services/orders/src/order/order.ts', '../../../customers/src/customer/customer.ts'],
    ['services/orders/src/order/order.model.ts', '@afterline/customers'],
    ['services/orders/src/projections/licences.ts', '../../../customers/src/customer/customer.ts'],
    ['packages/rules/src/calendar/calendar.ts', 'node:fs'],
    ['packages/rules/src/calendar/calendar.ts', '../../../events/src/index.ts'],
    ['packages/service-kit/src/store.ts', '../../../services/orders/src/order/order.ts'],
  ])('refuse in %s an import of %s', (file, specifier) => {
    expect(faultsOf(file, specifier).map((fault) => fault.specifier)).toContain(specifier)
  })

  it.each([
    ['services/orders/src/order/order.model.ts', 'mongoose'],
    ['services/orders/src/main.ts', '@afterline/service-kit'],
    ['packages/rules/src/calendar/calendar.ts', '../primitives/instant.ts'],
    ['packages/rules/src/policy/policy.ts', 'yaml'],
    ['packages/rules/src/kpi/durations.ts', '@datadog/sketches-js'],
    ['packages/rules/src/calendar/calendar.test.ts', 'node:fs'],
    ['packages/rules/src/gates/violation-fixture.ts', '@jest/globals'],
  ])('allow in %s an import of %s', (file, specifier) => {
    expect(faultsOf(file, specifier)).toEqual([])
  })

  it('see imports of every form', () => {
    const source = [
      "import a from 'one'",
      "import type { B } from 'two'",
      "import {\n  c,\n  d,\n} from 'three'",
      "import 'four'",
      "export * from 'five'",
      "const e = await import('six')",
    ].join('\n')
    const found = importsOf(source)
    expect(found.map(({ specifier }) => specifier).toSorted()).toEqual(['five', 'four', 'one', 'six', 'three', 'two'])
    expect(found.filter(({ isTypeOnly }) => isTypeOnly).map(({ specifier }) => specifier)).toEqual(['two'])
  })

  it('hold in this repository', () => {
    expect(importFaults(repositoryRoot)).toEqual([])
  })
})
