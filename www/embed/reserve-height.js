// How much room a map will take, from what was measured.

/**
 * The height for a width, both in CSS pixels: between two widths that were measured, the larger of
 * their heights, since words wrap by steps. Beyond them it is the height of the first or the last.
 *
 * @param {number[]} heights for each of `WIDTHS`, in steps of `STEP` pixels
 * @param {number} width
 */
export function reserveHeight(heights, width) {
  const next = WIDTHS.findIndex((measured) => measured >= width);
  if (next < 1) return STEP * /** @type {number} */ (heights.at(next));
  const before = WIDTHS[next] === width ? next : next - 1;
  return STEP * Math.max(heights[before], heights[next]);
}
