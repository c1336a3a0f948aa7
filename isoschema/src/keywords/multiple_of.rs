//! `multipleOf`: what a number is divided by without a rest (draft 2020-12,
//! validation, section 6.2.1).

use super::prelude::*;
use std::num::NonZeroU128;

use crate::load::number::Decimal;
use crate::rules::number::NumberText;

use super::literal::{signed, unsigned};

/// What a number is a multiple of: `mantissa × 10^exponent`, above zero and
/// exact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MultipleOf {
    text: NumberText,
    mantissa: NonZeroU128,
    exponent: i64,
}

const NAME: &str = "multipleOf";

impl MultipleOf {
    /// How many digits a divisor may have, without the zeros at its ends.
    pub const DIGITS: usize = 38;

    /// The divisor that a token gives; `None` for what is not above zero, and
    /// for what has more than [`Self::DIGITS`] digits.
    #[must_use]
    pub fn new(text: NumberText) -> Option<Self> {
        let decimal = text.decimal();
        if decimal.negative || decimal.digits.len() > Self::DIGITS {
            return None;
        }
        let mantissa = NonZeroU128::new(decimal.digits.parse().ok()?)?;
        let exponent = i64::try_from(decimal.exponent).ok()?;
        Some(Self {
            text,
            mantissa,
            exponent,
        })
    }

    /// The token as written.
    #[must_use]
    pub fn text(&self) -> &NumberText {
        &self.text
    }

    /// The least integer above zero that it divides, where `i128` holds it.
    ///
    /// ```
    /// use isoschema::keywords::multiple_of::MultipleOf;
    /// use isoschema::rules::number::NumberText;
    /// let whole = |token: &str| MultipleOf::new(NumberText(token.into()))?.whole();
    /// assert_eq!(whole("2.5"), Some(5));
    /// assert_eq!(whole("0.04"), Some(1));
    /// assert_eq!(whole("7e2"), Some(700));
    /// ```
    #[must_use]
    pub fn whole(&self) -> Option<i128> {
        let mut whole = self.mantissa.get();
        for prime in [2, 5] {
            let mut places = self.exponent;
            while places < 0 && whole.is_multiple_of(prime) {
                (whole, places) = (whole / prime, places + 1);
            }
        }
        let power = u32::try_from(self.exponent.max(0)).ok()?;
        i128::try_from(whole)
            .ok()?
            .checked_mul(10_i128.checked_pow(power)?)
    }

    /// Whether it divides a number, exactly.
    #[must_use]
    pub fn divides(&self, value: &Decimal) -> bool {
        if value.is_zero() {
            return true;
        }
        // Digits end in no zero, so that a divisor with a higher last place
        // does not go into them.
        let Ok(power) = u128::try_from(value.exponent - i128::from(self.exponent)) else {
            return false;
        };
        let modulus = self.mantissa.get();
        let mut rest = 0;
        for digit in value.digits.bytes() {
            rest = times(rest, 10, modulus);
            rest = plus(rest, u128::from(digit - b'0') % modulus, modulus);
        }
        let (mut factor, mut base, mut left) = (1 % modulus, 10 % modulus, power);
        while left > 0 {
            if left & 1 == 1 {
                factor = times(factor, base, modulus);
            }
            base = times(base, base, modulus);
            left >>= 1;
        }
        times(rest, factor, modulus) == 0
    }
}

fn plus(a: u128, b: u128, modulus: u128) -> u128 {
    if a >= modulus - b {
        a - (modulus - b)
    } else {
        a + b
    }
}

fn times(a: u128, b: u128, modulus: u128) -> u128 {
    if let Some(product) = a.checked_mul(b) {
        return product % modulus;
    }
    let (mut sum, mut a, mut b) = (0, a % modulus, b);
    while b > 0 {
        if b & 1 == 1 {
            sum = plus(sum, a, modulus);
        }
        a = plus(a, a, modulus);
        b >>= 1;
    }
    sum
}

impl Keyword for MultipleOf {
    fn subschemas(&self, _: &mut dyn FnMut(Applies, RuleId)) {}

    fn evaluate(&self, on: &mut Evaluation<'_, '_>) {
        if on.number().is_some_and(|value| !self.divides(&value)) {
            on.refuse(NAME, || format!("is not a multiple of {}", self.text));
        }
    }

    fn emit(&self, code: &mut Emission<'_>) -> TokenStream {
        let token = &*self.text.0;
        let (mantissa, exponent) = (unsigned(self.mantissa.get()), signed(self.exponent.into()));
        let divisor = code.constant("MULTIPLE_OF", quote!(&'static str), quote!(#token));
        // 0 is no divisor.
        if !self.text.is_read_as_zero() {
            code.derive(NAME, quote!(support::derived::repeated(#divisor)));
        }
        let (number, refuse) = (
            code.number(),
            code.refuse(NAME, &quote!(MultipleOf(#divisor))),
        );
        quote!(if !#number.is_multiple_of(#mantissa, #exponent) { #refuse })
    }

    /// One nearer to zero than any double would be 0, which is no divisor.
    fn render(&self, schema: &mut Rendering<'_>) -> Option<()> {
        if self.text.0.parse::<f64>().is_ok_and(|it| !it.is_normal()) {
            schema.unmodelled("a divisor beyond 64-bit floats");
        }
        if self.text.is_read_as_zero() {
            return Some(());
        }
        schema.put(NAME, self.text.to_value())
    }

    fn describe(&self) -> Option<Phrase> {
        Some(Phrase::Words(format!("a multiple of {}", self.text)))
    }
}

impl Read for MultipleOf {
    const NAME: &'static str = NAME;
    const KINDS: Kinds = Kinds::NUMBER;
    const SUBJECT: Subject = Subject::Number;
    const LOOKS: Looks = Looks::Names;
    const ROLE: Role = Role::Shape;
    const MEND: Mend = drop_keyword;
    const SPELLINGS: &'static [Spelling] =
        &[Spelling::new(NAME, Vocabulary::Validation, Holds::Data)];

    fn read(schema: &mut Reading<'_, '_>) -> impl IntoIterator<Item = Self> {
        let (Some(divisor), Some(json)) = (schema.number(NAME), schema.get(NAME)) else {
            return None;
        };
        let value = divisor.decimal();
        if value.negative || value.is_zero() {
            let reason = format!("`{NAME}` is a number above 0, not {divisor}");
            schema.refuse(NAME, json, reason, None);
            return None;
        }
        let read = Self::new(divisor);
        if read.is_none() {
            let digits = Self::DIGITS;
            let reason =
                format!("`{NAME}` has more than {digits} digits, which readers do not divide by");
            let help = "shorten the number, or remove the keyword with an overlay";
            schema.beyond(NAME, json, reason, help);
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divisor_keeps_all_its_digits() {
        let token = format!("0.{}1", "0".repeat(39));
        let divisor = MultipleOf::new(NumberText(token.into())).unwrap();
        assert_eq!(
            (divisor.mantissa, divisor.exponent),
            (NonZeroU128::MIN, -40)
        );
        assert!(MultipleOf::new(NumberText("1".repeat(40).into())).is_none());
    }
}
