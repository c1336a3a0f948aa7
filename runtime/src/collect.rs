//! Items and members that code gives, before a type looks at all of them.
use super::*;

/// Each item as a list's type wants it.
pub fn given_items<T, I>(items: impl IntoIterator<Item = I>) -> Result<Vec<T>, Refused>
where
    I: TryInto<T>,
    I::Error: ::core::fmt::Display,
{
    let given = items.into_iter().enumerate();
    given
        .map(|(position, item)| {
            let inside = |error: I::Error| given_inside(::alloc::format!("[{position}]"), &error);
            item.try_into().map_err(inside)
        })
        .collect()
}

/// Each member as a map's type wants it, in the order in which they come.
pub fn given_members<K, V, N, W>(
    members: impl IntoIterator<Item = (N, W)>,
) -> Result<Vec<(K, V)>, Refused>
where
    N: TryInto<K>,
    N::Error: ::core::fmt::Display,
    W: TryInto<V>,
    W::Error: ::core::fmt::Display,
{
    let given = members.into_iter().enumerate();
    given
        .map(|(position, (name, value))| {
            let at = |what| ::alloc::format!("{what} {position}");
            let name = name
                .try_into()
                .map_err(|error| given_inside(at("name"), &error))?;
            let value = value
                .try_into()
                .map_err(|error| given_inside(at("value"), &error))?;
            Ok((name, value))
        })
        .collect()
}

/// The refusal of what is inside, by what a conversion says.
#[cold]
#[inline]
fn given_inside(path: String, error: &dyn ::core::fmt::Display) -> Refused {
    let reason = Reason::Given(error.to_string().into_boxed_str());
    Refused::by_type(Reason::Inside(Box::new((path, reason))))
}
