//! Many definitions at once, or many of something else, in a process of their
//! own: the fastest of some runs, and the most memory that the process has had.
//!
//! `many COUNT TIMES [WHAT]`, such as `many 20000 1` or `many 100000 1 codes`.
//! Prints seconds and kB, as JSON.

use std::hint::black_box;
use std::time::Instant;

use benches::growth::Growing;
use benches::schemas;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let what = words.get(2).map(String::as_str);
    let growing = Growing::ALL
        .into_iter()
        .find(|growing| Some(growing.name()) == what);
    let ([count, times], true) = (&numbers[..], what.is_none() || growing.is_some()) else {
        eprintln!("many COUNT TIMES [WHAT]");
        std::process::exit(2);
    };
    let (count, times) = (*count, *times);
    // The generator's own input; the schema as a value would count as its memory.
    let text = match growing {
        Some(growing) => growing.schema(count).to_string(),
        None => schemas::definitions(count).to_string(),
    };
    let before = peak();
    let seconds = (0..times.max(1))
        .map(|_| {
            let start = Instant::now();
            black_box(schemas::engine_text(&text).len());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    println!(
        "{}",
        serde_json::json!({ "seconds": seconds, "before": before, "peak": peak() })
    );
}

/// The most memory that this process has had, in kB, where the system says so.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
