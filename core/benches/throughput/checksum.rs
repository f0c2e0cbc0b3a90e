//! One number that depends on every part of an evaluation, so that no part of the work can be left out.

use kolosi::{Assurance, ControlFinding, Evaluation};
use std::hash::{Hash, Hasher};

pub(crate) fn of(evaluation: &Evaluation<'_>) -> u64 {
    let mut whole = Checksum(0);
    for assurance in Assurance::ALL {
        evaluation.score_at(assurance).hash(&mut whole);
    }
    evaluation.score_after_waivers().hash(&mut whole);
    // findings apart, so that none waits for the one before it
    evaluation
        .findings()
        .zip(0..)
        .fold(whole.finish(), |sum, (finding, number)| sum.wrapping_add(of_finding(&finding, number)))
}

fn of_finding(finding: &ControlFinding<'_>, number: u64) -> u64 {
    let mut sum = Checksum(number);
    (finding.verdict() as u8).hash(&mut sum);
    finding.met().map(|met| met as u8).hash(&mut sum);
    finding.is_waived().hash(&mut sum);
    finding.degree().hash(&mut sum);
    finding.gain().hash(&mut sum);
    for criterion in finding.criteria() {
        criterion.degree().hash(&mut sum);
        criterion.reasons().for_each(|reason| (reason as u8).hash(&mut sum));
        for record in criterion.records() {
            record.record().hash(&mut sum);
            (record.state() as u8).hash(&mut sum);
            record.reasons().for_each(|reason| (reason as u8).hash(&mut sum));
        }
    }
    sum.finish()
}

/// Rotate and add: as cheap as a checksum can be that sees every word and its place.
struct Checksum(u64);

impl Checksum {
    fn word(&mut self, word: u64) {
        self.0 = self.0.rotate_left(5).wrapping_add(word);
    }
}

impl Hasher for Checksum {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.word(u64::from_le_bytes(*word)));
        self.word(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.word(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.word(number);
    }

    fn write_i64(&mut self, number: i64) {
        self.word(number.cast_unsigned());
    }

    fn write_usize(&mut self, number: usize) {
        self.word(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.word(number.cast_unsigned() as u64);
    }
}
