//! Builders: one setter a member, and every fault named at once.

/// A builder, from a list of the members:
///
/// ```text
/// support::builder! {
///     pub OrderBuilder for Order, fields "";
///     "id" id: String, required;
///     "note" note: Option<String> => note(support::OrNull<support::One<String>>) | note_null(None);
///     bag additional_properties: support::AdditionalProperties<Order>;
/// }
/// ```
///
/// Behind `=>` stand the setter, what it wants, and the name without `r#`, or `none` where there is no
/// setter; the usual one has the field's name and wants one value of its type. Behind `|` stands the
/// setter of null. `fields` says how a link names what has the documentation: a field, or the method
/// `()` of its name.
/// Behind the `=>` of a bag stands what it wants of each value, unless that is one of its type.
/// `asks` names the predicates that members have to fulfil together.
#[doc(hidden)]
#[macro_export]
macro_rules! builder {
    (
        $vis:vis $builder:ident for $name:ident, fields $call:literal;
        $(
            $member:literal $field:ident: $rust:ty
            $(=> $method:ident $(($wanted:ty))? $(as $plain:literal)?)?
            $(| $null:ident($null_value:expr))?
            $(, $required:ident)?;
        )*
        $(bag $bag:ident: $bag_type:ty $(=> $bag_wanted:ty)?;)*
        $(asks $location:literal: $($ask:path),+;)?
    ) => {
        impl $name {
            /// Starts to build one, member by member.
            #[must_use]
            #[inline]
            $vis fn builder() -> $builder {
                <$builder as ::core::default::Default>::default()
            }

            /// A builder of the same members, to make one that differs.
            #[allow(unreachable_code, unused_variables)]
            #[must_use]
            #[inline]
            $vis fn to_builder(&self) -> $builder {
                let this = ::core::clone::Clone::clone(self);
                $builder {
                    $($field: support::builder_kept!(this.$field $(, $required)?),)*
                    $($bag: this.$bag,)*
                    faults_: support::BuildError::default(),
                }
            }

            support::builder_update! { [$(asks $location)?] $vis $builder }
        }

        // Only with `Built`.
        impl support::Built for $name {
            type Builder = $builder;
        }

        impl ::core::convert::TryFrom<$builder> for $name {
            type Error = support::BuildError;

            #[inline]
            fn try_from(
                builder: $builder,
            ) -> ::core::result::Result<Self, support::BuildError> {
                builder.build()
            }
        }

        #[doc = ::core::concat!("Builds a `", ::core::stringify!($name), "` member by member.")]
        #[derive(Debug, Clone, Default)]
        #[allow(clippy::option_option, clippy::struct_field_names, clippy::type_complexity, clippy::zero_sized_map_values)]
        $vis struct $builder {
            $($field: ::core::option::Option<$rust>,)*
            $($bag: $bag_type,)*
            faults_: support::BuildError,
        }

        #[allow(clippy::wrong_self_convention, clippy::type_complexity, clippy::zero_sized_map_values)]
        impl $builder {
            $(
                support::setter! {
                    $vis $name $call, $member $field: $rust $(=> $method $(($wanted))? $(as $plain)?)?
                }
                $(
                    /// Sets the member to null.
                    #[must_use]
                    #[inline]
                    $vis fn $null(mut self) -> Self {
                        self.faults_.forget($member);
                        self.$field = ::core::option::Option::Some($null_value);
                        self
                    }
                )?
            )*
            $(
                support::bag_setter! { $vis $bag: $bag_type $(=> $bag_wanted)? }
            )*

            /// Builds it.
            ///
            /// # Errors
            ///
            /// Names every member that is missing or was refused.
            #[allow(clippy::similar_names, clippy::too_many_lines, unused_mut)]
            #[inline]
            $vis fn build(self) -> ::core::result::Result<$name, support::BuildError> {
                let mut faults = self.faults_;
                $(support::builder_require!(faults, $member, self.$field $(, $required)?);)*
                if !faults.is_empty() {
                    return ::core::result::Result::Err(faults);
                }
                let built = $name {
                    $($field: support::builder_given!(faults, self.$field $(, $required)?),)*
                    $($bag: self.$bag,)*
                };
                $(
                    support::check(&built, $location, |tape, at| {
                        $($ask(tape, at)?;)+
                        ::core::result::Result::Ok(())
                    })?;
                )?
                ::core::result::Result::Ok(built)
            }
        }
    };
}

