import Evidence
import Foundation

/// What the console keeps from one start to the next beside the view: lines typed, saved views, macros.
///
/// Kept in the cache as JSON, for this machine only; nothing of it is sent.
public struct ConsoleMemory: Codable, Hashable, Sendable {
    /// Lines of the command prompt, newest last.
    public internal(set) var commands: [String] = []
    /// Filters that were applied, newest last.
    public internal(set) var filters: [String] = []
    /// Questions in SQL, newest last.
    public internal(set) var questions: [String] = []
    /// State strings by the names under which views were saved.
    public internal(set) var views: [String: String] = [:]
    /// Lines of the command prompt by the names of macros.
    public internal(set) var macros: [String: [String]] = [:]

    /// The key under which it is kept.
    public static let key = "memory"
    private static let most = 200

    /// Knows nothing yet.
    public init() {}

    /// Reads what was kept; a text that cannot be read counts as nothing kept.
    public init(text: String?) {
        // A memory of a later version is no reason not to start.
        self = text.flatMap { try? JSONDecoder().decode(ConsoleMemory.self, from: Data($0.utf8)) } ?? ConsoleMemory()
    }

    /// What is to be kept.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Adds a line to one of the lists; the same line before it goes.
    mutating func note(_ line: String, in list: WritableKeyPath<ConsoleMemory, [String]>) {
        guard !line.isEmpty else { return }
        self[keyPath: list].removeAll { $0 == line }
        self[keyPath: list] = Array((self[keyPath: list] + [line]).suffix(Self.most))
    }
}
