//! One document over HTTP, with patience.

use std::io::Read as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

use ureq::http::{HeaderMap, Response, header};
use ureq::{Agent, Body};

use super::address::Address;
use super::failure::Failure;
use super::lock::Locked;
use super::tls;
use crate::diagnostics::Diagnostics;
use crate::words::counted;

/// The longest wait that a server may ask for.
const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// How many redirects are followed.
const HOPS: usize = 5;

/// How requests are made.
#[derive(Debug, Clone)]
pub(super) struct Policy {
    /// For one request, to the last byte of its answer.
    pub(super) timeout: Duration,
    /// How often a request is made again.
    pub(super) retries: u32,
    /// The wait before the first repetition; each further one is twice that.
    pub(super) backoff: Duration,
    /// The largest answer, in bytes.
    pub(super) max_size: u64,
    /// How many documents are fetched.
    pub(super) max_schemas: usize,
    /// For all requests together.
    pub(super) max_time: Duration,
    /// The hosts that redirects may lead to.
    pub(super) allowed: Vec<String>,
    /// The file with the root certificates to trust.
    pub(super) roots: Option<PathBuf>,
}

/// What came of a request.
#[derive(Debug)]
pub(super) enum Answer {
    /// It is what the lock says.
    Unchanged,
    /// The document.
    Document(Received),
}

/// A document as it was received.
#[derive(Debug, Clone)]
pub(super) struct Received {
    pub(super) text: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

/// What one attempt came to, if not to an answer.
enum Trouble {
    Final(Failure),
    /// It may go better later, perhaps after a time that the server says.
    Passing(String, Option<Duration>),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Final(failure)
    }
}

/// Makes requests.
#[derive(Debug)]
pub(super) struct Client {
    pub(super) policy: Policy,
    /// When all has to have been fetched; none where that is too far away to
    /// have a name.
    deadline: Option<Instant>,
    /// Through the environment's proxy, if there is one.
    far: Agent,
    /// For this machine.
    near: Agent,
    /// Set where the refresh has failed for good: nobody waits any more.
    pub(super) stopped: AtomicBool,
}

impl Client {
    /// # Errors
    ///
    /// A file of root certificates that cannot be read or holds none.
    pub(super) fn new(policy: Policy) -> Result<Self, Diagnostics> {
        let tls = tls::config(policy.roots.as_deref())?;
        let config = || {
            Agent::config_builder()
                .tls_config(tls.clone())
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .user_agent(concat!("isoschema/", env!("CARGO_PKG_VERSION")))
        };
        Ok(Self {
            far: config().build().new_agent(),
            near: config().proxy(None).build().new_agent(),
            stopped: AtomicBool::new(false),
            deadline: Instant::now().checked_add(policy.max_time),
            policy,
        })
    }

    /// Fetches a document; with what the lock says of it, only if it is
    /// another one now. What is told of repetitions: the reason and the wait.
    pub(super) fn get(
        &self,
        url: &str,
        known: Option<&Locked>,
        tell: &mut dyn FnMut(&str, Duration),
    ) -> Result<Answer, Failure> {
        let start = Address::parse(url).map_err(|reason| {
            Failure::new(reason).help("give an `https://` URL, or a folder to take the files from")
        })?;
        let mut attempt = 0;
        loop {
            if self.left().is_zero() {
                return Err(self.out_of_time());
            }
            let (reason, asked) = match self.once(&start, known) {
                Ok(answer) => return Ok(answer),
                Err(Trouble::Final(failure)) => return Err(failure),
                // The next attempt would be told so.
                Err(Trouble::Passing(..)) if self.left().is_zero() => continue,
                Err(Trouble::Passing(reason, asked)) => (reason, asked),
            };
            let given_up = |why: String| Failure {
                hopeless: true,
                ..Failure::new(format!("{reason}; {why}"))
                    .help("try again later; nothing was changed")
            };
            if attempt == self.policy.retries {
                return Err(given_up(format!(
                    "given up after {}",
                    counted(attempt + 1, "attempt")
                )));
            }
            if let Some(asked) = asked.filter(|asked| *asked > LONGEST_WAIT) {
                let why = format!(
                    "it asks to come back in {}",
                    counted(asked.as_secs(), "second")
                );
                return Err(given_up(why));
            }
            let wait = asked.unwrap_or_else(|| self.backoff(attempt));
            tell(&reason, wait);
            if !self.sleep(wait.min(self.left())) {
                return Err(Failure::skipped());
            }
            attempt += 1;
        }
    }

