internal import HostileText

/// A line that is being typed: the text, the insertion point, and what each key does to it.
public struct TextField: Sendable, Hashable {
    /// What was typed.
    public private(set) var text: String
    /// The insertion point, in characters from the start.
    public private(set) var cursor: Int

    /// Starts with a text and the insertion point after it.
    public init(_ text: String = "") {
        self.text = text
        cursor = text.count
    }

    /// Replaces all of it.
    public mutating func set(_ text: String) {
        self.text = text
        cursor = text.count
    }

    /// Replaces some characters, for a completion.
    public mutating func replace(_ characters: Range<Int>, with new: String) {
        var all = Array(text)
        let range = characters.clamped(to: 0..<all.count)
        all.replaceSubrange(range, with: Array(new))
        text = String(all)
        cursor = range.lowerBound + new.count
    }

    /// Edits by a key.
    ///
    /// - Returns: whether the key was one of editing. Enter, Esc, Tab, up and down are left to the caller.
    public mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let pasted): insert(pasted.asTyped)
        case .backspace: if cursor > 0 { replace(cursor - 1..<cursor, with: "") }
        case .delete, .control("d"): replace(cursor..<cursor + 1, with: "")
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): replace(0..<cursor, with: "")
        case .control("k"):
            let place = cursor
            replace(cursor..<text.count, with: "")
            cursor = place
        case .control("w"): replace(startOfWord..<cursor, with: "")
        default: return false
        }
        return true
    }

    private mutating func insert(_ new: String) {
        replace(cursor..<cursor, with: new)
    }

    private var startOfWord: Int {
        let before = Array(text.prefix(cursor))
        var place = cursor
        while place > 0, before[place - 1] == " " { place -= 1 }
        while place > 0, before[place - 1] != " " { place -= 1 }
        return place
    }
}
