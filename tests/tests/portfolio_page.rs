//! The page on a portfolio: what the summary says and no more, nothing of a dossier as markup, the same from any number of threads.

use kolosi::portfolio::{Form, Summary};
use kolosi::{Lang, Options, Plan, Portfolio, Standard, Verdict, report};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Groups within groups, three levels, and a control that is not yet in force.
fn plan() -> Plan {
    let control = |id: &str| {
        json!({"id": id, "title": {"fr": format!("Mesure <{id}>"), "en": format!("Control <{id}>")},
            "criteria": [{"value": {"min": 0, "max": 4, "better": "higher"}}]})
    };
    let mut later = control("later");
    later["valid"] = json!({"from": "2030-01-01"});
    let title = |fr: &str, en: &str| json!({"fr": fr, "en": en});
    let standard = json!({
        "id": "demo", "edition": "1", "title": title("Démonstration", "Demo"), "publisher": title("nous", "us"),
        "subject": "organisation", "basis": "proposal", "scale": 100,
        "levels": [{"id": "low", "title": title("Bas", "Low"), "at_least": 0}, {"id": "mid", "title": title("Moyen", "Middle"), "at_least": 40},
            {"id": "high", "title": title("Haut", "High"), "at_least": 80}],
        "groups": [
            {"id": "outer", "title": title("Dehors", "Outer"), "groups": [
                {"id": "one", "title": title("Un", "One"), "controls": [control("a"), control("b")]},
                {"id": "two", "title": title("Deux", "Two"), "controls": [control("c")]}]},
            {"id": "flat", "title": title("Plat", "Flat"), "controls": [control("d"), later]}]});
    let standard = Standard::from_slice(standard.to_string().as_bytes()).unwrap();
    standard.compile(&Options::new("2025-12-31".parse().unwrap())).unwrap()
}

/// A dossier with a value for each of the first controls; none where it is null, « not applicable » where it is false.
fn dossier(subject: &Value, values: &[Value]) -> Value {
    let evidence: Vec<Value> = ["a", "b", "c", "d"]
        .iter()
        .zip(values)
        .filter(|(_, value)| !value.is_null())
        .map(|(control, value)| {
            let mut record =
                json!({"id": format!("r-{control}"), "control": control, "observed": "2025-06-01"});
            if value.is_boolean() {
                record["answer"] = json!("not-applicable");
                record["remark"] = json!("x");
            } else {
                record["value"] = value.clone();
            }
            record
        })
        .collect();
    json!({"standard": {"id": "demo", "edition": "1"}, "subject": subject, "evidence": evidence})
}

/// So many subjects, of whom no two in a row say the same.
fn subjects(count: u64) -> String {
    let said = [json!(4), json!(2), json!(0), Value::Null, json!(false)];
    let line = |n: u64| {
        let values: Vec<Value> = (0..4).map(|at| said[((n + at * n / 5) % 5) as usize].clone()).collect();
        let subject = json!({"id": format!("s{n}"), "name": format!("Sujet {n}"), "attributes": {"region": format!("r{}", n % 3)}});
        format!("{}\n", dossier(&subject, &values))
    };
    (0..count).map(line).collect()
}

fn summary(input: &str, threads: usize) -> (Plan, Summary) {
    let plan = plan();
    let portfolio = Portfolio::new(&plan).by("region").heat(report::HEAT_SUBJECTS);
    let summary = portfolio.run(input.as_bytes(), Form::Ndjson, threads, |_, _| Ok(())).unwrap();
    (plan, summary)
}

fn page(input: &str, lang: Lang) -> String {
    let (plan, summary) = summary(input, 1);
    report::portfolio_html(&summary, &plan, lang)
}

/// With plain spaces, and in one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows of the heat map.
fn rows(page: &str) -> Vec<&str> {
    let table = page.split("<table class=\"heat").nth(1).unwrap().split("</table>").next().unwrap();
    table.split("<tbody>").nth(1).unwrap().split("<tr>").skip(1).collect()
}

