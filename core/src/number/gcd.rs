//! The greatest common divisor of machine integers.

/// The greatest common divisor; that of 0 and a number is the number.
///
/// Stein's algorithm, each step the same whichever number is larger: which one is cannot be foretold, and a processor that guesses
/// wrong at every other step spends more time on that than on the division (`core/benches/README.md`).
pub(crate) fn gcd(a: u64, b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    let (mut odd, mut rest) = (a >> a.trailing_zeros(), b);
    while rest != 0 {
        rest >>= rest.trailing_zeros();
        (odd, rest) = (odd.min(rest), odd.abs_diff(rest));
    }
    odd << twos
}

#[cfg(test)]
mod tests {
    use super::gcd;

    #[test]
    fn it_is_that_of_euclid() {
        fn euclid(a: u64, b: u64) -> u64 {
            if b == 0 { a } else { euclid(b, a % b) }
        }
        let mut numbers = vec![0, 1, 2, 3, u64::MAX, u64::MAX - 1, 1 << 63, (1 << 63) - 1];
        for n in 1..60_u64 {
            numbers.extend([n * n, n << n, n.pow(7), u64::MAX / n]);
        }
        for a in &numbers {
            for b in &numbers {
                assert_eq!(gcd(*a, *b), euclid(*a, *b), "{a} {b}");
            }
        }
    }
}
