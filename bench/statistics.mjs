/**
 * What a row of measurements of the same thing says.
 *
 * @typedef {{ median: number, min: number, max: number, runs: number }} Spread
 */

/**
 * @param {number[]} values at least one
 * @returns {Spread}
 */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
    runs: sorted.length,
  };
}

/**
 * A number with as many digits as a measurement deserves: three that count, but always the whole part.
 *
 * @param {number} value
 * @returns {string} such as `0.512`, `23.4`, `1204`
 */
export function rounded(value) {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 6));
}

/**
 * The slope of the straight line that fits the points best.
 *
 * @param {number[][]} points pairs of x and y, at least two of them
 * @returns {number}
 */
export function slopeOf(points) {
  const mean = (/** @type {number} */ at) =>
    points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  let together = 0;
  let alone = 0;
  for (const [px = 0, py = 0] of points) {
    together += (px - x) * (py - y);
    alone += (px - x) ** 2;
  }
  return together / alone;
}
