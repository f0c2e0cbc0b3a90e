//! `make bench`: how long whole commands take, start to end. Medians of interleaved runs, so that noise meets all alike.

use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Runs of each command.
const RUNS: usize = 21;

struct Bench {
    name: &'static str,
    args: Vec<&'static str>,
    /// The most that the median may be, in milliseconds.
    most: Option<u128>,
}

fn main() -> ExitCode {
    let project = kolosi_tests::project();
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), std::path::PathBuf::from);
    let kolosi = target.join("release/kolosi");
    let audit = |format: &'static str| {
        vec![
            "audit",
            "itu-gci-2024",
            "standards/itu-gci-2024/examples/ml-2024.yaml",
            "--as-of",
            "2024-12-31",
            "--format",
            format,
        ]
    };
    let strategy =
        ["audit", "ml-snc-2026", "standards/ml-snc-2026/examples/ml-2025-12.yaml", "--as-of", "2025-12-31"];
    let benches = [
        Bench { name: "start and stop (--version)", args: vec!["--version"], most: None },
        Bench { name: "standards", args: vec!["standards"], most: Some(20) },
        Bench { name: "audit, 5 records, text", args: audit("text"), most: Some(30) },
        Bench { name: "audit, 5 records, json", args: audit("json"), most: Some(30) },
        Bench { name: "audit, 5 records, html", args: audit("html"), most: Some(30) },
        Bench { name: "audit, 48 records, text", args: strategy.to_vec(), most: Some(30) },
    ];
    let mut times: Vec<Vec<Duration>> = benches.iter().map(|_| Vec::new()).collect();
    for _ in 0..RUNS {
        for (bench, times) in benches.iter().zip(&mut times) {
            let start = Instant::now();
            let status =
                Command::new(&kolosi).args(&bench.args).current_dir(&project).stdout(Stdio::null()).status();
            times.push(start.elapsed());
            assert!(status.is_ok_and(|status| status.success()), "{} failed", bench.name);
        }
    }
    let mut slow = false;
    for (bench, times) in benches.iter().zip(&mut times) {
        times.sort_unstable();
        let median = times[times.len() / 2];
        let verdict = match bench.most {
            None => String::new(),
            Some(most) if median.as_millis() < most => format!("at most {most} ms: yes"),
            Some(most) => {
                slow = true;
                format!("at most {most} ms: NO")
            }
        };
        println!("{:28}{:>8.1} ms   {verdict}", bench.name, median.as_secs_f64() * 1000.0);
    }
    ExitCode::from(u8::from(slow))
}
