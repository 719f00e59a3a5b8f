import Foundation

/// Writes files and directories that only their owner may read.
enum FileTree {
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes a directory with those above it, mode 0700.
    static func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ExportProblem.cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Writes a file that is not there yet, with the directories above it, mode 0600.
    static func write(_ data: Data, to path: String) throws {
        try makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw problem(at: path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: data)
            try file.close()
        } catch {
            throw ExportProblem.cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Removes what was made, as far as it can; what remains bears a temporary name.
    static func remove(_ path: String) {
        guard exists(path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // The first error is the one that the caller has to hear of; this one changes nothing about it.
        }
    }

    /// The problem that the last system call met.
    static func problem(at path: String) -> ExportProblem {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
}
