import Foundation

/// One line for each turn of the loop: milliseconds since the start, the message, and microseconds of update, draw, write.
///
/// The update's time includes starting the work that it asked for. What a turn takes is the sum of the three.
public final class TraceLog {
    private let file: FileHandle
    private let start = ContinuousClock.now

    /// Opens a file to append to.
    ///
    /// - Throws: Foundation's error if it cannot be written.
    public init(path: String) throws {
        let isThere = FileManager.default.fileExists(atPath: path)
        if !isThere {
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
        }
        file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
    }

    func write(_ word: String, update: Duration, draw: Duration, write: Duration) {
        let since = (ContinuousClock.now - start).microseconds / 1_000
        let line = "\(since) \(word) \(update.microseconds) \(draw.microseconds) \(write.microseconds)\n"
        file.write(Data(line.utf8))
    }
}

extension Duration {
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
