//! Standards, a row each.

use super::{Table, english, french};
use crate::{Basis, Standard, SubjectKind};

/// Standards, a row each.
///
/// Columns: `standard` (id), `edition`, `title_fr`, `title_en`, `publisher_fr`, `publisher_en`, `basis` (`official`, `paraphrase`,
/// `proposal`), `subject` (what it is about: `country`, `organisation`, `information-system`), `controls` (how many), `digest`.
///
/// # Example
/// ```
/// let table = kolosi::table::standards(&[kolosi::bundled("itu-gci-2024")?]);
/// assert_eq!((table.rows(), table.columns()[0].name), (1, "standard"));
/// # Ok::<(), kolosi::Problems>(())
/// ```
#[must_use]
pub fn standards(list: &[Standard]) -> Table {
    let mut table = Table::default();
    table.text("standard", list, |it| Some(it.id().as_str()));
    table.text("edition", list, |it| Some(it.edition()));
    table.text("title_fr", list, |it| french(it.title()));
    table.text("title_en", list, |it| english(it.title()));
    table.text("publisher_fr", list, |it| french(it.publisher()));
    table.text("publisher_en", list, |it| english(it.publisher()));
    table.text("basis", list, |it| Some(basis(it.basis())));
    table.texts("subject", list, |it| it.subject().iter().map(|kind| subject(*kind).to_owned()).collect());
    table.count("controls", list, |it| Some(it.control_count()));
    table.text("digest", list, |it| Some(it.digest()));
    table
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Official => "official",
        Basis::Paraphrase => "paraphrase",
        Basis::Proposal => "proposal",
    }
}

fn subject(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Country => "country",
        SubjectKind::Organisation => "organisation",
        SubjectKind::InformationSystem => "information-system",
    }
}