fn cells(text: &str, class: &str) -> usize {
    text.matches(&format!("<td class=\"{class}\">")).count()
        + text.matches(&format!("<td class=\"{class} first\">")).count()
}

const CLASSES: [(Verdict, &str, &str); 6] = [
    (Verdict::Satisfied, "s", "S"),
    (Verdict::Partial, "p", "P"),
    (Verdict::NotSatisfied, "n", "N"),
    (Verdict::Undetermined, "u", "I"),
    (Verdict::NotApplicable, "a", "O"),
    (Verdict::NotInForce, "f", "V"),
];

#[test]
fn each_row_has_a_cell_for_each_verdict_and_their_number() {
    let (plan, summary) = summary(&subjects(60), 1);
    let page = report::portfolio_html(&summary, &plan, Lang::Fr);
    let rows = rows(&page);
    assert_eq!((rows.len(), summary.heat.len()), (60, 60));
    let mut seen = BTreeSet::new();
    for (row, heat) in rows.iter().zip(&summary.heat) {
        assert!(row.contains(&format!("<bdi>{}</bdi>", heat.subject)) && row.contains(&heat.name));
        let sums: Vec<usize> = row
            .split("<td class=\"sum\">")
            .skip(1)
            .map(|it| it.split('<').next().unwrap().parse().unwrap())
            .collect();
        for (at, (verdict, class, letter)) in CLASSES.into_iter().enumerate() {
            let count = heat.verdicts.iter().filter(|it| **it == verdict).count();
            assert_eq!(cells(row, class), count, "{verdict:?} of {}", heat.subject);
            assert_eq!(sums[at], count, "{verdict:?} of {}", heat.subject);
            assert_eq!(row.matches(&format!(">{letter}</td>")).count(), count);
            seen.extend((count > 0).then_some(class));
        }
    }
    assert_eq!(seen.len(), CLASSES.len(), "every verdict is drawn");
}

#[test]
fn columns_stand_under_their_groups() {
    let page = page(&subjects(3), Lang::Fr);
    let head = page.split("<table class=\"heat").nth(1).unwrap().split("</thead>").next().unwrap();
    let rows: Vec<&str> = head.split("<tr>").skip(1).collect();
    assert_eq!(rows.len(), 3, "two rows of groups and one of controls");
    let groups = |row: &str| -> Vec<(String, String)> {
        row.split("scope=\"colgroup\" ")
            .skip(1)
            .map(|it| {
                let (spans, rest) = it.split_once('>').unwrap();
                (
                    spans.to_owned(),
                    rest.split("</span>")
                        .next()
                        .unwrap()
                        .replace("<span>", "")
                        .replace("<bdi>", "")
                        .replace("</bdi>", ""),
                )
            })
            .collect()
    };
    let span = |columns: usize, rows: usize, name: &str| {
        (format!("colspan=\"{columns}\" rowspan=\"{rows}\""), name.to_owned())
    };
    let outer = groups(rows[0]);
    assert_eq!(outer[1..], [span(3, 1, "Dehors"), span(2, 2, "Plat")]);
    assert_eq!(groups(rows[1]), [span(2, 1, "Un"), span(1, 1, "Deux")]);
    assert_eq!(rows[2].matches("scope=\"col\" title=").count(), 5);
    // the numbers are those of the list
    for (number, id) in ["a", "b", "c", "d", "later"].iter().enumerate() {
        let item = page.split(&format!("<li id=\"k{0}\" value=\"{0}\">", number + 1)).nth(1).unwrap();
        assert!(item.split("</li>").next().unwrap().contains(&format!("<bdi>{id}</bdi>")), "{id}");
    }
}

