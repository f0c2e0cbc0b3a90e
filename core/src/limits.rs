//! How much a document may hold. Beyond a limit is a problem, never a crash or a wait: what is refused is refused within two
//! seconds and 100 MB, which `tests/hostile` measures.

/// Bytes of one document: 24 MiB.
pub const DOCUMENT_BYTES: usize = 24 << 20;
/// Levels of lists and objects within each other. The deepest honest document, a standard whose groups nest, needs about 20.
pub const DEPTH: usize = 64;
/// Bytes of the lists and objects of one document, those within others counted again each time: 512 MiB.
pub const NESTED_BYTES: usize = 512 << 20;
/// Lists, objects and scalars of one document; a key or text of more than [`SHORT_BYTES`] counts twice more. 50,000 records
/// of a dozen short values each fit.
pub const NODES: usize = 700_000;
/// Bytes of a text that takes no memory beside its node.
pub const SHORT_BYTES: usize = 23;
/// How many times as much a saved audit may hold: it repeats a standard and a dossier, and says what becomes of each record.
pub const AUDIT: usize = 4;
/// Pairs of a record and a criterion that it speaks to.
pub const PAIRS: usize = 500_000;
/// Exact results grow with the digits of all different ranges and populations together: their square, times 4 for each mean on the
/// longest way up and 4 more; times the controls where a group is no mean. 28,000 digits in a standard of one level of groups that
/// are means, or 2,300 digits in 226 controls under `any`, take about a second.
pub const EXACT_WORK: u64 = 10_000_000_000;
/// Nodes of a standard, times its profiles and one: each profile is compiled when the standard is read.
pub const PROFILED_NODES: usize = 8_000_000;
/// Ids that the edges of a mapping name, and ids of an id list.
pub const MAPPED_IDS: usize = 60_000;
/// Bytes of a mapping, which keeps the text of all its edges: 8 MiB.
pub const MAPPING_BYTES: usize = 8 << 20;
/// Paths of inferences that an audit tells.
pub const PATHS: usize = 100_000;
/// Edges, controls and records of all these paths together.
pub const PATH_PARTS: usize = 500_000;
/// Edges looked at and records judged again on the way to them.
pub const INFERENCE_WORK: usize = 30_000_000;
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
