//! A licence's SPDX expression → its texts.

use crate::config::package::Package;

const MIT: &str = include_str!("../../LICENSE-MIT");
const APACHE: &str = include_str!("../../LICENSE-APACHE");

/// The texts that are known, by their file names.
pub(super) fn texts(package: &Package) -> Vec<(&'static str, String)> {
    let Some(expression) = &package.license else {
        return Vec::new();
    };
    let names: Vec<&str> = expression
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '/'))
        .collect();
    let mut texts = Vec::new();
    if names.contains(&"MIT") {
        texts.push(("LICENSE-MIT", mit(package)));
    }
    if names.contains(&"Apache-2.0") {
        texts.push(("LICENSE-APACHE", APACHE.to_owned()));
    }
    texts
}

/// The MIT licence with this package's holder.
fn mit(package: &Package) -> String {
    let holder = match &package.copyright {
        Some(holder) => one_line(holder),
        None if package.authors.is_empty() => "The authors of this crate".to_owned(),
        None => one_line(&package.authors.join(", ")),
    };
    let mut text = String::with_capacity(MIT.len() + holder.len());
    for line in MIT.lines() {
        if line.starts_with("Copyright") {
            text.push_str("Copyright (c) ");
            text.push_str(&holder);
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_an_expression_names() {
        let package = |license: &str| Package {
            license: Some(license.to_owned()),
            copyright: Some("2026\nA".to_owned()),
            ..Package::default()
        };
        let names = |license| -> Vec<&str> {
            let texts = texts(&package(license));
            texts.into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(
            names("MIT OR Apache-2.0"),
            ["LICENSE-MIT", "LICENSE-APACHE"]
        );
        assert_eq!(names("(MIT)"), ["LICENSE-MIT"]);
        assert!(names("MPL-2.0").is_empty());
        assert!(texts(&Package::default()).is_empty());
        assert!(mit(&package("MIT")).contains("\nCopyright (c) 2026 A\n"));
    }
}
