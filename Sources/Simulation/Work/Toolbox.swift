import Evidence
import HostileText

/// Tools that requests offer.
enum Toolbox {
    /// The tools of a widely used coding client: everybody has the same.
    static let codingClient = ["bash", "read_file", "edit_file", "search", "list_files", "todo"].map {
        tool($0, version: 3)
    }

    /// Other sets of tools for code that programs bring along.
    static let coding: [[String]] = [
        ["run", "view", "patch", "find"], ["shell", "open", "apply_patch", "grep"], ["exec", "cat", "write", "tests"],
        ["terminal", "read", "replace", "glob", "diff"],
    ]

    /// Tools for a screen.
    static let screen: [[String]] = [
        ["computer"], ["click", "type_text", "scroll", "screenshot"], ["browser_act", "browser_read"],
    ]

    /// A tool with the hash of its schema.
    static func tool(_ name: String, version: Int) -> Tool {
        Tool(name: UntrustedText(name), schemaHash: UntrustedText("sha256:" + hash(name, version)))
    }

    /// Somebody's own tools from names.
    static func own(_ names: [String], hashed: Bool, _ random: inout SeededRandom) -> [Tool] {
        let version = random.below(1 << 30)
        return names.map { hashed ? tool($0, version: version) : Tool(name: UntrustedText($0)) }
    }

    /// New tools with made-up names.
    static func made(_ count: Int, hashed: Bool, _ writer: inout Writer) -> [Tool] {
        var names: [String] = []
        while names.count < count {
            let name = writer.fill("toolverb") + "_" + writer.fill("toolnoun")
            if !names.contains(name) { names.append(name) }
        }
        return own(names, hashed: hashed, &writer.random)
    }

    private static func hash(_ name: String, _ version: Int) -> String {
        var random = SeededRandom(
            seed: name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, version)
        return random.hex(12)
    }
}
