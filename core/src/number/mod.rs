//! Exact numbers (E1.1, E1.2): rationals of any size inside, decimals at the edges. No float anywhere.

mod decimal;
mod gcd;
mod interval;
mod rational;
mod sum;
mod written;

pub(crate) use decimal::rational_of;
pub use decimal::{Decimal, InvalidDecimal};
pub(crate) use gcd::gcd;
pub use interval::Interval;
pub use rational::Rational;
pub(crate) use sum::Sum;
pub(crate) use written::Written;