#[test]
fn the_first_five_hundred_are_shown_and_the_page_says_so() {
    let (all, more) = (subjects(500), subjects(501));
    for (lang, every, first) in [
        (Lang::Fr, "Toutes les entités, dans l’ordre du fichier.", "Les 500 premières entités sur 501,"),
        (Lang::En, "All subjects, in the order of the file.", "The first 500 subjects out of 501,"),
    ] {
        let (all, more) = (page(&all, lang), page(&more, lang));
        assert_eq!((rows(&all).len(), rows(&more).len()), (500, 500));
        assert!(flat(&all).contains(every) && !flat(&all).contains(first));
        assert!(flat(&more).contains(first) && !flat(&more).contains(every));
        assert!(more.contains("<bdi>s499</bdi>") && !more.contains("<bdi>s500</bdi>"));
    }
}

#[test]
fn threads_change_no_byte() {
    let input = subjects(3_000);
    let of = |threads| {
        let (plan, summary) = summary(&input, threads);
        report::portfolio_html(&summary, &plan, Lang::Fr)
    };
    assert!(of(1) == of(2));
}

#[test]
fn nothing_of_a_dossier_becomes_markup() {
    let subject = json!({"id": "s", "name": "<script>alert(1)</script>\"><img src=x onerror=alert(1)>",
        "attributes": {"region": "</td><b>x</b>"}});
    let input = dossier(&subject, &[json!(4)]).to_string();
    let plan = plan();
    let portfolio = Portfolio::new(&plan).by("region").by("<i>").heat(report::HEAT_SUBJECTS);
    let summary = portfolio.run(input.as_bytes(), Form::Ndjson, 1, |_, _| Ok(())).unwrap();
    assert_eq!(summary.subjects.audited, 1);
    let page = report::portfolio_html(&summary, &plan, Lang::Fr);
    for markup in ["<script", "<img", "<b>", "<i>", "Mesure <a>"] {
        assert!(!page.contains(markup), "{markup}");
    }
    for text in [
        "&lt;script&gt;",
        "&quot;&gt;&lt;img src=x",
        "&lt;/td&gt;&lt;b&gt;x",
        "Par <bdi>&lt;i&gt;",
        "Mesure &lt;a&gt;",
    ] {
        assert!(page.contains(text), "{text}");
    }
    balanced(&page);
}

