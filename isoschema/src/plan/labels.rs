//! What the variants of an enum of several types are called.

use std::collections::{HashMap, HashSet};

use crate::load::json::{Json, JsonKind};
use crate::names::apart::tell_apart;
use crate::names::name::{Name, camel};
use crate::names::scope::Scope;
use crate::rules::id::RuleId;

use super::arms::{MOST_JOINED, Tag};
use super::candidate::Candidate;
use super::held::Prospect;
use super::kind_labels::Labels;
use super::planner::Planner;
use super::spaces::has_spaces;
use super::titles::LONGEST_TITLE;

/// So many words of a description make one, too.
const FEW_WORDS: usize = 3;

impl Planner<'_> {
    /// Readable names for the variants: what tells them apart, or else their
    /// title, what they refer to, or their kind. None begins with the name of
    /// the enum.
    pub(super) fn labels(
        &self,
        union: &Name,
        candidates: &[Candidate],
        prospects: &[Prospect],
        tag: Option<&Tag>,
    ) -> Vec<Name> {
        // Lists and objects of one value are called by their kind, too.
        let is_told = |it: &Json| !matches!(it.kind, JsonKind::Array(_) | JsonKind::Object(_));
        let whole = prospects
            .iter()
            .filter(|it| it.member.is_none() && !it.constant.as_ref().is_some_and(is_told));
        let whole: HashSet<usize> = whole.map(|prospect| prospect.candidate).collect();
        let is_by_member = prospects
            .iter()
            .any(|it| it.member.is_some() && !it.is_of(tag));
        let is_of_tag = |it: &&Prospect| it.is_of(tag);
        let told = prospects.iter().filter(|it| !is_of_tag(it));
        let told = told.filter_map(|it| self.told_label(&candidates[it.candidate], it));
        let kinds = Labels::of(self, candidates, &whole, is_by_member, told);
        let told_by = tag.filter(|tag| !self.end_as_named(tag, candidates));
        let naming = told_by.is_none().then(|| self.naming_member(candidates));
        let naming = naming.flatten();
        let item = self.naming_item(candidates);
        let mut scope = Scope::with(&["Self"]);
        let mut own: Vec<usize> = Vec::new();
        // What the arms are called where they stand, whatever the variants are called by.
        let entries: Vec<Name> = prospects
            .iter()
            .filter_map(|it| self.own_label(candidates[it.candidate].source))
            .collect();
        let labels = prospects.iter().enumerate().map(|(index, prospect)| {
            let at = prospect.candidate;
            let source = candidates[at].source;
            let alone = Some(prospect).filter(|it| !is_of_tag(it));
            let told = alone
                .and_then(|it| self.told_label(&candidates[at], it))
                .map(|label| (label, false))
                .or_else(|| self.tag_label(source, told_by, at))
                .or_else(|| Some((self.own_label(source)?, true)))
                .or_else(|| self.tag_label(source, naming.as_ref(), at))
                .or_else(|| self.tag_label(source, item.as_ref(), at))
                .or_else(|| Some((self.choice_label(&candidates[at])?, false)))
                .or_else(|| Some((kinds.label(at)?, false)))
                .or_else(|| Some((self.described_label(source)?, false)))
                .or_else(|| Some((kinds.broad_label(at)?, false)));
            let (told, is_own) = told.unzip();
            // A name that is the enum's and the variant's own says no more than that.
            let given = self.given_label(source);
            let says_more = |given: &Name| {
                let told = told.as_ref();
                !told.is_some_and(|told| given.is_part(union, told))
            };
            let given = given.filter(says_more);
            if given.is_none() && is_own == Some(true) {
                own.push(index);
            }
            given.or(told)
        });
        let labels: Vec<Option<Name>> = labels.collect();
        // What nothing names is called by its kind, where nothing else is called so.
        let named = labels.iter().zip(prospects).map(|(label, prospect)| {
            let kind = || kinds.kind_label(prospect.candidate);
            label.clone().or_else(kind)
        });
        let named: Vec<Option<Name>> = named.collect();
        let mut uses: HashMap<&Name, usize> = HashMap::new();
        for name in named.iter().flatten() {
            *uses.entry(name).or_default() += 1;
        }
        let by_members = self.required_labels(candidates);
        let labels = labels
            .iter()
            .zip(&named)
            .enumerate()
            .map(|(index, (label, name))| {
                let is_right = |name: &&Name| label.is_some() || uses[*name] == 1;
                let by_members = || by_members[prospects[index].candidate].clone();
                let name = name.as_ref().filter(is_right).cloned();
                let name = name.or_else(by_members);
                let numbered = || Name::of_camel(&format!("Variant{}", index + 1));
                name.unwrap_or_else(numbered).within(union)
            });
        let mut labels: Vec<Name> = labels.collect();
        without_shared(union, &mut labels, &own, &entries);
        let texts = prospects.iter().map(|it| {
            let member = it.member.as_ref().filter(|_| !is_of_tag(&it));
            let member = member.map(|(member, _)| member.as_str());
            member.or_else(|| text(it, told_by))
        });
        let texts: Vec<Option<&str>> = texts.collect();
        tell_apart(&mut labels, &texts, |text| {
            Name::of_variant(text, "V").within(union)
        });
        labels.iter().map(|label| scope.claim(label)).collect()
    }

    /// The name that the configuration gives, where it is another than that
    /// which a definition has anyway.
    fn given_label(&self, source: RuleId) -> Option<Name> {
        let rule = self.rules.get(self.aliases.follow(source));
        rule.renamed().cloned()
    }

    /// The name by the one member, or the one value.
    fn told_label(&self, candidate: &Candidate, prospect: &Prospect) -> Option<Name> {
        if let Some((member, _)) = &prospect.member {
            return Some(Name::of_variant(member, "V"));
        }
        let source = candidate.source;
        let value = prospect.constant.as_ref()?;
        let code = self.code_of(&candidate.atoms, value);
        if let Some(name) = code.and_then(|code| code.name.as_deref()) {
            return Some(Name::of_variant(name, "V"));
        }
        match &value.kind {
            JsonKind::String(text) => Some(Name::of_variant(text, "V")),
            JsonKind::Number(text) => Some(
                self.own_label(source)
                    .unwrap_or_else(|| Name::of_variant(text, "N")),
            ),
            JsonKind::Bool(true) => Some(Name::of_camel("True")),
            JsonKind::Bool(false) => Some(Name::of_camel("False")),
            JsonKind::Null | JsonKind::Array(_) | JsonKind::Object(_) => None,
        }
    }

    /// The name by the values of the member that tells arms apart, or where these make none, the
    /// arm's own, which the second says.
    fn tag_label(&self, source: RuleId, tag: Option<&Tag>, at: usize) -> Option<(Name, bool)> {
        let tag = tag?;
        // Beside texts, null is what stands for none, and names nothing.
        let all = tag.values.get(at)?;
        let is_text = |value: &Json| value.as_str().is_some();
        let has_text = all.iter().any(is_text);
        let is_null = |value: &Json| matches!(value.kind, JsonKind::Null);
        let is_named = |value: &&Json| !has_text || !is_null(value);
        let values: Vec<Json> = all.iter().filter(is_named).cloned().collect();
        let space = space(tag);
        let text = |value: &Json| match &value.kind {
            JsonKind::String(text) => text[space..].to_owned(),
            JsonKind::Bool(true) => camel(&tag.member),
            JsonKind::Bool(false) => format!("Not{}", camel(&tag.member)),
            JsonKind::Number(number) => {
                camel(&format!("{} {}", tag.member, number.replace('.', "_")))
            }
            JsonKind::Null => "Null".to_owned(),
            JsonKind::Array(_) | JsonKind::Object(_) => String::new(),
        };
        let texts: Vec<String> = values.iter().map(text).collect();
        let own = || self.own_label(source).map(|label| (label, true));
        let of_values = || match values.as_slice() {
            [only] if only.as_str().is_some() => Name::of_variant(&texts[0], "V"),
            [_] => Name::of_camel(&texts[0]),
            _ => {
                let joined = match (texts.as_slice(), ends(&values)) {
                    ([_, _, _, ..], Some([least, most])) => {
                        format!("{} to {}", text(least), text(most))
                    }
                    (few, _) if are_few(few) => few.join(" or "),
                    (all, _) => format!("{} and others", all[0]),
                };
                Name::of_variant(&joined, "V")
            }
        };
        match values.as_slice() {
            [] => None,
            [only] if only.as_str().is_some() => Some((of_values(), false)),
            _ => own().or_else(|| Some((of_values(), false))),
        }
    }

    /// Whether the texts that tell arms apart are the names of their definitions, behind words that are the same
    /// in all of them, or behind others in a namespace: `flow:UserTask` beside `flow:StartEvent`, or `form::Field`.
    fn end_as_named(&self, tag: &Tag, candidates: &[Candidate]) -> bool {
        let mut seen = HashSet::new();
        let mut shared: Option<String> = None;
        let mut arms = candidates.iter().zip(&tag.values);
        arms.all(|(candidate, values)| {
            let ([value], Some(own)) = (values.as_slice(), self.own_label(candidate.source)) else {
                return false;
            };
            let told = value.as_str().map(|text| Name::of_variant(text, "V"));
            let before = told
                .as_ref()
                .and_then(|it| it.plain().strip_suffix(own.plain()));
            let before = before.filter(|before| !before.is_empty());
            let Some(before) = before else { return false };
            let mut parts = value
                .as_str()
                .into_iter()
                .flat_map(|text| text.rsplit(is_separator));
            let is_last = parts
                .next()
                .is_some_and(|last| Name::of_variant(last, "V") == own);
            (is_last || shared.get_or_insert_with(|| before.to_owned()) == before)
                && seen.insert(own)
        })
    }

    /// The name by a description of few words: `Non Bearer`.
    fn described_label(&self, source: RuleId) -> Option<Name> {
        let words = self.rules.get(source).notes.description.as_deref()?;
        let are_words = words.split(' ').all(|word| {
            !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphabetic())
        });
        let are_few = words.split(' ').count() <= FEW_WORDS;
        (are_words && are_few).then(|| Name::of_variant(words, "V"))
    }

    /// The name by the alternatives that an arm is for: `CatOrDog`.
    fn choice_label(&self, candidate: &Candidate) -> Option<Name> {
        let mut atoms = candidate.stated.list.iter();
        let arms = atoms.find_map(|atom| Some(self.arms(*atom)).filter(|it| !it.is_empty()))?;
        let labels: Option<Vec<Name>> = arms.iter().map(|arm| self.own_label(*arm)).collect();
        let labels: Vec<String> = labels?.iter().map(ToString::to_string).collect();
        are_few(&labels).then(|| Name::of_camel(&labels.join("Or")))
    }

    /// The name by an arm's title, or by the definition that it is.
    pub(super) fn own_label(&self, source: RuleId) -> Option<Name> {
        let stated = self.rules.get(source);
        let target = self.aliases.follow(source);
        let rule = self.rules.get(target);
        let title = |notes: &Option<String>| {
            let title = notes.as_ref().filter(|title| title.len() <= LONGEST_TITLE);
            title.map(|title| Name::of_variant(title, "V"))
        };
        let entry = || {
            let entry = rule.entry.as_ref()?;
            let short = self.given.get(&target).filter(|_| has_spaces(entry));
            Some(short.map_or_else(|| Name::of_variant(entry, "V"), Clone::clone))
        };
        if stated.entry.is_none()
            && let Some(name) = title(&stated.notes.title)
        {
            return Some(name);
        }
        entry().or_else(|| title(&rule.notes.title))
    }
}

