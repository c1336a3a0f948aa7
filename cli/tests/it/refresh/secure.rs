//! Refreshes over HTTPS: whose certificates are taken, and whose are not.

use std::error::Error;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivatePkcs8KeyDer;

use super::folder::Project;
use super::server::{Reply, Server};
use super::{BEFORE, VENDOR, config};
use crate::Outcome;

/// The root certificate that a server's own is signed with, as PEM.
type Root = String;

/// A server that says it is of this name.
fn serving(name: &str) -> Result<(Server, Root), Box<dyn Error>> {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate()?;
    let root = authority.self_signed(&key)?.pem();
    let issuer = Issuer::new(authority, key);
    let key = KeyPair::generate()?;
    let own = CertificateParams::new([name.to_owned()])?.signed_by(&key, &issuer)?;

    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![own.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )?;
    let server = Server::start_secure(config)?;
    for (path, schema) in VENDOR {
        server.put(path, [Reply::Document(schema.to_owned())]);
    }
    Ok((server, root))
}

/// A project that is to be refreshed from there, with the root in `root.pem`.
fn project(server: &Server, root: &str) -> Result<Project, Box<dyn Error>> {
    let project = Project::new(&BEFORE)?;
    project.write("schemas/isoschema.toml", &config(server))?;
    project.write("root.pem", root)?;
    Ok(project)
}

#[test]
fn whom_a_given_root_has_signed_is_trusted() -> Outcome {
    let (server, root) = serving("127.0.0.1")?;
    let fetch = "3 schemas, 3 of them another now\n";
    let flagged = project(&server, &root)?;
    let run = flagged.refresh(&["--ca-file", "root.pem"])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(run.out.starts_with(fetch), "{}", run.out);
    let files = flagged.files()?;
    let lock = &files["schemas/isoschema.lock"];
    assert!(lock.contains("url = \"https://127.0.0.1:"), "{lock}");
    let run = flagged.refresh(&["--ca-file", "root.pem"])?;
    assert_eq!(run.out, "3 schemas, all as they were\n", "{}", run.err);

    let told = project(&server, &root)?;
    let run = told.refresh_with(&[], &[("SSL_CERT_FILE", "root.pem")])?;
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(run.out.starts_with(fetch), "{}", run.out);
    Ok(())
}

#[test]
fn whom_nobody_vouches_for_is_refused() -> Outcome {
    let (server, root) = serving("127.0.0.1")?;
    let (stranger, _) = serving("127.0.0.1")?;
    let (namesake, other) = serving("schemas.example")?;
    for (server, root, flags, wanted) in [
        // Signed by a root that is not built in.
        (&server, &root, &[][..], "UnknownIssuer"),
        // Signed by another one than the given one.
        (
            &stranger,
            &root,
            &["--ca-file=root.pem"][..],
            "invalid peer certificate",
        ),
        // Signed, but for another host.
        (
            &namesake,
            &other,
            &["--ca-file=root.pem"][..],
            "certificate not valid for name \"127.0.0.1\"",
        ),
    ] {
        let project = project(server, root)?;
        let before = project.files()?;
        let run = project.refresh(flags)?;
        assert_eq!(run.status, Some(2), "{}", run.err);
        let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains("no secure connection"), "{err}");
        assert!(err.contains(wanted), "{err}");
        assert!(err.contains("--ca-file FILE"), "{err}");
        // It is no better a moment later.
        assert!(!err.contains("again in"), "{err}");
        assert!(server.requests().is_empty());
        assert_eq!(project.files()?, before);
    }
    Ok(())
}

#[test]
fn a_file_of_roots_holds_certificates() -> Outcome {
    let (server, _) = serving("127.0.0.1")?;
    let project = project(&server, "nothing of the kind")?;
    for (flag, wanted) in [
        ("--ca-file=root.pem", "there is no certificate in this file"),
        ("--ca-file=none.pem", "cannot be read"),
    ] {
        let run = project.refresh(&[flag])?;
        assert_eq!(run.status, Some(2), "{}", run.err);
        assert!(run.err.contains(wanted), "{}", run.err);
    }
    Ok(())
}
