//! Findings → the annotations of GitHub's workflows.

/// One annotation: `error`, `warning` or `notice`; a file and a line of it where there is
/// one, a title and what is said.
pub(crate) fn annotation(
    level: &str,
    file: &str,
    line: Option<usize>,
    title: &str,
    message: &str,
) -> String {
    let mut properties = Vec::new();
    if !file.is_empty() {
        properties.push(format!("file={}", property(file)));
    }
    if let Some(line) = line {
        properties.push(format!("line={line}"));
    }
    if !title.is_empty() {
        properties.push(format!("title={}", property(title)));
    }
    format!("::{level} {}::{}\n", properties.join(","), data(message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::annotation;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(
            annotation("error", "a,b.json", Some(3), "x: y", "50%\n::error::"),
            "::error file=a%2Cb.json,line=3,title=x%3A y::50%25%0A::error::\n"
        );
        assert_eq!(
            annotation("notice", "", None, "t", "m"),
            "::notice title=t::m\n"
        );
    }
}
