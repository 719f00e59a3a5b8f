public import TextUI

/// One or more keys pressed in order, such as `g q`.
public struct KeyChord: Hashable, Sendable {
    /// The keys.
    public let keys: [Key]

    /// Reads a chord as `config.toml` and the table spell it: keys between spaces, each a character or a name such as
    /// `enter`, `esc`, `space`, `tab`, `pgdn`, `^R`. Returns `nil` for a name that no key has.
    public init?(_ spelling: String) {
        var keys: [Key] = []
        for word in spelling.split(separator: " ") {
            guard let key = KeyChord.key(named: String(word)) else { return nil }
            keys.append(key)
        }
        guard !keys.isEmpty else { return nil }
        self.keys = keys
    }

    private static let names: [String: Key] = [
        "enter": .enter, "esc": .escape, "tab": .tab, "s-tab": .backtab, "space": .character(" "),
        "up": .up, "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown,
        "home": .home, "end": .end, "bs": .backspace, "del": .delete,
    ]

    private static func key(named name: String) -> Key? {
        if let key = names[name] { return key }
        if name.count == 2, name.first == "^", let letter = name.last {
            return .control(Character(letter.lowercased()))
        }
        guard name.count == 1, let character = name.first else { return nil }
        return .character(character)
    }

    /// How the chord is shown: `⏎`, `esc`, `g q`, `^R`.
    public var text: String {
        keys.map(KeyChord.text).joined(separator: " ")
    }

    private static func text(of key: Key) -> String {
        switch key {
        case .enter: "⏎"
        case .escape: "esc"
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let letter): "^" + letter.uppercased()
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        default: names.first { $0.value == key }?.key ?? "?"
        }
    }
}
