//! `properties`, `patternProperties` and `additionalProperties`: what an
//! object's members are, by name, by pattern, and beyond (draft 2020-12, core,
//! sections 10.3.2.1 to 10.3.2.3).

use super::prelude::*;
use std::borrow::Cow;

use indexmap::IndexMap;
use proc_macro2::Ident;

use crate::load::json::escape;
use crate::names::nearest::misspelt;

use super::choice::choose;
use super::regex::Pattern;

/// What the members are; at least one of the three is stated.
#[derive(Debug, Clone, Default)]
pub struct Properties {
    /// By name, in the order of the schema.
    pub named: IndexMap<String, RuleId>,
    /// By pattern.
    pub patterns: Vec<(Pattern, RuleId)>,
    /// All others.
    pub additional: Option<RuleId>,
}

impl Keyword for Properties {
    fn subschemas(&self, visit: &mut dyn FnMut(Applies, RuleId)) {
        let patterns = self.patterns.iter().map(|(_, rule)| rule);
        let named = self.named.values().chain(patterns);
        for rule in named.chain(&self.additional) {
            visit(Applies::Member, *rule);
        }
    }

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        let members = on.members();
        for (name, member) in members.into_iter().flatten() {
            let step = Step::Member(name);
            let named = self.named.get(name).copied();
            let patterns = self
                .patterns
                .iter()
                .filter(|(pattern, _)| pattern.is_found_in(name))
                .map(|(_, rule)| *rule);
            let mut declared = false;
            for rule in named.into_iter().chain(patterns) {
                declared = true;
                on.inside(step, member, rule);
            }
            if let (false, Some(rule)) = (declared, self.additional) {
                declared = true;
                // Of the declared names, those that are left could be meant.
                let left = || {
                    let declared = self.named.keys().map(String::as_str);
                    let has = |name: &str| members.is_some_and(|it| it.contains_key(name));
                    misspelt(name, declared.filter(|name| !has(name)))
                };
                on.beyond(step, member, (rule, Self::REST), left);
            }
            if declared {
                on.see_member(name);
            }
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let mut body = self.each(code);
        if code.mode() == Mode::Mark && self.additional.is_some() {
            body.extend(quote!(marks.mark_all();));
        }
        body
    }

    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        if !self.named.is_empty() {
            let named = self.named.iter().map(|(name, rule)| (name.as_str(), *rule));
            schema.map("properties", named)?;
        }
        if !self.patterns.is_empty() {
            let patterns = self.patterns.iter();
            let patterns = patterns.map(|(pattern, rule)| (pattern.source(), *rule));
            schema.map(Self::PATTERNS, patterns)?;
        }
        self.additional
            .map_or(Some(()), |rest| schema.schema(Self::REST, rest))
    }

    fn describe(&self) -> Option<Phrase> {
        None
    }
}

impl Properties {
    /// What says of members what they are by their names' patterns.
    pub const PATTERNS: &'static str = "patternProperties";

    /// What says of members what they are beyond those that are named.
    pub const REST: &'static str = "additionalProperties";

