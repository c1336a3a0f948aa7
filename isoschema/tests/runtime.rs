//! The code that every generated module gets, compiled and tested by itself.
//!
//! In a generated module the files stand one after the other in one module;
//! here each is a module that sees all others.
#![allow(dead_code, unused_imports, unreachable_pub, clippy::unwrap_used)]

mod support {
    #[path = "../../runtime/apply.rs"]
    mod apply;
    #[path = "../../runtime/bag.rs"]
    mod bag;
    #[path = "../../runtime/build.rs"]
    mod build;
    #[path = "../../runtime/constant.rs"]
    mod constant;
    #[path = "../../runtime/direct.rs"]
    mod direct;
    #[path = "../../runtime/equal.rs"]
    mod equal;
    #[path = "../../runtime/error.rs"]
    mod error;
    #[path = "../../runtime/fault.rs"]
    mod fault;
    #[path = "../../runtime/fill.rs"]
    mod fill;
    #[path = "../../runtime/format_idn.rs"]
    mod format_idn;
    #[path = "../../runtime/format_net.rs"]
    mod format_net;
    #[path = "../../runtime/format_text.rs"]
    mod format_text;
    #[path = "../../runtime/format_time.rs"]
    mod format_time;
    #[path = "../../runtime/kinds.rs"]
    mod kinds;
    #[path = "../../runtime/marks.rs"]
    mod marks;
    #[path = "../../runtime/never.rs"]
    mod never;
    #[path = "../../runtime/number.rs"]
    mod number;
    #[path = "../../runtime/path.rs"]
    mod path;
    #[path = "../../runtime/pattern.rs"]
    mod pattern;
    #[path = "../../runtime/place.rs"]
    mod place;
    #[path = "../../runtime/quotes.rs"]
    mod quotes;
    #[path = "../../runtime/read.rs"]
    mod read;
    #[path = "../../runtime/record.rs"]
    mod record;
    #[path = "../../runtime/repeated.rs"]
    mod repeated;
    #[path = "../../runtime/runs.rs"]
    mod runs;
    #[path = "../../runtime/scan.rs"]
    mod scan;
    #[path = "../../runtime/take.rs"]
    mod take;
    #[path = "../../runtime/tape.rs"]
    mod tape;
    #[path = "../../runtime/text.rs"]
    mod text;
    #[path = "../../runtime/walk.rs"]
    mod walk;
    #[path = "../../runtime/words.rs"]
    mod words;

    use {
        apply::*, bag::*, build::*, constant::*, direct::*, equal::*, error::*, fault::*, fill::*,
        format_idn::*, format_net::*, format_text::*, format_time::*, kinds::*, marks::*, never::*,
        number::*, path::*, pattern::*, place::*, quotes::*, read::*, record::*, runs::*, scan::*,
        take::*, tape::*, text::*, walk::*, words::*,
    };

    // The predicates of a schema, as they are generated.
    #[rustfmt::skip]
    #[allow(clippy::collapsible_if)]
    mod checks;
    mod predicates;
    mod scanning;
    mod tests;
}
