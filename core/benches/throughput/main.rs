#![allow(missing_docs, dead_code, reason="wip")]
mod baseline;
mod generate;
use std::time::Instant;
fn main() {
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
    let mut sum = 0usize;
    for d in &dossiers { let e = plan.evaluate(d); sum = sum.wrapping_add(consume(&e)); }
    println!("evaluate {} ns/record {sum}", t.elapsed().as_nanos() as usize / 100_000);
    }
}
fn consume(e: &kolosi::Evaluation<'_>) -> usize {
    use std::hash::{Hash, Hasher};
    struct H(u64);
    impl Hasher for H { fn finish(&self) -> u64 { self.0 } fn write(&mut self, b: &[u8]) { for c in b.chunks(8) { let mut w = [0u8; 8]; w[..c.len()].copy_from_slice(c); self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(w)).wrapping_mul(0x517cc1b727220a95); } } }
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
