public import Detection
public import Evidence
import Foundation

/// The score models of a state, below `models/`: the learned ones, which one is in use, and what the signals looked like when
/// it came into use. The model that ships with the program needs no file.
///
/// Files are written whole and renamed, so that whoever reads one meanwhile reads the old or the new. None is ever changed
/// but the name of the one in use.
public struct ModelShelf: Sendable {
    private let path: String
    /// The model that ships with the program.
    public let shipped: ScoreModel

    /// The models of a state.
    public init(in directory: StateDirectory, shipped: ScoreModel = .shipped) {
        path = directory.path + "/models"
        self.shipped = shipped
    }

    /// A model that was learned.
    public struct Learned: Codable, Hashable, Sendable {
        /// The model.
        public var model: ScoreModel
        /// When it was learned.
        public var at: Instant
        /// The shipped model that it was learned from.
        public var shipped: String
        /// How it went.
        public var report: Learning.Report

        /// Makes an entry.
        public init(model: ScoreModel, at: Instant, shipped: String, report: Learning.Report) {
            self.model = model
            self.at = at
            self.shipped = shipped
            self.report = report
        }
    }

    /// The learned models, by title.
    ///
    /// - Throws: ``StateError/damaged(path:reason:)``.
    public func learned() throws -> [Learned] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasPrefix("model-") && $0.hasSuffix(".json") }
            .map { try read(Learned.self, at: path + "/" + $0) }
            .sorted { ($0.at, $0.model.title) < ($1.at, $1.model.title) }
    }

    /// The model in use.
    ///
    /// - Throws: ``StateError/damaged(path:reason:)``, also where the file of the model in use is gone: another would score
    ///   unasked.
    public func current() throws -> ScoreModel {
        guard let title = currentTitle, title != shipped.title else { return shipped }
        return try read(Learned.self, at: file(title)).model
    }

    /// What to say of the model in use; `nil` for nothing.
    public func note() throws -> String? {
        guard let title = currentTitle, title != shipped.title else { return nil }
        let origin = try read(Learned.self, at: file(title)).shipped
        guard origin != shipped.title else { return nil }
        return "the model in use, \(title), was learned from \(origin), and this program ships \(shipped.title): "
            + "run `learn` again, or `learn --use \(shipped.title)`"
    }

    private var currentTitle: String? {
        FileManager.default.contents(atPath: path + "/current")
            .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    /// The version for the next model to be learned: the shipped one's and a number.
    public func nextVersion() throws -> String {
        let prefix = shipped.version + "."
        let numbers = try learned().compactMap { known in
            known.model.version.hasPrefix(prefix) ? Int(known.model.version.dropFirst(prefix.count)) : nil
        }
        return prefix + String((numbers.max() ?? 0) + 1)
    }

    /// Keeps a model and puts it into use.
    public func add(_ learned: Learned) throws {
        try write(learned, to: file(learned.model.title))
        try use(learned.model.title)
    }

    /// Puts a model into use from the next score on.
    ///
    /// - Returns: whether there is one of that title.
    @discardableResult
    public func use(_ title: String) throws -> Bool {
        guard try title == shipped.title || learned().contains(where: { $0.model.title == title }) else { return false }
        try write(bytes: Data((title + "\n").utf8), to: path + "/current")
        return true
    }

    /// What the signals looked like when a model came into use; `nil` if it was never used on enough accounts.
    public func reference(for model: ScoreModel) throws -> SignalReference? {
        let file = path + "/reference-\(model.title).json"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return try read(SignalReference.self, at: file)
    }

    /// Keeps what the signals look like as a model comes into use.
    public func keep(_ reference: SignalReference, for model: ScoreModel) throws {
        try write(reference, to: path + "/reference-\(model.title).json")
    }

    private func file(_ title: String) -> String { path + "/model-\(title).json" }

    private func read<Value: Decodable>(_ type: Value.Type, at file: String) throws -> Value {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw StateError.damaged(path: file, reason: "it is missing or cannot be read")
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw StateError.damaged(path: file, reason: "it does not hold what it should")
        }
    }

    private func write(_ value: some Encodable, to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try write(bytes: try encoder.encode(value), to: file)
    }

    private func write(bytes: Data, to file: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try bytes.write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw StateError.unusable(path: file, reason: error.localizedDescription)
        }
        guard chmod(file, 0o600) == 0 else { throw StateError.unusable(path: file, reason: reasonOfFailure()) }
    }
}
