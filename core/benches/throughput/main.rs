#![allow(missing_docs, dead_code, reason="wip")]
mod baseline;
mod generate;
use std::time::Instant;
fn main() {
    if let Ok(what) = std::env::var("ONLY") { only(&what); return; }
    let mut draw = generate::Draw(1);
    let mut text = String::new();
    for n in 0..1000 { generate::dossier(&mut draw, n, &mut text); }
    println!("{} bytes/record", text.len()/100_000);
    let s = kolosi::Standard::from_slice(generate::standard().as_bytes()).unwrap();
    let plan = s.compile(&kolosi::Options::new(generate::AS_OF.parse().unwrap())).unwrap();
    for _ in 0..5 {
    let t = Instant::now();
    let n = baseline::parse(text.as_bytes());
    println!("baseline {} ns/record", t.elapsed().as_nanos() as usize / n);
    }
    let t = Instant::now();
    for line in text.lines() { let d = plan.dossier(line.as_bytes()); if let Err(e) = &d { println!("{e}"); return; } std::hint::black_box(d).unwrap(); }
    println!("tree load {} ns/record", t.elapsed().as_nanos() as usize / 100_000);

    let dossiers: Vec<_> = text.lines().map(|l| plan.dossier(l.as_bytes()).unwrap()).collect();
    for _ in 0..5 {
    let t = Instant::now();
    let mut sum = 0;
    kolosi::Portfolio::new(&plan).run(text.as_bytes(), kolosi::portfolio::Form::Ndjson, 1, |r, _| { sum += r.len(); Ok(()) }).unwrap();
    println!("portfolio {} ns/record {sum}", t.elapsed().as_nanos() as usize / 100_000);
    let t = Instant::now();
    let mut sum = 0usize;
    for d in &dossiers { let e = plan.evaluate(d); sum = sum.wrapping_add(consume(&e)); }
    println!("evaluate {} ns/record {sum}", t.elapsed().as_nanos() as usize / 100_000);
    }
}
fn consume(e: &kolosi::Evaluation<'_>) -> usize {
    use std::hash::{Hash, Hasher};
    struct H(u64);
    impl H { fn word(&mut self, w: u64) { self.0 = (self.0.rotate_left(5) ^ w).wrapping_mul(0x517cc1b727220a95); } }
    impl Hasher for H { fn finish(&self) -> u64 { self.0 } fn write(&mut self, b: &[u8]) { for c in b.chunks(8) { let mut w = [0u8; 8]; w[..c.len()].copy_from_slice(c); self.word(u64::from_le_bytes(w)); } }
      fn write_u64(&mut self, w: u64) { self.word(w) } fn write_i64(&mut self, w: i64) { self.word(w as u64) } fn write_u8(&mut self, w: u8) { self.word(w.into()) } fn write_usize(&mut self, w: usize) { self.word(w as u64) } fn write_isize(&mut self, w: isize) { self.word(w as u64) } }
    let mut h = H(0);
    e.score().hash(&mut h);
    for f in e.findings() {
        (f.verdict() as u8, f.met().map(|m| m as u8), f.is_waived()).hash(&mut h);
        f.degree().hash(&mut h); f.gain().hash(&mut h);
        for c in f.criteria() {
            c.degree().hash(&mut h);
            for r in c.reasons() { (r as u8).hash(&mut h); }
            for r in c.records() { r.record().hash(&mut h); (r.state() as u8).hash(&mut h); for x in r.reasons() { (x as u8).hash(&mut h); } }
        }
    }
    h.finish() as usize
}

fn only(what: &str) {
    let mut draw = generate::Draw(1);
    let mut text = String::new();
    for n in 0..100 { generate::dossier(&mut draw, n, &mut text); }
    let s = kolosi::Standard::from_slice(generate::standard().as_bytes()).unwrap();
    let plan = s.compile(&kolosi::Options::new(generate::AS_OF.parse().unwrap())).unwrap();
    if let Some(n) = what.strip_prefix("write:") {
        let mut draw = generate::Draw(1); let mut text = String::new();
        for n in 0..n.parse().unwrap() { generate::dossier(&mut draw, n, &mut text); }
        std::fs::write("/tmp/bench.ndjson", text).unwrap(); std::fs::write("/tmp/bench.json", generate::standard()).unwrap();
        return;
    }
    if what == "portfolio" {
        let t = Instant::now();
        let mut sum = 0;
        for _ in 0..std::env::var("N").map_or(200, |n| n.parse().unwrap()) { kolosi::Portfolio::new(&plan).run(text.as_bytes(), kolosi::portfolio::Form::Ndjson, 1, |r, _| { sum += r.len(); Ok(()) }).unwrap(); }
        println!("portfolio {} ns/record {sum}", t.elapsed().as_nanos() as usize / 2_000_000);
    }
    if what == "evaluate" {
        let dossiers: Vec<_> = text.lines().map(|l| plan.dossier(l.as_bytes()).unwrap()).collect();
        let t = Instant::now();
        let mut sum = 0usize;
        for _ in 0..std::env::var("N").map_or(200, |n| n.parse().unwrap()) { for d in &dossiers { let e = plan.evaluate(d); sum = sum.wrapping_add(consume(&e)); } }
        println!("evaluate {} ns/record {sum}", t.elapsed().as_nanos() as usize / 2_000_000);
    }
}
