//! The audit on one page: the score, what is not known, what to do first; then groups and findings.

use super::page::{Page, Style, WIDTH, pad, right, safe, width, wrap};
use super::{inference, settings};
use crate::Rational;
use crate::audit::Verdict;
use crate::audit::result::{Finding, GroupResult, Range};
use crate::report::format;
use crate::report::view::View;
use crate::report::words::{self, Word};

/// Columns of a bar.
const BAR: usize = 24;

pub(super) fn page(view: &View<'_>, colour: bool) -> String {
    let mut page = Page::new(colour);
    head(view, &mut page);
    score(view, &mut page);
    not_known(view, &mut page);
    first_gaps(view, &mut page);
    groups(view, &mut page);
    findings(view, &mut page);
    inference::inferences(view, &mut page);
    foot(view, &mut page);
    page.finish()
}

pub(super) fn head(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    let model = view.model();
    let name = safe(&view.subject.name);
    let says_so = name.to_lowercase().contains(&words::FICTIONAL.say(lang).to_lowercase());
    let title = if view.subject.fictional && !says_so {
        format!("{name} — {}", words::FICTIONAL.say(lang).to_uppercase())
    } else {
        name
    };
    page.paragraph(Style::Bold, 0, &title);
    let edition = words::EDITION.with(lang, &[&model.edition]);
    page.paragraph(Style::Bold, 0, &format!("{}, {edition}", view.text(&model.title).plain()));
    let as_of = format!("{} {}", words::AS_OF.say(lang), format::date(lang, &view.audit.options.as_of));
    page.line(&as_of);
    settings::used(view, page);
    let basis = words::basis(model.basis).say(lang);
    page.paragraph(Style::Dim, 0, &basis);
}

/// The score, the level and the way to the next one.
pub(super) fn score_sentence(view: &View<'_>) -> String {
    let lang = view.lang;
    let Some(score) = &view.audit.score else { return words::NO_SCORE.say(lang) };
    let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
    let word = if score.lo == score.hi { words::SCORE_OF } else { words::SCORE_IS };
    let mut sentence = word.with(lang, &[&view.score_interval(&range), &format::exact(lang, &score.scale)]);
    if let Some(level) = &view.audit.level {
        let titles: Vec<String> = level.possible.iter().map(|id| view.level_title(id).plain()).collect();
        let word = if level.certain.is_some() { words::LEVEL_IS } else { words::LEVEL_MAY_BE };
        sentence = format!("{sentence} {}", word.with(lang, &[&format::either(lang, &titles)]));
        if let Some(next) = view.next_level() {
            sentence = format!("{sentence} {}", next.plain());
        }
    }
    sentence
}

fn score(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    page.blank();
    page.paragraph(Style::Bold, 0, &score_sentence(view));
    if view.audit.score.is_none() {
        return;
    }
    page.blank();
    let by = &view.audit.scores_by_assurance;
    let rows = [
        (crate::Assurance::Declared, &by.declared),
        (crate::Assurance::Documented, &by.documented),
        (crate::Assurance::Verified, &by.verified),
    ];
    for (assurance, range) in rows {
        let Some(range) = range else { continue };
        let label = pad(&words::assurance(assurance).say(lang), 12);
        let shown = view.interval(range);
        page.line(&format!("  {label} {}  {shown}", bar(range, view.scale())));
    }
    if view.audit.findings.iter().any(|finding| finding.waived)
        && let Some(range) = &view.audit.score_after_waivers
    {
        page.blank();
        page.paragraph(Style::Plain, 0, &words::AFTER_WAIVERS.with(lang, &[&view.interval(range)]));
    }
}

/// What is established solid, what is not yet known hatched, the rest dotted; between brackets, so that the ends show.
pub(super) fn bar(range: &Range, scale: &Rational) -> String {
    let cells = |text: &str| {
        let value = format::rational(text);
        let cells = (&value * &Rational::from(BAR)).checked_div(scale).unwrap_or(Rational::ZERO);
        format::rounded(&cells.to_string(), 0).parse::<usize>().unwrap_or(0).min(BAR)
    };
    let (lo, hi) = (cells(&range.lo), cells(&range.hi));
    format!("[{}{}{}]", "█".repeat(lo), "▒".repeat(hi.saturating_sub(lo)), "·".repeat(BAR.saturating_sub(hi)))
}

pub(super) fn not_known(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    let coverage = view.audit.coverage;
    page.blank();
    let sentence = match coverage.undetermined {
        0 => words::ALL_KNOWN.say(lang),
        1 => words::UNKNOWN_ONE.with(lang, &[&coverage.controls.to_string()]),
        many => words::UNKNOWN_MANY.with(lang, &[&many.to_string(), &coverage.controls.to_string()]),
    };
    page.paragraph(Style::Plain, 0, &sentence);
}

