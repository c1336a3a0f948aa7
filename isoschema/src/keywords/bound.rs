//! `minimum`, `maximum`, `exclusiveMinimum` and `exclusiveMaximum`: how far a
//! number goes (draft 2020-12, validation, sections 6.2.2 to 6.2.5).
//!
//! In draft 4 and OpenAPI 3.0 the exclusive keywords are booleans, which say
//! whether the plain ones are exclusive.

use super::prelude::*;
use crate::load::number::Edge;
use crate::rules::number::NumberText;

use super::literal::{as_integer, signed};

/// One bound of a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Whether it is the least or the most.
    pub side: Side,
    /// Whether the limit itself is outside.
    pub exclusive: bool,
    /// The limit.
    pub limit: NumberText,
    /// How the schema spells the keyword that holds the limit.
    pub keyword: &'static str,
}

/// The names: of a limit that is inside, and of one that is outside.
fn names(side: Side) -> [&'static str; 2] {
    match side {
        Side::Least => ["minimum", "exclusiveMinimum"],
        Side::Most => ["maximum", "exclusiveMaximum"],
    }
}

impl Bound {
    /// What errors and derived schemas call it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        names(self.side)[usize::from(self.exclusive)]
    }

    /// Whether another bound of the same side leaves more over.
    #[must_use]
    pub fn is_tighter_than(&self, other: &Self) -> bool {
        let (own, limit) = (self.limit.decimal(), other.limit.decimal());
        let tighter = match self.side {
            Side::Least => own > limit,
            Side::Most => own < limit,
        };
        tighter || (own == limit && self.exclusive && !other.exclusive)
    }

    /// The reason for which it refuses a number, as the runtime calls it.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match (self.side, self.exclusive) {
            (Side::Least, false) => "Minimum",
            (Side::Least, true) => "ExclusiveMinimum",
            (Side::Most, false) => "Maximum",
            (Side::Most, true) => "ExclusiveMaximum",
        }
    }
}

impl Keyword for Bound {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let Some(value) = on.number() else {
            return;
        };
        let order = value.cmp(&self.limit.decimal());
        let fits = match (self.side, self.exclusive) {
            (Side::Least, false) => order.is_ge(),
            (Side::Least, true) => order.is_gt(),
            (Side::Most, false) => order.is_le(),
            (Side::Most, true) => order.is_lt(),
        };
        if !fits {
            on.refuse(self.keyword, || {
                let beyond = match (self.side, self.exclusive) {
                    (Side::Least, false) => "is below",
                    (Side::Least, true) => "is not above",
                    (Side::Most, false) => "is above",
                    (Side::Most, true) => "is not below",
                };
                format!("{beyond} {}", self.limit)
            });
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let reason = format_ident!("{}", self.reason());
        let token = &*self.limit.0;
        let refuse = code.refuse(self.keyword, &quote!(#reason(#token)));
        // What is native is the last integer within.
        if let Some((rust, literal)) = code.native() {
            let (constant, outside) = match self.side {
                Side::Least => ("MINIMUM", quote!(<)),
                Side::Most => ("MAXIMUM", quote!(>)),
            };
            let limit = code.constant(constant, rust, literal);
            let repeated = quote!(support::derived::repeated(&#limit.to_string()));
            code.derive(names(self.side)[0], repeated);
            return quote!(if value #outside #limit { #refuse });
        }
        let (constant, outside) = match (self.side, self.exclusive) {
            (Side::Least, false) => ("MINIMUM", "is_lt"),
            (Side::Least, true) => ("EXCLUSIVE_MINIMUM", "is_le"),
            (Side::Most, false) => ("MAXIMUM", "is_gt"),
            (Side::Most, true) => ("EXCLUSIVE_MAXIMUM", "is_ge"),
        };
        let outside = format_ident!("{outside}");
        let number = code.number();
        let order = if let Some(limit) = as_integer(token).filter(|_| code.is_predicate()) {
            let limit = signed(limit);
            quote!(compare_integer(#limit))
        } else {
            // The constant without `_TEXT` is the number itself, for people.
            let constant = format!("{constant}_TEXT");
            let limit = code.constant(&constant, quote!(&'static str), quote!(#token));
            code.derive(self.name(), quote!(support::derived::repeated(#limit)));
            quote!(compare_text(#limit))
        };
        quote!(if #number.#order.#outside() { #refuse })
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        let limit = self.limit.decimal();
        if limit.floor() > Edge::At(i64::MAX.into()) || limit.ceil() < Edge::At(i64::MIN.into()) {
            schema.unmodelled("a bound beyond 64 bits");
        }
        schema.put(self.name(), self.limit.to_value())
    }

    fn describe(&self) -> Option<Phrase> {
        let limit = self.limit.to_string();
        Some(Phrase::Bound(self.side, limit, self.exclusive))
    }
}

impl Read for Bound {
    const NAME: &'static str = "minimum, maximum";
    const KINDS: Kinds = Kinds::NUMBER;
    const SUBJECT: Subject = Subject::Number;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("minimum", Vocabulary::Validation, Holds::Data),
        Spelling::new("maximum", Vocabulary::Validation, Holds::Data),
        Spelling::new("exclusiveMinimum", Vocabulary::Validation, Holds::Data),
        Spelling::new("exclusiveMaximum", Vocabulary::Validation, Holds::Data),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let mut bounds = of_side(schema, Side::Least);
        bounds.extend(of_side(schema, Side::Most));
        bounds
    }
}

fn of_side(schema: &mut Reading<'_, '_>, side: Side) -> Vec<Bound> {
    let [plain, strict] = names(side);
    let bound = |limit, exclusive, keyword| Bound {
        side,
        exclusive,
        limit,
        keyword,
    };
    let limit = schema.number(plain);
    let Some(json) = schema.get(strict) else {
        let bounds = limit.map(|limit| bound(limit, false, plain));
        return bounds.into_iter().collect();
    };
    let dialect = schema.dialect();
    let boolean = dialect.draft == Draft::Draft4;
    match &json.kind {
        JsonKind::Bool(exclusive) if boolean || dialect.unnamed => {
            let bounds = limit.map(|limit| bound(limit, *exclusive, plain));
            bounds.into_iter().collect()
        }
        JsonKind::Bool(_) => {
            let help = format!("from draft 6 on, `{strict}` holds the limit itself");
            schema.wrong(strict, json, "is a number", Some(&help));
            Vec::new()
        }
        JsonKind::Number(_) if boolean && !dialect.unnamed => {
            let help = "a number is draft 6's form: name that draft, or a later one, in `$schema`";
            schema.wrong(strict, json, "is true or false in draft 4", Some(help));
            Vec::new()
        }
        _ => {
            let inside = limit.map(|limit| bound(limit, false, plain));
            let outside = schema.number(strict);
            let outside = outside.map(|limit| bound(limit, true, strict));
            inside.into_iter().chain(outside).collect()
        }
    }
}
