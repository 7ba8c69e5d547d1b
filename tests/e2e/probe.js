// Stands before every other script of a page on the test site, and keeps what tests ask for later:
// what was said in the console, what went wrong, and where things lay before a map took them over.
{
  const probe = { said: [], before: [], places, jumps: [], untold: [], stopClock };
  const say = (level, ...words) => probe.said.push([level, words.map(String).join(" ")]);
  Object.defineProperty(window, "__probe", { value: probe });

  for (const [name, level] of [
    ["info", "INFO"],
    ["warn", "WARNING"],
    ["error", "SEVERE"],
  ]) {
    const own = console[name];
    console[name] = (...words) => {
      say(level, ...words);
      own.apply(console, words);
    };
  }
  // On the way down, so that files which do not come are seen too.
  addEventListener(
    "error",
    ({ message, target }) => {
      say("SEVERE", message ?? `${target.localName}: ${target.src ?? target.href} did not come`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => say("SEVERE", "unhandled:", reason));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    say("SEVERE", `the policy's ${effectiveDirective} forbids ${blockedURI}`);
  });

  // Where everything in a map lies on the page. What is in something that is not shown is left out,
  // since a map on screen has less there than a page without a script.
  function places(map) {
    return [...map.children].flatMap((one) => {
      // Prerendered pages are without these.
      if (one.matches(":is(p, button)[hidden]") && !one.firstElementChild) return [];
      const { x, y, width, height } = one.getBoundingClientRect();
      const place = width || height ? [x + scrollX, y + scrollY] : null;
      return getComputedStyle(one).display === "none" ? [null] : [place, ...places(one)];
    });
  }
  // This is what a map does in the same task in which the prerendered one goes.
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const rendered = this.querySelector(":scope > [data-prerendered]");
    if (rendered) probe.before = places(rendered);
    return attachShadow.call(this, init);
  };

  // What the layout moved, told while it is there still.
  const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const name = (node) => {
    const { nodeName, className = "", parentElement } = node ?? {};
    const said = className.baseVal ?? (className || parentElement?.className);
    return `${nodeName} ${said} "${node?.textContent.slice(0, 30)}"`;
  };
  new PerformanceObserver((list) => {
    for (const { value, startTime, sources } of list.getEntries()) {
      const moved = (sources ?? []).map(({ node, previousRect, currentRect }) =>
        [name(node), rect(previousRect), rect(currentRect)].join(": "),
      );
      probe.jumps.push([value, startTime, ...moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });

  // No event of WebDriver tells of these, in one browser or another: sockets, what outlives its
  // page, and workers that belong to several pages.
  for (const name of ["WebSocket", "WebTransport", "SharedWorker"]) {
    const Own = window[name];
    if (!Own) continue;
    window[name] = class extends Own {
      constructor(...given) {
        untold(given[0]);
        super(...given);
      }
    };
  }
  const { fetch } = window;
  window.fetch = (...given) => {
    const [what, options] = given;
    if (options?.keepalive ?? what?.keepalive) untold(what?.url ?? what);
    return fetch(...given);
  };
  function untold(address) {
    const { origin, href } = new URL(address, document.baseURI);
    if (origin !== location.origin) probe.untold.push(href);
  }

  // A clock that stands still until a test lets time pass.
  function stopClock() {
    const own = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };
    const timers = new Map();
    let now = 0;
    let last = 1e9;
    window.setTimeout = (act, delay = 0, ...given) => {
      if (delay < 100) return own.setTimeout.call(window, act, delay, ...given);
      timers.set(++last, { at: now + delay, act: () => act(...given) });
      return last;
    };
    window.clearTimeout = (id) => timers.delete(id) || own.clearTimeout.call(window, id);
    Object.defineProperty(Event.prototype, "timeStamp", { get: () => now });
    probe.pass = (milliseconds) => {
      now += milliseconds;
      for (const [id, { at, act }] of [...timers].sort(([, a], [, b]) => a.at - b.at)) {
        if (at <= now && timers.delete(id)) act();
      }
    };
  }
}
