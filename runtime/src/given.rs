//! What builders take: whatever becomes the value of a member.
//!
//! A setter says what it wants by the types of this file, and takes what gives
//! that: `impl Gives<ListOf<One<String>>, _>` is a list, an array or an iterator
//! of whatever converts to texts. The second parameter tells the ways apart
//! and is always inferred.
use super::*;

/// What a member holds, and how it can be given.
pub trait Wanted {
    /// What the member holds.
    type Value;
}

/// A value that becomes what is wanted, or is refused.
pub trait Gives<W: Wanted, How> {
    /// Converts it.
    ///
    /// # Errors
    ///
    /// Names everything in it that is missing or does not fit.
    fn give(self) -> Result<W::Value, BuildError>;
}

/// `T`, given by whatever converts to it: a type's builder, too.
#[derive(Debug)]
pub struct One<T>(::core::marker::PhantomData<T>);

impl<T> Wanted for One<T> {
    type Value = T;
}

impl<T, V> Gives<One<T>, ()> for V
where
    V: TryInto<T>,
    V::Error: ::core::fmt::Display + 'static,
{
    fn give(self) -> Result<T, BuildError> {
        self.try_into().map_err(BuildError::of_conversion::<T, _>)
    }
}

/// An integer, given by any other: one that does not fit is told.
#[derive(Debug)]
pub struct Converted<T>(::core::marker::PhantomData<T>);

impl<T> Wanted for Converted<T> {
    type Value = T;
}

macro_rules! wholes {
    ($wanted:ident: $($integer:ident)+) => {
        $(
            impl<T: TryFrom<$integer>> Gives<$wanted<T>, ()> for $integer {
                fn give(self) -> Result<T, BuildError> {
                    let refused = |_| {
                        let rust = ::core::any::type_name::<T>();
                        BuildError::of(Refused::by_type(Reason::Range(rust)).of(&self))
                    };
                    T::try_from(self).map_err(refused)
                }
            }
        )+
    };
}

wholes! { Converted: i8 u8 i16 u16 i32 u32 i64 u64 i128 isize usize }

/// A float of 32 bits, given by one of 64, too.
#[derive(Debug)]
pub struct Single;

impl Wanted for Single {
    type Value = f32;
}

impl Gives<Single, ()> for f32 {
    #[inline]
    fn give(self) -> Result<f32, BuildError> {
        if self.is_finite() {
            Ok(self)
        } else {
            Err(BuildError::of(Refused::by_type(Reason::Range("f32"))))
        }
    }
}

impl Gives<Single, ()> for f64 {
    #[allow(clippy::cast_possible_truncation)]
    #[inline]
    fn give(self) -> Result<f32, BuildError> {
        Gives::<Single, ()>::give(self as f32)
    }
}

macro_rules! singles {
    ($wanted:ident: $($integer:ident)+) => {
        $(
            impl Gives<$wanted, ()> for $integer {
                #[inline]
                fn give(self) -> Result<f32, BuildError> {
                    Gives::<$wanted, ()>::give(f64::from(self))
                }
            }
        )+
    };
}

singles! { Single: i8 u8 i16 u16 i32 u32 }

/// A number of any digits, given by whatever is a number.
#[derive(Debug)]
pub struct Digits;

impl Wanted for Digits {
    type Value = BigNumber;
}

macro_rules! digits {
    ($wanted:ident: $($given:ty)+) => {
        $(
            impl Gives<$wanted, ()> for $given {
                #[inline]
                fn give(self) -> Result<BigNumber, BuildError> {
                    Ok(self.into())
                }
            }
        )+
    };
}

digits! { Digits: ::serde_json::Number BigNumber Number i8 u8 i16 u16 i32 u32 i64 u64 isize usize }

impl Gives<Digits, ()> for f64 {
    #[inline]
    fn give(self) -> Result<BigNumber, BuildError> {
        self.try_into().map_err(BuildError::of)
    }
}

/// One of a few values of any kind, given by whatever is written as it.
#[derive(Debug)]
pub struct Listed<T>(::core::marker::PhantomData<T>);

impl<T> Wanted for Listed<T> {
    type Value = T;
}

impl<T, V> Gives<Listed<T>, ()> for V
where
    T: for<'de> Read<'de>,
    V: ::serde::Serialize,
{
    fn give(self) -> Result<T, BuildError> {
        read_given(&self).map_err(BuildError::of)
    }
}

/// What a value is that is read as another one is written.
#[doc(hidden)]
pub fn read_given<T, V>(value: &V) -> Result<T, Refused>
where
    T: for<'de> Read<'de>,
    V: ::serde::Serialize + ?Sized,
{
    let mut tape = Tape::from_serialize(value).map_err(|error| {
        Refused::by_type(Reason::Unwritable(error.to_string().into_boxed_str()))
    })?;
    tape.read_as = T::NUMBERS;
    T::read(&tape, 0, T::PLACE).map_err(|fault| Refused::from_fault(&tape, fault))
}

/// `T` around a `W`, given as that.
#[derive(Debug)]
pub struct Within<T, W>(::core::marker::PhantomData<(T, W)>);

impl<T, W> Wanted for Within<T, W> {
    type Value = T;
}

impl<T, W, V, How> Gives<Within<T, W>, How> for V
where
    W: Wanted,
    V: Gives<W, How>,
    W::Value: TryInto<T>,
    <W::Value as TryInto<T>>::Error: ::core::fmt::Display + 'static,
{
    fn give(self) -> Result<T, BuildError> {
        self.give()?.try_into().map_err(BuildError::of)
    }
}

