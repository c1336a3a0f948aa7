//! A module and those inside it → one text, or a file for each.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::config::kinds::Visibility;

/// How the file of a module brings in those of the modules inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// By `mod name;`: for files below a crate's `src`.
    Mod,
    /// By `mod name;` with the path from file to file: for those that a build
    /// script writes into `OUT_DIR`, the first of which is brought in by
    /// `include!`, wherever that stands.
    OutDir,
}

/// A module of the output.
#[derive(Debug, Clone, Default)]
pub(crate) struct Module {
    /// Its name; none for the outermost one.
    pub(super) name: String,
    /// What is said of it to who uses it, in lines.
    pub(super) doc: String,
    /// What is said of it beside that.
    pub(super) comment: String,
    /// What lints are not told of.
    pub(super) allowed: Vec<&'static str>,
    /// Whether rustfmt leaves it as it is, in one text with others, too.
    pub(super) is_laid_out: bool,
    /// `pub `, `pub(crate) `, or nothing.
    pub(super) visibility: &'static str,
    /// Whether it is no reading matter: in one text with others, its lines are not set in.
    pub(super) is_machinery: bool,
    /// The first lines of a file that it has for itself.
    pub(super) head: String,
    /// Its items.
    pub(super) body: String,
    /// The modules inside it.
    pub(super) children: Vec<Module>,
    /// What stands behind them.
    pub(super) after: String,
}

impl Module {
    /// Lets the modules inside, which do without something already, do without what a lint wants.
    pub(super) fn allow(&mut self, lint: &'static str) {
        for child in &mut self.children {
            if !child.allowed.is_empty() {
                child.allowed.insert(0, lint);
            }
            child.allow(lint);
        }
    }

    /// All of it as one text.
    pub(crate) fn text(&self) -> String {
        let mut out = self.head.clone();
        self.whole(&mut out);
        out
    }

    fn whole(&self, out: &mut String) {
        out.push_str(&self.body);
        for child in &self.children {
            out.push('\n');
            lines("///", &child.doc, out);
            lines("//", &child.comment, out);
            child.declare(child.is_machinery, "", out);
            out.push_str(" {\n");
            if child.is_machinery {
                child.whole(out);
            } else {
                let mut inner = String::new();
                child.whole(&mut inner);
                indent(&inner, out);
            }
            out.push_str("}\n");
        }
        out.push_str(&self.after);
    }

    /// Its files, by their `/`-separated paths: first its own, of this path,
    /// then those of the modules inside it, where rustc looks for them.
    pub(crate) fn files(&self, path: &str, link: Link) -> Vec<(PathBuf, String)> {
        let mut files = Vec::new();
        self.add(path, link, self.head.clone(), &mut files);
        files
    }

    /// Adds its file, which opens with a head, and those of the modules inside it.
    fn add(&self, path: &str, link: Link, head: String, files: &mut Vec<(PathBuf, String)>) {
        let folder = folder(path, link);
        let mut text = head;
        if !self.body.is_empty() && !self.body.starts_with('\n') {
            text.push('\n');
        }
        text.push_str(&self.body);
        let at = files.len();
        files.push((path.into(), String::new()));
        for child in &self.children {
            let path = format!("{folder}{}.rs", child.name);
            let (about, comment) = if child.doc.is_empty() {
                (&child.comment, "")
            } else {
                (&child.doc, &*child.comment)
            };
            text.push('\n');
            lines("//", comment, &mut text);
            match link {
                Link::Mod => child.declare(true, "", &mut text),
                Link::OutDir => {
                    let name = folder.trim_end_matches('/').rsplit('/').next();
                    let near = format!("{}/{}.rs", name.unwrap_or_default(), child.name);
                    child.declare(false, &format!("#[path = \"{near}\"]\n"), &mut text);
                }
            }
            text.push_str(";\n");
            let mut head = String::new();
            lines("//!", about, &mut head);
            child.add(&path, link, head + &child.head, files);
        }
        text.push_str(&self.after);
        files[at].1 = text;
    }

