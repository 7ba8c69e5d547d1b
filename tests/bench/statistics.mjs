// What is said of many measurements.

/**
 * The value below which a share of the values lies, between two of them where need be.
 *
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  if (values.length === 0) throw new RangeError("no value was measured");
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @typedef {{ median: number, low: number, high: number, count: number }} Summary the half in the middle lies from `low` to `high` */

/**
 * @param {number[]} values
 * @returns {Summary}
 */
export const summary = (values) => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
  count: values.length,
});
