// How much room a map will take, from what was measured.

/* global STEP, WIDTHS -- put in by build.mjs */

/** The height for a width: between two widths that were measured, the larger of their heights,
 * since words wrap by steps. */
export function reserved(heights, width) {
  const next = WIDTHS.findIndex((measured) => measured >= width);
  // Beyond what was measured: the first or the last.
  if (next < 1) return STEP * heights.at(next);
  const before = WIDTHS[next] === width ? next : next - 1;
  return STEP * Math.max(heights[before], heights[next]);
}
