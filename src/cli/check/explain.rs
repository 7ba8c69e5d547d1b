//! What each code means: one text for the terminal, the repository and the page.

use enforcement_map::load::{Code, Severity};

fn word(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn consequence(code: Code) -> &'static str {
    match () {
        () if code.loses_a_file() => "the file is not shown",
        () if code.loses_a_record() => "the record is not shown",
        () => "the record is shown",
    }
}

/// The text for one code, or for all.
pub(super) fn explain(name: &str) -> Result<String, String> {
    if name == "all" {
        return Ok(markdown());
    }
    let code = Code::named(name).ok_or_else(|| {
        let near = Code::ALL.iter().map(|code| code.name()).filter(|known| {
            let kind = |name: &str| name.split('-').next().unwrap_or_default().to_owned();
            kind(known) == kind(name)
        });
        let near: Vec<&str> = near.collect();
        match near.is_empty() {
            true => format!("there is no code \"{name}\"; --explain all lists them"),
            false => format!("there is no code \"{name}\"; there are {}", near.join(", ")),
        }
    })?;
    Ok(format!(
        "{} ({}; {})\n\n{}.\n\n{}\n",
        code.name(),
        word(code),
        consequence(code),
        code.title(),
        code.about()
    ))
}

/// The page in the repository.
pub(in super::super) fn markdown() -> String {
    let mut text = String::from(
        "# What the diagnostics mean\n\n\
         Made by `enforcement-map schema` from the list in `src/load/diagnostic/code.rs`; do not edit.\n\
         A code keeps its name and meaning. `enforcement-map check --explain CODE` prints one of them.\n\n\
         | Code | Severity | |\n| --- | --- | --- |\n",
    );
    for code in Code::ALL {
        text.push_str(&format!(
            "| [{0}](#{0}) | {1} | {2} |\n",
            code.name(),
            word(*code),
            code.title()
        ));
    }
    for code in Code::ALL {
        text.push_str(&format!(
            "\n## {}\n\n**{}.** {}; {}.\n\n{}\n",
            code.name(),
            code.title(),
            sentence(word(*code)),
            consequence(*code),
            code.about()
        ));
    }
    text
}

fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The page that is shipped: `codes.html#date-ambiguous`.
pub(in super::super) fn html() -> String {
    let mut text = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>What the diagnostics mean</title>\n\
         <style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
         code{font-size:.95em}h2{margin:2rem 0 0}:target{background:#fff3b0;color:#000}\
         :root{color-scheme:light dark}</style>\n\
         <main>\n<h1>What the diagnostics mean</h1>\n\
         <p>A code keeps its name and meaning.</p>\n",
    );
    for code in Code::ALL {
        text.push_str(&format!(
            "<section>\n<h2 id=\"{0}\"><a href=\"#{0}\"><code>{0}</code></a></h2>\n<p><strong>{1}.</strong> {2}; {3}.</p>\n<p>{4}</p>\n</section>\n",
            code.name(),
            marked_up(code.title()),
            sentence(word(*code)),
            consequence(*code),
            marked_up(code.about())
        ));
    }
    text.push_str("</main>\n</html>\n");
    text
}

/// The little Markdown there is: `code` and *emphasis*.
fn marked_up(text: &str) -> String {
    let escaped = html_escape::encode_text(text).into_owned();
    let mut out = String::new();
    let (mut in_code, mut in_emphasis) = (false, false);
    for c in escaped.chars() {
        match c {
            '`' => {
                out.push_str(if in_code { "</code>" } else { "<code>" });
                in_code = !in_code;
            }
            '*' if !in_code => {
                out.push_str(if in_emphasis { "</em>" } else { "<em>" });
                in_emphasis = !in_emphasis;
            }
            c => out.push(c),
        }
    }
    out
}