/// How many bytes the namespace has that all texts are in which tell arms apart: 2 where these are `m.text` and `m.image`.
fn space(tag: &Tag) -> usize {
    let texts = tag.values.iter().flatten().map(Json::as_str);
    let texts: Option<Vec<&str>> = texts.collect();
    let Some([first, others @ ..]) = texts.as_deref() else {
        return 0;
    };
    let ends = first.match_indices(is_separator).map(|(at, _)| at + 1);
    let is_name = |text: &str| text.starts_with(|it: char| it.is_ascii_alphabetic());
    let is_shared = |end: &usize| {
        let mut rests = others.iter().map(|it| it.strip_prefix(&first[..*end]));
        is_name(&first[*end..]) && rests.all(|rest| rest.is_some_and(is_name))
    };
    let longest = ends.rev().find(is_shared).filter(|_| !others.is_empty());
    longest.unwrap_or(0)
}

/// What stands between a namespace and what is named in it.
fn is_separator(letter: char) -> bool {
    [':', '.', '/', '#'].contains(&letter)
}

/// Whether several words are few enough to be one name.
fn are_few(words: &[String]) -> bool {
    words.len() <= MOST_JOINED && words.iter().map(String::len).sum::<usize>() <= LONGEST_TITLE
}

/// Takes from labels that are names of their own the words that the names of all arms share with the enum, before
/// or behind the others: `JsonrpcRequest` is the `Request` of a `JsonrpcMessage`, `ExportsPath` the `Path` of
/// `PackageExports`.
fn without_shared(union: &Name, labels: &mut [Name], own: &[usize], entries: &[Name]) {
    let (Some(first), true) = (own.first(), entries.len() > 1) else {
        return;
    };
    let enum_words = union.words();
    let words: Vec<Vec<&str>> = own.iter().map(|at| labels[*at].words()).collect();
    let all: Vec<Vec<&str>> = entries.iter().map(Name::words).collect();
    let lengths = words.iter().chain(&all).map(Vec::len);
    let least = lengths.min().unwrap_or(0);
    let spare = least.saturating_sub(1).min(enum_words.len());
    let first = labels[*first].words();
    let is_of_enum =
        |shared: &[&str]| enum_words.starts_with(shared) || enum_words.ends_with(shared);
    let before = |count: &usize| {
        let shared = &first[..*count];
        is_of_enum(shared)
            && words
                .iter()
                .chain(&all)
                .all(|words| words.starts_with(shared))
    };
    let behind = |count: &usize| {
        let shared = &first[first.len() - count..];
        is_of_enum(shared)
            && words
                .iter()
                .chain(&all)
                .all(|words| words.ends_with(shared))
    };
    let before = (1..=spare).rev().find(before).unwrap_or(0);
    let spare = spare.min(least - 1 - before);
    let behind = (1..=spare).rev().find(behind).unwrap_or(0);
    let short = |words: &Vec<&str>| words[before..words.len() - behind].concat();
    let short: Vec<String> = words.iter().map(short).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let others = (0..labels.len()).filter(|at| own.binary_search(at).is_err());
    seen.extend(others.map(|at| labels[at].plain()));
    if short
        .iter()
        .all(|name| Name::is_type(name) && seen.insert(name))
    {
        for (at, name) in own.iter().zip(&short) {
            labels[*at] = Name::of_camel(name);
        }
    }
}

/// The one value, or value of a member, that tells a variant from the others.
fn text<'t>(prospect: &'t Prospect, tag: Option<&'t Tag>) -> Option<&'t str> {
    let constant = prospect.constant.as_ref().and_then(Json::as_str);
    let tagged = || match tag?.values.get(prospect.candidate)?.as_slice() {
        [only] => only.as_str(),
        _ => None,
    };
    constant.or_else(tagged)
}

/// The least and the greatest of values that are numbers or versions, such as `2.1`.
fn ends(values: &[Json]) -> Option<[&Json; 2]> {
    let parts = |value: &Json| -> Option<Vec<u64>> {
        let text: &str = match &value.kind {
            JsonKind::String(text) => text,
            JsonKind::Number(text) => text,
            _ => return None,
        };
        text.split('.').map(|part| part.parse().ok()).collect()
    };
    let mut versions: Vec<(Vec<u64>, &Json)> = values
        .iter()
        .map(|value| Some((parts(value)?, value)))
        .collect::<Option<_>>()?;
    versions.sort_by(|(one, _), (other, _)| one.cmp(other));
    Some([versions.first()?.1, versions.last()?.1])
}
