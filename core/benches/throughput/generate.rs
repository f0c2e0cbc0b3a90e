//! A made-up standard of 200 controls and any number of made-up dossiers of 100 records each, the same for the same seed.

use std::fmt::Write;

/// Controls of the standard.
pub(crate) const CONTROLS: u64 = 200;
/// Records of a dossier.
pub(crate) const RECORDS: u64 = 100;
/// The date of every audit.
pub(crate) const AS_OF: &str = "2026-06-30";

/// `SplitMix64` (Steele, Lea, Flood 2014): small, seeded, good enough to draw examples with.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `n` − 1.
    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.below(words.len() as u64)).unwrap_or_default()]
    }

    fn date(&mut self) -> String {
        format!(
            "{}-{:02}-{:02}",
            self.of(&["2024", "2025", "2025", "2026"]),
            1 + self.below(6),
            1 + self.below(28)
        )
    }
}

/// What a control asks, by its place among the twenty of its group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    Answer,
    Value,
    Test,
}

/// 120 answers, 50 values and 30 tests.
pub(crate) fn asks(control: u64) -> Asks {
    match control % 20 {
        0..12 => Asks::Answer,
        12..17 => Asks::Value,
        _ => Asks::Test,
    }
}

/// The `over` of the tests, in turn.
pub(crate) const OVER: [&str; 3] = ["\"every\"", "{\"share\": \"0.9\"}", "{\"count\": 2}"];

/// The highest value of a value control: percent, points, days, grades. The lowest is 0, and every other one is better when
/// lower.
pub(crate) fn most(control: u64) -> u64 {
    [100, 20, 365, 10, 5][usize::try_from(control % 5).unwrap_or_default()]
}