/// The setter of a member.
#[doc(hidden)]
#[macro_export]
macro_rules! setter {
    ($vis:vis $name:ident $call:literal, $member:literal $field:ident: $rust:ty) => {
        support::setter! {
            $vis $name $call, $member $field: $rust => $field(support::One<$rust>)
        }
    };
    (
        $vis:vis $name:ident $call:literal, $member:literal $field:ident: $rust:ty
        => $method:ident($wanted:ty) $(as $plain:literal)?
    ) => {
        #[doc = ::core::concat!(
            "Sets the member: see [`", ::core::stringify!($name), "::",
            support::plain!($method $(as $plain)?), $call, "`]."
        )]
        #[must_use]
        #[inline]
        $vis fn $method<__How>(
            mut self,
            value: impl support::Gives<$wanted, __How>,
        ) -> Self {
            self.$field = self.faults_.accept($member, value);
            self
        }
    };
    (
        $vis:vis $name:ident $call:literal, $member:literal $field:ident: $rust:ty => none
    ) => {};
}

/// The setter of the members that are not declared.
#[doc(hidden)]
#[macro_export]
macro_rules! bag_setter {
    ($vis:vis $bag:ident: $rust:ty) => {
        support::bag_setter! { $vis $bag: $rust => <$rust as support::Bagged>::One }
    };
    ($vis:vis $bag:ident: $rust:ty => $wanted:ty) => {
        /// Sets the members that the schema does not declare, given by pairs of names and values.
        #[must_use]
        #[inline]
        $vis fn $bag<__How>(
            mut self,
            members: impl support::Gives<support::BagOf<$rust, $wanted>, __How>,
        ) -> Self {
            self.faults_.accept_members(&mut self.$bag, ::core::concat!(::core::stringify!($bag), "()"), members);
            self
        }
    };
}

/// A method's name as links have it, which are without `r#`.
#[doc(hidden)]
#[macro_export]
macro_rules! plain {
    ($method:ident) => {
        ::core::stringify!($method)
    };
    ($method:ident as $plain:literal) => {
        $plain
    };
}

/// Notes a required member that is missing.
#[doc(hidden)]
#[macro_export]
macro_rules! builder_require {
    ($faults:ident, $member:literal, $value:expr) => {};
    ($faults:ident, $member:literal, $value:expr, $required:ident) => {
        $faults.require($member, $value.is_some())
    };
}

/// What was given for a member.
#[doc(hidden)]
#[macro_export]
macro_rules! builder_given {
    ($faults:ident, $value:expr) => {
        $value
    };
    ($faults:ident, $value:expr, $required:ident) => {
        match $value {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => return ::core::result::Result::Err($faults),
        }
    };
}

/// The way to change a struct whose members depend on each other.
#[doc(hidden)]
#[macro_export]
macro_rules! builder_update {
    ([] $($rest:tt)*) => {};
    ([asks $location:literal] $vis:vis $builder:ident) => {
        /// Changes members, and keeps the change if all of them still fit
        /// together.
        ///
        /// # Errors
        ///
        #[doc = ::core::concat!(
            "As [`", ::core::stringify!($builder), "::build`]; then nothing is changed."
        )]
        #[inline]
        $vis fn update(
            &mut self,
            change: impl ::core::ops::FnOnce($builder) -> $builder,
        ) -> ::core::result::Result<(), support::BuildError> {
            *self = change(self.to_builder()).build()?;
            ::core::result::Result::Ok(())
        }
    };
}

/// A member as its builder has it.
#[doc(hidden)]
#[macro_export]
macro_rules! builder_kept {
    ($value:expr) => {
        $value
    };
    ($value:expr, $required:ident) => {
        ::core::option::Option::Some($value)
    };
}