/// What may be null: `None` gives null, `Some` and a plain value what is in it.
#[derive(Debug)]
pub struct OrNull<W>(::core::marker::PhantomData<W>);

impl<W: Wanted> Wanted for OrNull<W> {
    type Value = Option<W::Value>;
}

impl<W: Wanted, V: Gives<W, How>, How> Gives<OrNull<W>, Option<How>> for Option<V> {
    fn give(self) -> Result<Option<W::Value>, BuildError> {
        self.map(V::give).transpose()
    }
}

impl<W: Wanted, V: Gives<W, How>, How> Gives<OrNull<W>, [How; 1]> for V {
    fn give(self) -> Result<Option<W::Value>, BuildError> {
        V::give(self).map(Some)
    }
}

/// What is in a box, which need not be given.
#[derive(Debug)]
pub struct InBox<W>(::core::marker::PhantomData<W>);

impl<W: Wanted> Wanted for InBox<W> {
    type Value = Box<W::Value>;
}

impl<W: Wanted, V: Gives<W, How>, How> Gives<InBox<W>, How> for V {
    fn give(self) -> Result<Box<W::Value>, BuildError> {
        V::give(self).map(Box::new)
    }
}

/// A list, given by whatever can be gone through.
#[derive(Debug)]
pub struct ListOf<W>(::core::marker::PhantomData<W>);

impl<W: Wanted> Wanted for ListOf<W> {
    type Value = Vec<W::Value>;
}

impl<W: Wanted, I, How> Gives<ListOf<W>, How> for I
where
    I: IntoIterator,
    I::Item: Gives<W, How>,
{
    fn give(self) -> Result<Vec<W::Value>, BuildError> {
        let mut faults = BuildError::default();
        let mut list = Vec::new();
        for (position, item) in self.into_iter().enumerate() {
            match item.give() {
                Ok(item) => list.push(item),
                Err(inner) => faults.absorb_item(position, inner),
            }
        }
        faults.finish().map(|()| list)
    }
}

/// A list of a fixed number of items.
#[derive(Debug)]
pub struct ArrayOf<W, const N: usize>(::core::marker::PhantomData<W>);

impl<W: Wanted, const N: usize> Wanted for ArrayOf<W, N> {
    type Value = [W::Value; N];
}

impl<W: Wanted, I, How, const N: usize> Gives<ArrayOf<W, N>, How> for I
where
    I: IntoIterator,
    I::Item: Gives<W, How>,
{
    fn give(self) -> Result<[W::Value; N], BuildError> {
        let list = Gives::<ListOf<W>, How>::give(self)?;
        <[W::Value; N]>::try_from(list)
            .map_err(|list| BuildError::of(Refused::by_type(Reason::of_length(list.len(), N))))
    }
}

/// The value of a position of a list, given by whatever converts to it.
#[doc(hidden)]
pub fn given_position<T, V>(position: usize, value: V) -> Result<T, BuildError>
where
    V: TryInto<T>,
    V::Error: ::core::fmt::Display + 'static,
{
    value.try_into().map_err(|error| {
        let mut faults = BuildError::default();
        faults.absorb_item(position, BuildError::of(error));
        faults
    })
}

/// An object of any members, given by pairs of names and values.
#[derive(Debug)]
pub struct MapOf<K, W, M>(::core::marker::PhantomData<(K, W, M)>);

impl<K, W, M> Wanted for MapOf<K, W, M> {
    type Value = M;
}

impl<K, W, M, I, N, V, How> Gives<MapOf<K, W, M>, How> for I
where
    W: Wanted,
    M: FromIterator<(K, W::Value)>,
    I: IntoIterator<Item = (N, V)>,
    N: TryInto<K>,
    N::Error: ::core::fmt::Display + 'static,
    K: AsRef<str>,
    V: Gives<W, How>,
{
    fn give(self) -> Result<M, BuildError> {
        let mut faults = BuildError::default();
        let mut members = Vec::new();
        for (position, (name, value)) in self.into_iter().enumerate() {
            match name.try_into().map_err(BuildError::of) {
                Ok(name) => match value.give() {
                    Ok(value) => members.push((name, value)),
                    Err(inner) => faults.absorb_member(name.as_ref(), inner),
                },
                Err(inner) => faults.absorb_item(position, inner),
            }
        }
        faults.finish().map(|()| members.into_iter().collect())
    }
}

/// The members that an object does not declare.
#[derive(Debug)]
pub struct BagOf<B, W>(::core::marker::PhantomData<(B, W)>);

/// What a bag wants of a value, unless it says more.
pub trait Bagged {
    /// One of its type.
    type One: Wanted;
}

impl<Owner, V, N> Bagged for AdditionalProperties<Owner, V, N> {
    type One = One<V>;
}

impl<B, W> Wanted for BagOf<B, W> {
    type Value = B;
}

impl<Owner, N, W, I, How> Gives<BagOf<AdditionalProperties<Owner, W::Value, N>, W>, How> for I
where
    Owner: Declares,
    N: ::alloc::borrow::Borrow<str> + Ord,
    W: Wanted,
    I: Gives<MapOf<N, W, Vec<(N, W::Value)>>, How>,
{
    fn give(self) -> Result<AdditionalProperties<Owner, W::Value, N>, BuildError> {
        let members = self.give()?;
        let mut faults = BuildError::default();
        for (name, _) in &members {
            if Owner::declares(name.borrow()) {
                let declared = BuildError::of(Reason::Declared.to_string());
                faults.absorb_member(name.borrow(), declared);
            }
        }
        faults.finish()?;
        let mut bag = AdditionalProperties::new();
        bag.try_extend(members)?;
        Ok(bag)
    }
}
