// How high the page is, whenever that changes.

/**
 * Calls `tell` with each new height in CSS pixels.
 *
 * @param {(height: number) => void} tell
 * @returns {() => number} measures now
 */
export function watchHeight(tell) {
  const page = document.documentElement;
  let height = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;

  const measure = () => {
    const now = Math.ceil(page.getBoundingClientRect().height);
    // A frame that is not displayed, as in a closed panel, has neither width nor height.
    if (innerWidth > 0 && now > 0 && now !== height) {
      height = now;
      tell(height);
    }
    return height;
  };

  // Browsers do not observe sizes in a tab that lies behind another.
  const pace = () => {
    clearInterval(timer);
    if (document.hidden) timer = setInterval(measure, 500);
    measure();
  };

  new ResizeObserver(measure).observe(page);
  document.addEventListener("visibilitychange", pace);
  document.fonts.ready.then(measure);
  document.fonts.addEventListener("loadingdone", measure);
  addEventListener("map-ready", measure);
  pace();
  return measure;
}
