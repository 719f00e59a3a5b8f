import Digests
import Evidence
import Feed
import Foundation
public import HostileText

/// Keeps the records of one source that could not be taken, in a file of its own below `quarantine/`, mode 0600.
///
/// The file is named after its content, so that reading the same source again leaves one file and not two.
public final class Quarantine {
    private let directory: StateDirectory
    private let name: String
    private var file: FileHandle?
    private var hasher = SHA256Hasher()
    /// The number of records kept.
    public private(set) var count = 0

    /// Opens no file until the first record comes.
    ///
    /// - Parameter name: what the source is called, such as a file's name; only letters, digits, `.`, `_` and `-` of it count.
    public init(in directory: StateDirectory, for name: String) {
        self.directory = directory
        let kept = name.utf8.filter { Quarantine.isKept($0) }.prefix(80)
        let plain = String(decoding: kept, as: UTF8.self).drop { $0 == "." }
        self.name = plain.isEmpty ? "input" : String(plain)
    }

    /// Keeps one record.
    ///
    /// - Parameters:
    ///   - raw: the record as it came, as far as it was kept.
    ///   - file: where it was found.
    ///   - line: the line, counted from 1, where the source has lines.
    ///   - reason: why it was not taken, in words.
    /// - Throws: ``StateError/unusable(path:reason:)``.
    public func keep(_ raw: UntrustedText, file: UntrustedText, line: Int?, reason: UntrustedText) throws {
        var entry = try FeedDocument.encode(Entry(file: file, line: line, reason: reason, raw: raw))
        entry.append(UInt8(ascii: "\n"))
        hasher.update(entry)
        let handle = try handle()
        do {
            try handle.write(contentsOf: entry)
        } catch {
            throw StateError.unusable(path: partialPath, reason: reasonOfFailure())
        }
        count += 1
    }

    /// Gives the file its final name.
    ///
    /// - Returns: its path; `nil` if nothing had to be kept.
    @discardableResult
    public func finish() throws -> String? {
        guard let file else { return nil }
        self.file = nil
        let final = "\(directory.quarantine)/\(name)-\(hasher.digest.hex.prefix(12)).jsonl"
        do {
            try file.synchronize()
            try file.close()
        } catch {
            throw StateError.unusable(path: partialPath, reason: reasonOfFailure())
        }
        guard rename(partialPath, final) == 0 else {
            throw StateError.unusable(path: final, reason: reasonOfFailure())
        }
        return final
    }

    private lazy var partialPath = "\(directory.quarantine)/\(name)-\(UUID().uuidString.lowercased()).partial"

    private func handle() throws -> FileHandle {
        if let file { return file }
        let descriptor = Glibc.open(partialPath, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StateError.unusable(path: partialPath, reason: reasonOfFailure()) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        file = handle
        return handle
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private struct Entry: Encodable {
        var file: UntrustedText
        var line: Int?
        var reason: UntrustedText
        var raw: UntrustedText
    }
}
