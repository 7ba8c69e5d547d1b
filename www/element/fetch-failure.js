// Why a fetch failed: browsers hide it from scripts, and asking again in other ways tells it apart.

/**
 * Why a fetch of this address was rejected: the browser is `offline`, the page's own `policy` forbids
 * it (Content Security Policy), the server allows no other site to read the file (`cors`), or it
 * cannot be reached.
 *
 * @param {string | URL} address
 * @param {RequestInit} [init] as the fetch that failed had it
 * @returns {Promise<{ reason: "offline" | "policy" | "cors" | "unreachable", directive?: string }>}
 *   with the directive of the policy
 */
export async function fetchFailure(address, init) {
  if (navigator.onLine === false) return { reason: "offline" };
  /** @type {string | undefined} */
  let directive;
  /** @param {SecurityPolicyViolationEvent} event */
  const refused = (event) => {
    directive = event.effectiveDirective;
  };
  document.addEventListener("securitypolicyviolation", refused);
  try {
    await fetch(address, { ...init, mode: "no-cors" });
    return { reason: "cors" };
  } catch {
    // The event of a refusal comes in a task of its own.
    await new Promise((done) => setTimeout(done, 50));
    return { reason: directive ? "policy" : "unreachable", directive };
  } finally {
    document.removeEventListener("securitypolicyviolation", refused);
  }
}
