// Stands before every other script of a page on the test site, and keeps what tests ask for later:
// what was said in the console, what went wrong, and where things lay before a map took them over.
{
  const probe = { said: [], before: [], places };
  const say = (level, ...words) => probe.said.push([level, words.map(String).join(" ")]);
  Object.defineProperty(window, "__probe", { value: probe });

  for (const [name, level] of [["info", "INFO"], ["warn", "WARNING"], ["error", "SEVERE"]]) {
    const own = console[name];
    console[name] = (...words) => {
      say(level, ...words);
      own.apply(console, words);
    };
  }
  // On the way down, so that files which do not come are seen too.
  addEventListener("error", ({ message, target }) => {
    say("SEVERE", message ?? `${target.localName}: ${target.src ?? target.href} did not come`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => say("SEVERE", "unhandled:", reason));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    say("SEVERE", `the policy's ${effectiveDirective} forbids ${blockedURI}`);
  });

  // Where everything in a map lies on the page.
  function places(map) {
    return [...map.querySelectorAll("*")].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return width || height ? [x + scrollX, y + scrollY] : null;
    });
  }
  // This is what a map does in the same task in which the one rendered beforehand goes.
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const rendered = this.querySelector(":scope > [data-prerendered]");
    if (rendered) probe.before = places(rendered);
    return attachShadow.call(this, init);
  };
}
