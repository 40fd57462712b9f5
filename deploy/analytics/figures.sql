-- Key figures from measurements: what each counts as at an instant, added up. Nothing here knows a limit or a calendar.
-- Parameter: as_of, an instant such as 2026-11-28T10:00:00.000Z. Instants have one fixed form, so text order is their order.
CREATE OR REPLACE MACRO figures(as_of) AS TABLE
WITH counted AS (
  SELECT kpi, part, is_of_whole, figure, currency, scopes, counted_on,
         list_last(list_filter(steps, lambda step: step."from" <= as_of)) AS step
  FROM measurements
  WHERE NOT is_void AND duration IS NULL
),
rows_of AS (  -- A measurement adds to its part, and where it is of the whole to the KPI as well.
  SELECT *, part AS row_part FROM counted WHERE part IS NOT NULL
  UNION ALL
  SELECT *, NULL AS row_part FROM counted WHERE part IS NULL OR is_of_whole
),
placed AS (
  SELECT kpi, row_part AS part, figure, currency, unnest(scopes) AS scope, counted_on, step
  FROM rows_of
  WHERE step IS NOT NULL
)
SELECT kpi, part, currency, scope,
       CASE WHEN grouping(month) = 1 THEN 'all' ELSE month END AS month,
       sum(step.numerator)::BIGINT AS numerator,
       sum(step.denominator)::BIGINT AS denominator,
       sum(step.pending)::BIGINT AS pending,
       CASE WHEN any_value(figure) = 'SUM' THEN sum(step.numerator)::DOUBLE
            WHEN sum(step.denominator) = 0 THEN NULL
            ELSE sum(step.numerator)::DOUBLE / sum(step.denominator)::DOUBLE END AS value
FROM (SELECT *, strftime(counted_on, '%Y-%m') AS month FROM placed)
GROUP BY GROUPING SETS ((kpi, part, currency, scope), (kpi, part, currency, scope, month))
ORDER BY ALL;
