//! Several requests at once, in threads.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::client::{Answer, Client};
use super::event::Event;
use super::failure::Failure;
use super::lock::Locked;
use super::source;

/// A document to fetch.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) name: String,
    pub(super) place: String,
    /// What the lock says of it, where the file is as the lock says.
    pub(super) known: Option<Locked>,
}

/// Takes an answer, tells of it, and gives the jobs that come of it.
pub(super) type Done<'a> = dyn FnMut(Job, Result<Answer, Failure>, &mut Tell<'_>) -> Vec<Job> + 'a;

/// Where events go.
pub(super) type Tell<'a> = dyn FnMut(&Event<'_>) + 'a;

/// What a thread has to say.
enum Message {
    Retry(String, String, Duration),
    Done(Job, Result<Answer, Failure>),
}

/// The jobs that no thread has taken yet.
#[derive(Default)]
struct Queue {
    jobs: Mutex<(VecDeque<Job>, bool)>,
    news: Condvar,
}

impl Queue {
    fn put(&self, jobs: impl IntoIterator<Item = Job>) {
        let mut held = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        held.0.extend(jobs);
        self.news.notify_all();
    }

    fn close(&self) {
        let mut held = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        held.1 = true;
        self.news.notify_all();
    }

    fn take(&self) -> Option<Job> {
        let mut held = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(job) = held.0.pop_front() {
                return Some(job);
            }
            if held.1 {
                return None;
            }
            held = self.news.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Does the jobs and those that come of them. `done` is called here, in the
/// order in which answers arrive.
pub(super) fn run(
    client: &Client,
    threads: usize,
    jobs: Vec<Job>,
    tell: &mut Tell<'_>,
    done: &mut Done<'_>,
) {
    let queue = Queue::default();
    let mut open = jobs.len();
    queue.put(jobs);
    let (sender, receiver) = channel();
    std::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            let sender = sender.clone();
            let queue = &queue;
            scope.spawn(move || {
                while let Some(job) = queue.take() {
                    let result = work(client, &job, &sender);
                    if sender.send(Message::Done(job, result)).is_err() {
                        return;
                    }
                }
            });
        }
        while open > 0 {
            match receiver.recv() {
                Ok(Message::Retry(url, reason, wait)) => tell(&Event::Retry {
                    url: &url,
                    reason: &reason,
                    wait,
                }),
                Ok(Message::Done(job, result)) => {
                    let more = done(job, result, tell);
                    open = open - 1 + more.len();
                    queue.put(more);
                }
                Err(_) => break,
            }
        }
        queue.close();
    });
}

fn work(client: &Client, job: &Job, sender: &Sender<Message>) -> Result<Answer, Failure> {
    if client.stopped.load(Ordering::Relaxed) {
        return Err(Failure::skipped());
    }
    source::fetch(
        client,
        &job.place,
        job.known.as_ref(),
        &mut |reason, wait| {
            // Whoever no longer listens needs no news.
            let _ = sender.send(Message::Retry(job.place.clone(), reason.to_owned(), wait));
        },
    )
}
