//! How much a document may hold. Beyond a limit is a problem, never a crash or a wait.

/// Bytes of one document: 64 MiB.
pub const DOCUMENT_BYTES: usize = 64 << 20;
/// Levels of lists and objects within each other. The deepest honest document, a standard whose groups nest, needs about 20.
pub const DEPTH: usize = 64;
/// Lists, objects and scalars of one document.
pub const NODES: usize = 4_000_000;
/// Characters of an id.
pub const ID_CHARACTERS: usize = 128;
/// Characters of a text on one line.
pub const LINE_CHARACTERS: usize = 2_000;
/// Characters of a prose text.
pub const PROSE_CHARACTERS: usize = 20_000;
/// Values of an attribute that a portfolio tallies apart; the rest are tallied together.
pub const ATTRIBUTE_VALUES: usize = 1_000;
/// Problems that one call reports; the rest are counted.
pub const PROBLEMS: usize = 200;
