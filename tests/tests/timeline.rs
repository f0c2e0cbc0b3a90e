//! Until when the proofs of an audit count, as its HTML report tells it.

use kolosi::{Lang, Options, Standard, report};
use serde_json::{Value, json};

fn standard() -> Standard {
    let document = json!({
        "id": "demo", "edition": "1", "title": {"en": "Demo"}, "publisher": {"en": "x"}, "subject": "organisation",
        "basis": "proposal", "scale": 100,
        "scales": [{"id": "s", "answers": [{"id": "yes", "title": {"en": "x"}, "degree": 1}]}],
        "parameters": [{"id": "age", "title": {"en": "x"}, "type": "duration", "default": "P1Y", "min": "P1M", "max": "P9Y"}],
        "groups": [{"id": "g", "title": {"en": "x"}, "controls": [
            {"id": "aged", "title": {"en": "Aged"}, "criteria": [{"answer": "s", "max_age": {"parameter": "age"}}]},
            {"id": "free", "title": {"en": "Free"}, "criteria": [{"answer": "s"}]}]}],
        "profiles": [{"id": "long", "title": {"en": "x"}, "parameters": [{"parameter": "age", "value": "P2Y", "reason": {"en": "x"}}]}],
    });
    Standard::from_slice(document.to_string().as_bytes()).unwrap()
}

fn record(id: &str, control: Value, observed: &str, expires: Option<&str>) -> Value {
    let mut record =
        json!({"id": id, "control": control, "observed": observed, "answer": "yes", "source": {"id": id}});
    if let Some(expires) = expires {
        record["expires"] = json!(expires);
    }
    record
}

fn at(date: &str) -> Options {
    Options::new(date.parse().unwrap())
}

/// The section of the report, and the rows of its tables as text, one list for what is over and one for what is to come.
fn section(evidence: &[Value], options: &Options, lang: Lang) -> (String, Vec<Vec<String>>) {
    let plan = standard().compile(options).unwrap();
    let dossier = json!({"standard": {"id": "demo", "edition": "1"}, "subject": {"id": "x", "name": "exemple fictif"}, "evidence": evidence});
    let page =
        report::html(&plan.audit(&plan.dossier(dossier.to_string().as_bytes()).unwrap()), lang).unwrap();
    let from = page.find("<section id=\"expiry\">").unwrap();
    let section = page[from..].split("</section>").next().unwrap().to_owned();
    let tables = section.split("<tbody>").skip(1).map(|table| {
        let body = table.split("</tbody>").next().unwrap();
        body.split("<tr>").skip(1).map(text).collect()
    });
    let tables = tables.collect();
    (section, tables)
}

/// What a reader sees of markup, cells apart.
fn text(markup: &str) -> String {
    let mut out = String::new();
    for piece in markup.replace("</td>", "|").replace("</th>", "|").split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    out.replace('\u{a0}', " ")
}

#[test]
fn proofs_stand_in_the_order_of_their_last_day_with_days_and_cause() {
    let mut evidence = [
        record("by-age", json!("aged"), "2025-03-01", None),
        record("by-date", json!(["aged", "free"]), "2025-03-02", Some("2025-09-30")),
        record("never", json!("free"), "2025-03-03", None),
        record("both", json!("aged"), "2025-06-30", Some("2026-06-30")),
        record("today", json!("free"), "2025-03-04", Some("2025-06-30")),
        record("over", json!("free"), "2025-01-01", Some("2025-06-29")),
        record("too-old", json!("aged"), "2024-06-29", None),
        // there is nothing to renew
        record("withdrawn", json!("free"), "2025-01-01", Some("2025-02-01")),
    ];
    evidence[7]["withdrawn"] = json!({"date": "2025-01-15", "reason": "x"});
    let (section, tables) = section(&evidence, &at("2025-06-30"), Lang::En);
    assert_eq!(
        tables,
        [
            vec!["over|Free|2025-06-29|1|its own date|", "too-old|Aged|2025-06-29|1|greatest age of 1 year|"],
            vec![
                "1|today|Free|2025-06-30|0|its own date|",
                "2|by-date|AgedFree|2025-09-30|92|its own date|",
                "3|by-age|Aged|2026-03-01|244|greatest age of 1 year|",
                "4|both|Aged|2026-06-30|365|its own date and the greatest age of 1 year|",
            ]
        ]
    );
    // a line for each, the last at the end of the axis
    assert_eq!(section.matches("class=\"life\"").count(), 4);
    assert!(section.contains("x2=\"96%\"") && section.contains("x2=\"0%\""));
}

#[test]
fn the_greatest_age_is_that_of_the_profile_and_of_the_options() {
    let evidence = [record("r", json!("aged"), "2025-03-01", None)];
    for (options, day, cause) in [
        (at("2025-06-30"), "2026-03-01", "1 an"),
        (at("2025-06-30").profile("long"), "2027-03-01", "2 ans"),
        (at("2025-06-30").profile("long").set("age", "P5M"), "2025-08-01", "5 mois"),
    ] {
        let (_, tables) = section(&evidence, &options, Lang::Fr);
        assert!(tables[0][0].contains(day) && tables[0][0].contains(cause), "{tables:?}");
    }
}

#[test]
fn many_proofs_are_drawn_in_part_and_told_in_full() {
    let evidence: Vec<Value> = (1..=60)
        .map(|index| {
            record(
                &format!("r{index:02}"),
                json!("free"),
                "2025-01-01",
                Some(&format!("20{:02}-01-01", index + 25)),
            )
        })
        .collect();
    let (section, tables) = section(&evidence, &at("2025-06-30"), Lang::Fr);
    assert_eq!((section.matches("class=\"life\"").count(), tables[0].len()), (24, 60));
    assert!(section.contains("les 24 premières échéances sur 60"));
    assert!(section.contains("plus tard que l’axe") && section.contains("href=\"#m-later\""));
    assert!(tables[0][59].contains("2085-01-01"));
}

#[test]
fn where_nothing_ends_the_report_says_so() {
    for evidence in [vec![], vec![record("r", json!("free"), "2025-01-01", None)]] {
        let (section, tables) = section(&evidence, &at("2025-06-30"), Lang::Fr);
        assert!(tables.is_empty() && !section.contains("<svg"));
        assert!(section.contains("Aucune preuve retenue n’a d’échéance"));
    }
    // nor does a date beyond the calendar end the drawing
    let (section, tables) =
        section(&[record("r", json!("free"), "2025-01-01", Some("9999-12-31"))], &at("9999-12-31"), Lang::Fr);
    assert!(tables[0][0].contains("|0|") && section.contains("class=\"life\""));
}
