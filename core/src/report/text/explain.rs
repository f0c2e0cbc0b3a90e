//! Why one control got its verdict: what is asked, every record, what became of it and why.

use super::page::{Page, Style, safe};
use super::settings;
use crate::audit::result::{CriterionResult, Finding};
use crate::report::format;
use crate::report::view::View;
use crate::report::words::{self, Word};

const DEGREE: Word = Word("Degré", "Degree");
const GAIN: Word = Word("Gain", "Gain");

pub(super) fn page(view: &View<'_>, finding: &Finding, colour: bool) -> String {
    let mut page = Page::new(colour);
    let lang = view.lang;
    page.paragraph(
        Style::Bold,
        0,
        &safe(&format!("{} {}", finding.control, view.control_title(&finding.control).plain())),
    );
    let as_of = format!("{} {}", words::AS_OF.say(lang), format::date(lang, &view.audit.options.as_of));
    page.line(&format!("{} · {as_of}", safe(&view.subject.name)));
    settings::used(view, &mut page);
    page.blank();
    verdict(view, finding, &mut page);
    if let Some(control) = view.control(&finding.control)
        && let Some(requirement) = &control.written.requirement
    {
        page.heading(&words::REQUIREMENT.say(lang));
        page.paragraph(Style::Plain, 2, &safe(&view.text(requirement).plain()));
        if control.written.criteria.len() > 1 {
            let combination = view.combination(control);
            page.paragraph(Style::Dim, 2, &words::CRITERIA_COMBINE.with(lang, &[&combination]));
        }
    }
    if finding.criteria.is_empty() {
        page.paragraph(Style::Plain, 0, &words::NOT_IN_FORCE_NOTE.say(lang));
    }
    for criterion in &finding.criteria {
        self::criterion(view, criterion, &mut page);
    }
    page.finish()
}

fn verdict(view: &View<'_>, finding: &Finding, page: &mut Page) {
    let lang = view.lang;
    let shape = words::verdict_shape(finding.verdict);
    let word = words::verdict(finding.verdict).say(lang);
    page.paragraph(Style::Verdict(finding.verdict), 0, &format!("{shape} {word}"));
    let mut facts = Vec::new();
    if let Some(met) = finding.met {
        facts.push((words::MET, words::met(met).say(lang)));
    }
    if finding.possible.len() > 1 {
        let possible: Vec<String> = finding.possible.iter().map(|it| words::verdict(*it).say(lang)).collect();
        facts.push((words::POSSIBLE_VERDICTS, possible.join(", ")));
    }
    if let Some(degree) = &finding.degree {
        facts.push((DEGREE, view.degree(degree)));
    }
    if let Some(gain) = &finding.gain {
        facts.push((GAIN, view.gain(gain)));
    }
    if finding.waived {
        facts.push((words::WAIVERS, words::WAIVED.say(lang)));
    }
    for (label, fact) in facts {
        page.hanging(Style::Plain, &format!("  {}", label.say(lang)), 24, &fact);
    }
}

fn criterion(view: &View<'_>, result: &CriterionResult, page: &mut Page) {
    let lang = view.lang;
    let written = view.criterion(&result.criterion);
    let title = written.and_then(|it| it.written.title.as_ref()).map(|title| view.text(title).plain());
    let heading =
        format!("{} {} {}", words::CRITERION.say(lang), result.criterion, title.unwrap_or_default());
    page.heading(safe(heading.trim_end()).as_str());
    if let Some(criterion) = written {
        page.paragraph(Style::Plain, 2, &safe(&view.asks(criterion).plain()));
        for demand in view.demands(criterion) {
            page.paragraph(Style::Plain, 2, &demand.plain());
        }
    }
    let degree = match &result.degree {
        Some(degree) => words::CRITERION_DEGREE.with(lang, &[&view.degree(degree)]),
        None => words::CRITERION_NONE.say(lang),
    };
    page.paragraph(Style::Bold, 2, &degree);
    if let Some(members) = &result.members {
        let counts = [members.holds, members.fails, members.unknown].map(|count| count.to_string());
        let counts = words::MEMBERS_ARE.with(lang, &counts.each_ref().map(String::as_str));
        page.paragraph(
            Style::Plain,
            2,
            &words::FIELD_VALUE.with(lang, &[&words::MEMBERS.say(lang), &counts]),
        );
        if members.holds + members.fails > 0 {
            page.paragraph(Style::Dim, 2, &words::COMPLETE.say(lang));
        }
    }
    for code in &result.reasons {
        page.hanging(Style::Plain, "  !", 4, &view.reason(code));
    }
    for record in &result.records {
        let (state, reasons) = view.fate(record);
        let alone = view.alone(record).map(|alone| format!(" ({alone})")).unwrap_or_default();
        page.blank();
        page.hanging(
            Style::Plain,
            "  –",
            4,
            &safe(&format!("{}{} {state}{alone}", record.id, lang.pick("\u{a0}:", ":"))),
        );
        let Some(evidence) = view.record(&record.id) else { continue };
        let assurance = words::assurance(evidence.assurance()).say(lang);
        page.paragraph(Style::Plain, 6, &safe(&view.says(evidence).plain()));
        let source = evidence.source.name().unwrap_or_default();
        let locator = evidence.source.locator.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
        let source =
            if source.is_empty() { words::NO_SOURCE.say(lang) } else { format!("{source}{locator}") };
        page.paragraph(Style::Dim, 6, &safe(&format!("{} · {assurance} · {source}", evidence.observed)));
        for reason in reasons {
            page.paragraph(Style::Dim, 6, &reason);
        }
        if let Some(remark) = &evidence.remark {
            page.paragraph(Style::Dim, 6, &safe(remark));
        }
    }
    if result.records.is_empty() {
        page.paragraph(Style::Dim, 2, &words::NO_RECORDS.say(lang));
    }
}
