#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| kolosi_fuzz::id_list::run(data));
