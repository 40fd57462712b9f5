import { existsSync, globSync, readFileSync } from 'node:fs'
import type { CodegenConfig } from '@graphql-codegen/cli'

const BASE = 'packages/service-kit/src/graphql/*.graphql'
const services = ['customers', 'orders', 'after-sales', 'surveys']

/**
 * What resolvers of a type get as their parent, where that is not the GraphQL type itself: a service may name it in
 * `src/schema.mappers.json`, as `{"Order": "./order/state.ts#ShownOrder"}`.
 */
function mappersOf(service: string): Record<string, string> {
  const file = `services/${service}/src/schema.mappers.json`
  const parents: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  // Pages are what the kit's lists return; which type of node a list holds, its aggregate says.
  const pages = pageTypesOf(service).map((type) => [type, '@afterline/service-kit#AnyPage'] as const)
  // Renamed on import, since a parent often has the name of its GraphQL type.
  return Object.fromEntries(
    [...Object.entries(parents), ...pages].map(([type, parent]) => [type, `${parent} as ${type}Parent`]),
  )
}

function pageTypesOf(service: string): readonly string[] {
  const file = `services/${service}/src/schema.derived.graphql`
  const derived = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return [...derived.matchAll(/^type (\w+Connection) /gm)].map(([, type = '']) => type)
}

/** Resolver types per subgraph. Plain unions instead of enums: the code runs by stripping types, which enums do not survive. */
function subgraph(service: string): CodegenConfig['generates'] {
  const own = `services/${service}/src/**/*.graphql`
  if (globSync(own).length === 0) return {}
  return {
    [`services/${service}/src/schema.generated.ts`]: {
      schema: [BASE, own],
      // Both are needed: the resolver types alone refer to types that they do not define.
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        // A default means that the resolver always gets a value.
        avoidOptionals: { defaultValue: true },
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        contextType: '@afterline/service-kit#RequestContext',
        mappers: mappersOf(service),
        scalars: {
          ID: 'string',
          Instant: '@afterline/rules#Instant',
          LocalDate: '@afterline/rules#LocalDate',
          LabelScan: 'string',
          Quantity: '@afterline/rules#Quantity',
          MinorUnits: 'number',
          Currency: 'string',
          FactMap: 'Readonly<Record<string, string | number | boolean | null>>',
        },
      },
    },
  }
}

const config: CodegenConfig = {
  generates: Object.assign({}, ...services.map(subgraph)),
}

export default config
