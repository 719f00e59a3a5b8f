import Foundation

/// The right to write the state. One process has it at a time, and loses it when it ends, however it ends.
///
/// A lock on a file (flock) that says who holds it. A reader needs none.
public final class WriterLock: Sendable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)  // This lets go of the lock.
    }

    /// Takes the lock, or waits for it.
    ///
    /// - Parameters:
    ///   - command: what to tell others who wait, such as `score`.
    ///   - seconds: how long to wait for whoever holds it.
    /// - Throws: ``StateError/busy(holder:seconds:)``.
    public static func take(
        in directory: StateDirectory, for command: String, waiting seconds: Int = 5
    ) async throws -> WriterLock {
        let descriptor = Glibc.open(directory.lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StateError.unusable(path: directory.lock, reason: reasonOfFailure()) }
        let lock = WriterLock(descriptor: descriptor)
        let end = ContinuousClock.now + .seconds(seconds)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw StateError.unusable(path: directory.lock, reason: reasonOfFailure())
            }
            guard ContinuousClock.now < end else { throw StateError.busy(holder: lock.holder, seconds: seconds) }
            try await Task.sleep(for: .milliseconds(50))
        }
        lock.describe("process \(getpid()) (stillwatch-detector \(command))")
        return lock
    }

    private func describe(_ text: String) {
        let bytes = Array(text.utf8)
        // Who holds the lock is said for people only: a failure to write it changes nothing.
        _ = ftruncate(descriptor, 0)
        _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private var holder: String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.isEmpty ? "another process" : text
    }
}
