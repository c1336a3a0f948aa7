// The types of schema.json, without what is implemented for them.

pub struct Root {
    pub texts: Option<
        Option<
            ::std::collections::BTreeMap<
                String,
                Option<
                    ::std::collections::BTreeMap<
                        String,
                        Option<::std::collections::BTreeMap<String, Option<String>>>,
                    >,
                >,
            >,
        >,
    >,
    pub lists: Option<Vec<Vec<Vec<Vec<Vec<Vec<String>>>>>>>,
    pub additional_properties: support::AdditionalProperties<
        Root,
        Option<
            ::std::collections::BTreeMap<
                String,
                Option<
                    ::std::collections::BTreeMap<
                        String,
                        Option<::std::collections::BTreeMap<String, Option<String>>>,
                    >,
                >,
            >,
        >,
    >,
}
