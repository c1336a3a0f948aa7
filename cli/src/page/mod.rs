//! One HTML page, without any part from elsewhere: a list to find things in, and
//! what they are.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A page.
pub(crate) struct Page<'a> {
    pub(crate) title: &'a str,
    /// What the list is of: `type`.
    pub(crate) noun: &'a str,
    /// The list: the name and the place of each.
    pub(crate) list: Vec<(&'a str, String)>,
    pub(crate) main: Markup,
    /// What it does beyond what every page does.
    pub(crate) script: &'a str,
}

impl Page<'_> {
    pub(crate) fn text(self) -> String {
        let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";
        let find = format!("Find a {}", self.noun);
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="color-scheme" content="light dark";
                    title { (self.title) }
                    style { (PreEscaped(include_str!("page.css"))) }
                }
                body {
                    header {
                        h1 { (self.title) }
                        input #search type="search" placeholder={ (find) " (/)" } aria-label=(find);
                        button #theme type="button" { "Light or dark" }
                    }
                    nav aria-label={ "Each " (self.noun) } {
                        ol #list {
                            @for (name, place) in &self.list { li { a href={ "#" (place) } { (name) } } }
                        }
                        p #none hidden { "No " (self.noun) " of this name." }
                    }
                    main { (self.main) }
                    script { (PreEscaped(include_str!("page.js"))) (PreEscaped(self.script)) }
                }
            }
        }
        .into_string()
    }
}
