//! Names that people give, and names that would do harm.

/// Rust's words.
const WORDS: &str = "abstract as async await become box break const continue crate do dyn else \
    enum extern false final fn for gen if impl in let loop macro match mod move mut override priv \
    pub ref return self Self static struct super trait true try type typeof unsafe unsized use \
    virtual where while yield union auto default raw safe macro_rules";

/// What the prelude has, and what is named like it.
const PRELUDE: &str = "Option Some None Result Ok Err Vec String Box ToString ToOwned Cow From Into \
    TryFrom TryInto AsRef AsMut Clone Copy Default Debug Display PartialEq Eq PartialOrd Ord Hash \
    Iterator IntoIterator FromIterator Extend Drop Fn FnMut FnOnce Send Sync Sized Serialize \
    Deserialize Serializer Deserializer JsonSchema Value Map Number BTreeMap HashMap Regex \
    str bool char u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize f32 f64 never unit";

/// What generated code and what it shares call their own things.
const OWN: &str = "support checks borrowed derived Tape Read Scanner Record Fault Refused Reason \
    Error BuildError Kinds Num Never Integer AdditionalProperties BorrowedProperties Declares \
    MemberAccess TapeAccess Constant Marks Pattern Names Form Builder RootBuilder RootForm RootNames \
    Other ALL All M D S T N V O Tz Owner Target additional_properties additionalProperties \
    pattern_properties additional_properties_2 rest first second item_11 faults faults_ value values \
    members name tape at text scanner serializer deserializer schema candidate builder build update \
    new find check form into_form likely from_json from_json_slice into_owned as_str constant \
    x x_null set_x_null set_set_x_null x_or_default xNull r#x self_ self_null crate_ Root Root2 \
    RootValue Empty empty Then Else Null Boolean String1 Variant1 With Without";

/// What traits call their methods.
const METHODS: &str = "clone clone_from clone_into to_owned default from into try_from try_into \
    as_ref as_mut borrow borrow_mut to_string fmt eq ne cmp partial_cmp lt le gt ge max min clamp \
    hash hash_slice from_str deref deref_mut drop next into_iter from_iter iter serialize deserialize \
    schema_name schema_id json_schema inline_schema declares read scan read_members type_id \
    intoOwned toString fromStr is_some unwrap unwrap_or flatten copied index add neg not";

/// What crates and files are called.
const CRATES: &str = "std core alloc serde serde_json regress indexmap chrono jiff time schemars \
    proc_macro test lib main mod impls bin build aux con nul prn any_names any-names";

/// What needs care to become a name at all.
const ODD: &[&str] = &[
    "",
    " ",
    "_",
    "__",
    "_a",
    "a_",
    "a__b",
    "-",
    "--",
    "-1",
    "1",
    "1st",
    "2d",
    "0x1F",
    "3.14",
    "1e5",
    "366688A254054F9AFC43A6EA5008CAD2",
    "8f794c1f-a828-4674-8404-ca41218dcfc6",
    "007",
    "$ref",
    "$",
    "@type",
    "#",
    "%",
    "&&",
    "a&b",
    "a->b",
    "<=",
    "<T>",
    "a::b",
    "a/b",
    "a\\b",
    "a.b",
    "\"",
    "'",
    "`",
    "\u{0}",
    "\n",
    "\r",
    "\t",
    "\u{7f}",
    "\u{202e}",
    "\u{feff}",
    "\u{200b}",
    "\u{301}",
    "größe",
    "straße",
    "Ä",
    "é",
    "e\u{301}",
    "имя",
    "名前",
    "이름",
    "ｎａｍｅ",
    "ªº",
    "²",
    "½",
    "Ⅷ",
    "İ",
    "ﬁ",
    "🦀",
    "🦀🦀",
    "👩\u{200d}👩",
    "ʼn",
    "camelCase",
    "PascalCase",
    "snake_case",
    "kebab-case",
    "SCREAMING_CASE",
    "HTTPServer",
    "iOS9",
    "A1B2c3",
    "aB",
    "Ab",
    "AB",
    "ab",
    "*/",
    "/*",
    "//",
    "{}",
    "r#type",
    "'a",
    "'de",
    "macro!",
    "a\u{0}b",
];

/// What generated code calls its own things, and what is hard to name.
pub(crate) fn harmful() -> Vec<String> {
    listed(&[PRELUDE, OWN])
}

/// What crates and files are called, and what is hard to name.
pub(crate) fn files() -> Vec<String> {
    listed(&[CRATES])
}

/// All of these, and as many drawn ones.
pub(crate) fn names(drawn: usize) -> Vec<String> {
    let mut names = listed(&[WORDS, PRELUDE, OWN, METHODS, CRATES]);
    names.push("long".repeat(60));
    let mut random = fastrand::Rng::with_seed(9);
    names.extend((0..drawn).map(|_| one(&mut random)));
    random.shuffle(&mut names);
    names
}

/// The words of some lists, and the odd names.
fn listed(lists: &[&str]) -> Vec<String> {
    let words = lists.iter().flat_map(|words| words.split_whitespace());
    let odd = ODD.iter().copied();
    words.chain(odd).map(str::to_owned).collect()
}

fn one(random: &mut fastrand::Rng) -> String {
    let length = random.usize(1..24);
    match random.u8(0..5) {
        0 => (0..length).map(|_| random.char(..)).collect(),
        1 => (0..length).map(|_| random.char(' '..='~')).collect(),
        2 => (0..length).map(|_| random.digit(10)).collect(),
        3 => (0..32).map(|_| random.digit(16)).collect(),
        _ => (0..length)
            .map(|_| random.choice(['a', 'B', '_', '-', '1', 'é']).unwrap_or('a'))
            .collect(),
    }
}
