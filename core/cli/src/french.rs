//! The help in French. That in English stands in `args.rs`; a test finds what is missing here.

use clap::builder::StyledStr;
use clap::{Arg, Command};

/// What a command does, by its name.
fn about(command: &str) -> Option<&'static str> {
    Some(match command {
        "kolosi" => {
            "Auditer une entité par rapport à un référentiel de sécurité écrit comme des données, d’après les preuves de son dossier, à une date"
        }
        "standards" => "Donner la liste des référentiels intégrés",
        "show" => "Lire un référentiel, ou une de ses mesures",
        "audit" => "Auditer un dossier",
        "render" => "Écrire un audit enregistré sous une autre forme, sans le refaire",
        "crosswalk" => {
            "Mettre deux référentiels côte à côte : d’abord les mesures sans correspondance, puis les paires"
        }
        "diff" => "Dire ce qui a changé d’un audit enregistré à un autre",
        "portfolio" => {
            "Auditer beaucoup de dossiers, un par ligne de NDJSON : une ligne pour chacun, et une synthèse"
        }
        "schema" => "Écrire le schéma JSON d’un type de document, ou des dossiers d’un référentiel",
        "new" => {
            "Commencer un référentiel, ou un dossier pour l’un d’eux : un fichier valide et expliqué, à remplir"
        }
        "explain" => "Dire pourquoi une mesure a reçu son verdict, jusqu’à chaque élément de preuve",
        "verify" => "Refaire un audit d’après ses documents ; code de sortie 4 si une valeur a changé",
        "check" => {
            "Trouver tous les problèmes de référentiels, dossiers, audits, correspondances et listes d’identifiants"
        }
        "problems" => "Donner la liste des codes de problème, ou en expliquer un par un exemple",
        "completions" => "Écrire le script qui fait compléter cette commande par un interpréteur",
        "help" => "Montrer cette aide, ou celle d’une commande",
        _ => return None,
    })
}

