import Digests
import Foundation

/// Where the detector keeps everything: a directory of mode 0700 whose files have mode 0600.
public struct StateDirectory: Hashable, Sendable {
    /// The directory's path.
    public let path: String

    /// Names a directory, which need not exist yet.
    public init(_ path: String) {
        self.path = path
    }

    /// The database.
    public var database: String { path + "/state.sqlite" }
    /// The key of the keyed hashes. It never leaves this directory.
    var key: String { path + "/key" }
    /// The key that signs the heads of analysts' logs.
    var signingKey: String { path + "/signing-key" }
    /// What the writer of the moment holds.
    var lock: String { path + "/lock" }
    /// Where records go that could not be taken.
    public var quarantine: String { path + "/quarantine" }

    /// Whether there is a database.
    public var exists: Bool { FileManager.default.fileExists(atPath: database) }

    /// Makes the directory and an empty database file where they are missing, and puts both out of others' reach.
    ///
    /// - Throws: ``StateError/unusable(path:reason:)``.
    func prepare() throws(StateError) {
        try StateDirectory.makeDirectory(path)
        try StateDirectory.makeDirectory(quarantine)
        // SQLite gives its journal files the mode of the database, so that one has to be right first.
        let descriptor = Glibc.open(database, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unusable(path: database, reason: reasonOfFailure()) }
        close(descriptor)
        guard chmod(database, 0o600) == 0 else { throw .unusable(path: database, reason: reasonOfFailure()) }
    }

    /// A key of 32 random bytes, made at its first use.
    ///
    /// - Parameter key: the file that holds it, one of this directory's.
    /// - Throws: ``StateError``, also where the file is not 32 bytes long: a new key would name every value anew.
    func secret(at key: String) throws(StateError) -> [UInt8] {
        let descriptor = Glibc.open(key, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            let new = KeyedHash.newKey()
            let count = new.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            let isDone = count == new.count && fsync(descriptor) == 0
            let reason = reasonOfFailure()
            close(descriptor)
            guard isDone else {
                unlink(key)
                throw .unusable(path: key, reason: reason)
            }
            return new
        }
        guard errno == EEXIST else { throw .unusable(path: key, reason: reasonOfFailure()) }
        return try StateDirectory.readSecret(at: key)
    }

    private static func readSecret(at key: String) throws(StateError) -> [UInt8] {
        // Whoever made the file a moment ago may not have written it yet.
        for _ in 0..<50 {
            guard let bytes = FileManager.default.contents(atPath: key) else {
                throw .unusable(path: key, reason: "it cannot be read")
            }
            if bytes.count == 32 { return Array(bytes) }
            guard bytes.isEmpty else { break }
            usleep(10_000)
        }
        throw .damaged(path: key, reason: "a key has 32 bytes")
    }

    private static func makeDirectory(_ path: String) throws(StateError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unusable(path: path, reason: reasonOfFailure())
        }
        guard chmod(path, 0o700) == 0 else { throw .unusable(path: path, reason: reasonOfFailure()) }
    }
}

/// What the system says of the call that just failed, such as `Permission denied`.
func reasonOfFailure() -> String {
    String(cString: strerror(errno))
}
