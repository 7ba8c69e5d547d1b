// Reading living data again while the page is seen.

/** The least time between two readings, in seconds: sheets are kept for some minutes anyway. */
const LEAST = 60;

/** How often data are read, in milliseconds; 0 for once. @param {string | null} seconds */
export const interval = (seconds) => {
  const number = Number(seconds ?? 0);
  return number > 0 ? Math.max(number, LEAST) * 1000 : 0;
};

/**
 * Calls a function after some time, but not before the page is seen.
 *
 * @param {number} time in milliseconds
 * @param {() => void} then
 * @returns {() => void} ends the waiting
 */
export function whenSeen(time, then) {
  const see = () => {
    if (document.hidden) return;
    stop();
    then();
  };
  const timer = setTimeout(() => {
    document.addEventListener("visibilitychange", see);
    see();
  }, time);
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", see);
  };
  return stop;
}

/** The day and the time of now, where the reader is. @param {string} lang */
export function now(lang) {
  const date = new Date();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: new Intl.DateTimeFormat(lang, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).format(date),
  };
}

/**
 * Whether two readings brought the same bytes.
 *
 * @param {Uint8Array | undefined} a
 * @param {Uint8Array | undefined} b
 */
export const isSame = (a, b) =>
  a?.length === b?.length && Boolean(a?.every((byte, i) => byte === b?.[i]));

/**
 * How many ids, each in a line, are in the second list alone.
 *
 * @param {string} before
 * @param {string} after
 */
export function added(before, after) {
  const known = new Set(before.split("\n"));
  return after.split("\n").filter((id) => id && !known.has(id)).length;
}
