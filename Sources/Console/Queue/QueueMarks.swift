import Evidence

/// Which rows are marked for a label or a case.
struct QueueMarks: Hashable, Sendable {
    private(set) var subjects: Set<Subject> = []
    /// Where the last mark was set: one end of a range.
    private(set) var last: FlagID?

    var isEmpty: Bool { subjects.isEmpty }
    var count: Int { subjects.count }

    func contains(_ subject: Subject) -> Bool { subjects.contains(subject) }

    mutating func toggle(_ flag: Flag) {
        if subjects.remove(flag.subject) == nil { subjects.insert(flag.subject) }
        last = flag.id
    }

    mutating func add(_ more: [Subject]) { subjects.formUnion(more) }

    mutating func clear() { self = QueueMarks() }

    /// The marked subjects in the order of their ids.
    var sorted: [Subject] { subjects.sorted() }
}
