//! The singular of a name that is plainly an English plural: `OrderLines` → `OrderLine`.
//!
//! What is no plural for certain stays as it is (`data`, `news`, `status`, `dns`): a word that nobody would
//! write is worse than none.

/// Plurals that no ending tells of, by the ends of the last words.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("analyses", "analysis"),
    ("apis", "api"),
    ("appendices", "appendix"),
    ("atlases", "atlas"),
    ("biases", "bias"),
    ("calories", "calorie"),
    ("canvases", "canvas"),
    ("children", "child"),
    ("cookies", "cookie"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("diagnoses", "diagnosis"),
    ("emojis", "emoji"),
    ("feet", "foot"),
    ("gases", "gas"),
    ("halves", "half"),
    ("hypotheses", "hypothesis"),
    ("ids", "id"),
    ("indices", "index"),
    ("ips", "ip"),
    ("keys", "key"),
    ("knives", "knife"),
    ("kpis", "kpi"),
    ("leaves", "leaf"),
    ("lenses", "lens"),
    ("matrices", "matrix"),
    ("movies", "movie"),
    ("parentheses", "parenthesis"),
    ("people", "person"),
    ("quizzes", "quiz"),
    ("selfies", "selfie"),
    ("shelves", "shelf"),
    ("shoes", "shoe"),
    ("taxis", "taxi"),
    ("teeth", "tooth"),
    ("theses", "thesis"),
    ("ties", "tie"),
    ("uris", "uri"),
    ("vertices", "vertex"),
    ("wikis", "wiki"),
    ("women", "woman"),
    ("men", "man"),
];

/// Words with the end of a plural that are none, or that mean another thing without it.
const NONE: &[&str] = &[
    "alias",
    "always",
    "analytics",
    "aws",
    "axes",
    "bases",
    "basics",
    "bias",
    "canvas",
    "chaos",
    "dns",
    "economics",
    "gas",
    "goods",
    "gps",
    "graphics",
    "headquarters",
    "https",
    "ios",
    "its",
    "kubernetes",
    "kudos",
    "lens",
    "logistics",
    "macos",
    "mathematics",
    "means",
    "news",
    "perhaps",
    "physics",
    "politics",
    "premises",
    "sales",
    "savings",
    "series",
    "sms",
    "species",
    "thanks",
    "this",
    "tls",
    "yes",
];

/// The singular of the last word of a name in upper camel case.
pub(crate) fn singular(name: &str) -> Option<String> {
    let begin = name.rfind(|letter: char| letter.is_ascii_uppercase())?;
    let (before, last) = name.split_at(begin);
    if before.ends_with("And") || before.ends_with("Or") || before.ends_with("Of") {
        return None;
    }
    let word = last.to_ascii_lowercase();
    let one = one(&word)?;
    let (first, rest) = one.split_at_checked(1)?;
    Some(format!("{before}{}{rest}", first.to_ascii_uppercase()))
}

/// The singular of a word in lower case.
fn one(word: &str) -> Option<String> {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return Some((*one).to_owned());
    }
    let is_word = word.len() > 3 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    if !is_word || NONE.contains(&word) {
        return None;
    }
    let without = |end: usize| word[..word.len() - end].to_owned();
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    // `address`, `status`, `basis`
    if !ends(&["s"]) || ends(&["ss", "us", "is"]) {
        return None;
    }
    if ends(&["ies"]) && word.len() > 4 {
        return Some(without(3) + "y");
    }
    // `addresses`, `boxes`, `branches`, `statuses`, `heroes`; but `caches`, `causes`, `houses`
    let of_us = [
        "buses", "cuses", "iuses", "luses", "nuses", "puses", "ruses", "tuses",
    ];
    let is_longer = ends(&["sses", "shes", "ches", "xes", "zzes", "oes"]) || ends(&of_us);
    let is_silent = ends(&["aches", "auses", "ouses", "excuses", "axes"])
        && !ends(&["eaches", "oaches", "taxes"]);
    Some(without(if is_longer && !is_silent { 2 } else { 1 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_plurals_have_one() {
        for (many, one) in [
            ("Lines", "Line"),
            ("OrderLines", "OrderLine"),
            ("Addresses", "Address"),
            ("Entries", "Entry"),
            ("Boxes", "Box"),
            ("Taxes", "Tax"),
            ("Statuses", "Status"),
            ("Branches", "Branch"),
            ("Coaches", "Coach"),
            ("Caches", "Cache"),
            ("Houses", "House"),
            ("Licenses", "License"),
            ("Databases", "Database"),
            ("Prices", "Price"),
            ("Sizes", "Size"),
            ("Curves", "Curve"),
            ("Metrics", "Metric"),
            ("Schemas", "Schema"),
            ("Photos", "Photo"),
            ("Heroes", "Hero"),
            ("Keys", "Key"),
            ("UserIds", "UserId"),
            ("People", "Person"),
            ("Children", "Child"),
            ("Indices", "Index"),
            ("Aliases", "Alias"),
            ("Criteria", "Criterion"),
            ("ShippingAddresses", "ShippingAddress"),
        ] {
            assert_eq!(singular(many).as_deref(), Some(one), "{many}");
        }
    }

    #[test]
    fn what_is_no_plain_plural_has_none() {
        for word in [
            "Data",
            "News",
            "Series",
            "Status",
            "Address",
            "Basis",
            "Dns",
            "List",
            "Item",
            "Os",
            "Lens",
            "Kubernetes",
            "TermsAndConditions",
            "Lines2",
            "DaysOfWeek",
            "S",
            "",
        ] {
            assert_eq!(singular(word), None, "{word}");
        }
    }
}
