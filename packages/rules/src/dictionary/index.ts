export { labelOfCommand } from './command-labels.ts'
export { labelOfDeadline } from './deadline-labels.ts'
export { type EnumLabels, enumLabels, type ValueLabel } from './enum-labels.ts'
export { labelOfFigure } from './figure-labels.ts'