    /// How much time there is for all that is still to be fetched.
    fn left(&self) -> Duration {
        self.deadline.map_or(Duration::MAX, |end| {
            end.saturating_duration_since(Instant::now())
        })
    }

    fn out_of_time(&self) -> Failure {
        let seconds = self.policy.max_time.as_secs_f64();
        Failure {
            hopeless: true,
            ..Failure::new(format!(
                "not everything could be fetched within {}",
                counted(seconds, "second")
            ))
            .help("see what takes so long; more time can be given (--max-time)")
        }
    }

    /// Twice as long each time, and never quite the same.
    fn backoff(&self, attempt: u32) -> Duration {
        let wait = self.policy.backoff.saturating_mul(1 << attempt.min(10));
        wait.mul_f64(0.5 + fastrand::f64()).min(LONGEST_WAIT)
    }

    /// Gives whether there is still something to wait for.
    fn sleep(&self, mut wait: Duration) -> bool {
        const SLICE: Duration = Duration::from_millis(50);
        while !self.stopped.load(Ordering::Relaxed) {
            if wait.is_zero() {
                return true;
            }
            let slice = wait.min(SLICE);
            std::thread::sleep(slice);
            wait -= slice;
        }
        false
    }

    /// One attempt, redirects included.
    fn once(&self, start: &Address, known: Option<&Locked>) -> Result<Answer, Trouble> {
        let mut address = start.clone();
        for _ in 0..=HOPS {
            let mut response = self.ask(&address, known)?;
            let status = response.status().as_u16();
            match status {
                200 => return self.document(&mut response).map(Answer::Document),
                304 if known.is_some() => return Ok(Answer::Unchanged),
                301 | 302 | 303 | 307 | 308 => {
                    let location = header(response.headers(), header::LOCATION.as_str());
                    let location = location.unwrap_or_default();
                    address = address
                        .redirected(&location, &self.policy.allowed)
                        .map_err(|reason| refused(reason, &location))?;
                }
                408 | 429 | 500..=599 => {
                    let reason = format!("the server answers {}", shown(&response));
                    return Err(Trouble::Passing(reason, retry_after(response.headers())));
                }
                _ => {
                    let reason = format!("the server answers {}", shown(&response));
                    let failure = Failure::new(reason)
                        .help("see whether the vendor has moved it: the URLs are made from `[upstream]` in isoschema.toml");
                    let missing = matches!(status, 404 | 410);
                    return Err(Failure { missing, ..failure }.into());
                }
            }
        }
        Err(Failure::new(format!("more than {HOPS} redirects, one after the other")).into())
    }

