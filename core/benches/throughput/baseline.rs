//! What reading alone costs: plain structs, strings borrowed from the line, nothing checked. The engine does not use them.

#![allow(dead_code, reason = "to be read is all that its fields are for")]
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
pub(crate) struct Dossier<'a> {
    #[serde(borrow)]
    pub(crate) standard: Standard<'a>,
    pub(crate) subject: Subject<'a>,
    pub(crate) evidence: Vec<Record<'a>>,
    #[serde(default)]
    pub(crate) waivers: Vec<Waiver<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Standard<'a> {
    pub(crate) id: &'a str,
    pub(crate) edition: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct Subject<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) attributes: Option<Attributes<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Attributes<'a> {
    pub(crate) region: &'a str,
    pub(crate) sector: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct Record<'a> {
    pub(crate) id: &'a str,
    pub(crate) observed: &'a str,
    pub(crate) control: &'a str,
    pub(crate) answer: Option<&'a str>,
    pub(crate) value: Option<&'a RawValue>,
    pub(crate) sample: Option<Sample>,
    pub(crate) kind: Option<&'a str>,
    #[serde(borrow)]
    pub(crate) data: Option<Data<'a>>,
    pub(crate) assurance: Option<&'a str>,
    #[serde(borrow)]
    pub(crate) source: Option<Source<'a>>,
    pub(crate) by: Option<&'a str>,
    pub(crate) remark: Option<&'a str>,
    pub(crate) expires: Option<&'a str>,
    pub(crate) supersedes: Option<&'a str>,
}

#[derive(Deserialize)]
pub(crate) struct Sample {
    pub(crate) checked: u64,
    pub(crate) population: u64,
    pub(crate) exceptions: u64,
}

#[derive(Deserialize)]
pub(crate) struct Data<'a> {
    pub(crate) name: &'a str,
    pub(crate) patched: bool,
    pub(crate) restored: &'a str,
    pub(crate) log_days: u64,
}

#[derive(Deserialize)]
pub(crate) struct Source<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
}

#[derive(Deserialize)]
pub(crate) struct Waiver<'a> {
    pub(crate) id: &'a str,
    pub(crate) controls: Vec<&'a str>,
    pub(crate) reason: &'a str,
    pub(crate) approved_by: &'a str,
    pub(crate) from: &'a str,
    pub(crate) until: &'a str,
}

/// Parse every line; the count of records, so that nothing is left out.
pub(crate) fn parse(ndjson: &[u8]) -> usize {
    let mut begin = 0;
    memchr::memchr_iter(b'\n', ndjson)
        .map(|end| &ndjson[std::mem::replace(&mut begin, end + 1)..end])
        .map(|line| {
            let dossier: Dossier<'_> = serde_json::from_slice(line).expect("the portfolio is well formed");
            std::hint::black_box(&dossier).evidence.len()
        })
        .sum()
}