/// The word for the value of an argument, and what the argument is for, by its id.
fn argument(command: &str, id: &str) -> Option<(&'static str, &'static str)> {
    Some(match (command, id) {
        ("check", "standard") => ("RÉFÉRENTIEL", "Le référentiel des dossiers, s’il n’est pas intégré"),
        ("check", "pin") => (
            "",
            "Récrire sur place les empreintes des correspondances dont un côté a changé, après avoir dit ce qui a changé",
        ),
        ("verify", "dossier") => ("DOSSIER", "Le dossier qui a été audité"),
        ("schema", "name") => ("TYPE", "Ce dont on veut le schéma"),
        ("schema", "standard") => {
            ("RÉFÉRENTIEL", "Identifiant ou fichier : le schéma est fait pour ses dossiers")
        }
        ("portfolio", "dossier") => {
            ("DOSSIERS", "Fichier NDJSON, un dossier par ligne, ou - pour l’entrée standard")
        }
        ("portfolio", "format") => {
            ("FORMAT", "Forme des lignes : ndjson ou csv ; celle de l’extension du fichier, sinon ndjson")
        }
        ("new", "document") => ("DOCUMENT", "Ce que l’on commence : un référentiel ou un dossier"),
        ("new", "standard") => ("RÉFÉRENTIEL", "Le référentiel du dossier : identifiant ou fichier"),
        ("new", "profile") => ("PROFIL", "Un profil du référentiel : ses mesures, ses bornes"),
        ("new", "as_of") => {
            ("DATE", "Date que portent les éléments de preuve, AAAA-MM-JJ : aucune horloge n’est lue")
        }
        ("new", "output") => (
            "FICHIER",
            "Écrire un nouveau fichier, non sur la sortie standard ; un fichier qui existe reste intact",
        ),
        (_, "output") => {
            ("FICHIER", "Écrire les lignes dans un fichier (.ndjson ou .csv), non sur la sortie standard")
        }
        (_, "summary") => (
            "FICHIER",
            "Écrire la synthèse dans un fichier (.html, .json ou .txt), non sur la sortie d’erreur",
        ),
        (_, "by") => ("ATTRIBUT", "Compter aussi les résultats par un attribut des entités. Peut se répéter"),
        (_, "digests") => (
            "",
            "Donner à chaque ligne les empreintes de son dossier et de son audit ; prend plusieurs fois plus de temps",
        ),
        (_, "strict") => ("", "N’écrire aucune ligne si l’une d’elles est en erreur"),
        (_, "threads") => (
            "NOMBRE",
            "Combien de fils d’exécution se partagent le travail ; tous les cœurs sinon. Aucun octet n’en dépend",
        ),
        (_, "old") => ("AVANT", "Le premier audit, en JSON"),
        (_, "new") => ("APRÈS", "L’audit qui le suit, en JSON"),
        (_, "lang") => {
            ("LANGUE", "Langue de ce que lisent les gens ; elle ne change jamais ce que lisent les machines")
        }
        (_, "color") => ("QUAND", "Couleurs du terminal (NO_COLOR est respecté)"),
        (_, "standard") => ("RÉFÉRENTIEL", "Identifiant d’un référentiel intégré, ou fichier"),
        (_, "control") => ("MESURE", "Identifiant d’une mesure"),
        (_, "dossier") => ("DOSSIER", "Fichier, ou - pour l’entrée standard"),
        (_, "audit") => ("AUDIT", "Un audit en JSON"),
        (_, "files") => ("FICHIERS", "Fichiers, ou - pour l’entrée standard"),
        (_, "shell") => ("INTERPRÉTEUR", "L’interpréteur de commandes"),
        (_, "code") => ("CODE", "Code de problème, comme unknown-key"),
        (_, "as_of") => ("DATE", "Date de l’audit, AAAA-MM-JJ : aucune horloge n’est lue"),
        (_, "assurance") => (
            "ASSURANCE",
            "Assurance minimale d’un élément de preuve qui compte : declared, documented ou verified",
        ),
        (_, "profile") => ("PROFIL", "Un profil du référentiel"),
        (_, "set") => (
            "NOM=VALEUR",
            "Fixer un paramètre du référentiel, dans ses bornes ; vient après le profil. Peut se répéter",
        ),
        (_, "format") => ("FORMAT", "Forme de la sortie standard"),
        ("crosswalk", "from") => {
            ("DE", "Un référentiel ou une liste d’identifiants : identifiant intégré ou fichier")
        }
        ("crosswalk", "to") => ("VERS", "L’autre"),
        ("crosswalk", "mapping") => (
            "FICHIER",
            "Une correspondance entre les deux, dans un sens ou dans l’autre, à la place de celles qui sont intégrées. Peut se répéter",
        ),
        ("crosswalk", "outputs") => (
            "[FORMAT:]FICHIER",
            "Écrire un fichier, dans la forme que dit le préfixe ou l’extension (.txt, .html, .csv). Peut se répéter",
        ),
        ("diff", "outputs") => (
            "[FORMAT:]FICHIER",
            "Écrire un fichier, dans la forme que dit le préfixe ou l’extension (.txt, .json, .html). Peut se répéter",
        ),
        (_, "outputs") => (
            "[FORMAT:]FICHIER",
            "Écrire un fichier, dans la forme que dit le préfixe ou l’extension (.txt, .json, .html, .csv). Peut se répéter",
        ),
        (_, "with_mapping") => (
            "CORRESPONDANCE",
            "Déduire ce que d’autres dossiers signifient selon une correspondance : identifiant intégré ou fichier. Peut se répéter",
        ),
        ("audit" | "verify", "from") => (
            "[PROFIL:]DOSSIER",
            "Un autre dossier de l’entité, dont on déduit ; devant lui, au besoin, le profil sous lequel il est audité. Peut se répéter",
        ),
        (_, "with_standard") => (
            "FICHIER",
            "Un référentiel ou une liste d’identifiants que concerne une correspondance ou un autre dossier, et qui n’est pas intégré. Peut se répéter",
        ),
        (_, "fail_under_level") => (
            "NIVEAU",
            "Un seuil : code de sortie 0 si le niveau est atteint à coup sûr, 1 s’il ne l’est pas à coup sûr, sinon 3",
        ),
        (_, "fail_under_score") => (
            "POINTS",
            "Un seuil : code de sortie 0 si le score est atteint à coup sûr, 1 s’il ne l’est pas à coup sûr, sinon 3",
        ),
        (_, "min_coverage") => (
            "PART",
            "Code de sortie 3 si une part plus petite (0 à 1) des mesures qui s’appliquent est déterminée",
        ),
        (_, "help") => ("", "Montrer cette aide"),
        (_, "version") => ("", "Montrer la version"),
        _ => return None,
    })
}

