/** `ReceiveLot` → `receiveLot`. */
export function uncapitalised(name: string): string {
  return `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`
}

/** `orders` → `Orders`. */
export function capitalised(name: string): string {
  return `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`
}
