//! Whom to trust over HTTPS.

use std::path::{Path, PathBuf};

use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::read;

/// The variable that OpenSSL and those who follow it read.
const VARIABLE: &str = "SSL_CERT_FILE";

/// Trusts the root certificates of a file: the one that is given, or else the
/// environment's; those that are built in where there is none.
pub(super) fn config(file: Option<&Path>) -> Result<TlsConfig, Diagnostics> {
    let of_environment = || {
        let file = std::env::var_os(VARIABLE).filter(|file| !file.is_empty())?;
        Some(PathBuf::from(file))
    };
    let Some(file) = file.map(Path::to_path_buf).or_else(of_environment) else {
        return Ok(TlsConfig::default());
    };
    let wrong = |reason: String| {
        Diagnostic::of_file(Kind::File, file.display().to_string(), reason)
            .help("give a file with root certificates in PEM: `-----BEGIN CERTIFICATE-----`")
    };
    let text = read::bytes(&file, read::LIMIT)
        .map_err(|error| wrong(format!("cannot be read: {error}")))?;
    let mut roots: Vec<Certificate<'static>> = Vec::new();
    for item in parse_pem(&text) {
        match item {
            Ok(PemItem::Certificate(root)) => roots.push(root),
            Ok(_) => {}
            Err(error) => return Err(wrong(format!("not PEM: {error}")).into()),
        }
    }
    if roots.is_empty() {
        return Err(wrong("there is no certificate in this file".to_owned()).into());
    }
    Ok(TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&roots))
        .build())
}
