-- Made-up measurements, told once or twice. Parameter: how_many. Whatever is drawn, is drawn from the number by a hash.
CREATE OR REPLACE MACRO drawn(number, what, below) AS (hash(number, what) % below)::INTEGER;

CREATE OR REPLACE TABLE made AS
SELECT number,
       ['KPI-1', 'KPI-3', 'KPI-9', 'KPI-13', 'KPI-17', 'KPI-23'][1 + number % 6] AS kpi,
       CASE number % 6 WHEN 4 THEN 'complaint.handle' WHEN 5 THEN 'service' END AS part,
       number % 6 = 1 AS is_sum,
       DATE '2026-01-01' + drawn(number, 'day', 365) AS day,
       drawn(number, 'customer', 2000) AS customer,
       drawn(number, 'person', 50) AS person,
       CASE WHEN number % 6 = 1 THEN 1 + drawn(number, 'money', 10000000) ELSE drawn(number, 'success', 2) END AS numerator,
       CASE WHEN number % 6 = 1 THEN 0 ELSE 1 END AS denominator,
       drawn(number, 'told', 10) = 0 AS is_told_again,
       drawn(number, 'void', 100) = 0 AS is_void_then
FROM range(getvariable('how_many')) AS numbers(number);

-- What each says in the end: a tenth is told again in a newer version that counts otherwise, some of these as void.
CREATE OR REPLACE VIEW finally AS
SELECT * REPLACE (CASE WHEN NOT is_told_again THEN numerator WHEN is_sum THEN numerator + 1 ELSE 1 - numerator END AS numerator)
FROM made
WHERE NOT (is_told_again AND is_void_then);

-- What they add up to, from the columns alone: no message is read for it.
CREATE OR REPLACE VIEW sums AS
WITH rows_of AS (
  SELECT kpi, part, * EXCLUDE (kpi, part) FROM finally WHERE part IS NOT NULL
  UNION ALL
  SELECT kpi, NULL AS part, * EXCLUDE (kpi, part) FROM finally
)
SELECT kpi, part, scope, coalesce(month, 'all') AS month, sum(numerator)::BIGINT AS numerator, sum(denominator)::BIGINT AS denominator
FROM (SELECT *, unnest(['company', 'customer:' || customer, 'person:' || person]) AS scope, strftime(day, '%Y-%m') AS month FROM rows_of)
GROUP BY GROUPING SETS ((kpi, part, scope), (kpi, part, scope, month));

CREATE OR REPLACE MACRO message(number, kpi, part, is_sum, day, customer, person, numerator, denominator, version, is_void) AS
  json_object(
    'id', kpi || '|' || coalesce(part, '') || '|order-' || number || '|', 'version', version, 'isVoid', is_void,
    'kpi', kpi, 'part', part, 'isOfWhole', true, 'figure', CASE WHEN is_sum THEN 'SUM' ELSE 'RATIO' END,
    'countedIn', CASE WHEN is_sum THEN 'MINOR_UNITS' ELSE 'ITEMS' END, 'currency', CASE WHEN is_sum THEN 'CNY' END,
    'stream', 'order-' || number, 'item', '',
    'scopes', CASE WHEN is_void THEN [] ELSE ['company', 'customer:' || customer, 'person:' || person] END,
    'countsAt', day || 'T01:00:00.000Z', 'countedOn', day::VARCHAR, 'since', day || 'T01:00:00.000Z',
    'dueAt', day || 'T10:00:00.000Z', 'achievedAt', day || 'T09:00:00.000Z',
    'steps', CASE WHEN is_void THEN [] ELSE [
      {'from': day || 'T01:00:00.000Z', 'numerator': 0, 'denominator': 0, 'pending': 1},
      {'from': day || 'T09:00:00.000Z', 'numerator': numerator, 'denominator': denominator, 'pending': 0}] END,
    'numerator', numerator, 'denominator', denominator, 'settledAt', day || 'T09:00:00.000Z',
    'duration', NULL, 'policyVersion', '2026-01-01');
