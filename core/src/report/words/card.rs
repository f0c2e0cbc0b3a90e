//! Words of cards and of a dozen lines.

use super::Word;

pub(crate) const FIRST_ROWS: Word = Word("Les {} premières lignes sur {}.", "The first {} rows of {}.");
pub(crate) const STATE: Word = Word("Sort", "State");
pub(crate) const MORE: Word = Word("… et encore {}", "… and {} more");
