import { accessRoles } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import { stageLabels } from './stage-labels.ts'
import * as values from './value-labels.ts'

/** A value of an enum, and what it is called. */
export interface ValueLabel {
  readonly value: string
  readonly label: Bilingual
  /** What it stands for, where the label does not say it all: for whoever writes a client. */
  readonly meaning?: string
}

/** An enum of the graph, and what its values are called. */
export interface EnumLabels {
  readonly enum: string
  /** In the order in which a choice shows them. */
  readonly values: readonly ValueLabel[]
}

/** Nobody signs in as the system. */
const roleLabels: values.Labels<string> = Object.fromEntries(
  accessRoles.filter(({ id }) => id !== 'SYSTEM').map(({ id, name }) => [id, name]),
)

/**
 * By the name of the enum in the graph, but for those of which an event tells one: these are named where they are declared
 * (`choice` in packages/events). `check` holds all of them to those that the graph shows.
 */
const labelsByEnum: Readonly<Record<string, values.Labels<string>>> = {
  ...stageLabels,
  ComplaintReference: values.complaintReferenceLabels,
  DeadlineStatus: values.deadlineStatusLabels,
  ImportStatus: values.importStatusLabels,
  KpiUnit: values.kpiUnitLabels,
  RebuildStatus: values.rebuildStatusLabels,
  RecordKind: values.recordKindLabels,
  RetryStatus: values.retryStatusLabels,
  Role: roleLabels,
  ServiceHistoryKind: values.historyKindLabels,
}

/** What the values of enums are called that the graph shows to people, so that no portal invents a name. */
export const enumLabels: readonly EnumLabels[] = Object.entries(labelsByEnum).map(([name, labels]) => ({
  enum: name,
  values: valueLabels(labels),
}))

/** In the order in which they stand there. */
export function valueLabels(labels: values.Labels<string>): readonly ValueLabel[] {
  return Object.entries(labels).map(([value, { meaning, ...label }]) => ({
    value,
    label,
    ...(meaning === undefined ? {} : { meaning }),
  }))
}
