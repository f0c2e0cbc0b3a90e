//! Calendar dates and durations (E1.3).

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// A day of the proleptic Gregorian calendar, years 1 to 9999, written `YYYY-MM-DD`.
///
/// ```
/// use kolosi::Date;
/// let date: Date = "2024-02-29".parse()?;
/// assert_eq!(date.to_string(), "2024-02-29");
/// assert!("2023-02-29".parse::<Date>().is_err());
/// # Ok::<(), kolosi::InvalidDate>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(
    /// Year, month and day in 14, 4 and 5 bits above a bit that is always set, so that dates compare as one number does.
    NonZeroU32,
);

/// The text is no day of the calendar written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the calendar written YYYY-MM-DD")
    }
}

impl std::error::Error for InvalidDate {}

impl Date {
    pub(crate) const FIRST: Date = Date(NonZeroU32::MIN.saturating_add(1 << 10 | 1 << 6 | 1 << 1));

    fn of(year: u16, month: u8, day: u8) -> Date {
        Date(NonZeroU32::MIN | u32::from(year) << 10 | u32::from(month) << 6 | u32::from(day) << 1)
    }

    fn bits<const FIRST: u32, const COUNT: u32>(self) -> u16 {
        u16::try_from(self.0.get() >> FIRST & ((1 << COUNT) - 1)).unwrap_or_default()
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.bits::<10, 14>()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.bits::<6, 4>()).unwrap_or_default()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        u8::try_from(self.bits::<1, 5>()).unwrap_or_default()
    }

    /// The day a duration later; `None` beyond the year 9999, which is never (E1.3).
    /// Months and years clamp to the end of the month: 31 January and one month is the last of February.
    #[must_use]
    pub fn after(self, duration: Duration) -> Option<Date> {
        match duration {
            Duration::Months(months) => self.after_months(months),
            Duration::Days(days) => Date::from_day_number(self.day_number().checked_add(days)?),
        }
    }

    /// The first day that a duration takes to this day or beyond; `None` where every day does.
    pub(crate) fn earliest(self, duration: Duration) -> Option<Date> {
        let reaches = |day: u64| {
            Date::from_day_number(day).is_none_or(|date| date.after(duration).is_none_or(|last| self <= last))
        };
        // a later day never ends earlier, so the first is found by halving
        let (mut least, mut most) = (0, self.day_number());
        while least < most {
            let middle = u64::midpoint(least, most);
            if reaches(middle) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        Date::from_day_number(least).filter(|_| least > 0)
    }

    fn after_months(self, months: u64) -> Option<Date> {
        let count = (u64::from(self.year()) * 12 + u64::from(self.month()) - 1).checked_add(months)?;
        let year = u16::try_from(count / 12).ok().filter(|year| *year <= 9999)?;
        let month = u8::try_from(count % 12 + 1).ok()?;
        Some(Date::of(year, month, self.day().min(days_in(year, month))))
    }

    /// How many days after this one `later` is; negative where it is before.
    #[cfg(any(feature = "report", test))]
    pub(crate) fn days_until(self, later: Date) -> i64 {
        let number = |date: Date| i64::try_from(date.day_number()).unwrap_or(i64::MAX);
        number(later) - number(self)
    }

    /// The first day of the month after this one; `None` beyond the year 9999.
    #[cfg(any(feature = "report", test))]
    pub(crate) fn next_month(self) -> Option<Date> {
        Date::of(self.year(), self.month(), 1).after_months(1)
    }

    /// Days since 0001-01-01, which is 0.
    fn day_number(self) -> u64 {
        let years = u64::from(self.year()) - 1;
        let months: u64 = (1..self.month()).map(|month| u64::from(days_in(self.year(), month))).sum();
        years * 365 + years / 4 - years / 100 + years / 400 + months + u64::from(self.day()) - 1
    }

    fn from_day_number(mut days: u64) -> Option<Date> {
        // 146 097 days in 400 years: skip whole cycles, then walk at most 400 years and 12 months
        let cycles = days / 146_097;
        days %= 146_097;
        let mut year = u16::try_from(cycles.checked_mul(400)?.checked_add(1)?).ok()?;
        loop {
            let length = if is_leap(year) { 366 } else { 365 };
            if days < length {
                break;
            }
            days -= length;
            year = year.checked_add(1)?;
        }
        if year > 9999 {
            return None;
        }
        let mut month = 1;
        while days >= u64::from(days_in(year, month)) {
            days -= u64::from(days_in(year, month));
            month += 1;
        }
        Some(Date::of(year, month, u8::try_from(days + 1).ok()?))
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number written by these ASCII digits, at most 9 of them.
fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |number, byte| {
        byte.is_ascii_digit().then(|| number.checked_mul(10)?.checked_add(u32::from(byte - b'0')))?
    })
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Date, InvalidDate> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(InvalidDate) };
        let year =
            digits(&[*y1, *y2, *y3, *y4]).and_then(|year| u16::try_from(year).ok()).ok_or(InvalidDate)?;
        let month = digits(&[*m1, *m2]).and_then(|month| u8::try_from(month).ok()).ok_or(InvalidDate)?;
        let day = digits(&[*d1, *d2]).and_then(|day| u8::try_from(day).ok()).ok_or(InvalidDate)?;
        if year == 0 || !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
            return Err(InvalidDate);
        }
        Ok(Date::of(year, month, day))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One ISO 8601 duration of whole years, months, weeks or days: `P18M`, `P2Y`, `P6W`, `P90D` (E1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duration {
    /// Whole months; a year is 12 of them.
    Months(u64),
    /// Whole days; a week is 7 of them.
    Days(u64),
}

/// The text is no duration such as `P18M`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDuration;

impl fmt::Display for InvalidDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a duration of whole years, months, weeks or days such as P18M")
    }
}

