//! One file per command.

pub(crate) mod audit;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod crosswalk;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod new;
pub(crate) mod portfolio;
pub(crate) mod problems;
pub(crate) mod render;
pub(crate) mod schema;
pub(crate) mod show;
pub(crate) mod standards;
pub(crate) mod verify;