    fn ask(&self, address: &Address, known: Option<&Locked>) -> Result<Response<Body>, Trouble> {
        let agent = if address.is_loopback() {
            &self.near
        } else {
            &self.far
        };
        let request = agent.get(address.as_str()).config();
        let time = self.policy.timeout.min(self.left());
        let mut request = request.timeout_global(Some(time)).build().header(
            header::ACCEPT,
            "application/schema+json, application/json, application/yaml;q=0.9, */*;q=0.5",
        );
        if let Some(etag) = known.and_then(|known| known.etag.as_deref()) {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = known.and_then(|known| known.last_modified.as_deref()) {
            request = request.header(header::IF_MODIFIED_SINCE, date);
        }
        request.call().map_err(|error| self.trouble(&error))
    }

    /// The body of an answer, whole and no larger than allowed.
    fn document(&self, response: &mut Response<Body>) -> Result<Received, Trouble> {
        let limit = self.policy.max_size;
        let too_large = |size: String| {
            Failure::new(format!("{size}, more than the {limit} that are taken"))
                .help("see what it is; a larger document can be allowed (--max-size)")
        };
        let headers = response.headers().clone();
        let length: Option<u64> =
            header(&headers, "content-length").and_then(|text| text.parse().ok());
        if let Some(length) = length.filter(|length| *length > limit) {
            return Err(too_large(format!("it has {}", counted(length, "byte"))).into());
        }
        let mut bytes = Vec::new();
        let body = response.body_mut().with_config().limit(u64::MAX).reader();
        let read = body.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        let got = bytes.len() as u64;
        if got > limit {
            return Err(too_large(format!("it has {} or more", counted(got, "byte"))).into());
        }
        if let Err(error) = read {
            let timeout = error
                .get_ref()
                .and_then(|inner| inner.downcast_ref::<ureq::Error>())
                .is_some_and(|inner| matches!(inner, ureq::Error::Timeout(_)))
                || error.kind() == std::io::ErrorKind::TimedOut;
            let reason = match length {
                _ if timeout => self.too_slow(),
                Some(length) => {
                    format!(
                        "the connection ended after {got} of {}",
                        counted(length, "byte")
                    )
                }
                None => format!(
                    "the connection broke after {}: {error}",
                    counted(got, "byte")
                ),
            };
            return Err(Trouble::Passing(reason, None));
        }
        if let Some(length) = length.filter(|length| got < *length) {
            let reason = format!(
                "the connection ended after {got} of {}",
                counted(length, "byte")
            );
            return Err(Trouble::Passing(reason, None));
        }
        let text = String::from_utf8(bytes).map_err(|_| Failure::new("it is not UTF-8"))?;
        let kind = header(&headers, "content-type").unwrap_or_default();
        if kind.starts_with("text/html") || text.trim_start().starts_with('<') {
            let start: String = text.trim_start().chars().take(40).collect();
            let start = start.lines().next().unwrap_or_default();
            let failure = Failure::new(format!("HTML instead of a schema: it begins `{start}`"));
            return Err(failure
                .help("it may be a page that shows the file, or one that asks to log in; give the URL of the file itself")
                .into());
        }
        Ok(Received {
            text,
            etag: header(&headers, "etag"),
            last_modified: header(&headers, "last-modified"),
        })
    }

    fn trouble(&self, error: &ureq::Error) -> Trouble {
        let reason = match error {
            ureq::Error::Timeout(_) => self.too_slow(),
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
                self.too_slow()
            }
            // What the two sides do not agree on, they will not agree on later.
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                return insecure(error);
            }
            ureq::Error::Io(error) => format!("no connection: {error}"),
            ureq::Error::HostNotFound => "there is no such host".to_owned(),
            ureq::Error::ConnectionFailed => "no connection".to_owned(),
            ureq::Error::Protocol(error) => format!("the answer is no HTTP: {error}"),
            ureq::Error::LargeResponseHeader(..) => {
                return Failure::new(format!("the headers of the answer are too big: {error}"))
                    .help("see what answers there: no server of schemas says so much")
                    .into();
            }
            ureq::Error::Tls(_)
            | ureq::Error::Pem(_)
            | ureq::Error::Rustls(_)
            | ureq::Error::TlsRequired => return insecure(error),
            ureq::Error::ConnectProxyFailed(_) => format!("no connection: {error}"),
            error => return Failure::new(format!("it cannot be asked: {error}")).into(),
        };
        Trouble::Passing(reason, None)
    }

    fn too_slow(&self) -> String {
        let seconds = self.policy.timeout.as_secs_f64();
        format!("no whole answer within {}", counted(seconds, "second"))
    }
}

/// The end of a connection that is not secure.
fn insecure(error: &dyn std::error::Error) -> Trouble {
    let failure = Failure::new(format!("no secure connection: {error}"));
    Trouble::Final(Failure {
        hopeless: true,
        ..failure.help(
            "where a certificate of your own or your company's is in use, name the file with its \
             root: --ca-file FILE, or SSL_CERT_FILE in the environment",
        )
    })
}

fn refused(reason: String, location: &str) -> Failure {
    let failure = Failure::new(reason);
    match Address::host_of(location) {
        Some(host) => failure.help(format!(
            "if the vendor has moved there, change `[upstream]`, or allow it: \
             --allow-redirects-to {host}"
        )),
        None => failure,
    }
}

fn shown(response: &Response<Body>) -> String {
    let status = response.status();
    match status.canonical_reason() {
        Some(words) => format!("{} {words}", status.as_u16()),
        None => status.as_u16().to_string(),
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// How long a server asks to wait: seconds, or until a date (RFC 9110,
/// section 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = header(headers, "retry-after")?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(&text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}