/// Every element that is opened is closed, in order.
fn balanced(page: &str) {
    let body = page.split_once("</style>").unwrap().1;
    let mut open = vec!["html", "head"];
    for tag in body.split('<').skip(1).map(|it| it.split('>').next().unwrap()) {
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if !matches!(name, "br" | "col" | "meta" | "style") => open.push(name),
            None if name == "style" => open.push("style"),
            None => {}
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn elements_are_closed_and_links_have_their_end() {
    for lang in [Lang::Fr, Lang::En] {
        let page = page(&subjects(40), lang);
        balanced(&page);
        let ids: BTreeSet<&str> =
            page.split(" id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        assert_eq!(page.matches(" id=\"").count(), ids.len(), "no id twice");
        let ends = |attribute: &'static str| {
            page.split(attribute)
                .skip(1)
                .map(|it| it.split('"').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let links: Vec<String> = [ends("href=\"#"), ends("aria-labelledby=\"")].concat();
        assert!(links.len() > 5);
        for link in &links {
            assert!(ids.contains(link.as_str()), "#{link}");
        }
    }
}

#[test]
fn a_score_between_levels_is_given_none_of_them() {
    // one certainly high, one from 50 to 75: certainly middle; one of which nothing is known
    let said = [
        [json!(4), json!(4), json!(4), json!(4)],
        [json!(4), json!(4), json!(0), json!(0)],
        [Value::Null, Value::Null, Value::Null, Value::Null],
    ];
    let lines: Vec<String> = said
        .iter()
        .enumerate()
        .map(|(n, values)| dossier(&json!({"id": format!("s{n}"), "name": "x"}), values).to_string())
        .collect();
    let (plan, summary) = summary(&lines.join("\n"), 1);
    let page = flat(&report::portfolio_html(&summary, &plan, Lang::En));
    let table =
        page.split("<table class=\"spread short\">").nth(1).unwrap().split("</table>").next().unwrap();
    for level in &summary.total.levels {
        assert_eq!(level.possible, 1, "{}", level.level);
    }
    let certain: Vec<u64> = summary.total.levels.iter().map(|level| level.certain).collect();
    assert_eq!(certain.iter().sum::<u64>(), 2);
    // the highest comes first
    let numbers: Vec<u64> = table
        .split("data-label=\"")
        .skip(1)
        .map(|it| it.split('>').nth(1).unwrap().split('<').next().unwrap().parse().unwrap())
        .collect();
    let wanted: Vec<u64> = certain.iter().rev().flat_map(|certain| [*certain, 1]).collect();
    assert_eq!(numbers, wanted);
    let mean = summary.total.mean.as_ref().unwrap();
    assert!(mean.lo != mean.hi && page.contains("Mean score: between "), "{mean:?}");
}

#[test]
fn what_is_made_up_says_so() {
    let line = |id: &str, fictional: bool| {
        let subject = if fictional {
            json!({"id": id, "name": "x", "fictional": true})
        } else {
            json!({"id": id, "name": "x", "attributes": {"note": "fictional"}})
        };
        dossier(&subject, &[json!(4)]).to_string()
    };
    let none = page(&line("a", false), Lang::Fr);
    assert!(!none.contains("Exemple fictif"));
    let all = page(&[line("a", true), line("b", true)].join("\n"), Lang::Fr);
    assert!(all.contains("<title>Exemple fictif – ") && all.contains("rien ici ne décrit une entité réelle"));
    assert!(all.contains("@top-right"), "every sheet of paper says it");
    assert_eq!(rows(&all).iter().filter(|row| row.contains("Exemple fictif")).count(), 0);
    let input = [line("a", true), line("b", false), line("c", false)].join("\n");
    let some = page(&input, Lang::Fr);
    assert!(flat(&some).contains("Entités inventées, de même que leurs preuves : 1 sur 3."));
    let marked: Vec<bool> = rows(&some).iter().map(|row| row.contains("Exemple fictif")).collect();
    assert_eq!(marked, [true, false, false]);
    // by the other way in, too
    let plan = plan();
    let slow = Portfolio::new(&plan).digests(true).heat(report::HEAT_SUBJECTS);
    let slow = slow.run(input.as_bytes(), Form::Ndjson, 1, |_, _| Ok(())).unwrap();
    assert_eq!(slow.fictional, 1);
}

#[test]
fn a_summary_without_verdicts_has_no_map() {
    let plan = plan();
    let asked = |input: &str| {
        let summary = Portfolio::new(&plan).run(input.as_bytes(), Form::Ndjson, 1, |_, _| Ok(())).unwrap();
        report::portfolio_html(&summary, &plan, Lang::Fr)
    };
    let page = asked(&subjects(5));
    assert!(!page.contains("<table class=\"heat") && !page.contains("href=\"#heat\""));
    assert!(page.contains("Écarts les plus fréquents"));
    let empty = asked("{}\n");
    assert!(
        flat(&empty).contains("Aucune entité n’a été auditée.") && flat(&empty).contains("1 ligne en erreur")
    );
    assert!(!empty.contains("Aucun écart"), "nothing is said of gaps where nobody was audited");
    balanced(&empty);
}

#[test]
fn the_profile_and_the_digest_are_told() {
    let standard = kolosi::bundled("ml-snc-2026").unwrap();
    let mut options = Options::new("2025-12-31".parse().unwrap());
    options.parameters.insert("evidence-age".to_owned(), "P12M".to_owned());
    let plan = standard.compile(&options).unwrap();
    let summary = Portfolio::new(&plan).run(&b""[..], Form::Ndjson, 1, |_, _| Ok(())).unwrap();
    for (lang, words) in [(Lang::Fr, "Paramètre fixé par option"), (Lang::En, "Parameter set by option")] {
        let page = report::portfolio_html(&summary, &plan, lang);
        assert!(page.contains(standard.digest()) && page.contains(words) && page.contains("P12M"));
        assert!(page.contains(standard.edition()));
    }
}
