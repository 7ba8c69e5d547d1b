// The builder: an editor's own data become a map to put into an article. All of it happens in this
// page: no file is sent anywhere, and nothing is stored.

import { showCards, takeSample } from "./cards.js";
import { byId, reason } from "./dom.js";
import { showFindings } from "./findings.js";
import { showLook } from "./look.js";
import { showPublish } from "./publish.js";

showCards();
showFindings();
showLook();
showPublish();

for (const name of /** @type {const} */ (["sample", "mistakes"])) {
  byId(name).addEventListener("click", async () => {
    try {
      await takeSample(name);
      // There one sees what has become of it.
      byId("check").focus({ preventScroll: true });
      byId("check").scrollIntoView();
    } catch (error) {
      byId("summary").textContent = `The sample could not be read: ${reason(error)}`;
    }
  });
}