    /// Its declaration, up to its name.
    fn declare(&self, skips: bool, attribute: &str, out: &mut String) {
        if !self.allowed.is_empty() {
            let _ = writeln!(out, "#[allow({})]", self.allowed.join(", "));
        }
        if skips || self.is_laid_out {
            out.push_str(SKIP);
        }
        let (visibility, name) = (self.visibility, &self.name);
        let _ = write!(out, "{attribute}{visibility}mod {name}");
    }
}

/// Adds the lines of a text as a comment.
fn lines(begin: &str, text: &str, out: &mut String) {
    for line in text.lines() {
        let _ = writeln!(out, "{begin} {line}");
    }
}

/// What keeps rustfmt from setting it out anew.
const SKIP: &str = "#[rustfmt::skip]\n";

/// The folder, with a slash at its end, of the modules inside a file's one:
/// for `mod`, it is where rustc looks.
pub(crate) fn folder(path: &str, link: Link) -> String {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let (parent, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    match name {
        "lib" | "main" | "mod" if link == Link::Mod && parent.is_empty() => String::new(),
        "lib" | "main" | "mod" if link == Link::Mod => format!("{parent}/"),
        _ => format!("{stem}/"),
    }
}

/// A visibility, with the space behind it.
pub(super) fn keyword(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "pub ",
        Visibility::Crate => "pub(crate) ",
    }
}

/// Adds a text, its lines four spaces further in.
pub(super) fn indent(text: &str, out: &mut String) {
    for line in text.lines() {
        if !line.is_empty() {
            out.push_str("    ");
            out.push_str(line);
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Module {
        let leaf = Module {
            name: "leaf".to_owned(),
            comment: "A leaf.".to_owned(),
            allowed: vec!["unused"],
            is_machinery: true,
            head: "// leaf\n".to_owned(),
            body: "struct Leaf;\n".to_owned(),
            ..Module::default()
        };
        let branch = Module {
            name: "branch".to_owned(),
            doc: "A branch.".to_owned(),
            visibility: "pub ",
            head: "// branch\n".to_owned(),
            children: vec![leaf],
            ..Module::default()
        };
        Module {
            head: "// root\n".to_owned(),
            children: vec![branch],
            after: "\npub use branch::*;\n".to_owned(),
            ..Module::default()
        }
    }

    fn files(path: &str, link: Link) -> Vec<(String, String)> {
        let files = tree().files(path, link);
        files
            .into_iter()
            .map(|(path, text)| (path.display().to_string(), text))
            .collect()
    }

    #[test]
    fn one_text_holds_all() {
        assert_eq!(
            tree().text(),
            "// root\n\n/// A branch.\npub mod branch {\n\n    // A leaf.\n    #[allow(unused)]\n    #[rustfmt::skip]\n    \
             mod leaf {\n    struct Leaf;\n    }\n}\n\npub use branch::*;\n"
        );
    }

    #[test]
    fn files_lie_where_rustc_looks() {
        let paths = |path| -> Vec<String> {
            let files = files(path, Link::Mod).into_iter();
            files.map(|(path, _)| path).collect()
        };
        assert_eq!(
            paths("src/lib.rs"),
            ["src/lib.rs", "src/branch.rs", "src/branch/leaf.rs"]
        );
        assert_eq!(paths("a.rs"), ["a.rs", "a/branch.rs", "a/branch/leaf.rs"]);
    }

    #[test]
    fn a_file_brings_in_the_next() {
        let declared = files("a.rs", Link::Mod);
        assert_eq!(
            declared[0].1,
            "// root\n\n#[rustfmt::skip]\npub mod branch;\n\npub use branch::*;\n"
        );
        assert_eq!(declared[2].1, "//! A leaf.\n// leaf\n\nstruct Leaf;\n");
        let included = files("a.rs", Link::OutDir);
        assert_eq!(
            included[1].1,
            "//! A branch.\n// branch\n\n#[allow(unused)]\n#[path = \"branch/leaf.rs\"]\nmod leaf;\n"
        );
    }
}