fn first_gaps(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    page.heading(&words::FIRST_GAPS.say(lang));
    if view.audit.gaps.is_empty() {
        page.paragraph(Style::Plain, 2, &words::NO_GAP.say(lang));
    }
    for (index, id) in view.audit.gaps.iter().take(3).enumerate() {
        let Some((_, finding)) = view.finding(id) else { continue };
        let mut title = format!("{} {}", finding.control, view.control_title(id).plain());
        if finding.waived {
            title = format!("{title} ({})", words::WAIVED.say(lang));
        }
        page.hanging(Style::Plain, &format!("  {}.", index + 1), 5, &safe(&title));
        let shape = words::verdict_shape(finding.verdict);
        let mut verdict = format!("{shape} {}", words::verdict(finding.verdict).say(lang));
        if let Some(gain) = &finding.gain {
            verdict = format!("{verdict} · {}", words::GAIN_IS.with(lang, &[&view.gain(gain)]));
        }
        page.paragraph(Style::Verdict(finding.verdict), 5, &verdict);
        for reason in view.telling(finding) {
            page.paragraph(Style::Dim, 5, &reason);
        }
    }
}

fn groups(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    page.heading(&words::GROUPS.say(lang));
    for (depth, group) in view.every_group() {
        let title = format!("{}{}", "  ".repeat(depth), safe(&view.group_title(&group.id).plain()));
        let (numbers, range, scale) = group_numbers(view, group);
        let bar = range.map(|range| bar(&range, &scale)).unwrap_or_default();
        // the bar keeps its place; the title takes what the numbers leave, and breaks where it must
        let space = WIDTH.saturating_sub(2 + BAR + 2 + 2 + width(&numbers) + 1).max(20);
        for (at, part) in wrap(&title, space).iter().enumerate() {
            let tail = if at == 0 {
                format!("{} {bar}", right(&numbers, WIDTH - 2 - BAR - 2 - 1 - width(&pad(part, space))))
            } else {
                String::new()
            };
            page.line(&format!("  {}{tail}", pad(part, space)));
        }
    }
}

/// What a group's row shows: its points, or its degree where it counts for nothing in the score.
fn group_numbers(view: &View<'_>, group: &GroupResult) -> (String, Option<Range>, Rational) {
    let lang = view.lang;
    match (&group.score, &group.degree) {
        (Some(score), Some(degree)) if View::is_unscored(&score.scale) => {
            let numbers = format!("{} ({})", view.degree(degree), words::UNSCORED.say(lang));
            (numbers, Some(degree.clone()), Rational::ONE)
        }
        (Some(score), _) => {
            let range = Range { lo: score.lo.clone(), hi: score.hi.clone() };
            let numbers = words::SCORE_ON.with(lang, &[&view.interval(&range), &view.points(&score.scale)]);
            (numbers, Some(range), format::rational(&score.scale))
        }
        (None, _) => (words::NOTHING_APPLIES.say(lang), None, Rational::ONE),
    }
}

fn findings(view: &View<'_>, page: &mut Page) {
    let lang = view.lang;
    page.heading(&words::FINDINGS.say(lang));
    let ids = view.audit.findings.iter().map(|finding| width(&finding.control)).max().unwrap_or(0).min(24);
    for finding in &view.audit.findings {
        let verdict = verdict(view, finding);
        let title = safe(&view.control_title(&finding.control).plain());
        let start = format!("  {} {}", words::verdict_shape(finding.verdict), pad(&finding.control, ids));
        let indent = 4 + ids + 2;
        let column = 20;
        let space = WIDTH.saturating_sub(indent + column).max(16);
        for (at, part) in wrap(&title, space).iter().enumerate() {
            if at == 0 {
                let style = Style::Verdict(finding.verdict);
                let verdict = page.paint(style, &right(&verdict, column));
                let start = page.paint(style, &pad(&start, indent));
                page.line(&format!("{start}{}{verdict}", pad(part, space)));
            } else {
                page.paragraph(Style::Plain, indent, part);
            }
        }
        let notes = view.telling(finding);
        if !notes.is_empty() {
            page.paragraph(Style::Dim, indent, &notes.join(" "));
        }
    }
}

/// The verdict's word, with what else the line must say.
fn verdict(view: &View<'_>, finding: &Finding) -> String {
    let word = words::verdict(finding.verdict).say(view.lang);
    match finding.verdict {
        _ if finding.waived => format!("{word}*"),
        Verdict::Partial => {
            let degree = finding.degree.as_ref().map(|degree| view.degree(degree)).unwrap_or_default();
            if degree.chars().count() <= 8 { format!("{word} {degree}") } else { word }
        }
        _ => word,
    }
}

fn foot(view: &View<'_>, page: &mut Page) {
    const EXPLAIN: Word = Word(
        "Le détail d’une mesure : `kolosi explain`. Le rapport complet : `-o\u{a0}rapport.html`.",
        "One control in full: `kolosi explain`. The whole report: `-o\u{a0}report.html`.",
    );
    if view.audit.findings.iter().any(|finding| finding.waived) {
        page.blank();
        page.paragraph(Style::Plain, 0, &format!("* {}", words::WAIVED.say(view.lang)));
    }
    page.blank();
    page.paragraph(Style::Dim, 0, &EXPLAIN.say(view.lang));
    let digest = view.audit.digest.as_deref().unwrap_or_default();
    page.line(&page.paint(Style::Dim, &format!("SHA-256 {digest}")));
}
