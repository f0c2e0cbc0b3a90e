//! Exact numbers (E1.1, E1.2): rationals of any size inside, decimals at the edges. No float anywhere.

mod decimal;
mod rational;

pub use decimal::{Decimal, InvalidDecimal};
pub use rational::Rational;
