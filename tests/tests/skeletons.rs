//! Documents to begin with: valid as they stand, and still valid when their examples are made to count.

use kolosi::{Code, Lang, Options, Plan, Standard, Verdict, skeleton};
use kolosi_tests::repository::{Loader, documents};

fn options() -> Options {
    Options::new("2025-12-31".parse().unwrap())
}

/// What the explanations tell a reader to do, for every example: the `# ` goes, and what stands in place of an answer replaces it.
fn with_examples(skeleton: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in skeleton.lines() {
        let text = line.trim_start_matches(' ');
        let Some(example) = text.strip_prefix("# ") else {
            lines.push(line.to_owned());
            continue;
        };
        if example.starts_with("value:") || example.starts_with("sample:") {
            let answer = lines.iter().rposition(|line| line == "    answer: unknown").expect("an answer");
            lines.remove(answer);
        }
        lines.push(format!("{}{example}", &line[..line.len() - text.len()]));
    }
    lines.join("\n") + "\n"
}

/// The plans of a standard: without a profile, and with each of its profiles.
fn plans(standard: &Standard) -> Vec<Plan> {
    let document: serde_json::Value = serde_json::from_str(standard.canonical()).unwrap();
    let profiles = document["profiles"].as_array().cloned().unwrap_or_default();
    let asked = profiles.iter().map(|profile| options().profile(profile["id"].as_str().unwrap()));
    std::iter::once(options()).chain(asked).map(|options| standard.compile(&options).unwrap()).collect()
}

/// The audit of a dossier that has neither a problem nor a warning.
fn audit(plan: &Plan, dossier: &str) -> kolosi::Audit {
    let read = plan.dossier(dossier.as_bytes()).unwrap_or_else(|problems| panic!("{problems}\n{dossier}"));
    assert!(read.warnings().is_empty(), "{:?}\n{dossier}", read.warnings());
    plan.audit(&read)
}

/// A dossier as it stands knows nothing; and only its comments depend on the language.
fn knows_nothing(plan: &Plan) {
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| audit(plan, &skeleton::dossier(plan, lang).unwrap()));
    assert_eq!(fr.to_json(), en.to_json());
    assert_eq!(fr.coverage.determined, 0);
    for finding in &fr.findings {
        // an unknown that is only declared is set aside where a paper is asked for
        let unknown = |reason: &String| ["answered-unknown", "assurance-too-low"].contains(&reason.as_str());
        let unknown = finding.reasons.iter().any(unknown);
        assert!(unknown || finding.verdict == Verdict::NotInForce, "{finding:?}");
    }
}

fn examples_count(plan: &Plan) {
    for lang in [Lang::Fr, Lang::En] {
        let skeleton = skeleton::dossier(plan, lang).unwrap();
        let (before, after) = (audit(plan, &skeleton), audit(plan, &with_examples(&skeleton)));
        assert!(after.evidence.len() > before.evidence.len());
        assert_eq!((before.waivers.len(), after.waivers.len()), (0, 1));
        // what the examples name, they are told to be evidence of
        for finding in &after.findings {
            for criterion in &finding.criteria {
                assert!(!criterion.records.is_empty(), "{}", criterion.criterion);
            }
        }
    }
}

#[test]
fn the_dossier_of_every_built_in_standard_is_valid_and_says_nothing() {
    for id in kolosi::bundled_ids() {
        plans(&kolosi::bundled(id).unwrap()).iter().for_each(knows_nothing);
    }
}

#[test]
fn the_examples_of_every_built_in_standard_count_once_they_are_no_comments() {
    for id in kolosi::bundled_ids() {
        plans(&kolosi::bundled(id).unwrap()).iter().for_each(examples_count);
    }
}

#[test]
fn any_standard_has_its_dossier() {
    let (mut tried, mut costly) = (0, 0);
    for document in documents() {
        let Loader::Standard = document.loader else { continue };
        let Ok(standard) = Standard::from_slice(&document.bytes) else { continue };
        for plan in plans(&standard) {
            knows_nothing(&plan);
            // a vector's standard on which any value at all is too much work
            let examples = with_examples(&skeleton::dossier(&plan, Lang::Fr).unwrap());
            if plan
                .dossier(examples.as_bytes())
                .is_err_and(|told| told.iter().all(|it| it.code() == Code::TooCostly))
            {
                costly += 1;
                continue;
            }
            examples_count(&plan);
            tried += 1;
        }
    }
    assert!(tried > 50 && costly < 10, "{tried}, {costly}");
}

