import { identified } from '@afterline/events'
import { contributionOf, type Measurement, scopesOf, settledAtOf } from '@afterline/rules'
import type { MeasurementDocument } from './documents.ts'

/** A stream's measurements as they are stored. */
export function measurementDocumentsOf(
  stream: string,
  measurements: readonly Measurement[],
): readonly MeasurementDocument[] {
  return measurements.map((measurement) => {
    return {
      ...identified(stream, measurement),
      scopes: scopesOf(measurement),
      isOpen: contributionOf(measurement).kind === 'OPEN',
      settledAt: settledAtOf(measurement),
    }
  })
}
