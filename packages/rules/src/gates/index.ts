export * from "./product-class.ts"