#[test]
fn each_form_of_statement_has_its_example() {
    let standard = Standard::from_slice(skeleton::standard(Lang::En).as_bytes()).unwrap();
    let plan = standard.compile(&options().profile("hosted")).unwrap();
    let dossier = skeleton::dossier(&plan, Lang::En).unwrap();
    for part in [
        "## Requirement: Staff attend security training each year.\n",
        "## Proof: Count those present in the year and divide by the number of staff.\n",
        "## Answers: \"no\" (No), partial (Partial), \"yes\" (Yes), unknown (I do not know).\n",
        "## Asked: A value from 0 to 100\u{a0}%; higher is better.\n",
        "    # value: 0\n",
        "    # sample: {checked: 20, population: 150, exceptions: 2}\n",
        "  #   kind: server\n  #   data:\n  #     ## Name: text. Required: the same value names the same thing.\n  #     name: \"…\"\n",
        "  #     ## Users: whole number (persons)\n  #     users: 1\n",
        "## Hosting: one of these words: own (On our premises), provider (At a provider)\n  #     place: own\n",
        "  - id: provider-contract\n    control: provider-contract\n    observed: 2025-12-31\n    answer: unknown\n",
    ] {
        assert!(dossier.contains(part), "{part}\n{dossier}");
    }
    let without = skeleton::dossier(&standard.compile(&options()).unwrap(), Lang::En).unwrap();
    assert!(!without.contains("provider-contract"), "only the controls of the plan");
    let french = skeleton::dossier(&plan, Lang::Fr).unwrap();
    assert!(french.contains("## Preuve attendue\u{a0}: Comptez les présents"), "{french}");
    assert!(french.contains(
        "## Réponses\u{a0}: \"no\" (Non), partial (Partiellement), \"yes\" (Oui), unknown (Je ne sais pas).\n"
    ));

    // every example filled in: all is known that the examples speak of
    let audit = audit(&plan, &with_examples(&dossier));
    let verdict = |control: &str| {
        let finding = audit.findings.iter().find(|it| it.control == control).unwrap();
        finding.verdict
    };
    assert_eq!(
        verdict("written-policy"),
        Verdict::Satisfied,
        "the example answers the last answer of the scale"
    );
    assert_eq!(verdict("trained-staff"), Verdict::NotSatisfied, "the example measures the least value");
    assert_eq!(verdict("provider-contract"), Verdict::Undetermined);
}

#[test]
fn the_standard_is_valid_and_has_one_of_everything() {
    let [fr, en] = [Lang::Fr, Lang::En].map(skeleton::standard);
    let [in_french, in_english] = [&fr, &en].map(|text| Standard::from_slice(text.as_bytes()).unwrap());
    assert!(in_french.warnings().is_empty(), "{:?}", in_french.warnings());
    assert_eq!(in_french.digest(), in_english.digest(), "only comments depend on the language");
    for text in [&fr, &en] {
        assert!(!text.contains("##fr") && !text.contains("##en"), "{text}");
        let completed = Standard::from_slice(with_examples(text).as_bytes()).unwrap();
        assert!(completed.warnings().is_empty(), "{:?}", completed.warnings());
        assert_ne!(completed.digest(), in_french.digest(), "the examples say something");
    }
    assert!(fr.contains("##\u{20}Une échelle\u{a0}:") && en.contains("## A scale:"));
    let document: serde_json::Value = serde_json::from_str(in_french.canonical()).unwrap();
    let lists = ["sources", "scales", "kinds", "parameters", "levels", "groups", "profiles"];
    assert!(lists.iter().all(|list| !document[list].as_array().unwrap().is_empty()));
    for ask in ["\"answer\":\"yes-partial-no\"", "\"value\":{", "\"test\":{"] {
        assert!(in_french.canonical().contains(ask), "{ask}");
    }
    plans(&in_french).iter().for_each(knows_nothing);
}
