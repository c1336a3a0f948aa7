//! The memory of a thread's last tape, for its next one.
use super::*;

/// For fewer nodes, numbers and quotes than this a thread keeps room between two documents; a
/// power of two.
const MOST_SPARE: usize = 1 << 15;

::std::thread_local! {
    /// The memory of the last quotes.
    static QUOTES: ::core::cell::Cell<Quotes> = const { ::core::cell::Cell::new(Vec::new()) };
    /// The memory of the last tape's nodes and numbers.
    static NODES: ::core::cell::Cell<(Vec<Node<'static>>, Vec<Num>)> =
        const { ::core::cell::Cell::new((Vec::new(), Vec::new())) };
    /// The memory of what the last items and names were told by.
    static NOTES: ::core::cell::Cell<(Vec<u64>, Vec<&'static str>)> =
        const { ::core::cell::Cell::new((Vec::new(), Vec::new())) };
}

/// The memory that the thread's last quotes have left.
#[inline]
pub(crate) fn spare_quotes() -> Quotes {
    QUOTES
        .try_with(::core::cell::Cell::take)
        .unwrap_or_default()
}

impl Scanner<'_> {
    /// Takes the memory that the thread's last items and names have left, unless it has some.
    #[inline]
    pub(crate) fn reuse_notes(&mut self) {
        if (self.sums.capacity() | self.names.capacity()) == 0 {
            (self.sums, self.names) = NOTES.try_with(::core::cell::Cell::take).unwrap_or_default();
        }
    }

    /// Leaves that memory to the thread's next ones.
    #[inline]
    pub(crate) fn recycle_notes(&mut self) {
        let room = self.sums.capacity() | self.names.capacity();
        if room != 0 && room < MOST_SPARE {
            self.sums.clear();
            self.names.clear();
            let sums = ::core::mem::take(&mut self.sums);
            let names = ::core::mem::take(&mut self.names);
            // Of the same size: collecting keeps the memory.
            let names = names.into_iter().map(|_| "").collect();
            let _ = NOTES.try_with(|kept| kept.set((sums, names)));
        }
    }
}

impl Tape<'_> {
    /// Takes the memory that the thread's last tape has left, unless it has some.
    #[inline]
    pub(crate) fn reuse(&mut self) {
        if self.nodes.capacity() == 0 {
            (self.nodes, self.numbers) =
                NODES.try_with(::core::cell::Cell::take).unwrap_or_default();
        }
    }

    /// Leaves the tape's memory to the thread's next one. A thread that ends keeps nothing.
    #[inline]
    pub(crate) fn recycle(&mut self) {
        // Read without a tape, a large text has many quotes and few nodes.
        if self.quotes.capacity() < MOST_SPARE {
            let mut quotes = ::core::mem::take(&mut self.quotes);
            quotes.clear();
            let _ = QUOTES.try_with(|kept| kept.set(quotes));
        }
        let room = self.nodes.capacity() | self.numbers.capacity();
        if room != 0 && room < MOST_SPARE {
            self.recycle_nodes();
        }
    }

    fn recycle_nodes(&mut self) {
        self.nodes.clear();
        self.numbers.clear();
        let nodes = ::core::mem::take(&mut self.nodes);
        let numbers = ::core::mem::take(&mut self.numbers);
        // Of the same size: collecting keeps the memory.
        let nodes = nodes.into_iter().map(|_| Node::Null).collect();
        let _ = NODES.try_with(|kept| kept.set((nodes, numbers)));
    }
}
