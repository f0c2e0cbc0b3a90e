//! Crosswalks: of the built-in mappings nothing is lost, of hostile words nothing runs.

use kolosi::{Crosswalk, Framework, IdList, Lang, Linked, Mapping, Standard, report};
use kolosi_tests::mappings::{from, mappings, to};
use kolosi_tests::standards::{list, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const HOSTILE: &str = "=cmd|'/c calc'!A0<script>alert(1)</script>\"><img src=x onerror=alert(2)>";

/// The rows of a table in English, without its heading.
fn rows(crosswalk: &Crosswalk) -> Vec<Vec<String>> {
    let table = report::crosswalk_csv(crosswalk, Lang::En);
    let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_edge_and_every_gap_of_a_built_in_mapping_has_its_row_both_ways() {
    for document in mappings() {
        let mapping = kolosi::bundled_mapping(text(&document, "id")).unwrap();
        let sides: Vec<Framework> = [mapping.source(), mapping.target()]
            .iter()
            .flat_map(|id| kolosi::bundled_frameworks(id.as_str()))
            .collect();
        let linked = mapping.link(&sides).unwrap();
        let edges = list(&document, "edges");
        let related = || edges.iter().filter(|edge| edge["relation"] != "no-relationship");
        let sources: BTreeSet<&str> = related().flat_map(from).collect();
        let targets: BTreeSet<&str> = related().map(to).collect();
        let lone = |framework: &Framework, related: &BTreeSet<&str>| -> Vec<String> {
            let ids = framework.control_ids().into_iter().map(|id| id.as_str().to_owned());
            ids.filter(|id| !related.contains(id.as_str())).collect()
        };
        let gaps = [lone(linked.source(), &sources), lone(linked.target(), &targets)];
        for is_inverse in [false, true] {
            let (mut ends, mut gaps) = ([linked.source().id(), linked.target().id()], gaps.clone());
            if is_inverse {
                ends.reverse();
                gaps.reverse();
            }
            let crosswalk = Crosswalk::new(ends[0], ends[1], std::slice::from_ref(&linked)).unwrap();
            let rows = rows(&crosswalk);
            let (gap_rows, pair_rows) = rows.split_at(gaps[0].len() + gaps[1].len());
            let told: Vec<&String> =
                gap_rows.iter().map(|row| if row[0].is_empty() { &row[3] } else { &row[0] }).collect();
            assert_eq!(told, gaps.iter().flatten().collect::<Vec<_>>(), "{}", document["id"]);
            assert!(gap_rows.iter().all(|row| row[2] == "no counterpart"));
            let (at_from, at_to) = if is_inverse { (3, 0) } else { (0, 3) };
            let told: BTreeSet<[&str; 3]> = pair_rows
                .iter()
                .map(|row| [row[at_from].as_str(), row[at_to].as_str(), row[6].as_str()])
                .collect();
            let wanted: BTreeSet<[&str; 3]> =
                edges.iter().map(|edge| [from(edge)[0], to(edge), text(&edge["rationale"], "en")]).collect();
            assert_eq!((told, pair_rows.len()), (wanted, edges.len()), "{}", document["id"]);
            assert!(pair_rows.iter().all(|row| row[7] == *text(&document, "id")));
        }
    }
}

/// A framework whose one control has two criteria, its title and those of the first as given.
fn standard(title: &str, criterion: &str) -> Standard {
    let text = |text: &str| json!({"fr": text, "en": text});
    let criteria =
        json!([{"id": "first", "title": text(criterion), "answer": "s"}, {"id": "second", "answer": "s"}]);
    let standard = json!({
        "id": "b", "edition": "1", "title": text(title), "publisher": text("P"), "subject": "organisation",
        "basis": "proposal", "scale": "100",
        "scales": [{"id": "s", "answers": [{"id": "yes", "title": text("Y"), "degree": "1"}]}],
        "groups": [{"id": "g", "title": text("G"), "controls": [
            {"id": "control", "title": text(title), "criteria": criteria},
            {"id": "lone", "title": text("Lone"), "criteria": [{"answer": "s"}]}]}],
    });
    Standard::from_slice(standard.to_string().as_bytes()).unwrap()
}

/// Its mapping from a list of ids, by these edges.
fn linked(ids: &[&str], standard: Standard, title: &str, edges: &Value) -> Linked {
    let ids = json!({"id": "a", "edition": "1", "title": {"fr": title, "en": title}, "ids": ids});
    let ids = IdList::from_slice(ids.to_string().as_bytes()).unwrap();
    let mapping = json!({
        "id": "a-to-b", "edition": "1", "title": {"fr": title, "en": title}, "basis": "proposal",
        "source": {"standard": "a", "edition": "1", "ids_digest": ids.digest()},
        "target": {"standard": "b", "edition": "1", "digest": standard.digest()},
        "edges": edges,
    });
    let mapping = Mapping::from_slice(mapping.to_string().as_bytes()).unwrap();
    mapping.link(&[Framework::Ids(ids), Framework::Standard(standard)]).unwrap()
}

fn both_ways(linked: &Linked) -> [Crosswalk; 2] {
    let (a, b) = (linked.source().id(), linked.target().id());
    [(a, b), (b, a)].map(|(from, to)| Crosswalk::new(from, to, std::slice::from_ref(linked)).unwrap())
}

fn gaps(crosswalk: &Crosswalk) -> [Vec<&str>; 2] {
    crosswalk.gaps().map(|ids| ids.into_iter().map(kolosi::Id::as_str).collect())
}

#[test]
fn an_edge_to_a_criterion_says_so_and_its_control_is_no_gap() {
    let edge = json!([{"from": "one", "to_criterion": "first", "relation": "superset-of",
        "rationale": {"fr": "r", "en": "r"}, "confidence": "high"}]);
    let linked = linked(&["one", "two"], standard("Whole", "Its first part"), "A", &edge);
    let [forwards, backwards] = both_ways(&linked);
    assert_eq!(gaps(&forwards), [["two"], ["lone"]]);
    assert_eq!(gaps(&backwards), [["lone"], ["two"]]);
    let page = report::crosswalk_text(&forwards, Lang::Fr, false);
    assert!(page.contains("→ critère first Its first part"), "{page}");
    assert!(page.contains("si ses exigences sont remplies"), "{page}");
    // what holds of a part says nothing of the whole, nor of the other side
    let page = report::crosswalk_text(&backwards, Lang::En, false);
    assert!(
        page.contains("– criterion first Its first part") && page.contains("nothing in this direction"),
        "{page}"
    );
    for html in [Lang::Fr, Lang::En].map(|lang| report::crosswalk_html(&forwards, lang)) {
        assert!(html.contains("<bdi>Its first part</bdi>") && html.contains("<bdi>first</bdi>"));
    }
}

#[test]
fn no_text_runs_in_a_page_nor_in_a_spreadsheet() {
    let id = "=<b>1+1</b>";
    let edge = json!([{"from": id, "to_criterion": "first", "relation": "equal",
        "rationale": {"fr": HOSTILE, "en": HOSTILE}, "confidence": "low"}]);
    let linked = linked(&[id, "@SUM(1)", "-1+1"], standard(HOSTILE, HOSTILE), HOSTILE, &edge);
    for crosswalk in both_ways(&linked) {
        for lang in [Lang::Fr, Lang::En] {
            let html = report::crosswalk_html(&crosswalk, lang);
            for tag in ["<script", "<img", "<b>"] {
                assert!(!html.contains(tag), "{tag}");
            }
            assert!(html.contains("&lt;script&gt;alert(1)") && html.contains("&lt;b&gt;1+1"));
        }
        for row in rows(&crosswalk) {
            for cell in row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
        let cells: BTreeSet<String> = rows(&crosswalk).into_iter().flatten().collect();
        for guarded in [format!("'{id}"), format!("'{HOSTILE}"), "'@SUM(1)".to_owned(), "'-1+1".to_owned()] {
            assert!(cells.contains(&guarded), "{guarded} in {cells:?}");
        }
    }
}

#[test]
fn a_title_in_one_language_alone_is_shown_and_marked() {
    let edge = json!([{"from": "one", "to": "control", "relation": "equal",
        "rationale": {"fr": "Parce que.", "en": "Because."}, "confidence": "low"}]);
    let document: Value = serde_json::from_str(standard("T", "C").canonical()).unwrap();
    let mut french = document.clone();
    french["groups"][0]["controls"][0]["title"] = json!({"fr": "Mesure seule"});
    let standard = Standard::from_slice(french.to_string().as_bytes()).unwrap();
    let [forwards, _] = both_ways(&linked(&["one"], standard, "A", &edge));
    let html = report::crosswalk_html(&forwards, Lang::En);
    assert!(html.contains("<bdi lang=\"fr\">Mesure seule</bdi>") && html.contains("Because."), "{html}");
}
