//! A server on this machine that answers as it is told, well or badly.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// One answer.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// The document with an `ETag`; 304 for who knows it.
    Document(String),
    /// The document, without anything to know it by.
    Plain(String),
    /// This status line, with these header lines.
    Status(&'static str, String),
    /// So many bytes of the document are promised, all of it is sent.
    Promised(usize, String),
    /// A first chunk, and no further one.
    HalfChunked(String),
    /// Bytes without end.
    Endless,
    /// A byte now and then.
    Drip,
    /// These bytes, and nothing of HTTP.
    Raw(Vec<u8>),
    /// A page.
    Html,
}

/// A request's header lines.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) path: String,
    pub(crate) headers: Vec<String>,
}

#[derive(Debug, Default)]
struct State {
    replies: HashMap<String, VecDeque<Reply>>,
    others: Option<fn(&str) -> Reply>,
    requests: Vec<Request>,
}

/// The server; its threads end with the tests.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

impl Server {
    /// Over HTTP.
    pub(crate) fn start() -> io::Result<Self> {
        Self::listen("http", Self::answer)
    }

    /// Over HTTPS, as a configuration says who it is.
    pub(crate) fn start_secure(config: ServerConfig) -> io::Result<Self> {
        let config = Arc::new(config);
        Self::listen("https", move |server, stream| {
            let connection =
                ServerConnection::new(Arc::clone(&config)).map_err(io::Error::other)?;
            let mut stream = StreamOwned::new(connection, stream);
            server.answer(&mut stream)?;
            stream.conn.send_close_notify();
            stream.flush()
        })
    }

    fn listen<A>(scheme: &str, answer: A) -> io::Result<Self>
    where
        A: Fn(&Self, TcpStream) -> io::Result<()> + Clone + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let server = Self {
            url: format!("{scheme}://{}", listener.local_addr()?),
            state: Arc::default(),
        };
        let own = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (server, answer) = (own.clone(), answer.clone());
                // Who hangs up has seen enough.
                thread::spawn(move || answer(&server, stream).unwrap_or_default());
            }
        });
        Ok(server)
    }

    /// Answers a path with these, one after the other, and then with the last.
    pub(crate) fn put(&self, path: &str, replies: impl IntoIterator<Item = Reply>) {
        let replies = replies.into_iter().collect();
        self.state().replies.insert(path.to_owned(), replies);
    }

    /// Answers every path that no reply was put for.
    pub(crate) fn others(&self, answer: fn(&str) -> Reply) {
        self.state().others = Some(answer);
    }

    /// Every request so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, mut stream: impl Read + Write) -> io::Result<()> {
        let mut lines = BufReader::new(&mut stream).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let path = first.split(' ').nth(1).unwrap_or("").to_owned();
        let mut headers = Vec::new();
        for line in &mut lines {
            let line = line?;
            if line.is_empty() {
                break;
            }
            headers.push(line.to_ascii_lowercase());
        }
        let reply = {
            let mut state = self.state();
            state.requests.push(Request {
                path: path.clone(),
                headers: headers.clone(),
            });
            let others = state.others;
            match state.replies.get_mut(&path) {
                Some(replies) if replies.len() > 1 => replies.pop_front(),
                Some(replies) => replies.front().cloned(),
                None => others.map(|answer| answer(&path)),
            }
        };
        drop(lines);
        send(stream, reply, &headers)
    }
}

fn send(mut stream: impl Write, reply: Option<Reply>, headers: &[String]) -> io::Result<()> {
    let json = "content-type: application/json\r\nconnection: close\r\n";
    let length = |text: &str| format!("content-length: {}\r\n", text.len());
    match reply {
        None => write!(
            stream,
            "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        ),
        Some(Reply::Document(text)) => {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            let tag = format!("\"{:x}\"", hasher.finish());
            let known = format!("if-none-match: {tag}");
            if headers.contains(&known) {
                return write!(
                    stream,
                    "HTTP/1.1 304 Not Modified\r\netag: {tag}\r\nconnection: close\r\n\r\n"
                );
            }
            write!(
                stream,
                "HTTP/1.1 200 OK\r\netag: {tag}\r\n{json}{}\r\n{text}",
                length(&text)
            )
        }
        Some(Reply::Plain(text)) => {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{json}{}\r\n{text}",
                length(&text)
            )
        }
        Some(Reply::Status(status, headers)) => {
            write!(
                stream,
                "HTTP/1.1 {status}\r\n{headers}connection: close\r\ncontent-length: 0\r\n\r\n"
            )
        }
        Some(Reply::Promised(length, text)) => {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{json}content-length: {length}\r\n\r\n{text}"
            )
        }
        Some(Reply::HalfChunked(text)) => write!(
            stream,
            "HTTP/1.1 200 OK\r\n{json}transfer-encoding: chunked\r\n\r\n{:x}\r\n{text}\r\n",
            text.len()
        ),
        Some(Reply::Endless) => {
            write!(stream, "HTTP/1.1 200 OK\r\n{json}\r\n{{\"description\": \"")?;
            loop {
                stream.write_all(&[b'x'; 4096])?;
            }
        }
        Some(Reply::Drip) => {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{json}content-length: 1000\r\n\r\n"
            )?;
            loop {
                stream.write_all(b" ")?;
                thread::sleep(Duration::from_millis(50));
            }
        }
        Some(Reply::Raw(bytes)) => stream.write_all(&bytes),
        Some(Reply::Html) => {
            let page = "<!DOCTYPE html>\n<html><body>Sign in</body></html>";
            write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\nconnection: close\r\n{}\r\n{page}",
                length(page)
            )
        }
    }
}