    /// What it says of members by their names' patterns: all, where others are
    /// limited, since what these are depends on the declared names, too.
    #[must_use]
    pub fn of_patterns(&self) -> Cow<'_, Self> {
        if self.additional.is_some() {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self {
            patterns: self.patterns.clone(),
            ..Self::default()
        })
    }

    fn each(&self, code: &mut Emission<'_>) -> TokenStream {
        let apply =
            |code: &mut Emission<'_>, rule: RuleId| code.emitter().apply_to(rule, Inside::Member);
        let additional = self.additional.map(|rule| apply(code, rule));
        // Where `additionalProperties` stands, every member is evaluated.
        let marks = code.mode() == Mode::Mark && additional.is_none();
        let additional = match additional.unwrap_or_default() {
            Statement::Refuse(location, Inside::Member) if !self.named.is_empty() => {
                Statement::Undeclared(location, self.named.keys().cloned().collect())
            }
            additional => additional,
        };
        let mut cases = Vec::new();
        for (name, rule) in &self.named {
            cases.push((quote!(#name), apply(code, *rule)));
        }
        let mut patterns = Vec::new();
        for (pattern, rule) in &self.patterns {
            patterns.push((pattern, apply(code, *rule)));
        }
        // What may not be there is never evaluated.
        let bodies = cases.iter().map(|(_, body)| body);
        let mut bodies = bodies.chain(patterns.iter().map(|(_, body)| body));
        let marks = marks && bodies.any(|body| !body.leaves());
        let tracks = marks || !additional.is_empty();
        patterns.retain(|(_, body)| tracks || !body.is_empty());
        let patterns: Vec<(Ident, Statement)> = patterns
            .into_iter()
            .map(|(pattern, body)| (code.emitter().pattern(pattern.source()), body))
            .collect();
        let silent = cases.iter().all(|(_, body)| body.is_empty())
            && patterns.iter().all(|(_, body)| body.is_empty())
            && additional.is_empty();
        let undeclared = cases.is_empty() && patterns.is_empty();
        if silent && (undeclared || !marks) {
            return TokenStream::new();
        }
        let members = code.inside();
        if undeclared && additional.leaves() {
            return quote!(if let Some((_, value)) = #members.first() { #additional });
        }
        let is_all = code.mode() == Mode::Check;
        if undeclared && is_all {
            return code.each(&quote!((_, value)), &quote!(#additional));
        }
        if undeclared {
            return quote!(for (_, value) in #members { #additional });
        }
        let bodies = cases.iter().map(|(_, body)| body);
        let bodies = bodies.chain(patterns.iter().map(|(_, body)| body));
        let value = if bodies.chain([&additional]).any(Statement::looks) {
            quote!(value)
        } else {
            quote!(_)
        };
        let body = if patterns.is_empty() {
            let otherwise = if marks {
                Statement::Continue
            } else {
                additional
            };
            let choice = choose(&quote!(name), cases, &otherwise);
            let mark = marks.then(|| quote!(marks.mark(position);));
            quote!(#choice #mark)
        } else {
            let (first, second) = (by_name(cases, tracks), by_pattern(&patterns, tracks));
            let last = if marks {
                quote!(if known {
                    marks.mark(position);
                })
            } else if additional.is_empty() {
                TokenStream::new()
            } else {
                quote!(if !known { #additional })
            };
            quote!(#first #second #last)
        };
        if marks {
            quote!(for (position, (name, #value)) in #members.enumerate() { #body })
        } else if is_all {
            code.each(&quote!((name, #value)), &body)
        } else {
            quote!(for (name, #value) in #members { #body })
        }
    }
}

/// The members that `properties` declares.
fn by_name(cases: Vec<(TokenStream, Statement)>, tracks: bool) -> TokenStream {
    if !tracks {
        return choose(&quote!(name), cases, &Statement::Nothing);
    }
    if cases.is_empty() {
        return quote!(let mut known = false;);
    }
    let names: Vec<TokenStream> = cases.iter().map(|(name, _)| name.clone()).collect();
    let known = match &names[..] {
        [name] => quote!(name == #name),
        names => quote!(matches!(name, #(#names)|*)),
    };
    let choice = choose(&quote!(name), cases, &Statement::Nothing);
    quote!(let mut known = #known; #choice)
}

/// The members whose names match a pattern.
fn by_pattern(patterns: &[(Ident, Statement)], tracks: bool) -> TokenStream {
    let each = patterns.iter().map(|(pattern, body)| {
        let known = (tracks && !body.leaves()).then(|| quote!(known = true;));
        quote!(if #pattern.matches(name) { #known #body })
    });
    quote!(#(#each)*)
}

impl Read for Properties {
    const NAME: &'static str = "properties";
    const KINDS: Kinds = Kinds::OBJECT;
    const SUBJECT: Subject = Subject::Members;
    const LOOKS: Looks = Looks::Inside;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] = &[
        Spelling::new("properties", Vocabulary::Applicator, Holds::Map).each_holds(),
        Spelling::new(Self::PATTERNS, Vocabulary::Applicator, Holds::Map).each_holds(),
        Spelling::new(Self::REST, Vocabulary::Applicator, Holds::Schema).each_holds(),
    ];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let mut read = Self {
            named: schema.map("properties").into_iter().collect(),
            ..Self::default()
        };
        for (source, rule) in schema.map(Self::PATTERNS) {
            let at = schema
                .get(Self::PATTERNS)
                .and_then(|json| json.get(&source));
            let suffix = format!("/patternProperties/{}", escape(&source));
            let pattern = at.and_then(|at| schema.pattern(&source, &suffix, at, true));
            read.patterns.extend(pattern.map(|pattern| (pattern, rule)));
        }
        read.additional = schema.schema(Self::REST);
        // What each member has to fit is what `additionalProperties` says where it is alone. A refusal keeps its place.
        if let ([(pattern, rule)], true) = (&*read.patterns, read.named.is_empty())
            && pattern.is_found_in_all()
            && let Some(at) = schema.get(Self::PATTERNS)
            && at.get(pattern.source()).and_then(Json::as_object).is_some()
        {
            read.additional = Some(*rule);
            read.patterns.clear();
        }
        let stated =
            !read.named.is_empty() || !read.patterns.is_empty() || read.additional.is_some();
        stated.then_some(read)
    }
}
