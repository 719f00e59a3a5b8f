import Foundation

/// Files and directories that only their owner may read.
enum PrivateFile {
    /// Makes the directory (0700) and an empty file (0600), so that SQLite never makes either with a wider mode.
    static func prepare(_ path: String) throws {
        let files = FileManager.default
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty, !files.fileExists(atPath: directory) {
            try files.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let descriptor = Foundation.open(path, O_CREAT | O_RDWR, 0o600)
        guard descriptor >= 0 else {
            throw CacheProblem.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// Takes the rights of others away from the file and its companions.
    static func restrict(_ path: String) throws {
        for name in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: name) {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: name)
        }
    }
}
