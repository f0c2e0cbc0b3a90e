#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kolosi_fuzz::mapping::run(data));
