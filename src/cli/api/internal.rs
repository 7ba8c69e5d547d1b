//! TypeScript declarations for the element's own JavaScript: what it and the module say to each
//! other.

use std::fmt::Write as _;

use enforcement_map::embed::api::{ATTRIBUTES, Accepts, Attribute, LINK_PARAMETERS, name};
use enforcement_map::embed::channel::{
    Download, Findings, Lost, PageOption, Refused, SourceOption, SourceOptions, WidgetEvent,
    WidgetOptions,
};

use super::declarations::{accessor, declaration, one_of};

const HEAD: &str = "\
// Made by `enforcement-map api internal`; do not edit.

import type { Actions, Countries, Flows, Kinds, MapError, ProvinceSelect, Provinces, RangeChange } from \"./public.js\";
";

/// What wasm-bindgen makes of `src/embed/widget.rs` and `check.rs`, so far as JavaScript uses it.
const GLUE: &str = "
/** A widget on a page, see `src/embed/widget.rs`. What is optional is of the large module alone. */
export interface Widget {
  readonly needs: \"sheets\" | undefined;
  readonly lacks_file?: boolean;
  readonly ids?: string;
  say_fresh?(day: string, time: string, added: number | undefined): void;
  announce(): void;
  set_range(from: string | null, to: string | null): void;
  set(attribute: StateName | LinkParameter, value: string | null | undefined): void;
  say_corrected(): void;
  say_copied(link: string | undefined): void;
  set_view_code(isThere: boolean): void;
  set_countries(countries: SourceOption): void;
  unmount(): void;
}

/** The script beside a module. */
export interface Glue {
  /** Starts the module, or gives the one that runs. */
  default(options?: { module_or_path: Response }): Promise<WebAssembly.ModuleImports>;
  mount(container: HTMLElement, options: WidgetOptions): Widget;
}

/** The script beside the module with the feature `sheets`. */
export interface SheetsGlue extends Glue {
  check(options: Pick<WidgetOptions, \"lang\" | \"sources\">): Findings;
}
";

/// The whole file.
pub(super) fn text() -> Result<String, std::fmt::Error> {
    let mut text = HEAD.to_owned();
    let names = |wanted: fn(&Attribute) -> bool| {
        let found = ATTRIBUTES.iter().filter(|one| wanted(one)).map(|one| one.name);
        one_of(&found.collect::<Vec<_>>())
    };
    let is_data = |one: &Attribute| matches!(one.accepts, Accepts::Data(_));
    let layers = names(is_data);
    let state = names(|one| !matches!(one.accepts, Accepts::Data(_)));
    writeln!(text, "\n/** A layer of data. */\nexport type LayerName = {layers};")?;
    writeln!(text, "/** An attribute that is no layer. */\nexport type StateName = {state};")?;
    writeln!(text, "/** Any attribute. */\nexport type AttributeName = LayerName | StateName;")?;
    for attribute in ATTRIBUTES {
        if let Accepts::OneOf(values) = attribute.accepts {
            // `ViewName` of `view`.
            let (first, rest) = attribute.name.split_at_checked(1).unwrap_or_default();
            let type_name = first.to_uppercase() + rest + "Name";
            let (about, values) = (attribute.about, one_of(values));
            writeln!(text, "/** {about} */\nexport type {type_name} = {values};")?;
        }
    }
    let parameters = one_of(&LINK_PARAMETERS);
    writeln!(text, "/** What a link holds. */\nexport type LinkParameter = {parameters};")?;
    writeln!(text, "\n/** What the element's class gets a property of for each attribute. */")?;
    writeln!(text, "export declare class Properties extends HTMLElement {{")?;
    for attribute in ATTRIBUTES.iter().filter(|attribute| attribute.name != name::LANG) {
        text += &accessor(attribute);
    }
    text += "}\n";
    for declaration in [
        declaration::<WidgetEvent>(),
        declaration::<Download>(),
        declaration::<Refused>(),
        declaration::<WidgetOptions>(),
        declaration::<SourceOptions>(),
        declaration::<SourceOption>(),
        declaration::<PageOption>(),
        declaration::<Findings>(),
        declaration::<Lost>(),
    ] {
        text += "\n";
        text += &declaration;
    }
    text += GLUE;
    Ok(text)
}