/// The standard, as JSON.
pub(crate) fn standard() -> String {
    let mut text = String::from(
        r#"{"id": "bench", "edition": "1", "title": {"en": "Benchmark"}, "publisher": {"en": "us"}, "subject": "organisation",
        "basis": "proposal", "scale": 1000, "levels": [{"id": "low", "title": {"en": "Low"}, "at_least": 0},
        {"id": "mid", "title": {"en": "Middle"}, "at_least": 400}, {"id": "high", "title": {"en": "High"}, "at_least": 700}],
        "scales": [{"id": "maturity", "answers": [{"id": "yes", "title": {"en": "Yes"}, "degree": 1},
        {"id": "partial", "title": {"en": "Partly"}, "degree": 0.5}, {"id": "no", "title": {"en": "No"}, "degree": 0}]}],
        "kinds": [{"id": "host", "title": {"en": "Host"}, "key": ["name"], "fields": [
        {"id": "name", "title": {"en": "Name"}, "type": "text"}, {"id": "patched", "title": {"en": "Patched"}, "type": "boolean"},
        {"id": "restored", "title": {"en": "Restored"}, "type": "date"},
        {"id": "log_days", "title": {"en": "Log retention"}, "type": "integer"}]}],
        "groups": ["#,
    );
    for control in 0..CONTROLS {
        match (control % 20, control) {
            (0, 0) => text.push_str(r#"{"id": "g0", "title": {"en": "Group"}, "controls": ["#),
            (0, _) => {
                let _ = write!(
                    text,
                    r#"]}}, {{"id": "g{}", "title": {{"en": "Group"}}, "controls": ["#,
                    control / 20
                );
            }
            _ => text.push_str(", "),
        }
        let age = if control % 4 == 0 { r#", "max_age": "P18M""# } else { "" };
        let asked = match asks(control) {
            Asks::Answer => r#""answer": "maturity""#.to_owned(),
            Asks::Value => {
                let better = if control % 2 == 0 { "higher" } else { "lower" };
                format!(r#""value": {{"min": 0, "max": {}, "better": "{better}"}}"#, most(control))
            }
            Asks::Test => {
                let field = match control % 3 {
                    0 => r#"{"field": "patched", "op": "equals", "value": true}"#,
                    1 => r#"{"field": "log_days", "op": "at-least", "value": 180}"#,
                    _ => r#"{"field": "restored", "op": "after", "value": "2025-01-31"}"#,
                };
                let over = OVER[usize::try_from(control % 20 - 17).unwrap_or_default()];
                format!(r#""test": {{"kind": "host", "where": [{field}], "over": {over}}}"#)
            }
        };
        let _ = write!(
            text,
            r#"{{"id": "c-{control:03}", "title": {{"en": "Control"}}, "criteria": [{{{asked}{age}}}]}}"#
        );
    }
    text.push_str("]}]}");
    text
}

/// One dossier, as a line of NDJSON.
pub(crate) fn dossier(draw: &mut Draw, number: u64, line: &mut String) {
    let (region, sector) =
        (draw.of(&["Kayes", "Koulikoro", "Ségou", "Mopti"]), draw.of(&["bank", "ministry", "telecom"]));
    let _ = write!(
        line,
        r#"{{"standard":{{"id":"bench","edition":"1"}},"subject":{{"id":"s-{number:06}","name":"Entité {number} (exemple fictif)","attributes":{{"region":"{region}","sector":"{sector}"}}}},"evidence":["#
    );
    for record in 0..RECORDS {
        if record > 0 {
            line.push(',');
        }
        self::record(draw, record, line);
    }
    line.push(']');
    if draw.below(5) == 0 {
        let control = draw.below(CONTROLS);
        let _ = write!(
            line,
            r#","waivers":[{{"id":"w1","controls":["c-{control:03}"],"reason":"Remplacement en cours","approved_by":"Comité","from":"2026-01-01","until":"2026-12-31"}}]"#
        );
    }
    line.push_str("}\n");
}

fn record(draw: &mut Draw, number: u64, line: &mut String) {
    let control = draw.below(CONTROLS);
    let observed = draw.date();
    let _ = write!(line, r#"{{"id":"r-{number:04}","observed":"{observed}","control":"c-{control:03}","#);
    match asks(control) {
        _ if draw.below(20) == 0 && !(asks(control) == Asks::Test && control % 20 == 19) => {
            let (checked, population) = (draw.below(40), 40 + draw.below(60));
            let exceptions = draw.below(checked + 1);
            let _ = write!(
                line,
                r#""sample":{{"checked":{checked},"population":{population},"exceptions":{exceptions}}}"#
            );
        }
        Asks::Answer => {
            let answer = draw.of(&["yes", "yes", "partial", "no", "unknown"]);
            let _ = write!(line, r#""answer":"{answer}""#);
        }
        Asks::Value => {
            let value = draw.below(most(control) * 10);
            let _ = write!(line, r#""value":{}.{}"#, value / 10, value % 10);
        }
        Asks::Test => {
            let (host, patched, days) =
                (draw.below(20), draw.of(&["true", "true", "false"]), draw.below(400));
            let restored = draw.date();
            let _ = write!(
                line,
                r#""kind":"host","data":{{"name":"host-{host:02}","patched":{patched},"restored":"{restored}","log_days":{days}}}"#
            );
        }
    }
    let assurance = draw.of(&["declared", "declared", "documented", "verified"]);
    let source = draw.below(12);
    let _ = write!(
        line,
        r#","assurance":"{assurance}","source":{{"id":"src-{source:02}","title":"Rapport annuel de sécurité"}},"by":"Awa Traoré""#
    );
    match draw.below(10) {
        0 => line.push_str(r#","remark":"Relevé lors de la visite du site principal""#),
        1 => {
            let _ = write!(line, r#","expires":"2027-{:02}-01""#, 1 + draw.below(12));
        }
        2 if number > 0 => {
            let _ = write!(line, r#","supersedes":"r-{:04}""#, draw.below(number));
        }
        _ => {}
    }
    line.push('}');
}

/// So many dossiers, one a line.
pub(crate) fn portfolio(dossiers: u64) -> String {
    let mut draw = Draw(1);
    let mut text = String::new();
    for number in 0..dossiers {
        dossier(&mut draw, number, &mut text);
    }
    text
}
