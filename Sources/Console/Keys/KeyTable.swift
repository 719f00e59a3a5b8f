public import TextUI

/// The one table of keys. The footer, the help, the palette, `stillwatch keys` and remapping all read it.
public struct KeyTable: Sendable {
    /// One row: an action, its keys, where it counts, and what it does.
    public struct Row: Sendable {
        /// What is done.
        public let action: Action
        /// The keys that do it, the one to show first.
        public internal(set) var chords: [KeyChord]
        /// The screens where it counts; empty means everywhere.
        public let places: Set<ScreenKind>
        /// A word or two for the footer.
        public let caption: String
        /// A sentence for the help.
        public let help: String
        /// Its place in the footer, lowest first; `nil` keeps it out.
        public let footer: Int?
        /// What it is about.
        public internal(set) var subject = KeySubject.asking
    }

    /// The rows, in the order of the help.
    public private(set) var rows: [Row] { didSet { byScreen = KeyTable.byScreen(rows) } }
    /// The same, by screen: they are asked for with every key.
    private var byScreen: [ScreenKind: [Row]]

    /// The rows that count on a screen.
    public func rows(on place: ScreenKind) -> [Row] { byScreen[place] ?? [] }

    private static func byScreen(_ rows: [Row]) -> [ScreenKind: [Row]] {
        Dictionary(
            uniqueKeysWithValues: ScreenKind.allCases.map { place in
                (place, rows.filter { $0.places.isEmpty || $0.places.contains(place) })
            })
    }

    /// What some keys mean on a screen.
    public func meaning(of keys: KeyChord.Prefix, on place: ScreenKind) -> Meaning {
        var isPrefix = false
        for row in rows(on: place) {
            for chord in row.chords {
                if chord.keys == keys { return .action(row.action) }
                if chord.keys.starts(with: keys) { isPrefix = true }
            }
        }
        return isPrefix ? .prefix : .nothing
    }

    /// What keys pressed so far amount to.
    public enum Meaning: Hashable, Sendable {
        /// An action.
        case action(Action)
        /// The beginning of one.
        case prefix
        /// Nothing here.
        case nothing
    }

    /// The first chord of an action, for hints.
    public func chord(of action: Action) -> KeyChord? {
        rows.first { $0.action == action }?.chords.first
    }

    /// Gives actions other keys.
    ///
    /// - Parameter bindings: action ids and the chords that replace all of theirs.
    /// - Throws: ``KeyProblem`` for an unknown action or key, or where two actions of one screen share a chord.
    public func remapped(_ bindings: [(action: String, chords: [String])]) throws(KeyProblem) -> KeyTable {
        var table = self
        for binding in bindings {
            guard let action = Action(rawValue: binding.action) else { throw .unknownAction(binding.action) }
            var chords: [KeyChord] = []
            for spelling in binding.chords {
                guard let chord = KeyChord(spelling) else { throw .unknownKey(spelling, action: binding.action) }
                chords.append(chord)
            }
            table.rows = table.rows.map { row in
                guard row.action == action else { return row }
                var row = row
                row.chords = chords
                return row
            }
        }
        try table.refuseClashes()
        return table
    }

    private func refuseClashes() throws(KeyProblem) {
        for place in ScreenKind.allCases {
            var owners: [KeyChord: Action] = [:]
            for row in rows(on: place) {
                for chord in row.chords {
                    if let owner = owners[chord], owner != row.action {
                        throw .clash(chord.text, owner.rawValue, row.action.rawValue, on: place.rawValue)
                    }
                    owners[chord] = row.action
                }
            }
        }
    }

    /// Makes a table of rows; for ``standard``.
    init(_ rows: [Row]) {
        self.rows = rows
        byScreen = KeyTable.byScreen(rows)
    }
}

extension KeyChord {
    /// Keys pressed so far.
    public typealias Prefix = [Key]
}

/// What is wrong with a map of keys.
public enum KeyProblem: Error, Hashable, Sendable {
    /// No action has this id.
    case unknownAction(String)
    /// No key is spelled so.
    case unknownKey(String, action: String)
    /// Two actions of one screen share a chord.
    case clash(String, String, String, on: String)

    /// The sentence for the user.
    public var sentence: String {
        switch self {
        case .unknownAction(let id): "no action is called “\(id)”; `stillwatch keys` lists them"
        case .unknownKey(let key, let action): "“\(key)”, given for \(action), is not a key"
        case .clash(let chord, let one, let other, let place):
            "\(chord) would mean both \(one) and \(other) on the screen \(place)"
        }
    }
}
