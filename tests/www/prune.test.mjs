import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutClasses, withoutImports } from "../../www/prune.mjs";

/** The shape of what wasm-bindgen 0.2.130 writes. */
const GLUE = `export class IntoUnderlyingSource {
    free() {
    }
}
if (Symbol.dispose) IntoUnderlyingSource.prototype[Symbol.dispose] = IntoUnderlyingSource.prototype.free;

export class Widget {
    free() {
    }
}
if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;

function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_append_1: function(arg0, arg1) {
            arg0.append(arg1);
        },
        __wbg_enqueue_2: function() { return handleError(function (arg0, arg1) {
            arg0.enqueue(arg1);
        }, arguments); },
        __wbg_remove_3: function(arg0) {
            arg0.remove();
        },
    };
}
const IntoUnderlyingSourceFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));
const WidgetFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));
`;

test("classes that nobody asks for go", () => {
  const rest = withoutClasses(GLUE);
  assert.ok(!rest.includes("IntoUnderlying"));
  assert.ok(rest.includes("export class Widget {") && rest.includes("const WidgetFinalization"));
});

test("classes of another shape are an error", () => {
  const other = GLUE.replace("export class Into", "export const Into");
  assert.throws(() => withoutClasses(other), /does not define its classes/);
});

test("functions that the module does not import go", () => {
  const rest = withoutImports(GLUE, ["__wbg_append_1"]);
  assert.ok(rest.includes("__wbg_append_1"));
  assert.ok(!rest.includes("__wbg_enqueue_2") && !rest.includes("__wbg_remove_3"));
  // Those that can throw end in another way; the next one is not theirs.
  assert.ok(withoutImports(GLUE, ["__wbg_enqueue_2"]).includes("arg0.enqueue(arg1)"));
  assert.ok(!withoutImports(GLUE, ["__wbg_enqueue_2"]).includes("__wbg_remove_3"));
  assert.ok(withoutImports(GLUE, ["__wbg_remove_3"]).includes("arg0.remove()"));
});

test("functions of another shape are an error, and not a larger download", () => {
  const other = GLUE.replace("__wbg_append_1: function(", "__wbg_append_1: async (");
  assert.throws(() => withoutImports(other, ["__wbg_append_1"]), /no __wbg_append_1/);
  assert.throws(() => withoutImports("", ["__wbg_append_1"]), /does not define its imports/);
});