impl std::error::Error for InvalidDuration {}

impl FromStr for Duration {
    type Err = InvalidDuration;

    fn from_str(text: &str) -> Result<Duration, InvalidDuration> {
        let [b'P', number @ .., unit] = text.as_bytes() else { return Err(InvalidDuration) };
        if number.is_empty() || number.len() > 9 {
            return Err(InvalidDuration);
        }
        let number = digits(number).map(u64::from).ok_or(InvalidDuration)?;
        match unit {
            b'Y' => Ok(Duration::Months(number * 12)),
            b'M' => Ok(Duration::Months(number)),
            b'W' => Ok(Duration::Days(number * 7)),
            b'D' => Ok(Duration::Days(number)),
            _ => Err(InvalidDuration),
        }
    }
}

/// Durations of one family compare; a month has no fixed number of days.
impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Duration) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Duration::Months(a), Duration::Months(b)) | (Duration::Days(a), Duration::Days(b)) => {
                Some(a.cmp(b))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_is_the_first_that_reaches() {
        for as_of in ["2024-02-29", "2024-03-30", "2024-03-31", "2025-03-01", "0001-01-01", "0001-02-28"] {
            let as_of: Date = as_of.parse().unwrap();
            for duration in ["P0D", "P1M", "P1Y", "P18M", "P6W", "P90D", "P99999Y"] {
                let duration: Duration = duration.parse().unwrap();
                let reaches = |date: Date| date.after(duration).is_none_or(|last| as_of <= last);
                match as_of.earliest(duration) {
                    Some(first) => {
                        let before = Date::from_day_number(first.day_number() - 1).unwrap();
                        assert!(reaches(first) && !reaches(before), "{as_of} {duration:?}");
                    }
                    None => assert!(reaches(Date::FIRST)),
                }
            }
        }
    }

    #[test]
    fn every_day_number_comes_back() {
        let mut date: Date = "0001-01-01".parse().unwrap();
        let mut number = 0;
        while let Some(next) = date.after(Duration::Days(1)) {
            number += 1;
            assert!(next > date);
            assert_eq!(next.day_number(), number);
            assert_eq!((date.days_until(next), next.days_until(date)), (1, -1));
            assert_eq!(next.to_string().parse(), Ok(next));
            date = next;
        }
        assert_eq!(date.to_string(), "9999-12-31");
    }
}
