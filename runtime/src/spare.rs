//! The memory of a thread's last tape, for its next one.
use super::*;

/// How many nodes, numbers and quotes a thread keeps room for between two
/// documents.
const MOST_SPARE: usize = 1 << 14;

/// The memory of a tape.
#[derive(Default)]
pub(crate) struct Spare {
    pub(crate) nodes: Vec<Node<'static>>,
    pub(crate) numbers: Vec<Num>,
    pub(crate) quotes: Quotes,
}

::std::thread_local! {
    /// The memory of the last tape.
    static SPARE: ::core::cell::Cell<Spare> = const {
        ::core::cell::Cell::new(Spare {
            nodes: Vec::new(),
            numbers: Vec::new(),
            quotes: Vec::new(),
        })
    };
}

impl Tape<'_> {
    /// Takes the memory that the thread's last tape has left.
    pub(crate) fn reuse(&mut self) {
        let spare = SPARE.try_with(::core::cell::Cell::take).unwrap_or_default();
        self.nodes = spare.nodes;
        self.numbers = spare.numbers;
        self.quotes = spare.quotes;
    }

    /// Leaves the tape's memory to the thread's next one.
    pub(crate) fn recycle(mut self) {
        // Read without a tape, a large text has many quotes and few nodes.
        let room = [
            self.nodes.capacity(),
            self.numbers.capacity(),
            self.quotes.capacity(),
        ];
        if room.into_iter().any(|room| room > MOST_SPARE) {
            return;
        }
        self.nodes.clear();
        self.numbers.clear();
        self.quotes.clear();
        let spare = Spare {
            // Of the same size: collecting keeps the memory.
            nodes: self.nodes.into_iter().map(|_| Node::Null).collect(),
            numbers: self.numbers,
            quotes: self.quotes,
        };
        // A thread that ends keeps nothing.
        let _ = SPARE.try_with(|kept| kept.set(spare));
    }
}
