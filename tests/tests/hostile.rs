//! Nothing that is read makes the core panic: the repository's documents, mutated.

use kolosi_tests::standard_folders;
use proptest::prelude::*;

/// A document of the repository: its standard, the bytes, and whether they are a dossier.
fn documents() -> Vec<(String, Vec<u8>, bool)> {
    let mut documents = Vec::new();
    for folder in standard_folders() {
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        for name in ["standard.yaml", "standard.json"] {
            documents.push((id.clone(), std::fs::read(folder.join(name)).unwrap(), false));
        }
        for example in std::fs::read_dir(folder.join("examples")).unwrap() {
            documents.push((id.clone(), std::fs::read(example.unwrap().path()).unwrap(), true));
        }
    }
    documents.sort();
    documents
}

/// What a mutation may put into a document.
const PIECES: [&str; 24] = [
    "",
    "-",
    ": ",
    "\n",
    "\t",
    "  ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">-",
    "# ",
    "---\n",
    "0",
    "1e31",
    "9999-12-31",
    "P999999999Y",
    "\u{202e}",
];

#[derive(Clone, Debug)]
struct Mutation {
    at: usize,
    remove: usize,
    piece: usize,
    repeat: usize,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    (any::<usize>(), 0usize..40, 0..PIECES.len(), 1usize..4)
        .prop_map(|(at, remove, piece, repeat)| Mutation { at, remove, piece, repeat })
}

fn mutated(mut bytes: Vec<u8>, mutations: &[Mutation]) -> Vec<u8> {
    for mutation in mutations {
        let at = mutation.at % (bytes.len() + 1);
        let end = (at + mutation.remove).min(bytes.len());
        bytes.splice(at..end, PIECES[mutation.piece].repeat(mutation.repeat).into_bytes());
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("KOLOSI_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(3_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_read_makes_the_core_panic(which in any::<usize>(), mutations in proptest::collection::vec(mutation(), 1..6)) {
        let documents = documents();
        let (id, bytes, is_dossier) = &documents[which % documents.len()];
        let bytes = mutated(bytes.clone(), &mutations);
        let options = kolosi::Options::new("2025-12-31".parse().unwrap());
        let outcome = if *is_dossier {
            let plan = kolosi::bundled(id).unwrap().compile(&options).unwrap();
            plan.dossier(&bytes).map(|dossier| { let _ = plan.audit(&dossier).to_json(); })
        } else {
            kolosi::Standard::from_slice(&bytes).and_then(|standard| standard.compile(&options)).map(|_| ())
        };
        if let Err(problems) = outcome {
            prop_assert!(problems.iter().any(kolosi::Problem::is_error), "refused without a reason");
            for problem in &problems {
                for lang in [kolosi::Lang::Fr, kolosi::Lang::En] {
                    let control = problem.message(lang).contains(char::is_control);
                    prop_assert!(!control, "a message that a terminal would act on");
                    prop_assert!(!problem.help(lang).is_empty());
                }
            }
        }
    }
}
