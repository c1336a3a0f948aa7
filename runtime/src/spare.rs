//! The memory of a thread's last tape, for its next one.
use super::*;

/// For fewer nodes, numbers and quotes than this a thread keeps room between two documents; a
/// power of two.
const MOST_SPARE: usize = 1 << 15;

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

impl Spare {
    /// The memory that the thread's last tape has left.
    pub(crate) fn taken() -> Self {
        SPARE.try_with(::core::cell::Cell::take).unwrap_or_default()
    }
}

impl Tape<'_> {
    /// An empty tape for a text with these quotes; written where it will stand.
    #[inline]
    pub(crate) fn with_memory(spare: Spare) -> Self {
        Self {
            nodes: spare.nodes,
            numbers: spare.numbers,
            quotes: spare.quotes,
            ..Self::new()
        }
    }

    /// Takes that memory.
    pub(crate) fn reuse(&mut self) {
        *self = Self::with_memory(Spare::taken());
    }

    /// Leaves the tape's memory to the thread's next one.
    pub(crate) fn recycle(&mut self) {
        // Read without a tape, a large text has many quotes and few nodes.
        let room = self.nodes.capacity() | self.numbers.capacity() | self.quotes.capacity();
        if room >= MOST_SPARE {
            return;
        }
        self.nodes.clear();
        self.numbers.clear();
        self.quotes.clear();
        let nodes = ::core::mem::take(&mut self.nodes);
        let spare = Spare {
            // Of the same size: collecting keeps the memory.
            nodes: nodes.into_iter().map(|_| Node::Null).collect(),
            numbers: ::core::mem::take(&mut self.numbers),
            quotes: ::core::mem::take(&mut self.quotes),
        };
        // A thread that ends keeps nothing.
        let _ = SPARE.try_with(|kept| kept.set(spare));
    }
}
