//! Times of generation → a plot.

use std::fmt::Write as _;

use super::table::shown;

/// Time against definitions, both logarithmic.
pub(super) fn plot(points: &[(u32, [Option<f64>; 2])]) -> String {
    const WIDTH: f64 = 480.0;
    const HEIGHT: f64 = 300.0;
    const EDGE: f64 = 60.0;
    let x = |count: u32| EDGE + (f64::from(count).log10() - 1.0) / 2.0 * (WIDTH - 2.0 * EDGE);
    // From 100 microseconds to 10 seconds.
    let y = |time: f64| HEIGHT - EDGE - (time.log10() - 5.0) / 5.0 * (HEIGHT - 2.0 * EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n\
         <text x=\"{EDGE}\" y=\"20\">Time to generate, against definitions of ten properties</text>\n"
    );
    for power in 5..=10 {
        let height = y(10_f64.powi(power));
        let _ = writeln!(
            out,
            "<path d=\"M{EDGE} {height:.1}H{:.1}\" stroke=\"#ddd\"/>\
             <text x=\"4\" y=\"{:.1}\">{}</text>",
            WIDTH - EDGE,
            height + 4.0,
            shown(10_f64.powi(power)),
        );
    }
    for (count, _) in points {
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{count}</text>",
            x(*count),
            HEIGHT - EDGE + 18.0,
        );
    }
    for (index, (name, colour)) in [("typify", "#888"), ("isoschema", "#06c")]
        .iter()
        .enumerate()
    {
        let line: Vec<String> = points
            .iter()
            .filter_map(|(count, times)| Some(format!("{:.1},{:.1}", x(*count), y(times[index]?))))
            .collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            line.join(" "),
        );
        if let Some((place, (count, time))) = points
            .iter()
            .filter_map(|(count, times)| Some((count, times[index]?)))
            .next_back()
            .map(|last| (index, last))
        {
            let shift = if place == 0 { 14.0 } else { -6.0 };
            let _ = writeln!(
                out,
                "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{colour}\">{name}</text>",
                x(*count) - 20.0,
                y(time) + shift,
            );
        }
    }
    out.push_str("</svg>\n");
    out
}
