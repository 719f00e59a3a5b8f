import Digests
import Evidence
import Foundation
import HostileText
import Invocation
import Simulation

/// A simulated log and its truth, as files.
struct SimulatedLog: Encodable {
    var accounts: Int
    var exchanges: Int
    var releases: Int
    var files: [String]

    /// Writes the files below a directory, each under its name only once it is whole.
    ///
    /// - Throws: ``Failure`` where a file cannot be written.
    static func write(_ simulator: Simulator, to directory: String, progress: (Int) -> Void) throws -> SimulatedLog {
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw Failure("Cannot make \(directory): \(String(cString: strerror(errno))).")
        }
        let log = try GzipFile(directory + "/log.jsonl.gz")
        let truths = try GzipFile(directory + "/truth-exchanges.jsonl.gz")
        for release in simulator.releases { try log.add(line: LogLine.bytes(of: release)) }
        var count = 0
        for exchange in simulator {
            try log.add(line: LogLine.bytes(of: exchange.logged))
            try truths.add(line: LogLine.bytes(of: exchange.truth))
            count += 1
            if count.isMultiple(of: 500) { progress(count) }
        }
        try log.finish()
        try truths.finish()
        let truth = simulator.truth()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let path = directory + "/truth.json"
        do {
            try (encoder.encode(truth) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch let error as CocoaError {
            throw Failure("Cannot write \(path): \(error.localizedDescription)")
        }
        return SimulatedLog(
            accounts: truth.accounts.count, exchanges: count, releases: simulator.releases.count,
            files: [log.path, path, truths.path])
    }
}

/// A gzip file of lines that has its name only once it is whole.
final class GzipFile {
    let path: String
    private let file: FileHandle
    private let deflater: GzipDeflater
    private var lines: [UInt8] = []

    init(_ path: String) throws {
        self.path = path
        let descriptor = Glibc.open(path + ".partial", O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure("Cannot write \(path): \(String(cString: strerror(errno))).")
        }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        deflater = try GzipDeflater()
    }

    func add(line: [UInt8]) throws {
        lines += line
        lines.append(UInt8(ascii: "\n"))
        guard lines.count > 1 << 18 else { return }
        try write(deflater.deflate(lines))
        lines.removeAll(keepingCapacity: true)
    }

    func finish() throws {
        try write(deflater.deflate(lines) + deflater.finish())
        guard fsync(file.fileDescriptor) == 0, rename(path + ".partial", path) == 0 else {
            throw Failure("Cannot write \(path): \(String(cString: strerror(errno))).")
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        do {
            try file.write(contentsOf: bytes)
        } catch {
            throw Failure("Cannot write \(path): \(String(cString: strerror(errno))).")
        }
    }
}
