// Runs in the browser before the explorer does: puts the examples into its tabs, and takes tokens for the role chosen.
const { tabs, roles } = JSON.parse(document.querySelector('#afterline').textContent)

/** Where the explorer keeps its tabs; whoever was here before finds them as they were left. */
const TABS = 'graphiql:tabState'
const QUERY = 'graphiql:query'
const VARIABLES = 'graphiql:variables'
const ROLE = 'afterline:role'

if (localStorage.getItem(TABS) === null) {
  const opened = tabs.map(({ name, query, variables }, index) => ({
    ...{ id: `example-${index}`, title: name, operationName: name, query, headers: null, response: null, hash: null },
    variables: Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2),
  }))
  localStorage.setItem(TABS, JSON.stringify({ tabs: opened, activeTabIndex: 0 }))
  localStorage.setItem(QUERY, opened[0].query)
  localStorage.setItem(VARIABLES, opened[0].variables)
}

const send = window.fetch.bind(window)
const picker = document.querySelector('#role')
if (picker !== null) {
  for (const role of roles) picker.append(new Option(role, role))
  picker.value = localStorage.getItem(ROLE) ?? 'SALES_MANAGER'
  picker.addEventListener('change', () => localStorage.setItem(ROLE, picker.value))
}

const tokens = new Map()
const tokenOf = async (role) => {
  const body = JSON.stringify({ subject: `explorer-${role.toLowerCase()}`, roles: [role] })
  const answer = await send('/dev/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return (await answer.json()).access_token
}

async function headersOf(init) {
  const headers = new Headers(init.headers)
  const role = picker?.value ?? 'PUBLIC'
  // A token that somebody has typed counts more.
  if (role === 'PUBLIC' || headers.has('authorization')) return headers
  if (!tokens.has(role)) tokens.set(role, tokenOf(role))
  headers.set('authorization', `Bearer ${await tokens.get(role)}`)
  return headers
}

/** For a moment after a change of tabs the explorer still names the operation of the tab before. */
function namedAnew(body) {
  const request = JSON.parse(body)
  const names = [...request.query.matchAll(/^\s*(?:query|mutation)\s+(\w+)/gm)].map(([, name]) => name)
  return names.length === 1 ? JSON.stringify({ ...request, operationName: names[0] }) : body
}

window.fetch = async (resource, init = {}) => {
  const isGraph = new URL(resource.url ?? resource, location.href).pathname === '/graphql'
  if (!isGraph) return send(resource, init)
  return send(resource, { ...init, headers: await headersOf(init), body: namedAnew(init.body) })
}
