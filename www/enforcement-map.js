// The module that defines the element <enforcement-map>.

import { EnforcementMap } from "./element/element.js";
import * as NAMES from "./types/generated/names.js";

// For the builder, whose page has this module.
export { check } from "./element/check.js";
export { fetchFailure } from "./element/fetch-failure.js";
export { EnforcementMap };

const TAG = NAMES.tag;

if (globalThis.customElements?.get(TAG)) {
  console.warn(`<${TAG}> is defined on this page already; ${import.meta.url} leaves it as it is.`);
} else {
  globalThis.customElements?.define(TAG, EnforcementMap);
}