/// The same command line, with its help in French.
pub(crate) fn in_french(mut command: Command) -> Command {
    // what clap adds by itself, `--help` and the command `help`, is there once it is built
    command.build();
    let codes = "Codes de sortie : 0 fait, 1 seuil non atteint, 2 erreur d’usage ou d’un document, 3 trop peu est connu, 4 un document a changé.";
    translated(command.after_help(typeset(codes)))
}

fn translated(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let about = about(&name).map(|text| StyledStr::from(typeset(text)));
    let command = if let Some(about) = about { command.about(about) } else { command };
    command
        .help_template("{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("Commandes\u{a0}")
        .subcommand_value_name("COMMANDE")
        .mut_args(|arg| translated_argument(&name, arg))
        .mut_subcommands(translated)
}

fn translated_argument(command: &str, arg: Arg) -> Arg {
    let Some((value, help)) = argument(command, arg.get_id().as_str()) else { return arg };
    let mut help = typeset(help);
    let takes_value = arg.get_action().takes_values();
    let words: Vec<String> =
        arg.get_possible_values().iter().map(|word| word.get_name().to_owned()).collect();
    if takes_value && !words.is_empty() {
        help = format!("{help} [valeurs\u{a0}: {}]", words.join(", "));
    }
    if let Some(default) = arg.get_default_values().first() {
        help = format!("{help} [par défaut\u{a0}: {}]", default.to_string_lossy());
    }
    let heading = if arg.is_positional() { "Arguments\u{a0}" } else { "Options\u{a0}" };
    // under a heading of one's own, arguments are no longer listed in the order in which they are written
    let order = arg.get_index();
    let arg = arg.help(help).help_heading(heading).hide_possible_values(true).hide_default_value(true);
    let arg = if takes_value { arg.value_name(value) } else { arg };
    if let Some(order) = order { arg.display_order(order) } else { arg }
}

fn typeset(text: &str) -> String {
    kolosi::Lang::Fr.typeset(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Args;
    use clap::CommandFactory;

    /// Every command and argument that has no French here.
    fn missing(command: &Command, out: &mut Vec<String>) {
        let name = command.get_name();
        if about(name).is_none() {
            out.push(name.to_owned());
        }
        let lacks = |arg: &&Arg| argument(name, arg.get_id().as_str()).is_none();
        out.extend(command.get_arguments().filter(lacks).map(|arg| format!("{name} {}", arg.get_id())));
        command.get_subcommands().for_each(|command| missing(command, out));
    }

    #[test]
    fn every_command_and_argument_has_its_french() {
        let mut command = Args::command();
        command.build();
        let mut found = Vec::new();
        missing(&command, &mut found);
        assert_eq!(found, [""; 0], "add these to `about` or `argument`");
    }

    #[test]
    fn no_english_is_left_in_the_french_help() {
        let mut command = in_french(Args::command());
        let mut pages = vec![command.render_long_help().to_string()];
        pages.extend(command.get_subcommands_mut().map(|command| command.render_long_help().to_string()));
        for help in pages {
            for english in ["Usage", "Print", "default:", "possible values", "Commands:", "FILE]", " the "] {
                assert!(!help.contains(english), "{help}");
            }
        }
    }
}
