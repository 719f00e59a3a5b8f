/// Conversations that go on, the one with the earliest next exchange first.
struct SessionHeap {
    private var sessions: [Session] = []

    /// Whether none goes on.
    var isEmpty: Bool { sessions.isEmpty }
    /// The time of the earliest next exchange.
    var nextTime: Int64 { sessions.first?.key.0 ?? .max }

    /// Adds a conversation. O(log n).
    mutating func insert(_ session: Session) {
        sessions.append(session)
        var child = sessions.count - 1
        while child > 0, sessions[child].key < sessions[(child - 1) / 2].key {
            sessions.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the conversation whose exchange comes next. O(log n).
    mutating func popFirst() -> Session? {
        guard let first = sessions.first else { return nil }
        let last = sessions.removeLast()
        guard !sessions.isEmpty else { return first }
        sessions[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < sessions.count {
                if sessions[child].key < sessions[least].key { least = child }
            }
            if least == parent { return first }
            sessions.swapAt(parent, least)
            parent = least
        }
    }
}
