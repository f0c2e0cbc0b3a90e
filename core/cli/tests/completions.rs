//! Shell completions.
#![allow(clippy::expect_used, missing_docs, reason = "a test fails by panicking")]

mod common;

use common::{folder, kolosi, path};
use std::process::Command;

const BASH: &str = r#"
set -eu
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
cur=${COMP_WORDS[COMP_CWORD]}
_kolosi kolosi "$cur" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
"#;

#[test]
fn bash_reads_its_script_and_completes() {
    let folder = folder();
    for lang in ["fr", "en"] {
        let script = path(&folder, "kolosi.bash");
        std::fs::write(&script, kolosi(&["completions", "bash", "--lang", lang]).out).expect("a file");
        let checked = Command::new("bash").args(["-n", &script]).status().expect("bash");
        assert!(checked.success());
        let offered = |words: &[&str]| -> Vec<String> {
            let args = [&["-c", BASH, "bash", &script, "kolosi"], words].concat();
            let output = Command::new("bash").args(args).output().expect("bash");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
        };
        let commands = offered(&[""]);
        for command in
            ["standards", "show", "audit", "explain", "verify", "check", "new", "problems", "completions"]
        {
            assert!(commands.iter().any(|it| it == command), "{command}: {commands:?}");
        }
        assert_eq!(offered(&["au"]), ["audit"]);
        assert_eq!(offered(&["audit", "itu-g"]), ["itu-gci-2024"]);
        assert_eq!(offered(&["verify", "a.json", "--standard", "un"]), ["un-egdi-2024"]);
        assert_eq!(offered(&["audit", "a", "b", "--as"]), ["--as-of", "--assurance"]);
        assert_eq!(offered(&["audit", "a", "b", "--assurance", "v"]), ["verified"]);
        assert_eq!(offered(&["problems", "unknown-k"]), ["unknown-key"]);
        assert_eq!(offered(&["new", "d"]), ["dossier"]);
        assert_eq!(offered(&["new", "dossier", "--standard", "gci"]), ["gci-self-assessment"]);
        assert_eq!(offered(&["standards", "--lang", ""]), ["fr", "en"]);
    }
}

#[test]
fn every_shell_has_a_script() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = kolosi(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("kolosi") && ran.out.contains("fail-under-level"), "{shell}");
    }
    let unknown = kolosi(&["completions", "tcsh"]);
    assert!(unknown.code == 2 && unknown.err.contains("`bash`, `elvish`, `fish`"), "{}", unknown.err);
}
