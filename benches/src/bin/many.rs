//! Many definitions at once, in a process of their own: the fastest of some
//! runs, and the most memory that the process has had.
//!
//! `many COUNT TIMES`, such as `many 20000 1`. Prints seconds and kB, as JSON.

use std::hint::black_box;
use std::time::Instant;

use benches::schemas;

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let [count, times] = numbers[..] else {
        eprintln!("many COUNT TIMES");
        std::process::exit(2);
    };
    // The generator's own input; the schema as a value would count as its memory.
    let text = schemas::definitions(count).to_string();
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
