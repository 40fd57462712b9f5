export * from './growing-root.ts'
export * from './merkle-tree.ts'
