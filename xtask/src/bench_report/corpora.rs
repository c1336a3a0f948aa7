//! What criterion found of the corpora → a table of ratios, and a plot.

use std::fmt::Write as _;

use super::table::{Results, head, ratio};

/// Ways and what each is compared with, and the names of their columns.
const COLUMNS: [(&str, &str, &str); 5] = [
    ("scan", "value", "skipped"),
    ("value-validate", "value", "`Value`, then validated"),
    ("serde", "value", "`from_slice`"),
    ("from_json", "value", "`from_json_slice`"),
    ("write", "write-value", "`to_vec`"),
];

/// The two ways in are what the plot shows.
const PLOTTED: [(usize, &str); 2] = [(2, "#888"), (3, "#06c")];

/// A corpus with the ratios of its columns.
pub(super) struct Row {
    name: String,
    ratios: [Option<f64>; COLUMNS.len()],
}

/// The corpora that were measured, by name.
pub(super) fn rows(results: &Results) -> Vec<Row> {
    let measured = results.payloads("corpora", "value").into_iter();
    let rows = measured.map(|name| {
        let ratios = COLUMNS.map(|(way, base, _)| {
            let time = results.time("corpora", way, &name)?;
            Some(time / results.time("corpora", base, &name)?)
        });
        Row { name, ratios }
    });
    rows.collect()
}

/// The table; nothing where nothing was measured.
pub(super) fn table(rows: &[Row]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut out = "\n### corpora\n\n\
        Documents that nobody tuned for, all of a corpus in one measurement, each accepted and written \
        back equal before. Ratios are to `Value`: to `from_slice::<Value>`, and to `to_vec` of it.\n\n\
        ![Ratios of reading, a bar a corpus](corpora.svg)\n\n"
        .to_owned();
    head(
        &mut out,
        "corpus",
        &COLUMNS.map(|(_, _, name)| name.to_owned()),
    );
    let mut line = |name: &str, ratios: [Option<f64>; COLUMNS.len()]| {
        let _ = writeln!(out, "| {name} | {} |", ratios.map(ratio).join(" | "));
    };
    for row in rows {
        line(&row.name, row.ratios);
    }
    let mean = std::array::from_fn(|column| {
        let logarithms = rows.iter().map(|row| row.ratios[column].map(f64::ln));
        let sum: f64 = logarithms.collect::<Option<Vec<_>>>()?.iter().sum();
        #[allow(
            clippy::cast_precision_loss,
            reason = "there are not that many corpora"
        )]
        Some((sum / rows.len() as f64).exp())
    });
    line("geometric mean", mean);
    out
}

/// A bar a corpus and way, on a logarithmic scale from a tenth to ten times of `Value`.
pub(super) fn plot(rows: &[Row]) -> String {
    const LEFT: f64 = 170.0;
    const WIDTH: f64 = 640.0;
    const BAR: f64 = 9.0;
    let x = |ratio: f64| {
        LEFT + ratio.clamp(0.1, 10.0).log10().mul_add(0.5, 0.5) * (WIDTH - LEFT - 30.0)
    };
    #[allow(
        clippy::cast_precision_loss,
        reason = "there are not that many corpora"
    )]
    let y = |row: usize| 40.0 + row as f64 * 2.6 * BAR;
    let height = y(rows.len()) + 20.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"{WIDTH}\" height=\"{height:.0}\" fill=\"white\"/>\n\
         <text x=\"8\" y=\"16\">Reading, to from_slice::&lt;Value&gt;: \
         <tspan fill=\"#888\">from_slice</tspan>, <tspan fill=\"#06c\">from_json_slice</tspan></text>\n"
    );
    for mark in [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0] {
        let _ = writeln!(
            out,
            "<path d=\"M{at:.1} 30V{:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{mark}</text>",
            height - 18.0,
            height - 6.0,
            at = x(mark),
        );
    }
    for (index, row) in rows.iter().enumerate() {
        let _ = writeln!(
            out,
            "<text x=\"8\" y=\"{:.1}\">{}</text>",
            y(index) + BAR,
            row.name
        );
        for ((column, colour), lower) in PLOTTED.into_iter().zip([0.0, BAR]) {
            let Some(ratio) = row.ratios[column] else {
                continue;
            };
            let (one, end) = (x(1.0), x(ratio));
            let _ = writeln!(
                out,
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{colour}\"/>",
                one.min(end),
                y(index) + lower,
                (end - one).abs().max(0.5),
                BAR - 1.0,
            );
        }
    }
    out.push_str("</svg>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_and_a_plot() {
        let row = |name: &str, ratio| Row {
            name: name.to_owned(),
            ratios: [Some(ratio); COLUMNS.len()],
        };
        let rows = [row("one", 0.5), row("other", 2.0)];
        let table = table(&rows);
        assert!(table.contains("| other | 2.00 | 2.00 |"), "{table}");
        assert!(table.contains("| geometric mean | 1.00 |"), "{table}");
        // Two bars each, to both sides of one.
        let plot = plot(&rows);
        assert_eq!(plot.matches("<rect x=").count(), 4, "{plot}");
        assert!(super::table(&[]).is_empty());
    }
}
